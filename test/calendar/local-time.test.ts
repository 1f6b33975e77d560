import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  atTime,
  daysBetween,
  endOfDay,
  isLocalDate,
  isTimeOfDay,
  isZone,
  localDate,
  localTime,
  parseLocalDateTime,
  startOfDay,
  toIsoWithOffset,
  weekday,
} from '../../src/calendar/local-time.ts';
import { anyDate, anyZone } from './dates.ts';

const DHAKA = 'Asia/Dhaka';

describe('a day in Dhaka', () => {
  it('lasts from midnight to midnight, six hours ahead of UTC', () => {
    expect(startOfDay('2022-03-16', DHAKA)).toBe(Date.parse('2022-03-15T18:00:00Z'));
    expect(endOfDay('2022-03-16', DHAKA)).toBe(Date.parse('2022-03-16T18:00:00Z'));
  });

  it('still is the due day at 23:59:59, and is not one second later', () => {
    const lastSecond = parseLocalDateTime('2022-03-16T23:59:59', DHAKA);
    expect(lastSecond).toBeLessThan(endOfDay('2022-03-16', DHAKA));
    expect(lastSecond + 1000).toBe(endOfDay('2022-03-16', DHAKA));
    expect(localDate(lastSecond, DHAKA)).toBe('2022-03-16');
    expect(localDate(lastSecond + 1000, DHAKA)).toBe('2022-03-17');
  });

  it("has the office's hour", () => {
    const nine = atTime('2022-02-17', '09:00', DHAKA);
    expect(toIsoWithOffset(nine, DHAKA)).toBe('2022-02-17T09:00:00+06:00');
    expect(localTime(nine, DHAKA)).toBe('09:00');
  });
});

describe('a day on which the clocks change', () => {
  it('begins after the gap where midnight is skipped', () => {
    expect(toIsoWithOffset(startOfDay('2018-11-04', 'America/Sao_Paulo'), 'America/Sao_Paulo')).toBe(
      '2018-11-04T01:00:00-02:00',
    );
  });

  it('begins at the first of two midnights', () => {
    expect(toIsoWithOffset(startOfDay('2023-11-05', 'America/Havana'), 'America/Havana')).toBe(
      '2023-11-05T00:00:00-04:00',
    );
  });

  it('moves a skipped time on by as much as the clocks were put forward', () => {
    expect(toIsoWithOffset(atTime('2022-03-27', '02:30', 'Europe/Berlin'), 'Europe/Berlin')).toBe(
      '2022-03-27T03:30:00+02:00',
    );
  });

  it('takes the first of two equal times', () => {
    expect(toIsoWithOffset(atTime('2022-10-30', '02:30', 'Europe/Berlin'), 'Europe/Berlin')).toBe(
      '2022-10-30T02:30:00+02:00',
    );
  });
});

describe('in every zone', () => {
  it('each day begins when the day before has ended', () => {
    fc.assert(
      fc.property(anyDate, anyZone, (date, zone) => {
        expect(startOfDay(addDays(date, 1), zone)).toBe(endOfDay(date, zone));
        expect(startOfDay(date, zone)).toBe(DateTime.fromISO(date, { zone }).startOf('day').toMillis());
      }),
    );
  });

  it('the first and the last moment of a day are on that day, and the one before is not', () => {
    fc.assert(
      fc.property(anyDate, anyZone, (date, zone) => {
        expect(localDate(startOfDay(date, zone), zone)).toBe(date);
        expect(localDate(endOfDay(date, zone) - 1, zone)).toBe(date);
        expect(localDate(startOfDay(date, zone) - 1, zone)).toBe(addDays(date, -1));
      }),
    );
  });

  it('an instant written with its offset is the same instant', () => {
    fc.assert(
      fc.property(fc.integer({ min: 6e8, max: 2.5e9 }), anyZone, (seconds, zone) => {
        const text = toIsoWithOffset(seconds * 1000, zone);
        expect(Date.parse(text)).toBe(seconds * 1000);
        expect(text).toContain(`${localDate(seconds * 1000, zone)}T${localTime(seconds * 1000, zone)}:`);
      }),
    );
  });
});

describe('reckoning with dates', () => {
  it('knows months, leap years and weekdays', () => {
    expect(addDays('2022-02-25', 4)).toBe('2022-03-01');
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2022-01-01', -1)).toBe('2021-12-31');
    expect(daysBetween('2022-02-25', '2022-03-16')).toBe(19);
    expect(weekday('2022-02-25')).toBe(5);
    expect(weekday('2022-02-27')).toBe(7);
  });

  it('goes on where it came from', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -4000, max: 4000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
        expect(addDays(addDays(date, days), -days)).toBe(date);
        expect(weekday(date)).toBe(DateTime.fromISO(date).weekday);
      }),
    );
  });
});

describe('what is no date, time or zone', () => {
  it.each(['2022-02-29', '2022-13-01', '2022-00-10', '2022-1-1', '22-01-01', '2022-01-01T00:00', '0000-01-01', ''])(
    "'%s' is no date",
    (text) => {
      expect(isLocalDate(text)).toBe(false);
      expect(() => addDays(text, 1)).toThrow(/is not a date; write a real day as YYYY-MM-DD/);
    },
  );

  it.each(['9:00', '24:00', '09:60', '09:00:00'])("'%s' is no time of day", (text) => {
    expect(isTimeOfDay(text)).toBe(false);
    expect(() => atTime('2022-03-16', text, DHAKA)).toThrow(/write it as HH:mm/);
  });

  it("'Asia/Dacca City' is no zone", () => {
    expect(isZone('Asia/Dacca City')).toBe(false);
    expect(() => startOfDay('2022-03-16', 'Asia/Dacca City')).toThrow(/IANA database such as Asia\/Dhaka/);
  });

  it('a local date and time needs its seconds', () => {
    expect(() => parseLocalDateTime('2022-03-16T12:00', DHAKA)).toThrow(/YYYY-MM-DDTHH:mm:ss/);
  });
});
