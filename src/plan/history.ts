import type { PersonAction } from '../../machines/types.ts';
import type { LocalDate } from '../calendar/types.ts';

/** What minutes say happened: dated events, to be replayed into a simulation or the demo. */
export interface History {
  readonly plan: string;
  /** The document that says so, as in "minutes of 28 June 2022". */
  readonly source: string;
  readonly events: readonly HistoryEvent[];
}

export interface HistoryEvent {
  readonly indicator: string;
  /** The day it happened. */
  readonly on: LocalDate;
  /** When it was recorded, local `YYYY-MM-DDTHH:mm:ss`; noon of `on` where the file states none. */
  readonly at: string;
  /** The post that recorded it. */
  readonly by: string;
  readonly action: PersonAction;
}
