import type { IndicatorStatus } from '../../engine/plan-status.ts';
import { formatDate } from '../../i18n/format.ts';
import { daysLeftPhrase, words } from '../../i18n/words.ts';
import type { Language } from '../../plan/types.ts';
import { isRunning } from '../../reading/running.ts';
import { capital } from '../wording/capital.ts';
import { wordingIn } from '../wording/wording.ts';
import { Icon } from './status-mark.tsx';

type Row = Pick<IndicatorStatus, 'indicator' | 'view' | 'daysLeft'>;

export function isOverdue(row: Pick<Row, 'view' | 'daysLeft'>): boolean {
  return isRunning(row) && row.daysLeft < 0;
}

/** The occurrence or reading that is owed next, where the due day is not that of the whole target. */
export function owedNext({ indicator, view }: Row, language: Language): string | null {
  if (!isRunning({ view })) return null;
  return indicator.occurrences.find(({ due }) => due === view.due)?.title[language] ?? null;
}

/** Days left or days overdue while it runs; else how the deadline ended. */
export function TimeLeft({ row, language }: { row: Row; language: Language }) {
  if (!isRunning(row)) return <span class="quiet">{capital(words(language).deadlineStatus[row.view.deadline])}</span>;
  const phrase = capital(daysLeftPhrase(row.daysLeft, language));
  if (row.daysLeft < 0) {
    return (
      <span class="mark late">
        <Icon shape="alert" />
        <span>{phrase}</span>
      </span>
    );
  }
  return <span class={row.view.deadline === 'upcoming' ? '' : 'soon'}>{phrase}</span>;
}

/** When it was achieved and whether late, or that what was due so far is met. */
export function statusRemark({ view, indicator }: Row, language: Language): string | null {
  const say = wordingIn(language);
  if (view.status === 'achieved' && view.achievedOn !== null) {
    const day = formatDate(view.achievedOn, language);
    return view.late ? say.achievedLate(day) : say.achievedOn(day);
  }
  const hasBegun = view.status === 'inProgress' && (view.achieved ?? 0) > 0;
  return hasBegun && indicator.occurrences.length > 0 && view.onTarget ? say.onTarget : null;
}
