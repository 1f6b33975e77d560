import type { Instant } from '../../calendar/types.ts';
import { type Database, query, type Transaction } from '../database.ts';
import { toTimestamp } from '../instant-column.ts';

/** What people say to a missed target: they take note, ask for an explanation, or give one. */
export type QuestionKind = 'acknowledgement' | 'explanationRequest' | 'explanation';

/** One of these as it was said. */
export interface Saying {
  readonly id: number;
  readonly kind: QuestionKind;
  readonly at: Instant;
  readonly post: string;
  readonly person: string | null;
  readonly text: string;
  readonly checkpoint: string;
  readonly generation: number;
  /** The question that an explanation answers. */
  readonly answers: number | null;
}

export type NewSaying = Omit<Saying, 'id'> & { readonly indicatorId: number };

const COLUMNS = 'id, kind, at, post, person, text, checkpoint, generation, answers';

/** All that was said to the missed targets of an indicator, oldest first; comments are not among it. */
export function sayingsOfIndicator(db: Database | Transaction, indicatorId: number): Promise<Saying[]> {
  return query<Saying>(
    db,
    {
      name: 'sayings-of-indicator',
      text: `select ${COLUMNS} from remark where indicator_id = $1 and kind <> 'comment' order by id`,
    },
    [indicatorId],
  );
}

/** Keeps what somebody said, and returns its id. */
export async function insertSaying(tx: Transaction, saying: NewSaying): Promise<number> {
  const { indicatorId, kind, at, post, person, text, checkpoint, generation, answers } = saying;
  const [row] = await query<{ id: number }>(
    tx,
    {
      name: 'insert-saying',
      text: `
        insert into remark (indicator_id, kind, at, post, person, text, checkpoint, generation, answers)
        values ($1, $2, $3::timestamptz, $4, $5, $6, $7, $8, $9) returning id`,
    },
    [indicatorId, kind, toTimestamp(at), post, person, text, checkpoint, generation, answers],
  );
  return row!.id;
}
