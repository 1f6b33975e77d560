import type { Instant } from '../../calendar/types.ts';
import type { NoticeKind, Rung } from '../../plan/definition.ts';
import type { Role } from '../../plan/types.ts';
import { type Database, query } from '../database.ts';
import type { MessageStatus } from './messages.ts';

/** That somebody was to be told of a rung, and what came of it. */
export interface NoticeReading {
  readonly id: number;
  readonly checkpoint: string;
  readonly rung: Rung;
  /** 1, 2, 3 … for follow-ups; 0 for all other rungs. */
  readonly number: number;
  readonly notice: NoticeKind;
  readonly role: Role;
  readonly rungAt: Instant;
  readonly status: 'pending' | 'skipped' | 'messaged';
  readonly skipReason: string | null;
  /** The letter that told of it, with the post it went to; null where none was written. */
  readonly messageId: number | null;
  readonly post: string | null;
  readonly messageStatus: MessageStatus | null;
  /** To whom it went, how often that was tried, and what the mail server said last. */
  readonly personId: string | null;
  readonly address: string | null;
  readonly attempts: number | null;
  readonly sentAt: Instant | null;
  readonly answer: string | null;
}

/** All notices of an indicator so far, in the order of time. */
export function noticesOfIndicator(db: Database, indicatorId: number): Promise<NoticeReading[]> {
  return query<NoticeReading>(
    db,
    {
      name: 'notices-of-indicator',
      text: `
        select notification.id, notification.checkpoint, notification.rung, notification.number, notification.notice,
          notification.role, notification.rung_at as "rungAt", notification.status,
          notification.skip_reason as "skipReason", notification.message_id as "messageId", message.post,
          message.status as "messageStatus", message.person_id as "personId", message.address, message.attempts,
          message.sent_at as "sentAt", message.answer
        from notification
        left join message on message.id = notification.message_id
        where notification.indicator_id = $1
        order by notification.rung_at, notification.id`,
    },
    [indicatorId],
  );
}
