import type { Instant } from '../../calendar/types.ts';
import { query, type Transaction } from '../database.ts';
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
