import type { Instant } from '../../calendar/types.ts';
import { type Database, query } from '../database.ts';

/** A comment as it was written. */
export interface CommentReading {
  readonly id: number;
  readonly at: Instant;
  /** The post as whose holder it was said; null for those who are only named in the plan. */
  readonly post: string | null;
  readonly person: string | null;
  readonly text: string;
}

/** The comments on an indicator, oldest first; what is asked and explained of missed targets is not among them. */
export function commentsOfIndicator(db: Database, indicatorId: number): Promise<CommentReading[]> {
  return query<CommentReading>(
    db,
    {
      name: 'comments-of-indicator',
      text: `select id, at, post, person, text from remark where indicator_id = $1 and kind = 'comment' order by id`,
    },
    [indicatorId],
  );
}
