import { toLatinDigits } from './digits.ts';
import { MONTHS } from './names.ts';

/** Spellings that `fold` does not bring to the official one. */
const OTHER_SPELLINGS: readonly (readonly [string, number])[] = [
  ['জানুআরি', 1],
  ['ফেব্রুআরি', 2],
  ['ফেব্রয়ারি', 2],
  ['এপ্রিলে', 4],
  ['অগাস্ট', 8],
  ['অগস্ট', 8],
  ['আগাস্ট', 8],
  ['সেপ্টেমবর', 9],
  ['অক্টবর', 10],
  ['sept', 9],
];

const MONTH_NUMBERS: ReadonlyMap<string, number> = new Map([
  ...MONTHS.bn.map((name, index) => [fold(name), index + 1] as const),
  ...MONTHS.en.map((name, index) => [fold(name), index + 1] as const),
  ...MONTHS.en.map((name, index) => [fold(name).slice(0, 3), index + 1] as const),
  ...OTHER_SPELLINGS.map(([name, month]) => [fold(name), month] as const),
]);

/**
 * The month (1-12) that a name in Bengali or English means, however it is spelt: জানুয়ারি and জানুয়ারী, আগস্ট and আগষ্ট,
 * সেপ্টেম্বর and সেপ্টেম্বার, with য় as one code point or two, `Mar` for March. `null` for any other word.
 */
export function monthNumber(name: string): number | null {
  return MONTH_NUMBERS.get(fold(name)) ?? null;
}

/**
 * A text as it is compared: one Unicode form, Latin digits, small letters, single spaces, and no invisible joiners, which
 * some Bengali keyboards leave behind.
 */
export function plainText(text: string): string {
  return toLatinDigits(text.normalize('NFC'))
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** What differs between spellings of one month is taken away: the long ী, the other ষ, the dot of য়, the া of ম্বার. */
function fold(name: string): string {
  return plainText(name)
    .replaceAll('ী', 'ি')
    .replaceAll('ষ', 'স')
    .replaceAll('\u09BC', '')
    .replace(/বার$/, 'বর')
    .replace(/\.$/, '');
}
