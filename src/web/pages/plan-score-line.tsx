import type { AcceptedSums } from '../../db/queries/assessments.ts';
import { formatNumber } from '../../i18n/format.ts';
import type { Language } from '../../plan/types.ts';
import type { PlanScore } from '../../score/plan-score.ts';
import { assessmentPath } from '../paths.ts';
import { assessmentWords } from '../wording/assessment-words.ts';
import { planWords } from '../wording/plan-words.ts';

interface Props {
  readonly score: PlanScore;
  readonly accepted: AcceptedSums | null;
  readonly planId: string;
  readonly language: Language;
}

/** What the plan has earned of its weight, what it may still come to, and by which rules. */
export function PlanScoreLine({ score, accepted, planId, language }: Props) {
  const say = planWords(language);
  const assess = assessmentWords(language);
  const number = (value: number) => formatNumber(value, language);
  const { total, points, ifMet, withdrawnWeight, basis } = score;
  return (
    <div class="score">
      <p class="score-line">
        <span>{say.scoreSoFar}</span> <strong>{say.scoreOf(number(points), number(total))}</strong>
        {ifMet > points && <span class="quiet">{say.ifMet(number(ifMet))}</span>}
      </p>
      <svg class="score-bar" viewBox={`0 0 ${total || 1} 1`} preserveAspectRatio="none" aria-hidden="true">
        <rect class="score-open" width={String(ifMet)} height="1" />
        <rect class="score-earned" width={String(points)} height="1" />
      </svg>
      {basis === 'equal' && <p class="small">{say.equalShares}</p>}
      {withdrawnWeight !== null && withdrawnWeight > 0 && <p class="small">{say.leftTotal(number(withdrawnWeight))}</p>}
      {accepted !== null && (
        <p class="small">
          <a href={assessmentPath(planId, accepted.id)}>{assess.names[accepted.period]}</a>: {assess.claimed}{' '}
          {number(accepted.claimed)} · {assess.evidenced} {number(accepted.evidenced)} · {assess.accepted}{' '}
          {number(accepted.accepted ?? 0)}
        </p>
      )}
      <details class="reckoned">
        <summary>{say.reckoned}</summary>
        <p>{say.reckonedHow}</p>
      </details>
    </div>
  );
}
