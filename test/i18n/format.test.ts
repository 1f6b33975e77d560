import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumber } from '../../src/calendar/parse-date.ts';
import {
  formatCode,
  formatDate,
  formatDateLong,
  formatFiscalYear,
  formatNumber,
  formatPercent,
  formatTime,
  formatWeekday,
  toBengaliDigits,
  toLatinDigits,
} from '../../src/i18n/format.ts';
import { BENGALI_MONTHS, MONTHS, WEEKDAYS } from '../../src/i18n/names.ts';

describe('in Bengali', () => {
  it('dates carry the month by name and Bengali numerals', () => {
    expect(formatDate('2022-02-25', 'bn')).toBe('২৫ ফেব্রুয়ারি ২০২২');
    expect(formatDate('2022-01-13', 'bn')).toBe('১৩ জানুয়ারি ২০২২');
    expect(formatDateLong('2022-02-25', 'bn')).toBe('শুক্রবার, ২৫ ফেব্রুয়ারি ২০২২');
    expect(formatWeekday('2022-02-27', 'bn')).toBe('রবিবার');
  });

  it('numbers are grouped as in South Asia', () => {
    expect(formatNumber(1_234_567, 'bn')).toBe('১২,৩৪,৫৬৭');
    expect(formatNumber(23.444, 'bn')).toBe('২৩.৪৪');
    expect(formatPercent(80, 'bn')).toBe('৮০%');
  });

  it('codes, fiscal years and times are as in minutes of meetings', () => {
    expect(formatCode('1.1.1', 'bn')).toBe('১.১.১');
    expect(formatFiscalYear('2021-22', 'bn')).toBe('২০২১-২২');
    expect(formatTime('09:00', 'bn')).toBe('সকাল ৯.০০টা');
    expect(formatTime('14:30', 'bn')).toBe('বিকাল ২.৩০টা');
    expect(formatTime('00:15', 'bn')).toBe('রাত ১২.১৫টা');
  });

  it('all names are in the Unicode form in which texts are compared', () => {
    for (const name of [...MONTHS.bn, ...WEEKDAYS.bn, ...BENGALI_MONTHS]) expect(name.normalize('NFC')).toBe(name);
  });
});

describe('in English', () => {
  it('dates, numbers and times are plain', () => {
    expect(formatDate('2022-02-25', 'en')).toBe('25 February 2022');
    expect(formatDateLong('2022-02-25', 'en')).toBe('Friday, 25 February 2022');
    expect(formatNumber(1_234_567, 'en')).toBe('12,34,567');
    expect(formatPercent(23.44, 'en')).toBe('23.44%');
    expect(formatTime('09:00', 'en')).toBe('9:00 am');
    expect(formatTime('12:00', 'en')).toBe('12:00 pm');
    expect(formatCode('1.1.1', 'en')).toBe('1.1.1');
    expect(formatFiscalYear('২০২১-২০২২', 'en')).toBe('2021-22');
  });
});

describe('what is written', () => {
  it('is read back as the same number', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e11, max: 1e11 }), fc.constantFrom('bn', 'en'), (hundredths, language) => {
        expect(parseNumber(formatNumber(hundredths / 100, language))).toBeCloseTo(hundredths / 100, 2);
      }),
    );
  });

  it('keeps everything but the digits', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(toLatinDigits(toBengaliDigits(text))).toBe(toLatinDigits(text));
        expect(toBengaliDigits(text)).not.toMatch(/\d/);
      }),
    );
  });

  it('is refused when it is no date or time', () => {
    expect(() => formatDate('2022-02-30', 'bn')).toThrow(RangeError);
    expect(() => formatTime('25:00', 'bn')).toThrow(/HH:mm/);
  });
});
