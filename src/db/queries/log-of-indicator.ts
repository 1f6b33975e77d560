import type { LogEntry } from '../../../machines/advance.ts';
import { type Database, query } from '../database.ts';

/** What an indicator's machine was sent, and under which definition. */
export interface LogReading {
  readonly seq: number;
  readonly definitionHash: string;
  readonly entry: LogEntry;
}

/** The event log of an indicator, oldest entry first. */
export function logOfIndicator(db: Database, indicatorId: number): Promise<LogReading[]> {
  return query<LogReading>(
    db,
    {
      name: 'log-of-indicator',
      text: `select seq, definition_hash as "definitionHash", entry from event_log where indicator_id = $1 order by seq`,
    },
    [indicatorId],
  );
}
