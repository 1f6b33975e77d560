import type { Fault } from '../plan/fault.ts';
import type { CalendarFile } from './calendar-file.ts';
import type { Calendar } from './types.ts';

/** A calendar as its file has it, and ready to reckon with; or all that is wrong with the file. */
export type CalendarReading =
  | { readonly file: CalendarFile; readonly calendar: Calendar }
  | { readonly faults: readonly Fault[] };

/** The calendars at hand; where they are kept is not for those who ask to know. */
export interface Calendars {
  /** The ids of all calendars, in order. */
  ids(): readonly string[];
  /** As the file stands now; null where there is no calendar of that id. */
  find(id: string): CalendarReading | null;
}
