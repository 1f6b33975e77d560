import type { Instant } from '../../calendar/types.ts';
import { type Database, query, type Transaction } from '../database.ts';
import { toTimestamp } from '../instant-column.ts';

/**
 * Marks an indicator as set aside with its error: nothing of it fires until somebody has looked at it. False when
 * somebody else has done so already.
 */
export async function setAside(tx: Transaction, id: number, fault: string, at: Instant): Promise<boolean> {
  const rows = await query(
    tx,
    'update indicator set fault = $2, fault_at = $3::timestamptz where id = $1 and fault is null returning id',
    [id, fault, toTimestamp(at)],
  );
  return rows.length > 0;
}

/** Lets all indicators that were set aside fire again. */
export async function liftFaults(tx: Transaction): Promise<void> {
  await query(tx, 'update indicator set fault = null, fault_at = null where fault is not null');
}

/** The indicators that are set aside, by plan and in the plan's order. */
export function setAsideIndicators(
  db: Database,
): Promise<{ readonly planId: string; readonly code: string; readonly fault: string; readonly faultAt: Instant }[]> {
  return query(
    db,
    `select plan_id as "planId", code, fault, fault_at as "faultAt" from indicator
     where fault is not null order by plan_id, id limit 200`,
  );
}
