import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayInFiscalYear, fiscalYearOf, parseFiscalYear, quarterOf } from '../../src/calendar/fiscal-year.ts';
import { addDays } from '../../src/calendar/local-time.ts';
import { anyDate } from './dates.ts';

describe('a fiscal year', () => {
  it.each(['2021-22', '২০২১-২২', '2021-2022', '২০২১-২০২২', '2021–22', ' 2021/22 '])("is read from '%s'", (text) => {
    expect(parseFiscalYear(text)).toEqual({
      label: '2021-22',
      opens: '2021-07-01',
      closes: '2022-06-30',
      quarters: [
        { id: 'q1', from: '2021-07-01', to: '2021-09-30' },
        { id: 'q2', from: '2021-10-01', to: '2021-12-31' },
        { id: 'q3', from: '2022-01-01', to: '2022-03-31' },
        { id: 'q4', from: '2022-04-01', to: '2022-06-30' },
      ],
    });
  });

  it('runs over the turn of a century', () => {
    expect(parseFiscalYear('2099-00')?.closes).toBe('2100-06-30');
  });

  it.each(['2021', '2021-23', '2021-2023', '21-22', '2022-21', 'FY 2021-22'])("is not read from '%s'", (text) => {
    expect(parseFiscalYear(text)).toBeNull();
  });

  it('holds every one of its days in exactly one quarter', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const year = fiscalYearOf(date);
        expect(year.opens <= date && date <= year.closes).toBe(true);
        expect(year.quarters.filter(({ from, to }) => from <= date && date <= to)).toEqual([quarterOf(year, date)]);
        expect(parseFiscalYear(year.label)).toEqual(year);
      }),
    );
  });

  it('follows the year before without a gap', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const year = fiscalYearOf(date);
        expect(fiscalYearOf(addDays(year.closes, 1)).opens).toBe(addDays(year.closes, 1));
        expect(quarterOf(year, addDays(year.closes, 1))).toBeNull();
      }),
    );
  });

  it('knows in which of its two calendar years a month and day fall', () => {
    const year = parseFiscalYear('2026-27')!;
    expect(dayInFiscalYear(year, 8, 30)).toBe('2026-08-30');
    expect(dayInFiscalYear(year, 1, 13)).toBe('2027-01-13');
    expect(dayInFiscalYear(year, 2, 29)).toBeNull();
    expect(dayInFiscalYear(parseFiscalYear('2023-24')!, 2, 29)).toBe('2024-02-29');
  });
});
