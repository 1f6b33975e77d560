import { localDate } from '../calendar/local-time.ts';
import type { Instant } from '../calendar/types.ts';
import type { Database } from '../db/database.ts';
import { plansNaming } from '../db/queries/plans-naming.ts';
import { mayDo, peopleAt, sameAddress, type Viewer } from '../rights/rights.ts';

/** Whoever has this address, or used the console's link where it is null. */
export function viewerAt(address: string | null, administrators: readonly string[]): Viewer {
  const isAdministrator = address === null || administrators.some((one) => sameAddress(one, address));
  return { address, isAdministrator };
}

/**
 * The address as the plans or the settings write it, when somebody there has it and may read anything; else null. Mail
 * goes to this one and never to what was typed.
 */
export async function knownAddress(
  db: Database,
  typed: string,
  administrators: readonly string[],
  now: Instant,
): Promise<string | null> {
  const administrator = administrators.find((one) => sameAddress(one, typed));
  if (administrator !== undefined) return administrator;
  const viewer = viewerAt(typed, administrators);
  for (const plan of await plansNaming(db, typed)) {
    const on = localDate(now, plan.zone);
    if (!mayDo(viewer, 'readPlan', { plan, on }).allowed) continue;
    const [person] = peopleAt(plan, typed, on);
    if (person) return person.email;
  }
  return null;
}
