import type { LogEntry } from '../../machines/advance.ts';
import type { Instant, LocalDate } from '../calendar/types.ts';
import type { IndicatorDefinition } from '../plan/definition.ts';
import type { Plan } from '../plan/types.ts';

/** One entry of an indicator's event log, with the definition it was taken under and its link in the chain. */
export interface RecordedEntry {
  readonly seq: number;
  readonly entry: LogEntry;
  readonly definition: IndicatorDefinition;
  readonly hash: string;
}

/** All that a report is made from: a plan as it was in force, and the event logs of its indicators, by code. */
export interface PlanRecord {
  readonly plan: Plan;
  /** Null where the plan comes straight from a file, and was never in force. */
  readonly version: number | null;
  /** Oldest entry first. */
  readonly logs: ReadonlyMap<string, readonly RecordedEntry[]>;
  /** What says so, where the logs were made from a file of minutes: "minutes of 28 June 2022". */
  readonly history: string | null;
}

/** What a report was made from, for whoever wants to make it again. */
export interface ReportSource {
  readonly plan: string;
  readonly version: number | null;
  /** The day of which it tells: what was recorded until its end. */
  readonly on: LocalDate;
  /** SHA-256 over the plan's event logs until then. */
  readonly recordHash: string;
  readonly history: string | null;
}

/** The instant until which a report of a day tells: its end, or the present where the day is not over. */
export interface ReportTime {
  readonly on: LocalDate;
  readonly until: Instant;
}
