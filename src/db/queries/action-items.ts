import type { IndicatorState } from '../../../machines/state.ts';
import type { Evidence } from '../../../machines/types.ts';
import type { Instant, LocalDate } from '../../calendar/types.ts';
import { type Database, query, type Transaction } from '../database.ts';

/** What a meeting decided that somebody has to do. */
export interface StoredActionItem {
  readonly meetingId: number;
  /** 1, 2, 3 … within its meeting. */
  readonly number: number;
  readonly indicatorId: number;
  readonly text: string;
  readonly post: string;
  readonly implementers: readonly string[];
  readonly about: string | null;
  readonly due: LocalDate;
}

/** An action item with its machine as it stands; nothing is locked. */
export interface StandingActionItem extends StoredActionItem {
  readonly code: string;
  /** The number of its meeting, and the day of that. */
  readonly meeting: number;
  readonly decidedOn: LocalDate;
  readonly definitionHash: string;
  readonly state: IndicatorState;
  readonly logSeq: number;
  /** The latest declaration that it is done; it may have been taken back since. */
  readonly completion: {
    readonly at: Instant;
    readonly on: LocalDate;
    readonly note: string | null;
    readonly evidence: readonly Evidence[];
    readonly by: { readonly post: string; readonly person: string | null };
  } | null;
}

/** The action items of a plan, meeting by meeting. */
export function standingActionItems(db: Database | Transaction, planId: string): Promise<StandingActionItem[]> {
  return query<StandingActionItem>(
    db,
    {
      name: 'standing-action-items',
      text: `
        select action_item.meeting_id as "meetingId", action_item.number, action_item.indicator_id as "indicatorId",
          action_item.text, action_item.post, action_item.implementers, action_item.about, action_item.due,
          indicator.code, meeting.number as meeting, meeting.day as "decidedOn",
          indicator.definition_hash as "definitionHash", indicator.state, indicator.log_seq as "logSeq",
          (
            select entry from event_log
            where indicator_id = indicator.id and entry->>'type' = 'complete' order by seq desc limit 1
          ) as completion
        from meeting
        join action_item on action_item.meeting_id = meeting.id
        join indicator on indicator.id = action_item.indicator_id
        where meeting.plan_id = $1
        order by meeting.number, action_item.number`,
    },
    [planId],
  );
}

export async function insertActionItems(tx: Transaction, items: readonly StoredActionItem[]): Promise<void> {
  for (const { meetingId, number, indicatorId, text, post, implementers, about, due } of items) {
    await query(
      tx,
      `insert into action_item (meeting_id, number, indicator_id, text, post, implementers, about, due)
       values ($1::bigint, $2::int, $3::bigint, $4, $5, $6::text[], $7, $8)`,
      [meetingId, number, indicatorId, text, post, implementers, about, due],
    );
  }
}
