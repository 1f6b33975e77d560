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

/** Keeps a comment and returns its id; null where the plan has no such indicator. */
export async function insertComment(tx: Transaction, comment: NewComment): Promise<number | null> {
  const { planId, code, at, post, person, text } = comment;
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
