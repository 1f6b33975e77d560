import type { AssessedSums, StoredAssessment } from '../../db/queries/assessments.ts';
import { formatNumber } from '../../i18n/format.ts';
import type { Language, Plan } from '../../plan/types.ts';
import { postTitle } from '../parts/people.ts';
import { Day, Moment } from '../parts/time.tsx';
import { assessmentPath, assessmentsPath } from '../paths.ts';
import { assessmentWords } from '../wording/assessment-words.ts';
import { capital } from '../wording/capital.ts';

interface Props {
  readonly plan: Plan;
  readonly all: readonly StoredAssessment[];
  readonly sums: ReadonlyMap<number, AssessedSums>;
  readonly mayPrepare: boolean;
  readonly language: Language;
}

/** The self-assessments of a plan, the latest first, with their points kept apart. */
export function AssessmentList({ plan, all, sums, mayPrepare, language }: Props) {
  const say = assessmentWords(language);
  return (
    <>
      <div class="heading">
        <h1>
          <span class="over">{plan.office.name[language]}</span>
          {say.title}
        </h1>
        <p class="quiet">{say.lead}</p>
      </div>
      {mayPrepare && (
        <p>
          <a class="button" href={`${assessmentsPath(plan.id)}/new`}>
            {say.prepare}
          </a>
        </p>
      )}
      {all.length === 0 ? (
        <p class="empty">{say.none}</p>
      ) : (
        <div class="table-frame">
          <table class="list-table">
            <caption class="hidden">{say.title}</caption>
            <thead>
              <tr>
                <th scope="col">{say.period}</th>
                <th scope="col">{say.status}</th>
                <th scope="col">{say.until}</th>
                <th scope="col">{say.claimed}</th>
                <th scope="col">{say.evidenced}</th>
                <th scope="col">{say.accepted}</th>
                <th scope="col">{say.hash}</th>
              </tr>
            </thead>
            <tbody>
              {all.map((one) => (
                <Row plan={plan} one={one} sums={sums.get(one.id)} language={language} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function Row(props: { plan: Plan; one: StoredAssessment; sums: AssessedSums | undefined; language: Language }) {
  const { plan, one, sums, language } = props;
  const say = assessmentWords(language);
  const number = (value: number | null | undefined) => (value == null ? '–' : formatNumber(value, language));
  const last = one.judged ?? one.sent ?? one.approved ?? one.prepared;
  return (
    <tr class="row">
      <th scope="row" data-label={say.period}>
        <a href={assessmentPath(plan.id, one.id)}>{say.periods[one.period]}</a>
        <span class="small">
          {say.round} {formatNumber(one.round, language)}
        </span>
      </th>
      <td data-label={say.status}>
        {say.statuses[one.status]}
        <span class="small">
          {capital(postTitle(plan.posts, last.post, language))},{' '}
          <Moment at={last.at} zone={plan.zone} language={language} />
        </span>
      </td>
      <td data-label={say.until}>
        <Day date={one.until} language={language} />
      </td>
      <td data-label={say.claimed}>
        {number(sums?.claimed)} / {number(sums?.weight)}
      </td>
      <td data-label={say.evidenced}>{number(sums?.evidenced)}</td>
      <td data-label={say.accepted}>{number(sums?.accepted)}</td>
      <td data-label={say.hash}>
        <code>{one.documentHash.slice(0, 16)}…</code>
      </td>
    </tr>
  );
}
