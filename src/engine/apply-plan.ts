import { begin, fireDue, type Step, send } from '../../machines/advance.ts';
import { workStatus } from '../../machines/state.ts';
import { localDate } from '../calendar/local-time.ts';
import type { Calendar, Instant } from '../calendar/types.ts';
import { type Database, type Transaction, withTransaction } from '../db/database.ts';
import type { IndicatorChange, StoredIndicator } from '../db/indicator-rows.ts';
import { storeDefinitions } from '../db/queries/definitions.ts';
import { insertIndicators } from '../db/queries/insert-indicators.ts';
import { lockIndicatorsOfPlan } from '../db/queries/lock-indicators.ts';
import { lockPlan, type StoredPlan, savePlan, takeTurnsAtPlan } from '../db/queries/plans.ts';
import { asWritten } from '../plan/as-written.ts';
import { compilePlan } from '../plan/compile.ts';
import type { IndicatorDefinition } from '../plan/definition.ts';
import { isDuty } from '../plan/duties.ts';
import type { Plan } from '../plan/types.ts';
import type { DefinitionCache } from './definition-cache.ts';
import { foldSteps } from './fold-steps.ts';
import { CHAIN_START, contentHash, definitionHash } from './hashes.ts';
import { dutiesRedefined } from './meetings/redefine-duties.ts';
import { saveAndTell } from './tell-webhooks.ts';

export interface PlanApplication {
  readonly plan: Plan;
  readonly calendar: Calendar;
  /** Where the plan came from, for the record. */
  readonly source: string;
  readonly by: string;
  /** The version that the person had seen, 0 for none; not asked where left out. */
  readonly seen?: number | undefined;
}

export interface Applied {
  /** The plan as it stood before; null for a new one. */
  readonly before: Plan | null;
  readonly version: number;
  /** False when the very same plan, policy and calendar were applied before: then nothing was touched. */
  readonly isChanged: boolean;
  /** New ones, and those that an earlier version of the plan had left out and this one has again. */
  readonly added: readonly string[];
  /** Indicators whose targets, steps or ladder of notices changed. */
  readonly redefined: readonly string[];
  /** Indicators that the plan no longer has: withdrawn, and kept with their history. */
  readonly withdrawn: readonly string[];
  readonly changes: readonly IndicatorChange[];
  /** What webhooks are told of it, queued by id. */
  readonly deliveries: readonly number[];
}

/** Who withdraws and reopens what a plan leaves out and has again. */
const ADMINISTRATOR = { post: 'administrator', person: null };

/** An indicator cannot become another kind of indicator: its history would no longer make sense. */
export class KindChanged extends Error {
  readonly code = 'kindChanged';
  readonly indicators: readonly string[];

  constructor(planId: string, indicators: readonly string[]) {
    super(
      `The plan ${planId} changes the kind of ${indicators.join(', ')}. Give it a new code instead: the old one is then withdrawn and keeps its history.`,
    );
    this.name = 'KindChanged';
    this.indicators = indicators;
  }
}

/** Somebody else has applied the plan since the person looked at it. */
export class PlanMovedOn extends Error {
  readonly code = 'planMovedOn';
  readonly planId: string;
  readonly seen: number;
  readonly version: number;

  constructor(planId: string, seen: number, version: number) {
    super(`The plan ${planId} stands at version ${version}, not at ${seen}: look at it again before applying another.`);
    this.name = 'PlanMovedOn';
    this.planId = planId;
    this.seen = seen;
    this.version = version;
  }
}

/**
 * Puts a plan in force in one transaction, all of it or nothing. New indicators begin with the fiscal year and catch up
 * to now; changed ones go on under their new definition; those that are gone are withdrawn, and reopened if they return.
 *
 * @throws KindChanged, PlanMovedOn
 */
export async function applyPlan(
  db: Database,
  definitions: DefinitionCache,
  application: PlanApplication,
  now: Instant,
): Promise<Applied> {
  const { calendar, source, by, seen } = application;
  // A plan read out of the database brings along what is kept beside it; that stays there.
  const plan = asWritten(application.plan);
  const compiled = new Map(compilePlan(plan, calendar).map((definition) => [definition.code, definition]));
  const bodyHash = contentHash(plan);
  return withTransaction(db, async (tx) => {
    await takeTurnsAtPlan(tx, plan.id);
    const before = await lockPlan(tx, plan.id);
    const stands = before?.version ?? 0;
    if (seen !== undefined && seen !== stands) throw new PlanMovedOn(plan.id, seen, stands);
    const locked = await lockIndicatorsOfPlan(tx, plan.id);
    // Meetings and what they decided are owed beside the plan: it neither has them nor leaves them out.
    const stored = locked.filter(({ kind }) => !isDuty(kind));
    const version = stands + 1;
    const work = sortOut(stored, compiled, before?.body ?? null);
    const isChanged = before?.bodyHash !== bodyHash || work.redefined.length + work.gone.length + work.fresh.length > 0;
    if (!isChanged) return unchanged(before);
    if (work.otherKind.length > 0) throw new KindChanged(plan.id, work.otherKind);

    await storeDefinitions(
      tx,
      new Map([...compiled.values()].map((definition) => [definitionHash(definition), definition])),
    );
    await savePlan(tx, { body: plan, version, bodyHash, source, appliedAt: now, appliedBy: by });
    const definitionOf = await definitions.load(
      tx,
      locked.map((one) => one.definitionHash),
    );
    const duties = await dutiesRedefined(tx, locked, { plan, calendar });
    const changes = [
      ...(await addIndicators(tx, plan.id, work.fresh, now)),
      ...work.redefined.map((one) => redefine(one, definitionOf(one.definitionHash), compiled.get(one.code)!, now)),
      ...work.returned.map((one) => bringBack(one, compiled.get(one.code)!, plan, now)),
      ...work.gone.map((one) => withdraw(one, definitionOf(one.definitionHash), plan, now)),
      ...duties.map(({ one, after }) => redefine(one, definitionOf(one.definitionHash), after, now)),
    ];
    const deliveries = await saveAndTell(tx, changes);
    return {
      before: before?.body ?? null,
      version,
      isChanged,
      added: [...work.fresh, ...work.returned].map(({ code }) => code),
      redefined: work.redefined.map((one) => one.code),
      withdrawn: work.gone.map((one) => one.code),
      changes,
      deliveries,
    };
  });
}

