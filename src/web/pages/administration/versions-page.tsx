import type { PlanVersion } from '../../../db/queries/plan-versions.ts';
import { formatFiscalYear, formatNumber } from '../../../i18n/format.ts';
import type { Change } from '../../../plan/plan-difference.ts';
import type { Language, Plan } from '../../../plan/types.ts';
import { administeredPlanPath, planFilePath, planNoticesPath, planPeoplePath } from '../../administration-paths.ts';
import { DoneNotice, SelectField } from '../../parts/fields.tsx';
import { PlanChanges } from '../../parts/plan-changes.tsx';
import { Moment } from '../../parts/time.tsx';
import { administrationWords } from '../../wording/administration-words.ts';

export interface VersionsProps {
  readonly plan: Plan;
  readonly versions: readonly PlanVersion[];
  readonly compared: { readonly from: number; readonly to: number; readonly changes: readonly Change[] } | null;
  /** What was done just now, where something was. */
  readonly done: string | null;
  readonly language: Language;
}

/** Every version of a plan, who applied it when, and the difference between any two. */
export function VersionsPage({ plan, versions, compared, done, language }: VersionsProps) {
  const say = administrationWords(language);
  const number = (value: number) => formatNumber(value, language);
  return (
    <>
      <div class="heading">
        <h1>
          <span class="over">{say.versions}</span>
          {`${plan.office.name[language]}, ${formatFiscalYear(plan.fiscalYear, language)}`}
        </h1>
      </div>
      {done && <DoneNotice>{done}</DoneNotice>}
      <p class="row-links">
        <a href={planPeoplePath(plan.id)}>{say.people}</a> <a href={planNoticesPath(plan.id)}>{say.noticesAhead}</a>{' '}
        <a href={planFilePath(plan.id)} download>
          {say.download}
        </a>
      </p>
      <div class="table-frame">
        <table class="list-table">
          <caption class="hidden">{say.versions}</caption>
          <thead>
            <tr>
              <th scope="col">{say.version}</th>
              <th scope="col">{say.applied}</th>
              <th scope="col">{say.appliedBy}</th>
            </tr>
          </thead>
          <tbody>
            {versions.map(({ version, appliedAt, appliedBy }) => (
              <tr class="row">
                <th class="title" scope="row">
                  {say.versionNumber(number(version))}
                </th>
                <td data-label={say.applied}>
                  <Moment at={appliedAt} zone={plan.zone} language={language} />
                </td>
                <td class="breakable" data-label={say.appliedBy}>
                  <span>{appliedBy}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {compared ? (
        <>
          <h2 id="difference">{say.compare}</h2>
          <form class="form inline-form" method="get" action={`${administeredPlanPath(plan.id)}#difference`}>
            {(['from', 'to'] as const).map((end) => (
              <SelectField
                name={end}
                label={end === 'from' ? say.compareFrom : say.compareTo}
                typed={{ [end]: String(compared[end]) }}
                choices={versions.map(({ version }) => ({ value: String(version), label: number(version) }))}
              />
            ))}
            <button class="second-button" type="submit">
              {say.compare}
            </button>
          </form>
          <h3>{say.between(number(compared.from), number(compared.to))}</h3>
          <PlanChanges changes={compared.changes} language={language} />
        </>
      ) : (
        <p class="quiet">{say.onlyVersion}</p>
      )}
    </>
  );
}
