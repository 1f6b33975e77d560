import type { Instant, LocalDate } from '../../calendar/types.ts';
import { query, type Transaction } from '../database.ts';

/** What the definition of a meeting, or of what one decided, is compiled from beside its plan. */
export interface DutyRow {
  readonly indicatorId: number;
  readonly kind: 'meeting' | 'action';
  /** The day of the meeting, or the one by which the decision is to be carried out. */
  readonly day: LocalDate;
  /** When it was planned or decided. */
  readonly since: Instant;
}

/** All that is owed beside a plan. */
export function dutyTerms(tx: Transaction, planId: string): Promise<DutyRow[]> {
  return query<DutyRow>(
    tx,
    {
      name: 'duty-terms',
      text: `
        select indicator_id as "indicatorId", 'meeting' as kind, day, created_at as since
        from meeting where plan_id = $1
        union all
        select action_item.indicator_id, 'action', action_item.due, meeting.issued_at
        from meeting join action_item on action_item.meeting_id = meeting.id
        where meeting.plan_id = $1`,
    },
    [planId],
  );
}
