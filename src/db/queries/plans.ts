import type { Instant } from '../../calendar/types.ts';
import type { Plan } from '../../plan/types.ts';
import { type Database, query, type Transaction } from '../database.ts';
import { toTimestamp } from '../instant-column.ts';

/** A plan as it was last applied. */
export interface StoredPlan {
  readonly id: string;
  readonly version: number;
  readonly body: Plan;
  readonly bodyHash: string;
  readonly appliedAt: Instant;
}

const COLUMNS = `id, version, body, body_hash as "bodyHash", applied_at as "appliedAt"`;

export function listPlans(db: Database | Transaction): Promise<StoredPlan[]> {
  return query<StoredPlan>(db, { name: 'list-plans', text: `select ${COLUMNS} from plan order by id` });
}

export async function findPlan(db: Database | Transaction, id: string): Promise<StoredPlan | null> {
  const [row] = await query<StoredPlan>(db, { name: 'find-plan', text: `select ${COLUMNS} from plan where id = $1` }, [
    id,
  ]);
  return row ?? null;
}

/** Makes those who apply a plan take turns, even while it has no row yet that they could lock. */
export async function takeTurnsAtPlan(tx: Transaction, id: string): Promise<void> {
  await query(tx, { name: 'take-turns-at-plan', text: 'select pg_advisory_xact_lock(hashtext($1))' }, [`plan ${id}`]);
}

/** Locks a plan until the transaction ends, waiting for whoever holds it; null where there is none yet. */
export async function lockPlan(tx: Transaction, id: string): Promise<StoredPlan | null> {
  const [row] = await query<StoredPlan>(
    tx,
    { name: 'lock-plan', text: `select ${COLUMNS} from plan where id = $1 for update` },
    [id],
  );
  return row ?? null;
}

/** Stores a version of a plan, and keeps the earlier ones. */
export async function savePlan(
  tx: Transaction,
  plan: Omit<StoredPlan, 'id'> & { readonly source: string; readonly appliedBy: string },
): Promise<void> {
  const { body, version, bodyHash, source, appliedBy } = plan;
  const params = [body.id, version, JSON.stringify(body), bodyHash, toTimestamp(plan.appliedAt), appliedBy];
  await query(
    tx,
    `insert into plan (id, version, body, body_hash, applied_at, applied_by, source)
     values ($1, $2, $3::jsonb, $4, $5::timestamptz, $6, $7)
     on conflict (id) do update set
       version = excluded.version, body = excluded.body, body_hash = excluded.body_hash,
       applied_at = excluded.applied_at, applied_by = excluded.applied_by, source = excluded.source`,
    [...params, source],
  );
  await query(
    tx,
    `insert into plan_version (plan_id, version, body, body_hash, applied_at, applied_by)
     values ($1, $2, $3::jsonb, $4, $5::timestamptz, $6)`,
    params,
  );
}
