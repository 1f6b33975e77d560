import { addDays, atTime, endOfDay, startOfDay } from '../calendar/local-time.ts';
import type { Calendar, Instant, LocalDate } from '../calendar/types.ts';
import type { Checkpoint, Mark, NoticeKind, NoticeMark, PhaseMark } from './definition.ts';
import type { Policy, Role } from './types.ts';

/** What a ladder is cut from, beside the day on which something is due. */
export interface LadderTerms {
  readonly policy: Policy;
  readonly calendar: Calendar;
  readonly zone: string;
  /** No rung stands at or after this instant: the end of the fiscal year. */
  readonly closesAt: Instant;
}

/** A checkpoint with its instants, and its ladder in order of time. */
export interface Ladder {
  readonly checkpoint: Checkpoint;
  readonly marks: readonly Mark[];
}

/**
 * The ladder of one deadline: reminders on the working day on or before their nominal day, everything later on the
 * working day on or after, all at the policy's hour. Of reminders that fall on the same day, the one closest to the
 * deadline stays; likewise of follow-ups.
 */
export function cutLadder(owed: { id: string; from: LocalDate; due: LocalDate }, terms: LadderTerms): Ladder {
  const notices = [...reminders(owed, terms), ...escalationsAndFollowUps(owed, terms)];
  const dueAt = startOfDay(owed.due, terms.zone);
  const soonAt = Math.min(dueAt, ...notices.filter((mark) => mark.notice === 'reminder').map((mark) => mark.at));
  const checkpoint: Checkpoint = { ...owed, soonAt, dueAt, overdueAt: endOfDay(owed.due, terms.zone) };
  const phases: PhaseMark[] = [
    { at: soonAt, checkpoint: owed.id, phase: 'dueSoon' },
    { at: dueAt, checkpoint: owed.id, phase: 'dueToday' },
    { at: checkpoint.overdueAt, checkpoint: owed.id, phase: 'overdue' },
  ];
  const marks = [...phases, ...notices].filter((mark) => mark.at < terms.closesAt).sort((a, b) => a.at - b.at);
  return { checkpoint, marks };
}

function reminders(owed: { id: string; due: LocalDate }, { policy, calendar, zone }: LadderTerms): NoticeMark[] {
  const { to, daysBefore, onTheDay } = policy.reminders;
  const byDay = new Map<LocalDate, NoticeMark>();
  const put = (days: number, rung: string, notice: NoticeKind) => {
    const day = calendar.workingDayOnOrBefore(addDays(owed.due, -days));
    byDay.set(day, { at: atTime(day, policy.hour, zone), checkpoint: owed.id, rung, number: 0, notice, to });
  };
  // Furthest first, so that the rung closest to the deadline is the one that stays on a shared day.
  for (const days of [...daysBefore].sort((a, b) => b - a)) put(days, beforeRung(days), 'reminder');
  if (onTheDay) put(0, 'due-day', 'due');
  return [...byDay.values()];
}

function escalationsAndFollowUps(owed: { id: string; due: LocalDate }, terms: LadderTerms): NoticeMark[] {
  const { policy, calendar, zone, closesAt } = terms;
  const steps = [...policy.escalations].sort((a, b) => a.workingDaysAfter - b.workingDaysAfter);
  const marks = steps.map(({ to, workingDaysAfter }): NoticeMark => {
    const at = atTime(calendar.addWorkingDays(owed.due, workingDaysAfter), policy.hour, zone);
    return { at, checkpoint: owed.id, rung: afterRung(workingDaysAfter), number: 0, notice: 'escalation', to };
  });
  if (!policy.followUp) return marks;
  const lastStep = steps.at(-1);
  const start = lastStep ? calendar.addWorkingDays(owed.due, lastStep.workingDaysAfter) : owed.due;
  return [
    ...marks,
    ...followUps(owed.id, start, policy.followUp, (day) => atTime(day, policy.hour, zone), calendar, closesAt),
  ];
}

/** Every so many days from `start`; the count goes on from the nominal day, not from the day it was moved to. */
function followUps(
  checkpoint: string,
  start: LocalDate,
  { to, everyDays }: { to: readonly Role[]; everyDays: number },
  hourOf: (day: LocalDate) => Instant,
  calendar: Calendar,
  closesAt: Instant,
): NoticeMark[] {
  const marks: NoticeMark[] = [];
  for (let day = addDays(start, everyDays); ; day = addDays(day, everyDays)) {
    const at = hourOf(calendar.workingDayOnOrAfter(day));
    if (at >= closesAt) return marks;
    if (at === marks.at(-1)?.at) continue;
    marks.push({ at, checkpoint, rung: 'follow-up', number: marks.length + 1, notice: 'followUp', to });
  }
}

const beforeRung = (days: number) => (days === 1 ? '1-day-before' : `${days}-days-before`);
const afterRung = (days: number) => (days === 1 ? '1-working-day-after' : `${days}-working-days-after`);
