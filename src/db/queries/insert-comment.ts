import type { Instant } from '../../calendar/types.ts';
import { query, type Transaction } from '../database.ts';
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
 * Keeps a comment and returns its id; null where the plan has no such indicator. The very same words as the person's
 * last, with nobody's in between, are the same comment: a form that is sent twice counts once.
 */
export async function insertComment(tx: Transaction, comment: NewComment): Promise<number | null> {
  const { planId, code, at, post, person, text } = comment;
  // One after the other: whoever waits here then sees what the other has written.
  await query(
    tx,
    {
      name: 'lock-for-comment',
      text: 'select from indicator where plan_id = $1 and code = $2 for no key update',
    },
    [planId, code],
  );
  const [row] = await query<{ id: number }>(
    tx,
    {
      name: 'insert-comment',
      text: `
        with place as (select id from indicator where plan_id = $1 and code = $2),
        last as (
          select remark.* from remark join place on remark.indicator_id = place.id
          order by remark.id desc limit 1
        ),
        same as (select id from last where kind = 'comment' and person = $5 and text = $6),
        written as (
          insert into remark (indicator_id, kind, at, post, person, text)
          select id, 'comment', $3::timestamptz, $4, $5, $6 from place where not exists (select from same)
          returning id
        )
        select id from written union all select id from same`,
    },
    [planId, code, toTimestamp(at), post, person, text],
  );
  return row?.id ?? null;
}
