import { formatDate, formatNumber, formatPercent } from '../../i18n/format.ts';
import { targetText } from '../../i18n/progress.ts';
import type { Criterion, Language } from '../../plan/types.ts';
import { criteriaOf } from '../../score/earn.ts';
import type { IndicatorScore } from '../../score/indicator-score.ts';
import { pointsAhead } from '../../score/points-ahead.ts';
import type { IndicatorPageFacts } from '../indicator-reading.ts';
import { assessmentPath } from '../paths.ts';
import { assessmentWords } from '../wording/assessment-words.ts';
import { planWords } from '../wording/plan-words.ts';
import { scoreWords } from '../wording/score-words.ts';

interface Props {
  readonly facts: IndicatorPageFacts;
  readonly language: Language;
}

/** What the indicator earns of its weight, by which of its criteria, and how that is reckoned. */
export function Score({ facts, language }: Props) {
  const { indicator, score, plan } = facts;
  const say = scoreWords(language);
  const number = (value: number) => formatNumber(value, language);
  if (!score.counts) {
    return (
      <section class="reckoning">
        <h2>{say.title}</h2>
        <p class="quiet">{say.withdrawn}</p>
      </section>
    );
  }
  const { points, weight, ifMet } = score;
  return (
    <section class="reckoning">
      <h2>{say.title}</h2>
      <p class="score-line">
        <strong>{say.scoreOf(number(points), number(weight))}</strong>
        {ifMet.points > points && <span class="quiet">{say.atMost(number(ifMet.points))}</span>}
      </p>
      <p class="small">{sumInWords(facts, language)}</p>
      <Apart facts={facts} language={language} />
      <Ahead facts={facts} language={language} />
      <table class="criteria">
        <caption class="hidden">{say.criteria}</caption>
        <thead>
          <tr>
            <th scope="col">{say.criterion}</th>
            <th scope="col" class="number">
              {say.percent}
            </th>
            <th scope="col" class="number">
              {say.points}
            </th>
          </tr>
        </thead>
        <tbody>
          {criteriaOf(indicator).map((criterion) => (
            <tr class={isMet(criterion, score) ? 'criterion-met' : ''}>
              <th scope="row">
                {criterionText(criterion, facts, language)}
                {isMet(criterion, score) && <span class="small">✓ {say.reached}</span>}
              </th>
              <td class="number">{formatPercent(criterion.percent, language)}</td>
              <td class="number">{number((weight * criterion.percent) / 100)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {indicator.score === 'pro-rata' && <p class="small">{say.proRata}</p>}
      {indicator.zeroIfLate && <p class="small">{say.zeroIfLate}</p>}
      {plan.totalWeight === null && <p class="small">{say.equalShare}</p>}
      <details class="reckoned">
        <summary>{planWords(language).reckoned}</summary>
        <p>{planWords(language).reckonedHow}</p>
      </details>
    </section>
  );
}

/** The office claims, papers support, the superior authority accepts: three numbers that are never one. */
function Apart({ facts, language }: Props) {
  const { score, evidenced, judged, plan } = facts;
  const say = scoreWords(language);
  return (
    <dl class="facts">
      <dt>{say.claimed}</dt>
      <dd>{formatNumber(score.points, language)}</dd>
      <dt>{say.evidenced}</dt>
      <dd>{formatNumber(evidenced, language)}</dd>
      <dt>{say.accepted}</dt>
      {judged?.accepted == null ? (
        <dd class="quiet">{say.notAccepted}</dd>
      ) : (
        <dd>
          {formatNumber(judged.accepted, language)}{' '}
          <a class="small" href={assessmentPath(plan.id, judged.assessmentId)}>
            {assessmentWords(language).periods[judged.period]}
          </a>
        </dd>
      )}
    </dl>
  );
}

/** Finish today: so many points; after that day: so many. Nothing where nobody can work on it any more. */
function Ahead({ facts, language }: Props) {
  const { indicator, view, score, today } = facts;
  const say = scoreWords(language);
  const steps = pointsAhead({ indicator, view }, score.weight, today);
  if (steps.length === 0) return null;
  const lines = steps.map(({ until, points }, i) => {
    const earns = say.scoreOf(formatNumber(points, language), formatNumber(score.weight, language));
    const before = steps[i - 1]?.until ?? null;
    if (before !== null) return say.finishAfter(earns, formatDate(before, language));
    return until === null ? say.finishToday(earns) : say.finishBy(earns, formatDate(until, language));
  });
  return (
    <>
      <h3>{say.ahead}</h3>
      <ul class="small">
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </>
  );
}

/** Two criteria of one indicator never stand for the same percent. */
function isMet(criterion: Criterion, { criterion: met }: IndicatorScore): boolean {
  return met !== null && met.percent === criterion.percent;
}

function criterionText({ target }: Criterion, { indicator }: IndicatorPageFacts, language: Language): string {
  const say = scoreWords(language);
  const text = targetText({ target, unit: indicator.unit }, language);
  return typeof target === 'string' ? say.by(text) : say.atLeast(text);
}

/** What is measured, and what it makes. */
function sumInWords({ score, indicator }: IndicatorPageFacts, language: Language): string {
  const say = scoreWords(language);
  const { measured, percent, weight, points } = score;
  if (measured === null) return say.nothingYet;
  const what =
    typeof measured === 'string'
      ? say.achievedOn(formatDate(measured, language))
      : (indicator.zeroIfLate ? say.inTime : say.recorded)(
          targetText({ target: measured, unit: indicator.unit }, language),
        );
  const makes =
    percent > 0
      ? say.sum(formatPercent(percent, language), formatNumber(weight, language), formatNumber(points, language))
      : say.noneMet;
  return `${what} ${makes}`;
}
