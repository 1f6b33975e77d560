import { configFile, configNames, readConfigFile } from '../plan/config-folder.ts';
import { buildCalendar } from './calendar.ts';
import { parseCalendarFile } from './calendar-file.ts';
import type { CalendarReading, Calendars } from './calendars.ts';

/**
 * The calendars in the folder of settings. A file is looked at whenever its calendar is asked for, so that a corrected
 * one counts at once, and read anew only when its text has changed.
 */
export function calendarsIn(folder: string): Calendars {
  const read = new Map<string, { readonly text: string; readonly reading: CalendarReading }>();
  const ids = () => configNames(folder, 'calendars');
  return {
    ids,
    find: (id) => {
      if (!ids().includes(id)) return null;
      const path = configFile(folder, 'calendars', id);
      const text = readConfigFile(path);
      const known = read.get(id);
      if (known?.text === text) return known.reading;
      const reading = readCalendar(text, path);
      read.set(id, { text, reading });
      return reading;
    },
  };
}

function readCalendar(text: string, path: string): CalendarReading {
  const parsed = parseCalendarFile(text, path);
  return 'file' in parsed ? { file: parsed.file, calendar: buildCalendar(parsed.file) } : parsed;
}
