import { type Fault, type Path, type Report, sortFaults } from './fault.ts';
import { readForm, type Salvaged } from './form.ts';
import { type PolicyForm, policyForm } from './policy-form.ts';
import type { Policy } from './types.ts';
import { readYaml } from './yaml-source.ts';

/** Reads a policy file such as `config/policies/standard.yaml`; all faults at once, in the order of the file. */
export function readPolicy(text: string, file: string): { policy: Policy } | { faults: Fault[] } {
  const source = readYaml(text, file);
  const { form, faults } = readForm(policyForm, source);
  const policy = resolvePolicy(form, '', [], (path, message) => faults.push(source.fault(path, message)));
  return faults.length === 0 && policy !== null ? { policy } : { faults: sortFaults(faults) };
}

/**
 * Checks what a policy's form alone cannot say, and fills in the defaults: 09:00, on the day too, no escalations, no
 * follow-up. The result counts only if nothing was reported; `null` when there is nothing to go by.
 * @param ownId the id of a policy that states none
 */
export function resolvePolicy(form: Salvaged<PolicyForm>, ownId: string, path: Path, report: Report): Policy | null {
  if (form === undefined) return null;
  const days = form.reminders?.daysBefore ?? [];
  days.forEach((day, i) => {
    if (day !== undefined && days.indexOf(day) < i) {
      report([...path, 'reminders', 'daysBefore', i], `${day} is given twice: leave one of the two out`);
    }
  });
  const escalations = form.escalations ?? [];
  escalations.forEach((escalation, i) => {
    const before = escalations[i - 1]?.workingDaysAfter;
    const after = escalation?.workingDaysAfter;
    if (before !== undefined && after !== undefined && after <= before) {
      report(
        [...path, 'escalations', i, 'workingDaysAfter'],
        `${after} does not come after ${before}: write escalations in order of time`,
      );
    }
  });
  const complete = form as PolicyForm;
  return {
    id: complete.id ?? ownId,
    hour: complete.hour ?? '09:00',
    reminders: {
      to: complete.reminders?.to,
      daysBefore: [...(days as number[])].sort((a, b) => b - a),
      onTheDay: complete.reminders?.onTheDay ?? true,
    },
    escalations: complete.escalations ?? [],
    followUp: complete.followUp ?? null,
  };
}
