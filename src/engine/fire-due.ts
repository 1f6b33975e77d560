import { fireDue } from '../../machines/advance.ts';
import type { IndicatorState } from '../../machines/state.ts';
import type { Instant } from '../calendar/types.ts';
import { type Database, type Transaction, withTransaction } from '../db/database.ts';
import { DatabaseUnavailable, SerializationFailure } from '../db/errors.ts';
import type { IndicatorChange, StoredIndicator } from '../db/indicator-rows.ts';
import { lockDueIndicators } from '../db/queries/lock-due-indicators.ts';
import { lockFreeIndicator } from '../db/queries/lock-indicators.ts';
import { setAside } from '../db/queries/set-aside.ts';
import type { IndicatorDefinition } from '../plan/definition.ts';
import type { DefinitionCache } from './definition-cache.ts';
import { foldAlike } from './fold-steps.ts';
import { saveAndTell } from './tell-webhooks.ts';

/** So many indicators in one transaction: more gains little and holds locks longer. */
export const BATCH = 500;

/** What a round of firing did. */
export interface Firing {
  /** Deadlines fired, each with its transition logged. */
  readonly fired: number;
  readonly changes: readonly IndicatorChange[];
  /** What webhooks are told of it, queued by id. */
  readonly deliveries: readonly number[];
  /** Indicators that threw, by id: set aside with their error, the others went on. */
  readonly setAside: readonly { readonly id: number; readonly error: unknown }[];
}

/**
 * Fires what is due by `now` for up to `limit` indicators, in one transaction: lock, transition, append to the logs,
 * save, arm, note who is to be told. An indicator that slept through several of its deadlines passes through all of
 * them, each at its own instant. Nobody is held up: rows that others have locked are theirs.
 */
export async function fireDueBatch(
  db: Database,
  definitions: DefinitionCache,
  now: Instant,
  limit = BATCH,
): Promise<Firing> {
  let locked: StoredIndicator[] = [];
  try {
    return await withTransaction(db, async (tx) => {
      locked = await lockDueIndicators(tx, now, limit);
      return fireLocked(tx, definitions, locked, now);
    });
  } catch (error) {
    if (error instanceof DatabaseUnavailable || error instanceof SerializationFailure || locked.length === 0)
      throw error;
    return fireOneByOne(db, definitions, locked, now);
  }
}

async function fireLocked(
  tx: Transaction,
  definitions: DefinitionCache,
  locked: readonly StoredIndicator[],
  now: Instant,
): Promise<Firing> {
  const definitionOf = await definitions.load(
    tx,
    locked.map((one) => one.definitionHash),
  );
  const changes: IndicatorChange[] = [];
  const failed: { id: number; error: unknown }[] = [];
  let fired = 0;
  const fireAlike = oncePerState(definitionOf, now);
  for (const one of locked) {
    try {
      const change = fireAlike(one);
      if (!change) continue;
      changes.push(change);
      fired += change.log.length;
    } catch (error) {
      failed.push({ id: one.id, error });
    }
  }
  const deliveries = await saveAndTell(tx, changes);
  for (const { id, error } of failed) await setAside(tx, id, describe(error), now);
  return { fired, changes, deliveries, setAside: failed };
}

/**
 * Machines are pure, and a thousand offices work on one national plan: of indicators under one definition in one state,
 * the first is fired and the others follow, each with a log of its own. Nothing of that outlives the batch.
 */
function oncePerState(
  definitionOf: (hash: string) => IndicatorDefinition,
  now: Instant,
): (one: StoredIndicator) => IndicatorChange | null {
  const known = new Map<IndicatorState, Map<string, ReturnType<typeof foldAlike> | null>>();
  return (one) => {
    const { state, definitionHash } = one;
    const byDefinition = known.get(state) ?? new Map();
    known.set(state, byDefinition);
    if (!byDefinition.has(definitionHash)) {
      const steps = fireDue(definitionOf(definitionHash), state, now).map((step) => ({ step, definitionHash }));
      byDefinition.set(definitionHash, steps.length > 0 ? foldAlike(state, steps) : null);
    }
    return byDefinition.get(definitionHash)?.(one) ?? null;
  };
}

/** The database refused the batch as a whole: each indicator alone shows whose rows it was that it refused. */
async function fireOneByOne(
  db: Database,
  definitions: DefinitionCache,
  locked: readonly StoredIndicator[],
  now: Instant,
): Promise<Firing> {
  const rounds: Firing[] = [];
  for (const { id } of locked) {
    try {
      rounds.push(
        await withTransaction(db, async (tx) => {
          const one = await lockFreeIndicator(tx, id);
          return fireLocked(tx, definitions, one ? [one] : [], now);
        }),
      );
    } catch (error) {
      if (error instanceof DatabaseUnavailable || error instanceof SerializationFailure) throw error;
      // Two batches may come upon the same one, each before the other has set it aside.
      const isOurs = await withTransaction(db, (tx) => setAside(tx, id, describe(error), now));
      rounds.push({ fired: 0, changes: [], deliveries: [], setAside: isOurs ? [{ id, error }] : [] });
    }
  }
  return {
    fired: rounds.reduce((sum, round) => sum + round.fired, 0),
    changes: rounds.flatMap((round) => round.changes),
    deliveries: rounds.flatMap((round) => round.deliveries),
    setAside: rounds.flatMap((round) => round.setAside),
  };
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
