import type { IndicatorStatus } from '../../engine/plan-status.ts';
import { formatDate, formatNumber, formatPercent } from '../../i18n/format.ts';
import type { Indicator, Language } from '../../plan/types.ts';
import { wordingIn } from '../wording/wording.ts';

/** How far an indicator has come, in words and as a share from 0 to 1; the share is null where there is none to show. */
export interface Progress {
  readonly text: string;
  readonly share: number | null;
}

/** Steps done of a date target, times of a number, the latest percentage. Null where only the status can tell. */
export function progressOf({ indicator, view }: Pick<IndicatorStatus, 'indicator' | 'view'>, language: Language) {
  const say = wordingIn(language);
  const number = (value: number) => formatNumber(value, language);
  const { target, unit, steps } = indicator;
  if (typeof target === 'string') {
    if (steps.length === 0) return null;
    const done = steps.length - view.stepsLeft.length;
    return { text: say.stepsOf(number(done), number(steps.length)), share: done / steps.length };
  }
  const achieved = view.achieved;
  if (achieved === null) return { text: say.notRecorded, share: 0 };
  const share = target > 0 ? Math.min(1, Math.max(0, achieved / target)) : null;
  if (unit === 'percent') return { text: formatPercent(achieved, language), share };
  return { text: say.of(number(achieved), number(target)), share };
}

/** The target as the plan states it: a date, a percentage, or so many times. */
export function targetOf({ target, unit }: Pick<Indicator, 'target' | 'unit'>, language: Language): string {
  if (typeof target === 'string') return formatDate(target, language);
  if (unit === 'percent') return formatPercent(target, language);
  return wordingIn(language).timesTarget(formatNumber(target, language));
}

/** The words, with a bar that only repeats them. */
export function ProgressBar({ progress }: { progress: Progress | null }) {
  if (!progress) return <span class="quiet">–</span>;
  return (
    <>
      <span class={progress.share === 0 ? 'quiet' : ''}>{progress.text}</span>
      {progress.share !== null && (
        <svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
          <rect class="bar-whole" width="100" height="4" />
          <rect class="bar-done" width={(100 * progress.share).toFixed(1)} height="4" />
        </svg>
      )}
    </>
  );
}
