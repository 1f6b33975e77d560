import type { IndicatorView } from '../../../machines/view.ts';
import type { IndicatorStatus } from '../../engine/plan-status.ts';
import { progressText } from '../../i18n/progress.ts';
import type { Indicator, Language } from '../../plan/types.ts';

/** How far an indicator has come, in words and as a share from 0 to 1; the share is null where there is none to show. */
export interface Progress {
  readonly text: string;
  readonly share: number | null;
}

/** Null where only the status can tell. */
export function progressOf({ indicator, view }: Pick<IndicatorStatus, 'indicator' | 'view'>, language: Language) {
  const text = progressText(indicator, view, language);
  return text === null ? null : { text, share: shareOf(indicator, view) };
}

function shareOf({ target, steps }: Indicator, { achieved, stepsLeft }: IndicatorView): number | null {
  if (typeof target === 'string') return (steps.length - stepsLeft.length) / steps.length;
  return target > 0 ? Math.min(1, Math.max(0, (achieved ?? 0) / target)) : null;
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
