import type { Instant } from '../calendar/types.ts';
import { type Database, query, withTransaction } from '../db/database.ts';
import { logsOfPlan } from '../db/queries/logs-of-plan.ts';
import { planInForceAt, planInForceSince } from '../db/queries/plan-in-force-at.ts';
import type { PlanRecord, RecordedEntry } from '../report/record.ts';
import { DefinitionCache } from './definition-cache.ts';

/** What reports are made from; `notBefore` where the plan came into force only later. */
export type PlanRecordReading = { readonly record: PlanRecord } | { readonly notBefore: Instant };

/**
 * Reads a plan as it was in force at an instant, and the event logs of its indicators until then. Both only grow, so the
 * same instant gives the same record for ever. Null where there never was a plan of that id.
 */
export function readPlanRecord(
  db: Database,
  planId: string,
  until: Instant,
  definitions = new DefinitionCache(),
): Promise<PlanRecordReading | null> {
  return withTransaction(db, async (tx) => {
    // Work goes on meanwhile: all queries must see the same moment.
    await query(tx, 'set transaction isolation level repeatable read');
    const stored = await planInForceAt(tx, planId, until);
    if (stored === null) {
      const since = await planInForceSince(tx, planId);
      return since === null ? null : { notBefore: since };
    }
    const rows = await logsOfPlan(tx, planId, until);
    const definitionOf = await definitions.load(
      tx,
      rows.map(({ definitionHash }) => definitionHash),
    );
    const logs = new Map<string, RecordedEntry[]>();
    for (const { code, seq, entry, definitionHash, hash } of rows) {
      const log = logs.get(code) ?? [];
      log.push({ seq, entry, definition: definitionOf(definitionHash), hash });
      logs.set(code, log);
    }
    return { record: { plan: stored.body, version: stored.version, logs, history: null } };
  });
}
