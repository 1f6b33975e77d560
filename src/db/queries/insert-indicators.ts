import { query, type Transaction } from '../database.ts';
import type { IndicatorChange } from '../indicator-rows.ts';

/** A new indicator with the state its first steps led to. */
export interface NewIndicator {
  readonly planId: string;
  readonly code: string;
  readonly kind: string;
  readonly change: IndicatorChange;
}

/** Makes the rows of new indicators and returns their ids by code; what happened to them is saved like any change. */
export async function insertIndicators(
  tx: Transaction,
  indicators: readonly NewIndicator[],
): Promise<ReadonlyMap<string, number>> {
  const rows = indicators.map(({ planId, code, kind, change }) => ({
    plan_id: planId,
    code,
    kind,
    definition_hash: change.definitionHash,
    state: change.state,
    status: change.status,
    deadline: change.deadline,
  }));
  const inserted = await query<{ id: number; code: string }>(
    tx,
    `insert into indicator (plan_id, code, kind, definition_hash, state, version, status, deadline, log_seq, log_hash)
     select plan_id, code, kind, definition_hash, state, 0, status, deadline, 0, ''
     from json_to_recordset($1::json) as new (
       plan_id text, code text, kind text, definition_hash text, state jsonb, status text, deadline text)
     returning id, code`,
    [JSON.stringify(rows)],
  );
  return new Map(inserted.map(({ id, code }) => [code, id]));
}
