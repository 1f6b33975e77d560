import { type DayNumber, dateOfDay, dayNumber, weekdayOfDay } from './day-number.ts';
import type { Instant, LocalDate } from './types.ts';
import { DAY, MINUTE, offsetAt } from './zone-offset.ts';

export { isLocalDate } from './day-number.ts';
export { isZone } from './zone-offset.ts';

const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;
const DATE_TIME = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)$/;

/** The date `days` days later (earlier when negative). Throws a RangeError when `date` is no real date. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDay(dayNumber(date) + days);
}

/** How many days `to` lies after `from`: 1 for the day before and the day, negative when `to` comes first. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** ISO weekday: 1 is Monday, 5 is Friday, 7 is Sunday. */
export function weekday(date: LocalDate): number {
  return weekdayOfDay(dayNumber(date));
}

/** True for a time of day as `HH:mm`, from `00:00` to `23:59`. */
export function isTimeOfDay(text: string): boolean {
  return TIME.test(text);
}

/**
 * The first instant of the day in the zone: midnight, or where the clocks skip midnight, the first moment after the gap.
 * Throws a RangeError for an unreal date or an unknown zone, as do all functions below.
 */
export function startOfDay(date: LocalDate, zone: string): Instant {
  return firstInstantOf(dayNumber(date), zone);
}

/** The first instant AFTER the day in the zone: a target of that day is met when it happened before this. */
export function endOfDay(date: LocalDate, zone: string): Instant {
  return firstInstantOf(dayNumber(date) + 1, zone);
}

/**
 * The instant at which the zone's clocks show `HH:mm` on the day. When they show it twice it is the first time; when
 * they skip it, as much later as they were put forward (02:30 becomes 03:30).
 */
export function atTime(date: LocalDate, time: string, zone: string): Instant {
  const match = TIME.exec(time);
  if (match === null) throw new RangeError(`'${time}' is not a time of day; write it as HH:mm, such as 09:00`);
  return resolve(dayNumber(date) * DAY + (Number(match[1]) * 60 + Number(match[2])) * MINUTE, zone).instant;
}

/** The instant of a local `YYYY-MM-DDTHH:mm:ss`; twice-shown and skipped times as in `atTime`. */
export function parseLocalDateTime(text: string, zone: string): Instant {
  const match = DATE_TIME.exec(text);
  if (match === null) {
    throw new RangeError(`'${text}' is not a local date and time; write it as YYYY-MM-DDTHH:mm:ss`);
  }
  const seconds = (Number(match[2]) * 60 + Number(match[3])) * 60 + Number(match[4]);
  return resolve(dayNumber(match[1]!) * DAY + seconds * 1000, zone).instant;
}

/** The day that the zone's calendars show at the instant. */
export function localDate(instant: Instant, zone: string): LocalDate {
  return dateOfDay(Math.floor((instant + offsetAt(instant, zone)) / DAY));
}

/** The time of day, `HH:mm`, that the zone's clocks show at the instant. */
export function localTime(instant: Instant, zone: string): string {
  return clockText(instant + offsetAt(instant, zone)).slice(0, 5);
}

/** The instant as ISO 8601 with the zone's offset, to the second: `2022-02-17T09:00:00+06:00`. */
export function toIsoWithOffset(instant: Instant, zone: string): string {
  const offset = offsetAt(instant, zone);
  const local = instant + offset;
  const minutes = Math.abs(Math.trunc(offset / MINUTE));
  const sign = offset < 0 ? '-' : '+';
  const offsetText = `${sign}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
  return `${dateOfDay(Math.floor(local / DAY))}T${clockText(local)}${offsetText}`;
}

/** `HH:mm:ss` of local milliseconds. */
function clockText(local: number): string {
  const seconds = Math.floor((local - Math.floor(local / DAY) * DAY) / 1000);
  const minutes = Math.floor(seconds / 60);
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}:${twoDigits(seconds % 60)}`;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

function firstInstantOf(day: DayNumber, zone: string): Instant {
  const midnight = resolve(day * DAY, zone);
  return midnight.skipped ? endOfGap(midnight.instant, zone) : midnight.instant;
}

/**
 * The instant of local milliseconds. Every offset lies between -12 and +14 hours, so the offsets a day before and a day
 * after enclose any change of the clocks that matters.
 */
function resolve(local: number, zone: string): { instant: Instant; skipped: boolean } {
  const before = offsetAt(local - DAY, zone);
  const after = offsetAt(local + DAY, zone);
  const early = local - before;
  if (before === after || offsetAt(early, zone) === before) return { instant: early, skipped: false };
  const late = local - after;
  if (offsetAt(late, zone) === after) return { instant: late, skipped: false };
  return { instant: early, skipped: true };
}

/** The moment at which the clocks were put forward, at or before an instant that lies less than a day after it. */
function endOfGap(afterGap: Instant, zone: string): Instant {
  const offset = offsetAt(afterGap, zone);
  let before = afterGap - DAY - MINUTE;
  let from = afterGap;
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2);
    if (offsetAt(middle, zone) === offset) from = middle;
    else before = middle;
  }
  return from;
}
