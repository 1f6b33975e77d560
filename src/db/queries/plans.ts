import type { Instant } from '../../calendar/types.ts';
import type { Leave, Plan } from '../../plan/types.ts';
import { type Database, query, type Transaction } from '../database.ts';
import { toTimestamp } from '../instant-column.ts';

/** A plan as it was last applied; its body brings along the leaves of its people, which the hash does not know of. */
export interface StoredPlan {
  readonly id: string;
  readonly version: number;
  readonly body: Plan;
  readonly bodyHash: string;
  readonly appliedAt: Instant;
}

/** The leaves of a plan's people, for whoever asks who holds a post; null where there are none. */
export const LEAVES = `(
  select json_agg(json_build_object('person', person_id, 'deputy', deputy_id, 'from', first_day, 'to', last_day) order by id)
  from leave where plan_id = plan.id and cancelled_at is null) as leaves`;

const COLUMNS = `id, version, body, body_hash as "bodyHash", applied_at as "appliedAt", ${LEAVES}`;

type PlanRow = StoredPlan & { readonly leaves: readonly Leave[] | null };

export async function listPlans(db: Database | Transaction): Promise<StoredPlan[]> {
  const rows = await query<PlanRow>(db, { name: 'list-plans', text: `select ${COLUMNS} from plan order by id` });
  return rows.map(toStored);
}

/** The plans with these ids, in one query. */
export async function plansById(db: Database, ids: readonly string[]): Promise<StoredPlan[]> {
  const rows = await query<PlanRow>(
    db,
    { name: 'plans-by-id', text: `select ${COLUMNS} from plan where id = any($1::text[]) order by id` },
    [ids],
  );
  return rows.map(toStored);
}

export async function findPlan(db: Database | Transaction, id: string): Promise<StoredPlan | null> {
  const [row] = await query<PlanRow>(db, { name: 'find-plan', text: `select ${COLUMNS} from plan where id = $1` }, [
    id,
  ]);
  return row ? toStored(row) : null;
}

/** A plan with the leaves of its people; where there are none, as it was written. */
export function withLeaves(body: Plan, leaves: readonly Leave[] | null): Plan {
  return leaves === null ? body : { ...body, leaves };
}

function toStored({ leaves, ...stored }: PlanRow): StoredPlan {
  return { ...stored, body: withLeaves(stored.body, leaves) };
}

/** Makes those who apply a plan take turns, even while it has no row yet that they could lock. */
export async function takeTurnsAtPlan(tx: Transaction, id: string): Promise<void> {
  await query(tx, { name: 'take-turns-at-plan', text: 'select pg_advisory_xact_lock(hashtext($1))' }, [`plan ${id}`]);
}

/** Locks a plan until the transaction ends, waiting for whoever holds it; null where there is none yet. */
export async function lockPlan(tx: Transaction, id: string): Promise<StoredPlan | null> {
  const [row] = await query<PlanRow>(
    tx,
    { name: 'lock-plan', text: `select ${COLUMNS} from plan where id = $1 for update` },
    [id],
  );
  return row ? toStored(row) : null;
}

/** Stores a version of a plan, and keeps the earlier ones. */
export async function savePlan(
  tx: Transaction,
  plan: Omit<StoredPlan, 'id'> & { readonly source: string; readonly appliedBy: string },
): Promise<void> {
  const { version, bodyHash, source, appliedBy } = plan;
  const { leaves: _, ...body } = plan.body;
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
