import type { Instant } from '../../calendar/types.ts';
import { type Database, query } from '../database.ts';

/** A request for an explanation that nobody has answered yet. */
export interface OpenQuestion {
  readonly id: number;
  readonly indicatorId: number;
  readonly at: Instant;
  /** The post that asked. */
  readonly post: string;
  readonly text: string;
}

/** What was asked of some indicators and is not explained yet, the oldest first. */
export function openQuestions(db: Database, indicatorIds: readonly number[]): Promise<OpenQuestion[]> {
  return query<OpenQuestion>(
    db,
    {
      name: 'open-questions',
      text: `
        select id, indicator_id as "indicatorId", at, post, text from remark asked
        where indicator_id = any($1::bigint[]) and kind = 'explanationRequest'
          and not exists (select from remark explained where explained.answers = asked.id)
        order by id`,
    },
    [indicatorIds],
  );
}
