import * as z from 'zod';
import { parseHumanDate, parseMonthDay, parseNumber } from '../calendar/parse-date.ts';
import type { Bilingual, LocalDate } from '../calendar/types.ts';
import { toLatinDigits } from '../i18n/digits.ts';
import { mailAddressFault } from './check-address.ts';
import { quote } from './fault.ts';
import { form, shapeOf } from './form.ts';
import { suggest } from './nearest-word.ts';

/** What a scalar must not be, in words: `"31 June" is no date: write …`. */
type Refuse = (message: string) => null;

/** One text of a file, turned into a value. `parse` gives `null` for what it cannot read, or a refusal of its own. */
function scalar<T>(expects: string, parse: (text: string, refuse: Refuse) => T | null): z.ZodType<T> {
  return z
    .string({
      error: ({ input }) =>
        input === undefined ? `is missing: write ${expects}` : `must be ${expects}, not ${shapeOf(input)}`,
    })
    .transform((text, context) => {
      let message = `${quote(text)} is not understood: write ${expects}`;
      const value = parse(text, (reason) => {
        message = reason;
        return null;
      });
      if (value !== null) return value;
      context.addIssue({ code: 'custom', message });
      return undefined as never;
    });
}

const DATE = 'a date such as 2022-01-13 or ১৩ জানুয়ারি ২০২২';

/** A day with its year, in any spelling that people use. */
export const date: z.ZodType<LocalDate> = scalar(
  DATE,
  (text, refuse) => parseHumanDate(text) ?? refuse(dateRefusal(text)),
);

/** Why a text is no date, and what to write. */
export function dateRefusal(text: string): string {
  const what = parseMonthDay(text) === null ? 'is no date of the calendar' : 'has no year';
  return `${quote(text)} ${what}: write ${DATE}`;
}

/** A number in Bengali or Latin digits. */
export const number = scalar('a number such as 4 or ৪', parseNumber);

/** A whole number from `least` on, or of any sign where there is no least. */
export function wholeNumber(least: number | null): z.ZodType<number> {
  const expects = least === null ? 'a whole number' : `a whole number from ${least} on`;
  return scalar(expects, (text, refuse) => {
    const value = parseNumber(text);
    if (value !== null && Number.isSafeInteger(value) && value >= (least ?? Number.NEGATIVE_INFINITY)) return value;
    return refuse(`${quote(text)} is not ${expects}: write it in digits`);
  });
}

/** A percentage from 0 to 100, with or without its sign. */
export const percent = scalar('a percentage from 0 to 100', (text, refuse) => {
  const value = parseNumber(text);
  if (value !== null && value >= 0 && value <= 100) return value;
  return refuse(`${quote(text)} is no percentage from 0 to 100: write one such as 23.44`);
});

/** Text that a later check reads by what stands beside it, such as a target. */
export function raw(expects: string): z.ZodType<string> {
  return scalar(expects, (text) => text.trim() || null);
}

/** A text of one line for letters and screens; line breaks and runs of spaces become one space. */
export function line(expects: string): z.ZodType<string> {
  return scalar(expects, (text, refuse) => {
    const tidy = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
    if (tidy === '') return refuse(`is empty: write ${expects}`);
    if (/\p{Cc}/u.test(tidy)) return refuse(`${quote(tidy)} holds a control character: write plain text`);
    return tidy;
  });
}

/** A text in the two languages. */
export const bilingual: z.ZodType<Bilingual> = form('a text in both languages', {
  bn: line('the text in Bengali'),
  en: line('the text in English'),
});

/** An id of lower-case letters, digits and hyphens, as in `office-order`. */
export function identifier(expects: string): z.ZodType<string> {
  return scalar(expects, (text, refuse) => {
    const id = toLatinDigits(text.trim());
    if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return id;
    return refuse(`${quote(text)} is no id: write lower-case letters, digits and single hyphens, as in office-order`);
  });
}

/** The code of an activity or indicator: numbers with dots between them. */
export const code = scalar('a code such as 1.1.1', (text) => {
  const digits = toLatinDigits(text.trim());
  return /^\d+(\.\d+)*$/.test(digits) ? digits : null;
});

/** `yes` or `no`. */
export const yesNo = scalar('yes or no', (text) => {
  const word = text.trim().normalize('NFC').toLowerCase();
  if (['yes', 'true', 'হ্যাঁ'.normalize('NFC')].includes(word)) return true;
  return ['no', 'false', 'না'].includes(word) ? false : null;
});

/** One word of a known few. */
export function oneOf<const Word extends string>(words: readonly Word[]): z.ZodType<Word> {
  const expects = `one of: ${words.join(', ')}`;
  return scalar(expects, (text, refuse) => {
    const word = text.trim();
    const found = words.find((known) => known === word);
    return found ?? refuse(`${quote(text)} is not known here: ${suggest(word, words)}`);
  });
}

/** A time of day as `HH:mm`, in Bengali or Latin digits. */
export const timeOfDay = scalar('a time of day such as "09:00"', (text) => {
  const match = /^(\d{1,2}):(\d{2})$/.exec(toLatinDigits(text.trim()));
  if (match === null || Number(match[1]) > 23 || Number(match[2]) > 59) return null;
  return `${match[1]!.padStart(2, '0')}:${match[2]}`;
});

/** One mail address without a display name, safe to put into a mail header. */
export const mailAddress = scalar('a mail address such as focal.point@office.example', (text, refuse) => {
  const fault = mailAddressFault(text);
  return fault === null ? text : refuse(fault);
});
