import type { Instant } from '../../calendar/types.ts';
import { type Database, query, type Transaction } from '../database.ts';
import { toTimestamp } from '../instant-column.ts';
import type { StoredPlan } from './plans.ts';

/** The version of a plan that was in force at an instant; null before its first one. */
export async function planInForceAt(
  db: Database | Transaction,
  planId: string,
  at: Instant,
): Promise<Pick<StoredPlan, 'version' | 'body'> | null> {
  const [row] = await query<Pick<StoredPlan, 'version' | 'body'>>(
    db,
    {
      name: 'plan-in-force-at',
      text: `select version, body from plan_version
             where plan_id = $1 and applied_at <= $2::timestamptz order by version desc limit 1`,
    },
    [planId, toTimestamp(at)],
  );
  return row ?? null;
}

/** When a plan was first put in force; null where it never was. */
export async function planInForceSince(db: Database | Transaction, planId: string): Promise<Instant | null> {
  const [row] = await query<{ since: Instant | null }>(
    db,
    {
      name: 'plan-in-force-since',
      text: 'select applied_at as since from plan_version where plan_id = $1 order by version limit 1',
    },
    [planId],
  );
  return row?.since ?? null;
}
