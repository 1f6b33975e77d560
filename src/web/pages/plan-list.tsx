import type { StatusCounts } from '../../db/queries/count-statuses.ts';
import type { PlanFace } from '../../db/queries/plan-faces.ts';
import { formatFiscalYear, formatNumber } from '../../i18n/format.ts';
import { words } from '../../i18n/words.ts';
import type { Language } from '../../plan/types.ts';
import type { PlanScore } from '../../score/plan-score.ts';
import { planPath } from '../paths.ts';
import { capital } from '../wording/capital.ts';
import { planWords } from '../wording/plan-words.ts';
import { wordingIn } from '../wording/wording.ts';

/** So many plans stand on one page of the list. */
export const PLANS = 50;

interface PlanListProps {
  readonly plans: readonly PlanFace[];
  readonly counts: ReadonlyMap<string, StatusCounts>;
  readonly scores: ReadonlyMap<string, PlanScore>;
  /** The fiscal years that there are plans of, the latest first, and the one that is shown; null for all. */
  readonly years: readonly string[];
  readonly year: string | null;
  /** From 1; how many plans there are on all pages together. */
  readonly page: number;
  readonly count: number;
  readonly language: Language;
}

/** All plans, the latest year first; or how to get a first one. */
export function PlanList(props: PlanListProps) {
  const { plans, counts, scores, years, language } = props;
  const say = wordingIn(language);
  const own = planWords(language);
  if (plans.length === 0) return <NoPlan language={language} />;
  const shown = ['achieved', 'inProgress', 'notStarted', 'onHold', 'notAchieved'] as const;
  const number = (value: number) => formatNumber(value, language);
  return (
    <>
      <div class="heading">
        <h1>{say.plans}</h1>
      </div>
      {years.length > 1 && <YearFilter {...props} />}
      <div class="table-frame">
        <table class="list-table">
          <caption class="hidden">{say.plans}</caption>
          <thead>
            <tr>
              <th scope="col">{say.office}</th>
              <th scope="col">{say.workPlan}</th>
              <th class="number" scope="col">
                {say.allIndicators}
              </th>
              {shown.map((status) => (
                <th class="number" scope="col">
                  {capital(words(language).workStatus[status])}
                </th>
              ))}
              <th class="number" scope="col">
                {own.points}
              </th>
            </tr>
          </thead>
          <tbody>
            {plans.map((plan) => {
              const count = counts.get(plan.id);
              const total = Object.values(count ?? {}).reduce((sum, some) => sum + some, 0);
              return (
                <tr class="row">
                  <th class="title" scope="row">
                    <a href={planPath(plan.id)}>{plan.office[language]}</a>
                  </th>
                  <td data-label={say.workPlan}>{formatFiscalYear(plan.fiscalYear, language)}</td>
                  <td class="number" data-label={say.allIndicators}>
                    {number(total)}
                  </td>
                  {shown.map((status) => (
                    <td class="number" data-label={capital(words(language).workStatus[status])}>
                      {number(count?.[status] ?? 0)}
                    </td>
                  ))}
                  <td class="number nowrap" data-label={own.points}>
                    <Score score={scores.get(plan.id)} language={language} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <Pager {...props} />
    </>
  );
}

function Score({ score, language }: { score: PlanScore | undefined; language: Language }) {
  if (!score || score.total === 0) return <span class="quiet">–</span>;
  return (
    <>
      {formatNumber(score.points, language)} / {formatNumber(score.total, language)}
    </>
  );
}

function YearFilter({ years, year, language }: PlanListProps) {
  const say = planWords(language);
  const link = (to: string | null, label: string) => (
    <a href={listPath(to, 1)} {...(to === year ? { 'aria-current': 'true' as const } : {})}>
      {label}
    </a>
  );
  return (
    <nav class="filter" aria-label={say.fiscalYear}>
      {link(null, say.allYears)}
      {years.map((one) => link(one, formatFiscalYear(one, language)))}
    </nav>
  );
}

function Pager({ year, page, count, language }: PlanListProps) {
  if (count <= PLANS) return null;
  const say = planWords(language);
  const number = (value: number) => formatNumber(value, language);
  return (
    <nav class="pager" aria-label={say.planPages}>
      <span>{say.range(number((page - 1) * PLANS + 1), number(Math.min(count, page * PLANS)), number(count))}</span>
      {page > 1 && <a href={listPath(year, page - 1)}>{say.previous}</a>}
      {page * PLANS < count && <a href={listPath(year, page + 1)}>{say.next}</a>}
    </nav>
  );
}

function listPath(year: string | null, page: number): string {
  const search = new URLSearchParams({
    ...(year === null ? {} : { year }),
    ...(page > 1 ? { page: String(page) } : {}),
  });
  return search.size > 0 ? `/plans?${search}` : '/plans';
}

function NoPlan({ language }: { language: Language }) {
  const say = wordingIn(language);
  return (
    <div class="prose">
      <h1>{say.noPlanYet}</h1>
      <p class="lead">{say.noPlanAdvice}</p>
      <pre class="command">npm run -s suchok -- plan apply config/plans/mowca-2021-22.yaml</pre>
    </div>
  );
}
