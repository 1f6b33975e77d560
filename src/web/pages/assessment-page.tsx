import { sumsOf } from '../../acting/assessment-way.ts';
import type { AssessedIndicator, StoredAssessment } from '../../db/queries/assessments.ts';
import { formatCode, formatNumber } from '../../i18n/format.ts';
import type { Language, Plan } from '../../plan/types.ts';
import { postTitle } from '../parts/people.ts';
import { Day, Moment } from '../parts/time.tsx';
import { assessmentPath, indicatorPath } from '../paths.ts';
import { assessmentWords } from '../wording/assessment-words.ts';
import { capital } from '../wording/capital.ts';

interface Props {
  readonly plan: Plan;
  readonly assessment: StoredAssessment;
  /** In the order of the plan. */
  readonly rows: readonly AssessedIndicator[];
  readonly language: Language;
}

/** How far a self-assessment has come, by whom and when. */
export function StageLine({ plan, assessment, language }: Omit<Props, 'rows'>) {
  const say = assessmentWords(language);
  return (
    <dl class="counts">
      {(['prepared', 'approved', 'sent', 'judged'] as const).map((stage) => {
        const by = assessment[stage];
        const label = stage === 'judged' && by !== null ? say.statuses[assessment.status] : say.stages[stage];
        return (
          <div class="count">
            <dt>{label}</dt>
            <dd>
              {by === null ? (
                <span class="quiet">– {say.pending}</span>
              ) : (
                <>
                  ✓ <Moment at={by.at} zone={plan.zone} language={language} />
                  <span class="small">{capital(postTitle(plan.posts, by.post, language))}</span>
                </>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** What identifies the document: the same facts, the same bytes. */
export function AssessmentFacts({ plan, assessment, language }: Omit<Props, 'rows'>) {
  const say = assessmentWords(language);
  const { until, memo, documentHash, recordHash, indicatorCode, judgement } = assessment;
  const path = assessmentPath(plan.id, assessment.id);
  return (
    <>
      <p>
        {say.download}:{' '}
        {(['docx', 'xlsx', 'html'] as const).map((ending) => (
          <>
            <a href={`${path}/document/${ending}`}>{ending}</a>{' '}
          </>
        ))}
      </p>
      <dl class="facts">
        <dt>{say.until}</dt>
        <dd>
          <Day date={until} language={language} />
        </dd>
        {indicatorCode !== null && (
          <>
            <dt>{say.achieves}</dt>
            <dd>
              <a href={indicatorPath(plan.id, indicatorCode)}>{formatCode(indicatorCode, language)}</a>
            </dd>
          </>
        )}
        {memo !== null && (
          <>
            <dt>{say.memo}</dt>
            <dd class="as-typed">{memo}</dd>
          </>
        )}
        <dt>{say.hash}</dt>
        <dd class="hash">
          <code>{documentHash}</code>
        </dd>
        <dt>{say.record}</dt>
        <dd class="hash">
          <code>{recordHash}</code>
        </dd>
        {judgement !== null && (
          <>
            <dt>{say.judgedWord}</dt>
            <dd class="as-typed">{judgement}</dd>
          </>
        )}
      </dl>
    </>
  );
}

/** The points of each indicator, kept apart. */
export function AssessmentTable({ plan, rows, language }: Omit<Props, 'assessment'>) {
  const say = assessmentWords(language);
  const number = (value: number | null) => (value === null ? '–' : formatNumber(value, language));
  const indicators = new Map(plan.activities.flatMap(({ indicators }) => indicators.map((one) => [one.code, one])));
  const sums = sumsOf(rows);
  return (
    <div class="table-frame">
      <table class="list-table">
        <caption class="hidden">{say.title}</caption>
        <thead>
          <tr>
            <th scope="col">{say.indicator}</th>
            <th scope="col">{say.weight}</th>
            <th scope="col">{say.claimed}</th>
            <th scope="col">{say.evidenced}</th>
            <th scope="col">{say.accepted}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ code, weight, claimed, evidenced, accepted, verdict, reason }) => (
            <tr class="row">
              <th scope="row" data-label={say.indicator}>
                <a href={indicatorPath(plan.id, code)}>
                  <span class="code">{formatCode(code, language)}</span> {indicators.get(code)?.title[language]}
                </a>
              </th>
              <td data-label={say.weight}>{number(weight)}</td>
              <td data-label={say.claimed}>{number(claimed)}</td>
              <td data-label={say.evidenced}>{number(evidenced)}</td>
              <td data-label={say.accepted}>
                {number(accepted)}
                {verdict === 'returned' && reason !== null && <span class="small as-typed">{reason}</span>}
              </td>
            </tr>
          ))}
          <tr class="row">
            <th scope="row" data-label={say.total}>
              {say.total}
            </th>
            <td data-label={say.weight}>{number(sums.weight)}</td>
            <td data-label={say.claimed}>{number(sums.claimed)}</td>
            <td data-label={say.evidenced}>{number(sums.evidenced)}</td>
            <td data-label={say.accepted}>{number(sums.accepted)}</td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}
