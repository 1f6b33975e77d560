import { begin, fireDue, send } from '../../machines/advance.ts';
import type { IndicatorState } from '../../machines/state.ts';
import { noticesAhead } from '../../machines/view.ts';
import type { Calendar, Instant } from '../calendar/types.ts';
import type { Database } from '../db/database.ts';
import { type IndicatorReading, indicatorsOfPlan } from '../db/queries/indicators-of-plan.ts';
import { findPlan } from '../db/queries/plans.ts';
import { compilePlan } from '../plan/compile.ts';
import type { IndicatorDefinition } from '../plan/definition.ts';
import { type Change, planDifference } from '../plan/plan-difference.ts';
import type { Plan } from '../plan/types.ts';
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
  /** A hash of all that would be in force: the plan, and what its policy and calendar make of it. */
  readonly shown: string;
}

/** Finds out what applying a plan would do; changes nothing. */
export async function previewPlan(db: Database, plan: Plan, calendar: Calendar, now: Instant): Promise<PlanPreview> {
  const compiled = new Map(compilePlan(plan, calendar).map((definition) => [definition.code, definition]));
  const inForce = await findPlan(db, plan.id);
  const readings = await indicatorsOfPlan(db, plan.id);
  const definitionOf = await new DefinitionCache().load(
    db,
    readings.map((reading) => reading.definitionHash),
  );
  const stored = readings.map((reading) => ({ ...reading, kind: definitionOf(reading.definitionHash).kind }));
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
    shown: contentHash([bodyHash, ...[...compiled.values()].map(definitionHash)]),
  };
}

function beginning(definition: IndicatorDefinition, now: Instant): NoticesLeft {
  const first = begin(definition, Math.min(definition.opensAt, now)).state;
  return noticesLeft(definition, fireDue(definition, first, now).at(-1)?.state ?? first);
}

function redefinition(
  { code, state }: IndicatorReading,
  before: IndicatorDefinition,
  after: IndicatorDefinition,
  now: Instant,
): Redefinition {
  const at = Math.max(now, state.at);
  const moved = dueDates(before) !== dueDates(after);
  const fired = fireDue(before, state, at).at(-1)?.state ?? state;
  const { steps } = send(after, fired, { type: 'redefine', at, moved });
  return {
    code,
    moved,
    before: noticesLeft(before, fired),
    after: noticesLeft(after, steps.at(-1)?.state ?? fired),
  };
}

function noticesLeft(definition: IndicatorDefinition, state: IndicatorState): NoticesLeft {
  const ahead = noticesAhead(definition, state);
  return { count: ahead.length, next: ahead[0]?.at ?? null };
}
