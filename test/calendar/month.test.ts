import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weekday } from '../../src/calendar/local-time.ts';
import { addMonths, lastDayOf, monthOf, parseMonth, weeksOf } from '../../src/calendar/month.ts';

describe('A month', () => {
  it('is read where it is one', () => {
    expect(parseMonth('2027-01')).toBe('2027-01');
    for (const text of ['2027-13', '2027-00', '27-01', '1800-01', '2027-1', '']) expect(parseMonth(text)).toBeNull();
  });

  it('is followed by the next, across the year', () => {
    expect(addMonths('2026-12', 1)).toBe('2027-01');
    expect(addMonths('2027-01', -1)).toBe('2026-12');
    expect(addMonths('2026-11', -24)).toBe('2024-11');
    expect(lastDayOf('2024-02')).toBe('2024-02-29');
  });

  it('lies in weeks that begin on Sunday, with each of its days once', () => {
    // 1 November 2026 is a Sunday.
    expect(weeksOf('2026-11')[0]).toEqual([1, 2, 3, 4, 5, 6, 7].map((day) => `2026-11-0${day}`));
    expect(weeksOf('2026-11').at(-1)!.at(-1)).toBe('2026-12-05');
    const months = fc.tuple(fc.integer({ min: 1900, max: 2199 }), fc.integer({ min: 1, max: 12 }));
    fc.assert(
      fc.property(months, ([year, number]) => {
        const month = `${year}-${String(number).padStart(2, '0')}`;
        const weeks = weeksOf(month);
        for (const week of weeks) expect([week.length, weekday(week[0]!)]).toEqual([7, 7]);
        const inside = weeks.flat().filter((day) => monthOf(day) === month);
        expect(inside).toHaveLength(Number(lastDayOf(month).slice(8)));
        for (const week of weeks) expect(week.some((day) => monthOf(day) === month)).toBe(true);
      }),
    );
  });
});
