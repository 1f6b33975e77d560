import { formatNumber } from '../../i18n/format.ts';
import type { Language } from '../../plan/types.ts';
import type { PlanScore } from '../../score/plan-score.ts';
import { planWords } from '../wording/plan-words.ts';

/** What the plan has earned of its weight, what it may still come to, and by which rules. */
export function PlanScoreLine({ score, language }: { score: PlanScore; language: Language }) {
  const say = planWords(language);
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
      <details class="reckoned">
        <summary>{say.reckoned}</summary>
        <p>{say.reckonedHow}</p>
      </details>
    </div>
  );
}
