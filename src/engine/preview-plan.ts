import { begin, fireDue, send } from '../../machines/advance.ts';
import type { IndicatorState } from '../../machines/state.ts';
import { noticesAhead } from '../../machines/view.ts';
import type { Calendar, Instant } from '../calendar/types.ts';
import type { Database } from '../db/database.ts';
import { type IndicatorReading, indicatorsOfPlan } from '../db/queries/indicators-of-plan.ts';
import { findPlan } from '../db/queries/plans.ts';
import { asWritten } from '../plan/as-written.ts';
import { compilePlan } from '../plan/compile.ts';
import type { IndicatorDefinition } from '../plan/definition.ts';
import { isDuty } from '../plan/duties.ts';
import { type Change, planDifference } from '../plan/plan-difference.ts';
import type { Indicator, Plan } from '../plan/types.ts';
import { dueDates, sortOut } from './apply-plan.ts';
import { DefinitionCache } from './definition-cache.ts';
import { contentHash, definitionHash } from './hashes.ts';

/** The notices still to come of an indicator, should nothing happen before. */
export interface NoticesLeft {
  readonly count: number;
  readonly next: Instant | null;
}

/** An indicator that goes on under another definition. */
export interface Redefinition {
  readonly code: string;
  /** A day by which something is owed has moved: the ladder of notices starts anew. */
  readonly moved: boolean;
  readonly before: NoticesLeft;
  readonly after: NoticesLeft;
}

/** An indicator as it would stand right after the plan is applied. */
export interface Standing {
  readonly indicator: Indicator;
  readonly definition: IndicatorDefinition;
  readonly state: IndicatorState;
}

/** What applying a plan would do, had it been applied now. */
export interface PlanPreview {
  readonly plan: Plan;
  /** The plan in force; null where there is none yet. */
  readonly before: Plan | null;
  /** The version in force, 0 for none: to be given back when it is applied. */
  readonly seen: number;
  /** False when everything stands like that already. */
  readonly isChanged: boolean;
  readonly changes: readonly Change[];
  readonly added: readonly { readonly code: string; readonly after: NoticesLeft }[];
  /** Those that an earlier version had left out. */
  readonly returned: readonly string[];
  readonly redefined: readonly Redefinition[];
  readonly withdrawn: readonly string[];
  /** Indicators that would become another kind: the plan cannot be applied like this. */
  readonly otherKind: readonly string[];
  /** Every open indicator of the plan as it would stand, for looking ahead. */
  readonly standing: readonly Standing[];
  /** A hash of all that would be in force: the plan, and what its policy and calendar make of it. */
  readonly shown: string;
}

/** Finds out what applying a plan would do; changes nothing. */
export async function previewPlan(db: Database, given: Plan, calendar: Calendar, now: Instant): Promise<PlanPreview> {
  const plan = asWritten(given);
  const compiled = new Map(compilePlan(plan, calendar).map((definition) => [definition.code, definition]));
  const inForce = await findPlan(db, plan.id);
  const readings = await indicatorsOfPlan(db, plan.id);
  const definitionOf = await new DefinitionCache().load(
    db,
    readings.map((reading) => reading.definitionHash),
  );
  const stored = readings
    .map((reading) => ({ ...reading, kind: definitionOf(reading.definitionHash).kind }))
    .filter(({ kind }) => !isDuty(kind));
  const before = inForce?.body ?? null;
  const work = sortOut(stored, compiled, before);
  const bodyHash = contentHash(plan);
  const goesOn = (one: IndicatorReading) =>
    redefinition(one, definitionOf(one.definitionHash), compiled.get(one.code)!, now);
  return {
    plan,
    before,
    seen: inForce?.version ?? 0,
    isChanged: inForce?.bodyHash !== bodyHash || work.redefined.length + work.gone.length + work.fresh.length > 0,
    changes: planDifference(before, plan),
    added: work.fresh.map((definition) => ({ code: definition.code, after: beginning(definition, now) })),
    returned: work.returned.map(({ code }) => code),
    redefined: work.redefined.filter(({ code }) => !work.otherKind.includes(code)).map(goesOn),
    withdrawn: work.gone.map(({ code }) => code),
    otherKind: work.otherKind,
    standing: standingAfter(plan, compiled, stored, work.otherKind, definitionOf, now),
    shown: contentHash([bodyHash, ...[...compiled.values()].map(definitionHash)]),
  };
}

function beginning(definition: IndicatorDefinition, now: Instant): NoticesLeft {
  return noticesLeft(definition, begun(definition, now));
}

function begun(definition: IndicatorDefinition, now: Instant): IndicatorState {
  const first = begin(definition, Math.min(definition.opensAt, now)).state;
  return fireDue(definition, first, now).at(-1)?.state ?? first;
}

function standingAfter(
  plan: Plan,
  compiled: ReadonlyMap<string, IndicatorDefinition>,
  stored: readonly IndicatorReading[],
  otherKind: readonly string[],
  definitionOf: (hash: string) => IndicatorDefinition,
  now: Instant,
): Standing[] {
  const known = new Map(stored.map((one) => [one.code, one]));
  return plan.activities.flatMap(({ indicators }) =>
    indicators.flatMap((indicator): Standing[] => {
      const definition = compiled.get(indicator.code)!;
      const one = known.get(indicator.code);
      if (!one) return [{ indicator, definition, state: begun(definition, now) }];
      if (otherKind.includes(indicator.code)) return [];
      return [{ indicator, definition, state: goneOn(one, definitionOf(one.definitionHash), definition, now) }];
    }),
  );
}

/** The state of an indicator that goes on under a definition that may be another. */
function goneOn(
  { state }: IndicatorReading,
  before: IndicatorDefinition,
  after: IndicatorDefinition,
  now: Instant,
): IndicatorState {
  const at = Math.max(now, state.at);
  const fired = fireDue(before, state, at).at(-1)?.state ?? state;
  if (definitionHash(before) === definitionHash(after)) return fired;
  const moved = dueDates(before) !== dueDates(after);
  return send(after, fired, { type: 'redefine', at, moved }).steps.at(-1)?.state ?? fired;
}

function redefinition(
  one: IndicatorReading,
  before: IndicatorDefinition,
  after: IndicatorDefinition,
  now: Instant,
): Redefinition {
  return {
    code: one.code,
    moved: dueDates(before) !== dueDates(after),
    before: noticesLeft(before, goneOn(one, before, before, now)),
    after: noticesLeft(after, goneOn(one, before, after, now)),
  };
}

function noticesLeft(definition: IndicatorDefinition, state: IndicatorState): NoticesLeft {
  const ahead = noticesAhead(definition, state);
  return { count: ahead.length, next: ahead[0]?.at ?? null };
}
