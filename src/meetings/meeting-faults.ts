import { addDays, isLocalDate } from '../calendar/local-time.ts';
import type { LocalDate } from '../calendar/types.ts';
import type { Plan } from '../plan/types.ts';

/** What is wrong with what somebody entered for a meeting, by what it is wrong with. */
export type ArrangementFault =
  | { readonly field: 'day'; readonly code: 'invalid' | 'outsideYear' }
  | { readonly field: 'time'; readonly code: 'invalid' }
  | { readonly field: 'settles'; readonly code: 'unknown' | 'kindUnfit' }
  | { readonly field: 'occurrence'; readonly code: 'missing' | 'unknown' }
  | { readonly field: 'invited'; readonly code: 'unknown'; readonly post: string };

/** A meeting about a year that has ended may be held for so many days more. */
const AFTER_YEAR = 92;

/** All that is wrong with when a meeting is held and who is invited; what was left out is not looked at. Pure. */
export function arrangementFaults(
  plan: Plan,
  {
    day,
    time,
    invited,
  }: {
    readonly day?: LocalDate | undefined;
    readonly time?: string | null | undefined;
    readonly invited?: readonly string[] | undefined;
  },
): ArrangementFault[] {
  const faults: ArrangementFault[] = [];
  if (day !== undefined) {
    if (!isLocalDate(day)) faults.push({ field: 'day', code: 'invalid' });
    else if (day < plan.opens || day > addDays(plan.closes, AFTER_YEAR)) {
      faults.push({ field: 'day', code: 'outsideYear' });
    }
  }
  if (typeof time === 'string' && !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) {
    faults.push({ field: 'time', code: 'invalid' });
  }
  const posts = new Set(plan.posts.map(({ id }) => id));
  for (const post of invited ?? []) if (!posts.has(post)) faults.push({ field: 'invited', code: 'unknown', post });
  return faults;
}

/** What is wrong with the indicator that a meeting is to settle a part of. Pure. */
export function settlingFaults(plan: Plan, settles: string | null, occurrence: string | null): ArrangementFault[] {
  if (settles === null) return occurrence === null ? [] : [{ field: 'settles', code: 'unknown' }];
  const indicator = plan.activities.flatMap(({ indicators }) => indicators).find(({ code }) => code === settles);
  if (!indicator) return [{ field: 'settles', code: 'unknown' }];
  switch (indicator.kind) {
    case 'count':
      return occurrence === null ? [] : [{ field: 'occurrence', code: 'unknown' }];
    case 'recurring':
      if (occurrence === null) return [{ field: 'occurrence', code: 'missing' }];
      return indicator.occurrences.some(({ id }) => id === occurrence)
        ? []
        : [{ field: 'occurrence', code: 'unknown' }];
    default:
      return [{ field: 'settles', code: 'kindUnfit' }];
  }
}
