import type { DeadlineView } from '../../machines/deadlines.ts';
import type { WorkStatus } from '../../machines/types.ts';
import type { Bilingual, LocalDate } from '../calendar/types.ts';
import type { Indicator } from '../plan/types.ts';
import { soundsLikeMeeting } from './sounds-like-meeting.ts';

/** An indicator as it stands, as far as it has to be known here: a row of a plan's status has all of it. */
export interface PlannableRow {
  readonly indicator: Indicator;
  readonly view: { readonly status: WorkStatus; readonly achieved: number | null };
  readonly deadlines: readonly DeadlineView[];
}

/** Something that the plan owes, and that a meeting whose minutes are issued settles. */
export interface Plannable {
  readonly indicator: Indicator;
  /** The occurrence of a recurring indicator; null for one more of a count. */
  readonly occurrence: string | null;
  /** As in "first quarter"; null for one more of a count. */
  readonly title: Bilingual | null;
  /** The day by which it is owed. */
  readonly due: LocalDate;
  /** Of a count, how many are still owed without a meeting; 1 for an occurrence. */
  readonly left: number;
  /** By its title a meeting, training or workshop; other duties can be settled by a meeting too. */
  readonly isMeeting: boolean;
}

/** A meeting of the plan, as far as it has to be known here. */
export interface PlannedFor {
  readonly settles: string | null;
  readonly occurrence: string | null;
  readonly stage: string;
}

/**
 * What of a plan can be settled by a meeting and has none planned yet: the occurrences of recurring indicators that are
 * still owed, and what is left of counts. Those that are meetings by their title come first; only the office knows for
 * certain, so the others follow. The earliest due first among either. Pure.
 */
export function plannableOccurrences(rows: readonly PlannableRow[], meetings: readonly PlannedFor[]): Plannable[] {
  // One whose minutes were issued has settled its part; should that have been taken back, it is owed again.
  const isAhead = ({ stage }: PlannedFor) => stage !== 'cancelled' && stage !== 'lapsed' && stage !== 'issued';
  const plannable = rows.flatMap(({ indicator, view, deadlines }): Plannable[] => {
    if (view.status !== 'notStarted' && view.status !== 'inProgress') return [];
    const isMeeting = soundsLikeMeeting(indicator.title);
    const planned = meetings.filter((meeting) => meeting.settles === indicator.code && isAhead(meeting));
    if (indicator.kind === 'count') {
      const left = Number(indicator.target) - (view.achieved ?? 0) - planned.length;
      return left > 0 ? [{ indicator, occurrence: null, title: null, due: indicator.due, left, isMeeting }] : [];
    }
    if (indicator.kind !== 'recurring') return [];
    return indicator.occurrences.flatMap(({ id, title, due }) => {
      const isOwed = deadlines.some((one) => one.checkpoint === id && one.metOn === null);
      const isPlanned = planned.some(({ occurrence }) => occurrence === id);
      return isOwed && !isPlanned ? [{ indicator, occurrence: id, title, due, left: 1, isMeeting }] : [];
    });
  });
  return plannable.sort((one, other) => {
    if (one.isMeeting !== other.isMeeting) return one.isMeeting ? -1 : 1;
    return one.due < other.due ? -1 : Number(one.due > other.due);
  });
}
