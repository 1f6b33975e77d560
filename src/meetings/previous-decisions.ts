import type { WorkStatus } from '../../machines/types.ts';
import type { LocalDate } from '../calendar/types.ts';
import { formatDate } from '../i18n/format.ts';
import type { Language } from '../plan/types.ts';
import type { Previous } from '../report/minutes/meeting.ts';
import { decisionsOf, type MeetingBody } from './meeting-body.ts';
import { meetingWords } from './meeting-words.ts';

/** What became of one thing that was decided. */
export interface DecisionOutcome {
  readonly text: string;
  readonly due: LocalDate;
  readonly status: WorkStatus;
  readonly achievedOn: LocalDate | null;
  readonly late: boolean;
  /** What was said when it was done, or why it was not. */
  readonly note: string | null;
  readonly reason: string | null;
}

/**
 * The meeting before, for the minutes of the next: each of its decisions with what became of it. The outcome of a decision
 * that nobody had to carry out is a blank. Pure.
 */
export function previousDecisions(
  last: { readonly day: LocalDate; readonly body: MeetingBody },
  outcomes: readonly DecisionOutcome[],
  on: LocalDate,
  language: Language,
): Previous {
  // Two decisions may read alike: each takes the first outcome that no other has taken.
  const left = [...outcomes];
  const decisions = decisionsOf(last.body).map(({ text, post, by }) => {
    const isTracked = post !== null && by !== null;
    const position = isTracked ? left.findIndex((one) => one.text === text && one.due === by) : -1;
    const [found] = position < 0 ? [] : left.splice(position, 1);
    return { text, outcome: found ? outcomeText(found, on, language) : null };
  });
  return { date: last.day, decisions };
}

/** What became of a decision, as minutes say it: done on a day, in progress until one, not done and why. */
export function outcomeText(outcome: DecisionOutcome, on: LocalDate, language: Language): string {
  const { due, status, achievedOn, late, note, reason } = outcome;
  const say = meetingWords(language);
  const told = (text: string, more: string | null) => (more ? `${text}; ${more}` : text);
  switch (status) {
    case 'achieved': {
      const date = formatDate(achievedOn ?? due, language);
      return told(late ? say.doneLate(date) : say.doneOn(date), note);
    }
    case 'notAchieved':
      return told(say.notDone, reason);
    case 'withdrawn':
      return told(say.withdrawn, reason);
    case 'onHold':
      return told(say.onHold, reason);
    default:
      return due < on ? say.overdue(formatDate(due, language)) : say.open(formatDate(due, language));
  }
}
