import { buildCalendar } from '../src/calendar/calendar.ts';
import { type CalendarFile, parseCalendarFile } from '../src/calendar/calendar-file.ts';
import type { Calendar, Instant, LocalDate } from '../src/calendar/types.ts';
import type { Engine } from '../src/engine/engine.ts';
import { compilePlan } from '../src/plan/compile.ts';
import { configFile, readConfigFile, readHistoryFile, readPlanFile } from '../src/plan/config-folder.ts';
import { type Fault, formatFault } from '../src/plan/fault.ts';
import type { History } from '../src/plan/history.ts';
import type { Indicator, Plan } from '../src/plan/types.ts';

/** The national plan of 13 indicators, as a ministry wrote it, with what it did in that year. */
export function readNationalPlan(): { readonly plan: Plan; readonly history: History; readonly calendar: Calendar } {
  const { plan } = sound(readPlanFile('config', 'mowca-2021-22'));
  const { history } = sound(readHistoryFile('config', 'mowca-2021-22', plan));
  const path = configFile('config', 'calendars', plan.calendar);
  const { file } = sound<{ file: CalendarFile }>(parseCalendarFile(readConfigFile(path), path));
  return { plan, history, calendar: buildCalendar(file) };
}

/** The same plan in another office. */
export function inOffice(plan: Plan, number: number): Plan {
  const office = `office-${String(number).padStart(4, '0')}`;
  return { ...plan, id: `${office}-${plan.fiscalYear}`, office: { ...plan.office, id: office } };
}

/** Puts the plan in force in as many offices as have so many indicators together; returns how many they are. */
export async function applyInOffices(engine: Engine, plan: Plan, calendar: Calendar, indicators: number) {
  const size = plan.activities.reduce((sum, activity) => sum + activity.indicators.length, 0);
  const offices = Math.ceil(indicators / size);
  for (let number = 0; number < offices; number += 1) {
    const left = indicators - number * size;
    const own = inOffice(left < size ? firstOf(plan, left) : plan, number);
    await engine.apply({ plan: own, calendar, source: 'bench', by: 'bench' });
  }
  return offices;
}

/** The plan with everything due on one day, and a reminder at each of these distances from it. */
export function dueOnOneDay(plan: Plan, due: LocalDate, daysBefore: readonly number[]): Plan {
  const policy = { ...plan.policy, reminders: { ...plan.policy.reminders, daysBefore } };
  return { ...plan, policy, activities: withIndicators(plan, (indicator) => [allDue(indicator, due)]) };
}

/** The plan with no more than the first so many of its indicators. */
export function firstOf(plan: Plan, count: number): Plan {
  let left = count;
  return { ...plan, activities: withIndicators(plan, (indicator) => (left-- > 0 ? [indicator] : [])) };
}

/** The instants of a plan's reminders, in order. */
export function reminderInstants(plan: Plan, calendar: Calendar): Instant[] {
  const marks = compilePlan(plan, calendar).flatMap((definition) => definition.marks);
  const instants = marks.flatMap((mark) => ('rung' in mark && mark.notice === 'reminder' ? [mark.at] : []));
  return [...new Set(instants)].sort((a, b) => a - b);
}

function allDue(indicator: Indicator, due: LocalDate): Indicator {
  const target = indicator.unit === 'date' ? due : indicator.target;
  const occurrences =
    indicator.kind === 'recurring' ? indicator.occurrences.slice(0, 1).map((one) => ({ ...one, due })) : [];
  return { ...indicator, due, target, occurrences };
}

function withIndicators(plan: Plan, change: (indicator: Indicator) => Indicator[]): Plan['activities'] {
  return plan.activities.map((activity) => ({ ...activity, indicators: activity.indicators.flatMap(change) }));
}

function sound<Reading extends object>(reading: Reading | { readonly faults: readonly Fault[] }): Reading {
  if ('faults' in reading) throw new Error(reading.faults.map(formatFault).join('\n'));
  return reading;
}
