import type { Instant } from '../../calendar/types.ts';
import type { Leave } from '../../plan/types.ts';
import { type Database, query, type Transaction } from '../database.ts';
import { toTimestamp } from '../instant-column.ts';

/** A leave as it is kept: with the plan it concerns, and who set it. */
export interface StoredLeave extends Leave {
  readonly id: number;
  readonly planId: string;
  readonly createdAt: Instant;
  /** The mail address of who set it, or `administrator` at the program's own console. */
  readonly createdBy: string;
}

const COLUMNS = `id, plan_id as "planId", person_id as person, deputy_id as deputy, first_day as "from",
  last_day as "to", created_at as "createdAt", created_by as "createdBy"`;

/** The leaves of these plans that were not ended by hand, the earliest first. */
export function leavesOf(db: Database | Transaction, planIds: readonly string[]): Promise<StoredLeave[]> {
  return query<StoredLeave>(
    db,
    {
      name: 'leaves-of',
      text: `
        select ${COLUMNS} from leave where plan_id = any($1) and cancelled_at is null
        order by first_day, last_day, id`,
    },
    [planIds],
  );
}

export async function findLeave(db: Database | Transaction, id: number): Promise<StoredLeave | null> {
  const [row] = await query<StoredLeave>(
    db,
    { name: 'find-leave', text: `select ${COLUMNS} from leave where id = $1 and cancelled_at is null` },
    [id],
  );
  return row ?? null;
}

/** Keeps a leave, and returns its id. */
export async function insertLeave(tx: Transaction, leave: Omit<StoredLeave, 'id'>): Promise<number> {
  const { planId, person, deputy, from, to, createdAt, createdBy } = leave;
  const [row] = await query<{ id: number }>(
    tx,
    `insert into leave (plan_id, person_id, deputy_id, first_day, last_day, created_at, created_by)
     values ($1, $2, $3, $4, $5, $6::timestamptz, $7)
     returning id`,
    [planId, person, deputy, from, to, toTimestamp(createdAt), createdBy],
  );
  return row!.id;
}

/** Takes a leave back; false when that was done before. */
export async function cancelLeave(db: Database | Transaction, id: number, now: Instant): Promise<boolean> {
  const rows = await query(
    db,
    'update leave set cancelled_at = $2::timestamptz where id = $1 and cancelled_at is null returning id',
    [id, toTimestamp(now)],
  );
  return rows.length > 0;
}
