import { IANAZone } from 'luxon';
import type { Instant } from './types.ts';

export const MINUTE = 60_000;
export const DAY = 86_400_000;

interface KnownZone {
  readonly zone: IANAZone;
  /** The offset in milliseconds at each midnight UTC that was asked for. */
  readonly atMidnightUtc: Map<number, number>;
}

const known = new Map<string, KnownZone>();

/** True for a zone of the IANA database that this Node knows, such as `Asia/Dhaka`. */
export function isZone(zone: string): boolean {
  return IANAZone.isValidZone(zone);
}

/**
 * Milliseconds to add to UTC to get the zone's local time at an instant.
 *
 * Asking Intl costs microseconds, and a plan's compilation asks millions of times; so the offset is kept per UTC day.
 * A day that has the same offset at both its ends has no change within it; only on the other days is Intl asked again.
 *
 * Throws a RangeError for an unknown zone.
 */
export function offsetAt(instant: Instant, zone: string): number {
  const entry = known.get(zone) ?? learn(zone);
  const day = Math.floor(instant / DAY);
  const before = offsetAtMidnight(entry, day);
  if (before === offsetAtMidnight(entry, day + 1)) return before;
  return ask(entry.zone, instant);
}

function offsetAtMidnight(entry: KnownZone, day: number): number {
  const kept = entry.atMidnightUtc.get(day);
  if (kept !== undefined) return kept;
  const offset = ask(entry.zone, day * DAY);
  entry.atMidnightUtc.set(day, offset);
  return offset;
}

function ask(zone: IANAZone, instant: Instant): number {
  return Math.round(zone.offset(instant) * MINUTE);
}

function learn(name: string): KnownZone {
  if (!isZone(name)) {
    throw new RangeError(`'${name}' is not a time zone; write a name of the IANA database such as Asia/Dhaka`);
  }
  const entry = { zone: IANAZone.create(name), atMidnightUtc: new Map<number, number>() };
  known.set(name, entry);
  return entry;
}
