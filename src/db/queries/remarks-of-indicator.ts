import type { Instant } from '../../calendar/types.ts';
import { type Database, query } from '../database.ts';

/** What somebody said of an indicator. */
export interface RemarkReading {
  readonly id: number;
  readonly kind: 'comment' | 'acknowledgement' | 'explanationRequest' | 'explanation';
  readonly at: Instant;
  /** The post as whose holder it was said; null for those who are only named in the plan. */
  readonly post: string | null;
  readonly person: string | null;
  readonly text: string;
}

/** All that people said of an indicator, oldest first. */
export function remarksOfIndicator(db: Database, indicatorId: number): Promise<RemarkReading[]> {
  return query<RemarkReading>(
    db,
    {
      name: 'remarks-of-indicator',
      text: 'select id, kind, at, post, person, text from remark where indicator_id = $1 order by id',
    },
    [indicatorId],
  );
}
