import type { Calendar } from '../../calendar/types.ts';
import type { Transaction } from '../../db/database.ts';
import type { StoredIndicator } from '../../db/indicator-rows.ts';
import { storeDefinitions } from '../../db/queries/definitions.ts';
import { dutyTerms } from '../../db/queries/duty-terms.ts';
import { compileAction, compileMeeting } from '../../plan/compile-duty.ts';
import type { IndicatorDefinition } from '../../plan/definition.ts';
import { isDuty } from '../../plan/duties.ts';
import type { Plan } from '../../plan/types.ts';
import { definitionHash } from '../hashes.ts';

/**
 * The meetings of a plan, and what they decided, whose ladders a changed policy or calendar makes other ones; with their
 * new definitions, which are stored. What a plan no longer asks for touches none of them.
 */
export async function dutiesRedefined(
  tx: Transaction,
  locked: readonly StoredIndicator[],
  { plan, calendar }: { readonly plan: Plan; readonly calendar: Calendar },
): Promise<{ readonly one: StoredIndicator; readonly after: IndicatorDefinition }[]> {
  const duties = locked.filter(({ kind }) => isDuty(kind));
  if (duties.length === 0) return [];
  const terms = new Map((await dutyTerms(tx, plan.id)).map((row) => [row.indicatorId, row]));
  const changed = duties.flatMap((one) => {
    const row = terms.get(one.id);
    if (!row) return [];
    const compile = row.kind === 'meeting' ? compileMeeting : compileAction;
    const after = compile(one.code, row.day, { plan, calendar, since: row.since });
    return definitionHash(after) === one.definitionHash ? [] : [{ one, after }];
  });
  await storeDefinitions(tx, new Map(changed.map(({ after }) => [definitionHash(after), after])));
  return changed;
}