/** What is new, what is defined otherwise than before, what the plan no longer has, and what it has again. */
export function sortOut<One extends Pick<StoredIndicator, 'code' | 'kind' | 'definitionHash' | 'state'>>(
  stored: readonly One[],
  compiled: ReadonlyMap<string, IndicatorDefinition>,
  before: Plan | null,
) {
  const known = new Set(stored.map((one) => one.code));
  const lasting = stored.filter((one) => compiled.has(one.code));
  const wasLeftOut = ({ code }: One) =>
    before !== null && !before.activities.some(({ indicators }) => indicators.some((one) => one.code === code));
  return {
    fresh: [...compiled.values()].filter((definition) => !known.has(definition.code)),
    returned: lasting.filter(wasLeftOut),
    redefined: lasting.filter(
      (one) => !wasLeftOut(one) && definitionHash(compiled.get(one.code)!) !== one.definitionHash,
    ),
    gone: stored.filter((one) => !compiled.has(one.code) && workStatus(one.state.value) !== 'withdrawn'),
    otherKind: lasting.filter((one) => compiled.get(one.code)!.kind !== one.kind).map((one) => one.code),
  };
}

function unchanged(before: StoredPlan | null): Applied {
  return {
    before: before?.body ?? null,
    version: before?.version ?? 0,
    isChanged: false,
    added: [],
    redefined: [],
    withdrawn: [],
    changes: [],
    deliveries: [],
  };
}

async function addIndicators(
  tx: Transaction,
  planId: string,
  fresh: readonly IndicatorDefinition[],
  now: Instant,
): Promise<IndicatorChange[]> {
  if (fresh.length === 0) return [];
  const newborn = fresh.map((definition) => {
    const first = begin(definition, Math.min(definition.opensAt, now));
    const steps = [first, ...fireDue(definition, first.state, now)];
    const unborn = { id: 0, planId, version: 0, logSeq: 0, logHash: CHAIN_START, state: null };
    const change = foldSteps(unborn, underOne(steps, definition));
    return { planId, code: definition.code, kind: definition.kind, change };
  });
  const ids = await insertIndicators(tx, newborn);
  return newborn.map(({ code, change }) => ({ ...change, id: ids.get(code)! }));
}

/** The indicator goes on under its new definition. Its ladder starts anew only where a due date moved. */
function redefine(
  one: StoredIndicator,
  before: IndicatorDefinition,
  after: IndicatorDefinition,
  now: Instant,
): IndicatorChange {
  const at = Math.max(now, one.state.at);
  const moved = dueDates(before) !== dueDates(after);
  // One that was set aside may owe that to its old definition, so it goes straight on to the new.
  const fired = one.fault === null ? fireDue(before, one.state, at) : [];
  const { steps } = send(after, fired.at(-1)?.state ?? one.state, { type: 'redefine', at, moved });
  return foldSteps(one, [...underOne(fired, before), ...underOne(steps, after)]);
}

/** The plan left the indicator out for a while: it was withdrawn, and now goes on, with a ladder climbed anew. */
function bringBack(one: StoredIndicator, definition: IndicatorDefinition, plan: Plan, now: Instant): IndicatorChange {
  const at = Math.max(now, one.state.at);
  const on = localDate(at, plan.zone);
  const reason = 'The plan has this indicator again.';
  const redefined = send(definition, one.state, { type: 'redefine', at, moved: true }).steps;
  const reopened = send(definition, redefined.at(-1)!.state, { type: 'reopen', reason, at, on, by: ADMINISTRATOR });
  return foldSteps(one, underOne([...redefined, ...reopened.steps], definition));
}

function withdraw(one: StoredIndicator, definition: IndicatorDefinition, plan: Plan, now: Instant): IndicatorChange {
  const at = Math.max(now, one.state.at);
  const on = localDate(at, plan.zone);
  const by = ADMINISTRATOR;
  const reason = 'The plan no longer has this indicator.';
  const fired = fireDue(definition, one.state, at);
  const settled = ['achieved', 'notAchieved'].includes(workStatus((fired.at(-1)?.state ?? one.state).value));
  // What was settled before it left the plan is reopened first: a withdrawal has to show in every status.
  const opening = settled ? send(definition, one.state, { type: 'reopen', reason, at, on, by }).steps : fired;
  const open = opening.at(-1)?.state ?? one.state;
  const { steps } = send(definition, open, { type: 'withdraw', reason, at, on, by });
  return foldSteps(one, underOne([...opening, ...steps], definition));
}

export function dueDates({ checkpoints }: IndicatorDefinition): string {
  return checkpoints.map(({ id, due }) => `${id} ${due}`).join();
}

function underOne(steps: readonly Step[], definition: IndicatorDefinition) {
  return steps.map((step) => ({ step, definitionHash: definitionHash(definition) }));
}
