import type { StatusCounts } from '../../db/queries/count-statuses.ts';
import type { PlanFace } from '../../db/queries/plan-faces.ts';
import { formatFiscalYear, formatNumber } from '../../i18n/format.ts';
import { words } from '../../i18n/words.ts';
import type { Language } from '../../plan/types.ts';
import { planPath } from '../paths.ts';
import { capital } from '../wording/capital.ts';
import { wordingIn } from '../wording/wording.ts';

interface PlanListProps {
  readonly plans: readonly PlanFace[];
  readonly counts: ReadonlyMap<string, StatusCounts>;
  readonly language: Language;
}

/** All plans, the latest year first; or how to get a first one. */
export function PlanList({ plans, counts, language }: PlanListProps) {
  const say = wordingIn(language);
  if (plans.length === 0) return <NoPlan language={language} />;
  const shown = ['achieved', 'inProgress', 'notStarted', 'onHold', 'notAchieved'] as const;
  const number = (value: number) => formatNumber(value, language);
  return (
    <>
      <div class="heading">
        <h1>{say.plans}</h1>
      </div>
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
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
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
