import { customType } from 'drizzle-orm/pg-core';
import type { Instant } from '../calendar/types.ts';

/**
 * A point in time, `timestamptz(3)` in the database and milliseconds since 1970 in the program. Three digits, because
 * that is what an `Instant` holds: a value that is read back is the value that was written.
 */
export const instant = customType<{ data: Instant; driverData: string | Date }>({
  dataType: () => 'timestamp (3) with time zone',
  toDriver: toTimestamp,
  fromDriver: (value) => (value instanceof Date ? value.getTime() : parseTimestamp(value)),
});

/**
 * An instant as a parameter of raw SQL: `$1::timestamptz`, or an array of them for `unnest($1::timestamptz[])`.
 *
 * @throws RangeError when the number is not an instant.
 */
export function toTimestamp(at: Instant): string {
  return new Date(at).toISOString();
}

/**
 * Reads a `timestamptz` as Postgres writes it (`2027-01-13 03:00:00.5+00`, any offset of whole minutes).
 *
 * @throws RangeError for `infinity` and years before Christ, which no column of ours holds.
 */
export function parseTimestamp(text: string): Instant {
  const iso = text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00');
  const at = Date.parse(iso);
  if (Number.isNaN(at)) throw new RangeError(`The database holds the time "${text}", which is not an instant.`);
  return at;
}
