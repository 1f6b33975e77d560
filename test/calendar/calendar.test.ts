import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCalendar } from '../../src/calendar/calendar.ts';
import { parseCalendarFile } from '../../src/calendar/calendar-file.ts';
import { addDays, daysBetween, weekday } from '../../src/calendar/local-time.ts';
import { formatFault } from '../../src/plan/fault.ts';
import { anyPlanDate } from './dates.ts';

const FILE = 'config/calendars/bangladesh.yaml';

function bangladesh() {
  const result = parseCalendarFile(readFileSync(FILE, 'utf8'), FILE);
  if ('faults' in result) throw new Error(result.faults.map(formatFault).join('\n'));
  return buildCalendar(result.file);
}

const calendar = bangladesh();
const count = fc.integer({ min: 1, max: 40 });

describe("the working days of Bangladesh's offices", () => {
  it('hold the worked example of an indicator due on Friday 25 February 2022', () => {
    expect(calendar.workingDayOnOrBefore('2022-02-25')).toBe('2022-02-24');
    expect(calendar.addWorkingDays('2022-02-25', 1)).toBe('2022-02-27');
    expect(calendar.addWorkingDays('2022-02-25', 5)).toBe('2022-03-03');
    expect(calendar.addWorkingDays('2022-02-25', 10)).toBe('2022-03-10');
    expect(calendar.workingDayOnOrAfter('2022-03-17')).toBe('2022-03-20');
    expect(calendar.addWorkingDays('2022-03-16', 1)).toBe('2022-03-20');
  });

  it('leave out Friday and Saturday', () => {
    expect(calendar.dayOff('2022-02-25')).toMatchObject({ kind: 'weekend', name: { bn: 'সাপ্তাহিক ছুটি' } });
    expect(calendar.isWorkingDay('2022-02-26')).toBe(false);
    expect(calendar.isWorkingDay('2022-02-27')).toBe(true);
  });

  it('name a holiday in both languages', () => {
    expect(calendar.dayOff('2022-03-17')).toEqual({
      name: { bn: 'জাতির পিতা বঙ্গবন্ধুর জন্মদিবস', en: 'Birthday of the Father of the Nation' },
      kind: 'general',
      provisional: false,
    });
    expect(calendar.dayOff('2022-04-29')?.name.en).toBe('Jumatul Bida, Shab-e-Qadr');
  });

  it('no longer leave out 17 March and 15 August, and leave out 5 August since 2025', () => {
    expect(calendar.isWorkingDay('2025-03-17')).toBe(true);
    expect(calendar.isWorkingDay('2024-08-15')).toBe(true);
    expect(calendar.isWorkingDay('2025-08-05')).toBe(false);
    expect(calendar.isWorkingDay('2026-08-05')).toBe(false);
  });

  it('include the Saturdays worked in exchange for 11 and 12 June 2025', () => {
    expect(calendar.isWorkingDay('2025-05-17')).toBe(true);
    expect(calendar.isWorkingDay('2025-05-24')).toBe(true);
    expect(calendar.isWorkingDay('2025-06-11')).toBe(false);
    expect(calendar.addWorkingDays('2025-06-04', 1)).toBe('2025-06-15');
  });

  it('mark the lunar dates of the future as provisional, and fixed ones not', () => {
    expect(calendar.dayOff('2027-03-10')?.provisional).toBe(true);
    expect(calendar.dayOff('2027-02-21')?.provisional).toBe(false);
  });

  it('cover every fiscal year that has a plan, to the days after its close', () => {
    for (const date of [
      '2021-07-01',
      '2022-06-30',
      '2024-07-01',
      '2025-06-30',
      '2026-07-01',
      '2027-06-30',
      '2027-07-15',
    ]) {
      expect(calendar.covers(date), date).toBe(true);
    }
  });

  it('still know the weekend where no holidays are listed', () => {
    expect(calendar.covers('2030-01-04')).toBe(false);
    expect(calendar.dayOff('2030-01-04')?.kind).toBe('weekend');
    expect(calendar.isWorkingDay('2030-01-06')).toBe(true);
  });

  it('refuse to count less than one day on', () => {
    expect(() => calendar.addWorkingDays('2022-02-25', 0)).toThrow(/whole number of 1 or more/);
    expect(() => calendar.addWorkingDays('2022-02-25', 1.5)).toThrow(RangeError);
  });
});

describe('on any calendar day', () => {
  it('the working days on or before and on or after enclose it, with none between', () => {
    fc.assert(
      fc.property(anyPlanDate, (date) => {
        const before = calendar.workingDayOnOrBefore(date);
        const after = calendar.workingDayOnOrAfter(date);
        expect(before <= date && date <= after).toBe(true);
        expect(calendar.isWorkingDay(before) && calendar.isWorkingDay(after)).toBe(true);
        if (calendar.isWorkingDay(date)) expect([before, after]).toEqual([date, date]);
        for (let day = addDays(before, 1); day < after; day = addDays(day, 1)) {
          expect(calendar.isWorkingDay(day)).toBe(false);
        }
      }),
    );
  });

  it('working days can be counted in one go or in two', () => {
    fc.assert(
      fc.property(anyPlanDate, count, count, (date, a, b) => {
        expect(calendar.addWorkingDays(date, a + b)).toBe(calendar.addWorkingDays(calendar.addWorkingDays(date, a), b));
      }),
    );
  });

  it('the next working day has no working day before it', () => {
    fc.assert(
      fc.property(anyPlanDate, (date) => {
        const next = calendar.addWorkingDays(date, 1);
        expect(daysBetween(date, next)).toBeGreaterThan(0);
        expect(calendar.isWorkingDay(next)).toBe(true);
        for (let day = addDays(date, 1); day < next; day = addDays(day, 1)) {
          expect(calendar.isWorkingDay(day)).toBe(false);
        }
      }),
    );
  });

  it('a weekend is worked only by order', () => {
    fc.assert(
      fc.property(anyPlanDate, (date) => {
        const ordered = ['2025-05-17', '2025-05-24', '2026-05-23'].includes(date);
        if ([5, 6].includes(weekday(date))) expect(calendar.isWorkingDay(date)).toBe(ordered);
      }),
    );
  });
});
