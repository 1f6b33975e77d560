import { formatNumber } from '../../i18n/format.ts';
import type { Language } from '../../plan/types.ts';
import { type PlanView, planViewPath, ROWS } from '../plan-view.ts';
import { planWords } from '../wording/plan-words.ts';

interface Props {
  readonly planId: string;
  readonly view: PlanView;
  /** Rows on all pages together. */
  readonly count: number;
  readonly language: Language;
}

/** The way through a table of more rows than a page holds; nothing where one page holds all. */
export function PlanPager({ planId, view, count, language }: Props) {
  if (count <= ROWS) return null;
  const say = planWords(language);
  const number = (value: number) => formatNumber(value, language);
  const from = (view.page - 1) * ROWS + 1;
  const to = Math.min(count, view.page * ROWS);
  return (
    <nav class="pager" aria-label={say.pages}>
      <span>{say.range(number(from), number(to), number(count))}</span>
      {view.page > 1 && (
        <a href={planViewPath(planId, view, { page: view.page - 1 })} rel="prev">
          {say.previous}
        </a>
      )}
      {to < count && (
        <a href={planViewPath(planId, view, { page: view.page + 1 })} rel="next">
          {say.next}
        </a>
      )}
    </nav>
  );
}
