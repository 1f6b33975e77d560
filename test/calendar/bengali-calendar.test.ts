import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatBengaliDate, toBengaliDate } from '../../src/calendar/bengali-calendar.ts';
import { addDays, daysBetween } from '../../src/calendar/local-time.ts';
import { anyDate } from './dates.ts';

describe('the Bengali calendar', () => {
  it.each([
    ['2022-06-30', '১৬ আষাঢ় ১৪২৯'],
    ['2021-12-02', '১৭ অগ্রহায়ণ ১৪২৮'],
    ['2024-04-14', '১ বৈশাখ ১৪৩১'],
    ['2024-04-13', '৩০ চৈত্র ১৪৩০'],
    ['2024-03-14', '৩০ ফাল্গুন ১৪৩০'],
    ['2023-03-14', '২৯ ফাল্গুন ১৪২৯'],
  ])('writes %s as %s', (date, bengali) => {
    expect(formatBengaliDate(date)).toBe(bengali.normalize('NFC'));
  });

  it('keeps the national days on their Bengali dates every year', () => {
    for (let year = 2020; year <= 2040; year++) {
      expect(toBengaliDate(`${year}-02-21`)).toMatchObject({ month: 11, day: 8 });
      expect(toBengaliDate(`${year}-03-26`)).toMatchObject({ month: 12, day: 12 });
      expect(toBengaliDate(`${year}-12-16`)).toMatchObject({ month: 9, day: 1 });
    }
  });

  it('has each day follow the day before', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const today = toBengaliDate(date);
        const tomorrow = toBengaliDate(addDays(date, 1));
        const sameMonth = { ...today, day: today.day + 1 };
        const nextMonth = { ...today, month: today.month + 1, day: 1 };
        const nextYear = { year: today.year + 1, month: 1, day: 1 };
        expect([sameMonth, nextMonth, nextYear]).toContainEqual(tomorrow);
        if (tomorrow.day === 1) expect(today.day).toBeGreaterThanOrEqual(29);
        if (tomorrow.month === 1 && tomorrow.day === 1) expect(today).toMatchObject({ month: 12, day: 30 });
      }),
    );
  });

  it('has years of 365 days, and of 366 when their ফাল্গুন falls in a leap year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2049 }), (year) => {
        const length = daysBetween(`${year}-04-14`, `${year + 1}-04-14`);
        const leap = toBengaliDate(`${year + 1}-03-14`).day === 30;
        expect(length).toBe(leap ? 366 : 365);
        expect(toBengaliDate(`${year}-04-14`)).toEqual({ year: year - 593, month: 1, day: 1 });
      }),
    );
  });

  it('does not reach before its first year', () => {
    expect(toBengaliDate('0594-04-14')).toEqual({ year: 1, month: 1, day: 1 });
    expect(() => toBengaliDate('0594-04-13')).toThrow(/before the Bengali calendar/);
  });
});
