import { sumsOf } from '../../acting/assessment-way.ts';
import type { AssessedIndicator } from '../../db/queries/assessments.ts';
import { formatCode, formatNumber, formatPercent } from '../../i18n/format.ts';
import { words } from '../../i18n/words.ts';
import type { Language, Plan } from '../../plan/types.ts';
import { valueText } from '../../report/figures.ts';
import { paperText } from '../../report/progress-paper.ts';
import type { AssessedRow, SelfAssessment } from '../../report/self-assessment.ts';
import { evidencePath, indicatorPath } from '../paths.ts';
import { assessmentWords } from '../wording/assessment-words.ts';

interface Props {
  readonly plan: Plan;
  /** In the order of the plan. */
  readonly rows: readonly AssessedIndicator[];
  /** What they were reckoned from; null where only the kept document still tells it. */
  readonly facts: SelfAssessment | null;
  readonly language: Language;
}

/** The points of each indicator, kept apart, beside what they were reckoned from. */
export function AssessmentTable({ plan, rows, facts, language }: Props) {
  const say = assessmentWords(language);
  const indicators = new Map(plan.activities.flatMap(({ indicators }) => indicators.map((one) => [one.code, one])));
  const known = new Map(facts?.rows.map((row) => [row.code, row]));
  const sums = sumsOf(rows);
  const fact = facts !== null;
  return (
    <>
      {!fact && <p class="notice">{say.factsGone}</p>}
      <div class="table-frame">
        <table class="list-table assessed">
          <caption class="hidden">{say.title}</caption>
          <thead>
            <tr>
              <th scope="col">{say.indicator}</th>
              <th scope="col">{say.weight}</th>
              {fact && <th scope="col">{say.target}</th>}
              {fact && <th scope="col">{say.achieved}</th>}
              {fact && <th scope="col">{say.percent}</th>}
              <th scope="col">{say.claimed}</th>
              <th scope="col">{say.evidenced}</th>
              <th scope="col">{say.accepted}</th>
              {fact && <th scope="col">{say.papers}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Line
                plan={plan}
                title={(known.get(row.code) ?? indicators.get(row.code))?.title[language] ?? ''}
                row={row}
                known={known.get(row.code)}
                fact={fact}
                language={language}
              />
            ))}
            <tr class="row">
              <th scope="row" data-label={say.total}>
                {say.total}
              </th>
              <td data-label={say.weight}>{number(sums.weight, language)}</td>
              {fact && <td class="unsaid" colspan={3} />}
              <td data-label={say.claimed}>{number(sums.claimed, language)}</td>
              <td data-label={say.evidenced}>{number(sums.evidenced, language)}</td>
              <td data-label={say.accepted}>{number(sums.accepted, language)}</td>
              {fact && <td class="unsaid" />}
            </tr>
          </tbody>
        </table>
      </div>
    </>
  );
}

interface LineProps extends Pick<Props, 'plan' | 'language'> {
  readonly title: string;
  readonly row: AssessedIndicator;
  readonly known: AssessedRow | undefined;
  readonly fact: boolean;
}

function Line({ plan, title, row, known, fact, language }: LineProps) {
  const say = assessmentWords(language);
  const { code, weight, claimed, evidenced, accepted, verdict, reason } = row;
  return (
    <tr class="row">
      <th scope="row" data-label={say.indicator}>
        <a href={indicatorPath(plan.id, code)}>
          <span class="code">{formatCode(code, language)}</span> {title}
        </a>
      </th>
      <td data-label={say.weight}>{number(weight, language)}</td>
      {fact && <td data-label={say.target}>{known && valueText(known.target, known.unit, language)}</td>}
      {fact && <td data-label={say.achieved}>{known && achievedText(known, language)}</td>}
      {fact && <td data-label={say.percent}>{known && formatPercent(known.percent, language)}</td>}
      <td data-label={say.claimed}>{number(claimed, language)}</td>
      <td data-label={say.evidenced}>{number(evidenced, language)}</td>
      <td data-label={say.accepted}>
        {number(accepted, language)}
        {verdict === 'returned' && reason !== null && <span class="small as-typed">{reason}</span>}
      </td>
      {fact && (
        <td data-label={say.papers} class="papers">
          {known && known.papers.length > 0 ? (
            <ul>
              {known.papers.map((paper) => (
                <li class="as-typed">
                  {paper.file === null ? (
                    paperText(paper, language)
                  ) : (
                    <a href={evidencePath(plan.id, code, paper.file)}>{paperText(paper, language)}</a>
                  )}
                </li>
              ))}
            </ul>
          ) : (
            '–'
          )}
        </td>
      )}
    </tr>
  );
}

/** What was reached; where nothing was, how it stood. */
function achievedText({ achieved, status, unit }: AssessedRow, language: Language): string {
  return achieved === null ? words(language).workStatus[status] : valueText(achieved, unit, language);
}

function number(value: number | null, language: Language): string {
  return value === null ? '–' : formatNumber(value, language);
}
