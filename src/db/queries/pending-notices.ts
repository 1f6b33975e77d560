import type { IndicatorState } from '../../../machines/state.ts';
import type { Instant } from '../../calendar/types.ts';
import type { NoticeKind } from '../../plan/definition.ts';
import type { Role } from '../../plan/types.ts';
import { type Database, query, type Transaction } from '../database.ts';
import { toTimestamp } from '../instant-column.ts';

/** A notification that nobody has been told of, with its indicator as it stands. */
export interface PendingNoticeRow {
  readonly id: number;
  readonly indicatorId: number;
  readonly code: string;
  readonly definitionHash: string;
  readonly state: IndicatorState;
  readonly checkpoint: string;
  readonly generation: number;
  readonly rung: string;
  readonly number: number;
  readonly notice: NoticeKind;
  readonly role: Role;
  readonly rungAt: Instant;
  /** The letter that told of it already, and the people who are through with it, while others wait for their hour. */
  readonly messageId: number | null;
  readonly doneWith: readonly string[] | null;
}

/** Plans with somebody to be told by `now`, whose hour has come or was not asked for yet. */
export async function plansToTell(db: Database, now: Instant): Promise<string[]> {
  const rows = await query<{ id: string }>(
    db,
    {
      name: 'plans-to-tell',
      text: `
        select distinct indicator.plan_id as id
        from notification
        join indicator on indicator.id = notification.indicator_id
        where notification.status = 'pending' and notification.rung_at <= $1::timestamptz
          and (notification.wait_until is null or notification.wait_until <= $1::timestamptz)
        order by 1`,
    },
    [toTimestamp(now)],
  );
  return rows.map((row) => row.id);
}

/** Whether a deadline of the plan is due and not yet fired, or being fired by somebody else just now. */
export async function hasFiringsAhead(tx: Transaction, planId: string, now: Instant): Promise<boolean> {
  const rows = await query(
    tx,
    {
      name: 'has-firings-ahead',
      text: `
        select 1 from deadline
        join indicator on indicator.id = deadline.indicator_id
        where indicator.plan_id = $1 and indicator.fault is null and deadline.due_at <= $2::timestamptz
        limit 1`,
    },
    [planId, toTimestamp(now)],
  );
  return rows.length > 0;
}

/** The pending notifications of a plan, in the order of its rungs and indicators. */
export function pendingNotices(tx: Transaction, planId: string, now: Instant): Promise<PendingNoticeRow[]> {
  return query<PendingNoticeRow>(
    tx,
    {
      name: 'pending-notices',
      // Indicator by indicator, which `offset 0` holds Postgres to: on the first morning of many offices its statistics
      // know of no notifications yet, and it would read those of all offices anew for each.
      text: `
        select notification.id, indicator.id as "indicatorId", indicator.code,
          indicator.definition_hash as "definitionHash", indicator.state, notification.checkpoint,
          notification.generation, notification.rung, notification.number, notification.notice, notification.role,
          notification.rung_at as "rungAt", notification.message_id as "messageId",
          notification.done_with as "doneWith"
        from indicator
        cross join lateral (
          select * from notification
          where indicator_id = indicator.id and status = 'pending' and rung_at <= $2::timestamptz
          offset 0
        ) as notification
        where indicator.plan_id = $1
        order by notification.rung_at, indicator.id, notification.id`,
    },
    [planId, toTimestamp(now)],
  );
}

/** Marks notifications as told in a message, or as skipped with the reason. */
export async function closeNotices(
  tx: Transaction,
  closed: readonly { readonly id: number; readonly messageId: number | null; readonly skipReason: string | null }[],
): Promise<void> {
  if (closed.length === 0) return;
  const rows = closed.map(({ id, messageId, skipReason }) => ({ id, message_id: messageId, skip_reason: skipReason }));
  await query(
    tx,
    {
      name: 'close-notices',
      text: `
        update notification set
          status = case when new.message_id is null then 'skipped' else 'messaged' end,
          message_id = new.message_id, skip_reason = new.skip_reason, wait_until = null
        from json_to_recordset($1::json) as new (id bigint, message_id bigint, skip_reason text)
        where notification.id = new.id`,
    },
    [JSON.stringify(rows)],
  );
}

/** Leaves notifications pending until somebody's hour; by then the others are through with it. */
export async function holdNotices(
  tx: Transaction,
  held: readonly {
    readonly id: number;
    readonly messageId: number | null;
    readonly until: Instant;
    readonly doneWith: readonly string[];
  }[],
): Promise<void> {
  if (held.length === 0) return;
  const rows = held.map(({ id, messageId, until, doneWith }) => ({
    id,
    message_id: messageId,
    wait_until: toTimestamp(until),
    done_with: doneWith,
  }));
  await query(
    tx,
    {
      name: 'hold-notices',
      text: `
        update notification set
          message_id = new.message_id, wait_until = new.wait_until, done_with = new.done_with
        from json_to_recordset($1::json) as new (id bigint, message_id bigint, wait_until timestamptz, done_with text[])
        where notification.id = new.id`,
    },
    [JSON.stringify(rows)],
  );
}

/** Has what waits for somebody's hour looked at again, because hours or leaves have changed. */
export async function wakeNotices(db: Database | Transaction): Promise<void> {
  await query(db, `update notification set wait_until = rung_at where status = 'pending' and wait_until is not null`);
}
