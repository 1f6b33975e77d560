import type { AgendaItem, Decision, Meeting } from '../report/minutes/meeting.ts';

/** A decision as people enter it: with a post and a day somebody has to carry it out, and it becomes an action item. */
export interface MeetingDecision extends Decision {
  /** The post of the plan that has to see to it; null where the decision asks nobody to do anything. */
  readonly post: string | null;
  /** The code of the indicator that it is about; null where it is about none. */
  readonly about: string | null;
}

/** What people enter for a meeting, beside its day, time and what it settles: the meeting form, as minutes are made of it. */
export interface MeetingBody
  extends Omit<Meeting, 'id' | 'plan' | 'kind' | 'date' | 'time' | 'previous' | 'agenda' | 'decisions'> {
  /** The posts of the plan whose holders are written to, by id. */
  readonly invited: readonly string[];
  readonly agenda: readonly MeetingAgendaItem[];
  readonly decisions: readonly MeetingDecision[];
}

export interface MeetingAgendaItem extends Omit<AgendaItem, 'decisions'> {
  readonly decisions: readonly MeetingDecision[];
}

/** All that a meeting decided, in the order of its minutes: under the items of the agenda, and at the end. */
export function decisionsOf({ agenda, decisions }: MeetingBody): MeetingDecision[] {
  return [...agenda.flatMap((item) => item.decisions), ...decisions];
}
