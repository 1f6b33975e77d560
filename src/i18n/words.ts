import { IntlMessageFormat } from 'intl-messageformat';
import type { Rung } from '../plan/definition.ts';
import type { Language } from '../plan/types.ts';
import type { Catalogue, Phrase } from './catalogue.ts';
import { BENGALI } from './catalogue-bn.ts';
import { ENGLISH } from './catalogue-en.ts';

export type { Catalogue } from './catalogue.ts';

const CATALOGUES: Readonly<Record<Language, Catalogue>> = { bn: BENGALI, en: ENGLISH };

/** The words of a language: `words('bn').workStatus.achieved` is অর্জিত. */
export function words(language: Language): Catalogue {
  return CATALOGUES[language];
}

/**
 * How far a due day is, in whole days from today, negative once it has passed: `আর ৭ দিন বাকি`, `আজ শেষ দিন`,
 * `৩ দিন পার হয়েছে`; `7 days left`, `due today`, `3 days overdue`.
 */
export function daysLeftPhrase(days: number, language: Language): string {
  if (days === 0) return phrase('dueToday', language);
  return days > 0 ? phrase('daysLeft', language, { days }) : phrase('daysOverdue', language, { days: -days });
}

/**
 * A rung of the ladder: `৩০ দিন আগে`, `30 days before`; `শেষ দিনে`, `on the due day`; `৫ কার্যদিবস পরে`,
 * `5 working days after`; `পুনঃতাগিদ`, `follow-up`. A rung of another form is given back as it is.
 */
export function rungTitle(rung: Rung, language: Language): string {
  if (rung === 'due-day') return phrase('rungDueDay', language);
  if (rung === 'follow-up') return phrase('rungFollowUp', language);
  const match = /^(\d+)-(days?-before|working-days?-after)$/.exec(rung);
  if (match === null) return rung;
  const days = Number(match[1]);
  return phrase(match[2]!.startsWith('day') ? 'rungDaysBefore' : 'rungWorkingDaysAfter', language, { days });
}

const formats = new Map<string, IntlMessageFormat>();

/** A phrase with its numbers in the digits of the language. */
export function phrase(name: Phrase, language: Language, values: Record<string, number> = {}): string {
  const key = `${language}.${name}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new IntlMessageFormat(CATALOGUES[language].phrases[name], language);
    formats.set(key, format);
  }
  return String(format.format(values));
}
