import type { PlanHead } from '../../../db/queries/plan-versions.ts';
import { formatFiscalYear, formatNumber } from '../../../i18n/format.ts';
import type { Language } from '../../../plan/types.ts';
import { administeredPlanPath, planFilePath, planNoticesPath, planPeoplePath } from '../../administration-paths.ts';
import type { FormFaults, Typed } from '../../parts/fields.tsx';
import { Moment } from '../../parts/time.tsx';
import { planPath } from '../../paths.ts';
import type { Session } from '../../web-parts.ts';
import { administrationWords } from '../../wording/administration-words.ts';
import { CheckForm, NewPlanForm } from './plan-forms.tsx';

export interface PlansPageProps {
  readonly plans: readonly PlanHead[];
  readonly templates: readonly string[];
  readonly session: Session;
  readonly language: Language;
  readonly check?: { readonly typed: Typed; readonly faults: FormFaults };
  readonly begin?: { readonly typed: Typed; readonly faults?: FormFaults };
}

/** The plans in force, and the ways to a new version or a new plan. */
export function AdministeredPlans(props: PlansPageProps) {
  const { plans, templates, session, language, check, begin } = props;
  const say = administrationWords(language);
  return (
    <>
      <div class="heading">
        <h1>{say.parts.plans[0]}</h1>
        <p class="quiet">{say.plansLead}</p>
      </div>
      {plans.length === 0 ? <p class="empty">{say.noPlans}</p> : <PlanTable plans={plans} language={language} />}
      <h2 id="check">{say.upload}</h2>
      <p class="quiet">{say.uploadLead}</p>
      <CheckForm session={session} language={language} {...check} />
      <h2 id="new">{say.newPlan}</h2>
      <p class="quiet">{say.newPlanLead}</p>
      <NewPlanForm session={session} language={language} templates={templates} {...begin} />
    </>
  );
}

function PlanTable({ plans, language }: { plans: readonly PlanHead[]; language: Language }) {
  const say = administrationWords(language);
  return (
    <div class="table-frame">
      <table class="list-table">
        <caption>{say.inForce}</caption>
        <thead>
          <tr>
            <th scope="col">{say.plans}</th>
            <th scope="col">{say.version}</th>
            <th scope="col">{say.applied}</th>
            <th scope="col">{say.appliedBy}</th>
            <th scope="col">
              <span class="hidden">{say.title}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {plans.map(({ id, office, fiscalYear, version, appliedAt, appliedBy, zone }) => (
            <tr class="row">
              <th class="title" scope="row">
                <a href={planPath(id)}>{office[language]}</a>
                <span class="small">
                  {formatFiscalYear(fiscalYear, language)} · <code>{id}</code>
                </span>
              </th>
              <td data-label={say.version}>{formatNumber(version, language)}</td>
              <td data-label={say.applied}>
                <Moment at={appliedAt} zone={zone} language={language} />
              </td>
              <td class="breakable" data-label={say.appliedBy}>
                <span>{appliedBy}</span>
              </td>
              <td>
                <ul class="row-links">
                  <li>
                    <a href={planPeoplePath(id)}>{say.people}</a>
                  </li>
                  <li>
                    <a href={administeredPlanPath(id)}>{say.versions}</a>
                  </li>
                  <li>
                    <a href={planNoticesPath(id)}>{say.noticesAhead}</a>
                  </li>
                  <li>
                    <a href={planFilePath(id)} download>
                      {say.download}
                    </a>
                  </li>
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
