import type { LogEntry } from '../../../machines/advance.ts';
import type { Instant } from '../../calendar/types.ts';
import { type Database, query, type Transaction } from '../database.ts';
import { toTimestamp } from '../instant-column.ts';

/** One entry of the event log of one of a plan's indicators. */
export interface PlanLogRow {
  readonly code: string;
  readonly seq: number;
  readonly definitionHash: string;
  readonly entry: LogEntry;
  readonly hash: string;
}

/** The event logs of all indicators of a plan, without those of its meetings, until an instant, indicator by indicator, oldest entry first. */
export function logsOfPlan(db: Database | Transaction, planId: string, until: Instant): Promise<PlanLogRow[]> {
  return query<PlanLogRow>(
    db,
    {
      name: 'logs-of-plan',
      text: `select indicator.code, event_log.seq, event_log.definition_hash as "definitionHash", event_log.entry,
                    event_log.hash
             from indicator join event_log on event_log.indicator_id = indicator.id
             where indicator.plan_id = $1 and indicator.kind not in ('meeting', 'action') and event_log.at <= $2::timestamptz
             order by indicator.id, event_log.seq`,
    },
    [planId, toTimestamp(until)],
  );
}
