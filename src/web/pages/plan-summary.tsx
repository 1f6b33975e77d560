import type { Child } from 'hono/jsx';
import type { WorkStatus } from '../../../machines/types.ts';
import type { IndicatorStatus } from '../../engine/plan-status.ts';
import { formatNumber } from '../../i18n/format.ts';
import type { Language } from '../../plan/types.ts';
import { isOverdue } from '../parts/deadline.tsx';
import { Mark, StatusMark } from '../parts/status-mark.tsx';
import { wordingIn } from '../wording/wording.ts';

/** The order of the summary: what is done first, what nobody has begun last. */
const ORDER: readonly WorkStatus[] = ['achieved', 'inProgress', 'notStarted', 'onHold', 'notAchieved', 'withdrawn'];

interface SummaryProps {
  readonly rows: readonly IndicatorStatus[];
  readonly language: Language;
  /** What else is said of the plan as a whole. */
  readonly children?: Child;
}

/** How many indicators are in each state, and how many of those that run are overdue. */
export function PlanSummary({ rows, language, children }: SummaryProps) {
  const say = wordingIn(language);
  const number = (value: number) => formatNumber(value, language);
  const counts = ORDER.map((status) => ({ status, count: rows.filter((row) => row.view.status === status).length }));
  // The three of everyday stand there even at nought; the rare ones only where there are any.
  const shown = counts.filter(({ count }, position) => count > 0 || position < 3);
  const overdue = rows.filter(isOverdue).length;
  return (
    <section class="summary" aria-label={say.summary}>
      <StatusBar counts={counts} />
      <dl class="counts">
        <div class="count">
          <dt>{say.allIndicators}</dt>
          <dd>{number(rows.length)}</dd>
        </div>
        {shown.map(({ status, count }) => (
          <div class="count">
            <dt>
              <StatusMark status={status} language={language} />
            </dt>
            <dd>{number(count)}</dd>
          </div>
        ))}
        <div class={overdue > 0 ? 'count count-late' : 'count'}>
          <dt>
            <Mark name="overdue" label={say.overdue} />
          </dt>
          <dd>{number(overdue)}</dd>
        </div>
      </dl>
      {children}
    </section>
  );
}

/** The same counts as a bar, for the eye alone. */
function StatusBar({ counts }: { counts: readonly { readonly status: WorkStatus; readonly count: number }[] }) {
  let from = 0;
  const parts = counts.flatMap(({ status, count }) => {
    const part = { status, from, count };
    from += count;
    return count > 0 ? [part] : [];
  });
  return (
    <svg
      class="status-bar"
      viewBox={`0 0 ${Math.max(1, from)} 1`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {parts.map((part) => (
        <rect class={`part part-${part.status}`} x={String(part.from)} width={String(part.count)} height="1" />
      ))}
    </svg>
  );
}
