import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDate } from '../../src/calendar/day-number.ts';
import { parseHumanDate, parseMonthDay, parseNumber } from '../../src/calendar/parse-date.ts';
import { toBengaliDigits } from '../../src/i18n/digits.ts';
import { formatDate, formatDateLong } from '../../src/i18n/format.ts';
import { MONTHS } from '../../src/i18n/names.ts';
import { anyDate } from './dates.ts';

describe('a date as people type it', () => {
  it.each([
    ['2022-03-16', '2022-03-16'],
    ['2022/3/16', '2022-03-16'],
    ['16/03/2022', '2022-03-16'],
    ['16-03-2022', '2022-03-16'],
    ['16.03.2022', '2022-03-16'],
    ['16 March 2022', '2022-03-16'],
    ['16-Mar-2022', '2022-03-16'],
    ['March 16, 2022', '2022-03-16'],
    ['1st march 2022', '2022-03-01'],
    ['Friday, 25 February 2022', '2022-02-25'],
    ['১৬/০৩/২০২২ খ্রি.', '2022-03-16'],
    ['৩০/০৫/ ২০২২ খ্রি.', '2022-05-30'],
    ['২৮/০৬/২০২২ খ্রি. তারিখ', '2022-06-28'],
    ['২৮ জুন ২০২২ খ্রিস্টাব্দ', '2022-06-28'],
    ['১৬ মার্চ ২০২২', '2022-03-16'],
    ['শুক্রবার, ২৫ ফেব্রুয়ারি ২০২২', '2022-02-25'],
    ['১৪ই জুলাই ২০২২ খ্রি.', '2022-07-14'],
    ['১লা মার্চ, ২০২২', '2022-03-01'],
    ['২৭শে এপ্রিল ২০২২', '2022-04-27'],
    ['২৪/০৫/২২', '2022-05-24'],
    ['সেপ্টেম্বার ১৬, ২০২২', '2022-09-16'],
    ['29/02/2024', '2024-02-29'],
  ])("'%s' is %s", (text, date) => {
    expect(parseHumanDate(text)).toBe(date);
  });

  it.each([
    ['জানুয়ারি', 1],
    ['জানুয়ারী', 1],
    ['জানু\u09DFারি', 1],
    ['জানু\u09AF\u09BCারী', 1],
    ['ফেব্রুয়ারি', 2],
    ['ফেব্রুয়ারী', 2],
    ['এপ্রিল', 4],
    ['আগস্ট', 8],
    ['আগষ্ট', 8],
    ['অগাস্ট', 8],
    ['সেপ্টেম্বর', 9],
    ['সেপ্টেম্বার', 9],
    ['অক্টোবর', 10],
    ['নভেম্বার', 11],
    ['ডিসেম্বর', 12],
    ['Sept.', 9],
  ])("the month may be spelt '%s'", (name, month) => {
    expect(parseHumanDate(`১৩ ${name} ২০২২`)).toBe(`2022-${String(month).padStart(2, '0')}-13`);
  });

  it.each([
    '31/02/2022',
    '29/02/2022',
    '03/16/2022',
    '16 Marchember 2022',
    '১৬ আষাঢ় ১৪২৯',
    '13 January',
    'জুন/২০২২',
    '2022',
    'tomorrow',
    '',
  ])("'%s' is none", (text) => {
    expect(parseHumanDate(text)).toBeNull();
  });

  it('is read back from every way in which it can be written', () => {
    fc.assert(
      fc.property(
        anyDate.filter((date) => date >= '2000-01-01'),
        (date) => {
          const { year, month, day } = civilDate(date);
          const spellings = ['-', '/', '.'].flatMap((mark) => [
            [day, month, year].join(mark),
            [String(day).padStart(2, '0'), String(month).padStart(2, '0'), year].join(` ${mark} `),
            [day, month, String(year).slice(2)].join(mark),
            [year, month, day].join(mark),
          ]);
          for (const language of ['bn', 'en'] as const) {
            const name = MONTHS[language][month - 1];
            spellings.push(formatDate(date, language), formatDateLong(date, language), `${name} ${day}, ${year}`);
            spellings.push(`${day}-${name}-${year}`, `${day} ${name}, ${year} খ্রি.`);
          }
          for (const spelling of spellings) {
            expect(parseHumanDate(spelling), spelling).toBe(date);
            expect(parseHumanDate(toBengaliDigits(spelling).normalize('NFD')), spelling).toBe(date);
          }
        },
      ),
    );
  });
});

describe('a day without a year', () => {
  it.each(['13 January', 'January 13', '13 Jan', '১৩ জানুয়ারি', '১৩ জানুয়ারী', '১৩ই জানুয়ারি', '13/01', '১৩-০১'])(
    "'%s' is 13 January",
    (text) => {
      expect(parseMonthDay(text)).toEqual({ month: 1, day: 13 });
    },
  );

  it('may be 29 February, which some years have', () => {
    expect(parseMonthDay('২৯ ফেব্রুয়ারি')).toEqual({ month: 2, day: 29 });
  });

  it.each(['31 April', 'January', '13', '01/13', '13 January 2022'])("'%s' is none", (text) => {
    expect(parseMonthDay(text)).toBeNull();
  });
});

describe('a number as people type it', () => {
  it.each([
    ['৮০%', 80],
    ['৮০ শতাংশ', 80],
    ['৪টি', 4],
    ['০৪টি', 4],
    ['৩০ জন', 30],
    ['২৩.৪৪', 23.44],
    ['23.44 %', 23.44],
    ['১২,৩৪,৫৬৭', 1_234_567],
    ['1,234,567', 1_234_567],
    ['-2', -2],
    ['০', 0],
  ])("'%s' is %d", (text, number) => {
    expect(parseNumber(text)).toBe(number);
  });

  it.each(['', '%', 'চার', '1,2', '12,34', '1e5', '0x10', '4টি 5', '.', '১.২.৩'])("'%s' is none", (text) => {
    expect(parseNumber(text)).toBeNull();
  });
});
