import type { Instant } from '../../calendar/types.ts';
import type { Rung } from '../../plan/definition.ts';
import type { Role } from '../../plan/types.ts';
import { type Database, query, type Transaction } from '../database.ts';

/** That somebody above was told of a missed day by letter. */
export interface ToldEscalation {
  readonly id: number;
  readonly checkpoint: string;
  readonly generation: number;
  readonly rung: Rung;
  readonly role: Role;
  readonly rungAt: Instant;
  /** The letter, when it was written, and to whom. */
  readonly messageId: number;
  readonly toldAt: Instant;
  readonly post: string;
  readonly address: string;
}

/** Who was told of an indicator's missed days, oldest first. A letter that was cancelled told nobody. */
export function toldEscalations(db: Database | Transaction, indicatorId: number): Promise<ToldEscalation[]> {
  return query<ToldEscalation>(
    db,
    {
      name: 'told-escalations',
      text: `
        select notification.id, checkpoint, generation, rung, role, rung_at as "rungAt", message.id as "messageId",
          message.created_at as "toldAt", message.post, message.address
        from notification join message on message.id = notification.message_id
        where notification.indicator_id = $1 and notification.notice = 'escalation' and message.status <> 'cancelled'
        order by notification.id`,
    },
    [indicatorId],
  );
}
