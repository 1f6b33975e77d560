import type { Instant } from '../../calendar/types.ts';
import { type Database, query, type Transaction } from '../database.ts';
import { toTimestamp } from '../instant-column.ts';

/** A comment on an indicator, by whom and as holder of which post. */
export interface NewComment {
  readonly planId: string;
  readonly code: string;
  readonly at: Instant;
  readonly post: string | null;
  readonly person: string | null;
  readonly text: string;
}

/**
 * Keeps a comment and returns its id; null where the plan has no such indicator. The same words of the same person, with
 * nobody's between, are one comment when they come within `sameWithin` milliseconds: a button was pressed twice.
 */
export async function insertComment(tx: Transaction, comment: NewComment, sameWithin: number): Promise<number | null> {
  const { planId, code, at, post, person, text } = comment;
  // One after the other, so that the second sees the first; what fires or is recorded meanwhile does not wait for it.
  await query(tx, 'select pg_advisory_xact_lock(hashtext($1))', [`comment ${planId} ${code}`]);
  const [same] = await query<{ id: number }>(
    tx,
    {
      name: 'same-comment',
      text: `
        select r.id from indicator i cross join lateral (
          select * from remark where indicator_id = i.id and kind = 'comment' order by id desc limit 1
        ) r
        where i.plan_id = $1 and i.code = $2 and r.text = $3 and r.person is not distinct from $4
          and r.post is not distinct from $5 and r.at >= $6::timestamptz`,
    },
    [planId, code, text, person, post, toTimestamp(at - sameWithin)],
  );
  if (same) return same.id;
  const [row] = await query<{ id: number }>(
    tx,
    {
      name: 'insert-comment',
      text: `
        insert into remark (indicator_id, kind, at, post, person, text)
        select id, 'comment', $3::timestamptz, $4, $5, $6 from indicator where plan_id = $1 and code = $2
        returning id`,
    },
    [planId, code, toTimestamp(at), post, person, text],
  );
  return row?.id ?? null;
}

/** How many comments a person has written on an indicator since then. */
export async function commentsOfPerson(
  db: Database,
  by: { readonly planId: string; readonly code: string; readonly person: string; readonly since: Instant },
): Promise<number> {
  const [row] = await query<{ count: number }>(
    db,
    {
      name: 'comments-of-person',
      text: `
        select count(*) as count from remark r join indicator i on i.id = r.indicator_id
        where i.plan_id = $1 and i.code = $2 and r.kind = 'comment' and r.person = $3 and r.at > $4::timestamptz`,
    },
    [by.planId, by.code, by.person, toTimestamp(by.since)],
  );
  return row!.count;
}
