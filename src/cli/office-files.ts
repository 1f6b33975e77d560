import { buildCalendar } from '../calendar/calendar.ts';
import { type CalendarFile, parseCalendarFile } from '../calendar/calendar-file.ts';
import type { Calendar } from '../calendar/types.ts';
import { configFile, readConfigFile, readSurroundings } from '../plan/config-folder.ts';
import { type Fault, formatFault } from '../plan/fault.ts';
import type { History } from '../plan/history.ts';
import { readHistory } from '../plan/read-history.ts';
import { readPlan } from '../plan/read-plan.ts';
import type { Plan } from '../plan/types.ts';
import { CommandFailed, type NamedFile } from './context.ts';

/** A plan file as read against the policies and calendars of the folder: the plan, or all its faults. */
export function examinePlan(
  configDir: string,
  { path, text }: NamedFile,
): { plan: Plan } | { faults: readonly Fault[] } {
  const { faults, ...surroundings } = readSurroundings(configDir);
  return faults.length > 0 ? { faults } : readPlan(text, path, surroundings);
}

/** @throws CommandFailed with all faults, a line each */
export function readSoundPlan(configDir: string, file: NamedFile): Plan {
  const reading = examinePlan(configDir, file);
  if ('plan' in reading) return reading.plan;
  throw faulty(file.path, reading.faults);
}

/** @throws CommandFailed with all faults, a line each */
export function readSoundHistory(file: NamedFile, plan: Plan): History {
  const reading = readHistory(file.text, file.path, plan);
  if ('history' in reading) return reading.history;
  throw faulty(file.path, reading.faults);
}

/** @throws ConfigFileMissing, CommandFailed with all faults, a line each */
export function readSoundCalendarFile(configDir: string, id: string): CalendarFile {
  const path = configFile(configDir, 'calendars', id);
  const reading = parseCalendarFile(readConfigFile(path), path);
  if ('file' in reading) return reading.file;
  throw faulty(path, reading.faults);
}

/** The calendar that a plan names. @throws as `readSoundCalendarFile` */
export function calendarOf(configDir: string, plan: Pick<Plan, 'calendar'>): Calendar {
  return buildCalendar(readSoundCalendarFile(configDir, plan.calendar));
}

/** @param faults told a line each */
export function faulty(path: string, faults: readonly Fault[]): CommandFailed {
  const lines = faults.map(formatFault).join('\n');
  return new CommandFailed(`${lines}\n${path} has ${counted(faults.length, 'fault')}: nothing was done.`);
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
