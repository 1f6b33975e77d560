import { readFileSync } from 'node:fs';
import { buildCalendar } from '../../src/calendar/calendar.ts';
import { parseCalendarFile } from '../../src/calendar/calendar-file.ts';
import { parseLocalDateTime } from '../../src/calendar/local-time.ts';
import type { Instant } from '../../src/calendar/types.ts';
import { readHistoryFile, readPlanFile } from '../../src/plan/config-folder.ts';
import type { History } from '../../src/plan/history.ts';
import type { Indicator, Plan } from '../../src/plan/types.ts';

export const ZONE = 'Asia/Dhaka';

/** The calendar that comes with the software. */
export const calendar = (() => {
  const path = 'config/calendars/bangladesh.yaml';
  const read = parseCalendarFile(readFileSync(path, 'utf8'), path);
  if ('faults' in read) throw new Error(`${path} has faults.`);
  return buildCalendar(read.file);
})();

/** One of the offices' plans that come with the software. */
export function officePlan(name = 'mowca-2021-22'): Plan {
  const read = readPlanFile('config', name);
  if ('faults' in read) throw new Error(`The plan ${name} has faults.`);
  return read.plan;
}

export function officeHistory(plan: Plan): History {
  const read = readHistoryFile('config', plan.id, plan);
  if ('faults' in read) throw new Error(`The history of ${plan.id} has faults.`);
  return read.history;
}

export function indicatorsOf(plan: Plan): Indicator[] {
  return plan.activities.flatMap((activity) => activity.indicators);
}

/** The plan with its indicators changed; one for which `change` gives null is left out. */
export function withIndicators(plan: Plan, change: (indicator: Indicator) => Indicator | null): Plan {
  const activities = plan.activities.map((activity) => ({
    ...activity,
    indicators: activity.indicators.flatMap((indicator) => change(indicator) ?? []),
  }));
  return { ...plan, activities: activities.filter(({ indicators }) => indicators.length > 0) };
}

/** The ministry's plan with only these indicators. */
export function planWith(...codes: string[]): Plan {
  return withIndicators(officePlan(), (indicator) => (codes.includes(indicator.code) ? indicator : null));
}

/** A plan of that many indicators like 1.2.1, a milestone due on Friday 25 February 2022. */
export function planOfMany(count: number, id = 'many-2021-22'): Plan {
  const plan = officePlan();
  const like = indicatorsOf(plan).find(({ code }) => code === '1.2.1')!;
  const indicators = Array.from({ length: count }, (_, number) => ({ ...like, code: `1.2.${number + 1}` }));
  return { ...plan, id, totalWeight: null, activities: [{ ...plan.activities[1]!, indicators }] };
}

/** Fires like any other plan, and tells nobody: for a crowd whose letters are of no interest. */
export function silent(plan: Plan): Plan {
  const { reminders, escalations } = plan.policy;
  const toNobody = { ...plan.policy, reminders: { ...reminders, to: [] }, followUp: null };
  return { ...plan, policy: { ...toNobody, escalations: escalations.map((step) => ({ ...step, to: [] })) } };
}

/** An instant in Dhaka, as in `2022-02-25T09:00:00`; a day alone is its nine o'clock. */
export function at(text: string): Instant {
  return parseLocalDateTime(text.includes('T') ? text : `${text}T09:00:00`, ZONE);
}
