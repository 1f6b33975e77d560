import type { IndicatorState } from '../../machines/state.ts';
import { type IndicatorView, viewOf } from '../../machines/view.ts';
import { daysBetween, localDate } from '../calendar/local-time.ts';
import type { Instant, LocalDate } from '../calendar/types.ts';
import type { Database } from '../db/database.ts';
import { indicatorsByCode } from '../db/queries/indicators-by-code.ts';
import { type OpenQuestion, openQuestions } from '../db/queries/open-questions.ts';
import { plansById } from '../db/queries/plans.ts';
import { staffedPlans } from '../db/queries/staffed-plans.ts';
import type { DefinitionCache } from '../engine/definition-cache.ts';
import { compareCodes, compareTexts } from '../i18n/compare-codes.ts';
import type { Indicator, Plan } from '../plan/types.ts';
import { mayDo, postsOf, type Standing, standingsFor, type Viewer } from '../rights/rights.ts';
import { isRunning } from './running.ts';

/** One thing that somebody owes: the next of an indicator, once, whatever posts it is owed in. */
export interface Duty {
  readonly plan: Plan;
  readonly indicator: Indicator;
  readonly view: IndicatorView;
  readonly daysLeft: number;
  /** The posts in which the person may settle it, the focal point's first. */
  readonly as: readonly Standing[];
}

/** What was recorded of one of the person's indicators. */
export interface Deed {
  readonly plan: Plan;
  readonly indicator: Indicator;
  readonly on: LocalDate;
  readonly what:
    | { readonly type: 'step' | 'occurrence'; readonly id: string }
    | { readonly type: 'number' | 'reading'; readonly value: number }
    | { readonly type: 'achieved' };
}

/** An explanation that somebody above asked for, of an indicator that the person answers for. */
export interface AskedOf {
  readonly plan: Plan;
  readonly indicator: Indicator;
  readonly question: OpenQuestion;
}

export interface MyWork {
  /** What is to be explained, the oldest question first. */
  readonly asked: readonly AskedOf[];
  /** By date, the longest overdue first. */
  readonly duties: readonly Duty[];
  /** What was done this month, the latest first. */
  readonly done: readonly Deed[];
  /** Whether the person has any post in any plan now. */
  readonly hasPost: boolean;
  /** Whether all of it belongs to one plan. */
  readonly isOnePlan: boolean;
}

/** Whether somebody has a post in any plan now. */
export async function holdsAnyPost(db: Database, viewer: Viewer, now: Instant): Promise<boolean> {
  return (await stationsOf(db, viewer, now)).length > 0;
}

/** Reads what somebody owes, over all plans and posts, in five queries at most. */
export async function readMyWork(
  db: Database,
  definitions: DefinitionCache,
  viewer: Viewer,
  now: Instant,
): Promise<MyWork> {
  const stations = await stationsOf(db, viewer, now);
  const standing = { hasPost: stations.length > 0, isOnePlan: stations.length === 1 };
  const ids = stations.filter(({ records }) => records).map(({ planId }) => planId);
  const plans = ids.length > 0 ? (await plansById(db, ids)).map(({ body }) => body) : [];
  const own = plans.flatMap((plan) => ownIndicators(plan, viewer, localDate(now, plan.zone)));
  if (own.length === 0) return { asked: [], duties: [], done: [], ...standing };
  const readings = await indicatorsByCode(
    db,
    own.map(({ plan, indicator }) => ({ planId: plan.id, code: indicator.code })),
  );
  const definitionOf = await definitions.load(
    db,
    readings.map(({ definitionHash }) => definitionHash),
  );
  const readingOf = new Map(readings.map((reading) => [`${reading.planId} ${reading.code}`, reading]));
  const ofId = new Map(readings.map((reading) => [reading.id, reading]));
  const questions = await openQuestions(db, [...ofId.keys()]);
  const duties: Duty[] = [];
  const done: Deed[] = [];
  for (const { plan, indicator, as, today } of own) {
    const reading = readingOf.get(`${plan.id} ${indicator.code}`);
    if (!reading) continue;
    const view = viewOf(definitionOf(reading.definitionHash), reading.state);
    if (isRunning({ view })) duties.push({ plan, indicator, view, daysLeft: daysBetween(today, view.due), as });
    done.push(...deedsOf(plan, indicator, reading.state, view, `${today.slice(0, 7)}-01`));
  }
  return {
    asked: questions.flatMap((question) => {
      const { planId, code } = ofId.get(question.indicatorId)!;
      const found = own.find(({ plan, indicator }) => plan.id === planId && indicator.code === code);
      return found ? [{ plan: found.plan, indicator: found.indicator, question }] : [];
    }),
    duties: duties.sort(
      (one, other) => one.daysLeft - other.daysLeft || compareCodes(one.indicator.code, other.indicator.code),
    ),
    done: done.sort((one, other) => compareTexts(other.on, one.on)),
    ...standing,
  };
}

/**
 * The plans in which somebody has a post, and whether it is one that records progress. Read without the plans
 * themselves: whoever stands above a thousand offices is named in all of their plans, and records in none.
 */
async function stationsOf(db: Database, viewer: Viewer, now: Instant) {
  if (viewer.address === null) return [];
  const staffed = await staffedPlans(db, viewer.address);
  return staffed.flatMap(({ id, zone, roles, leaves, people, posts }) => {
    const indicators = (roles ?? []).map((one) => ({ posts: one }));
    const plan = { people, posts, activities: [{ indicators }], ...(leaves ? { leaves } : {}) };
    const on = localDate(now, zone);
    if (postsOf(viewer, plan, on).length === 0) return [];
    const records = indicators.some((indicator) => mayDo(viewer, 'recordProgress', { plan, indicator, on }).allowed);
    return [{ planId: id, records }];
  });
}

/** The indicators of which somebody may record progress, with the posts that let the person do so. */
function ownIndicators(plan: Plan, viewer: Viewer, today: LocalDate) {
  return plan.activities
    .flatMap(({ indicators }) => indicators)
    .map((indicator) => ({
      plan,
      indicator,
      today,
      as: standingsFor(viewer, 'recordProgress', { plan, indicator, on: today }),
    }))
    .filter(({ as }) => as.length > 0);
}

function deedsOf(
  plan: Plan,
  indicator: Indicator,
  { context }: IndicatorState,
  { achievedOn }: IndicatorView,
  since: LocalDate,
): Deed[] {
  const deeds = [
    ...(achievedOn === null ? [] : [{ on: achievedOn, what: { type: 'achieved' as const } }]),
    ...context.steps.map(({ id, on }) => ({ on, what: { type: 'step' as const, id } })),
    ...context.occurrences.map(({ id, on }) => ({ on, what: { type: 'occurrence' as const, id } })),
    ...context.numbers.map(({ number, on }) => ({ on, what: { type: 'number' as const, value: number } })),
    ...context.readings.map(({ value, on }) => ({ on, what: { type: 'reading' as const, value } })),
  ];
  return deeds.filter(({ on }) => on >= since).map((deed) => ({ plan, indicator, ...deed }));
}
