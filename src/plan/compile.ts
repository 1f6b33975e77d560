import { endOfDay, startOfDay } from '../calendar/local-time.ts';
import type { Calendar } from '../calendar/types.ts';
import type { IndicatorDefinition } from './definition.ts';
import { cutLadder, type Ladder, type LadderTerms } from './ladder.ts';
import type { Indicator, Plan } from './types.ts';

/**
 * Resolves every date of a plan by its policy and calendar, one definition per indicator, in the plan's order.
 * Pure: the same plan and calendar give the same definitions, to the byte.
 */
export function compilePlan(plan: Plan, calendar: Calendar): IndicatorDefinition[] {
  const closesAt = endOfDay(plan.closes, plan.zone);
  const terms: LadderTerms = { policy: plan.policy, calendar, zone: plan.zone, closesAt };
  const cut = rememberLadders(terms);
  return plan.activities.flatMap((activity) => activity.indicators.map((indicator) => compile(indicator, plan, cut)));
}

type Cut = (owed: { id: string; from: string; due: string }) => Ladder;

function compile(indicator: Indicator, plan: Plan, cut: Cut): IndicatorDefinition {
  const ladders = owedBy(indicator, plan).map(cut);
  return {
    code: indicator.code,
    kind: indicator.kind,
    target: indicator.target,
    measure: indicator.measure,
    steps: indicator.steps.map(({ id, evidenceRequired, anyOrder }) => ({ id, evidenceRequired, anyOrder })),
    evidenceRequired: indicator.evidenceRequired,
    checkpoints: ladders.map((ladder) => ladder.checkpoint),
    marks: ladders.flatMap((ladder) => ladder.marks).sort((a, b) => a.at - b.at),
    opens: plan.opens,
    closes: plan.closes,
    opensAt: startOfDay(plan.opens, plan.zone),
    closesAt: endOfDay(plan.closes, plan.zone),
  };
}

/** What an indicator owes by which day: its occurrences, its readings, or the whole target at once. */
function owedBy(indicator: Indicator, plan: Plan) {
  const whole = { id: 'year', from: plan.opens, due: indicator.due };
  const parts = indicator.occurrences.map(({ id, from, due }) => ({ id, from, due }));
  const owed = indicator.kind === 'recurring' || indicator.kind === 'meeting' ? parts : [...parts, whole];
  return owed.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

/** Indicators due on the same day share one ladder: a year has few distinct deadlines, an office many indicators. */
function rememberLadders(terms: LadderTerms): Cut {
  const ladders = new Map<string, Ladder>();
  return (owed) => {
    const key = `${owed.id} ${owed.from} ${owed.due}`;
    const known = ladders.get(key) ?? cutLadder(owed, terms);
    ladders.set(key, known);
    return known;
  };
}
