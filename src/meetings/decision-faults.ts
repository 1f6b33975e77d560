import type { LocalDate } from '../calendar/types.ts';
import type { Plan } from '../plan/types.ts';
import { decisionsOf, type MeetingBody, type MeetingDecision } from './meeting-body.ts';

/** What somebody has to carry out by a day. */
export interface Task extends MeetingDecision {
  readonly post: string;
  readonly by: LocalDate;
}

/** Why a decision cannot be followed up. */
export interface DecisionFault {
  /** Its place among `decisionsOf` the meeting, from 0. */
  readonly decision: number;
  /** `dueMissing`, `postMissing`: it has one of the two, and needs both or none. `dueBeforeMeeting`: it ended before it was decided. */
  readonly code:
    | 'textMissing'
    | 'dueMissing'
    | 'postMissing'
    | 'postUnknown'
    | 'aboutUnknown'
    | 'dueBeforeMeeting'
    | 'dueTooLate';
}

/** The latest day by which a decision can be due: two months after the year, as far as calendars are known. */
export type LatestDue = LocalDate;

/** The decisions that somebody has to carry out; those without a post and a day are only on record. */
export function tasksOf(body: MeetingBody): Task[] {
  return decisionsOf(body).filter((one): one is Task => one.post !== null && one.by !== null);
}

/** All that stands in the way of following up what a meeting decided. Pure. */
export function decisionFaults(plan: Plan, body: MeetingBody, day: LocalDate, latest: LatestDue): DecisionFault[] {
  const posts = new Set(plan.posts.map(({ id }) => id));
  const codes = new Set(plan.activities.flatMap(({ indicators }) => indicators.map(({ code }) => code)));
  return decisionsOf(body).flatMap(({ text, post, by, about }, decision) => {
    const faults: DecisionFault['code'][] = [];
    if (text.trim() === '') faults.push('textMissing');
    if (post !== null && by === null) faults.push('dueMissing');
    if (post === null && by !== null) faults.push('postMissing');
    if (post !== null && !posts.has(post)) faults.push('postUnknown');
    if (about !== null && !codes.has(about)) faults.push('aboutUnknown');
    if (by !== null && by < day) faults.push('dueBeforeMeeting');
    if (by !== null && by > latest) faults.push('dueTooLate');
    return faults.map((code) => ({ decision, code }));
  });
}
