import type { Instant } from '../../calendar/types.ts';
import type { Duty, Leave, Plan } from '../../plan/types.ts';
import { type Database, query, type Transaction } from '../database.ts';
import { toTimestamp } from '../instant-column.ts';

/** A plan as it was last applied; its body brings along what is kept beside it and the hash does not know of:
 * the leaves of its people, its meetings and what they decided. */
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

/** The meetings of a plan and what they decided, with the days by which something is owed; null where there are none. */
export const DUTIES = `(
  select json_agg(duty.facts order by duty.number, duty.item) from (
    select meeting.number, 0 as item, json_build_object('code', indicator.code, 'kind', 'meeting',
      'meetingKind', meeting.kind, 'day', meeting.day, 'owed', ${owedBy('definition')}) as facts
    from meeting
    join indicator on indicator.id = meeting.indicator_id
    join definition on definition.hash = indicator.definition_hash
    where meeting.plan_id = plan.id
    union all
    select meeting.number, action_item.number, json_build_object('code', indicator.code, 'kind', 'action',
      'text', action_item.text, 'post', action_item.post, 'about', action_item.about, 'decidedOn', meeting.day,
      'owed', ${owedBy('definition')})
    from meeting
    join action_item on action_item.meeting_id = meeting.id
    join indicator on indicator.id = action_item.indicator_id
    join definition on definition.hash = indicator.definition_hash
    where meeting.plan_id = plan.id
  ) as duty) as duties`;

function owedBy(definition: string): string {
  return `(select json_agg(json_build_object('id', part->>'id', 'from', part->>'from', 'due', part->>'due') order by place)
    from jsonb_array_elements(${definition}.body->'checkpoints') with ordinality as owed (part, place))`;
}

const COLUMNS = `id, version, body, body_hash as "bodyHash", applied_at as "appliedAt", ${LEAVES}, ${DUTIES}`;

/** What is kept beside a plan, as it is read with it. */
export interface Beside {
  readonly leaves: readonly Leave[] | null;
  readonly duties: readonly Duty[] | null;
}

type PlanRow = StoredPlan & Beside;

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

/** A plan with what is kept beside it; where there is nothing, as it was written. */
export function withBeside(body: Plan, { leaves, duties }: Beside): Plan {
  if (leaves === null && duties === null) return body;
  return { ...body, ...(leaves === null ? {} : { leaves }), ...(duties === null ? {} : { duties }) };
}

function toStored({ leaves, duties, ...stored }: PlanRow): StoredPlan {
  return { ...stored, body: withBeside(stored.body, { leaves, duties }) };
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
  const { leaves: _, duties: __, ...body } = plan.body;
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
