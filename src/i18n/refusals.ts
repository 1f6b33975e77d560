import type { Refusal } from '../../machines/types.ts';
import { isLocalDate } from '../calendar/local-time.ts';
import type { Language } from '../plan/types.ts';
import { toBengaliDigits } from './digits.ts';
import { formatDate, formatNumber } from './format.ts';
import { REFUSALS_BN } from './refusals-bn.ts';
import { REFUSALS_EN } from './refusals-en.ts';
import { words } from './words.ts';

/**
 * A refusal's details as a sentence needs them. Each function gives an empty text for a detail that is absent, so that a
 * sentence still reads well with less.
 */
export interface RefusalDetails {
  /** The detail as it is, in the language's digits. */
  text(key: string): string;
  /** The detail set between other words, such as ` (q1)`; empty with the detail. */
  around(before: string, key: string, after: string): string;
  /** One of the catalogue's words, such as a status or a kind. */
  word(key: string, group: 'workStatus' | 'indicatorKind' | 'action'): string;
}

/** What is wrong, and what to do, for every code of a refusal. */
export type RefusalSentences = Readonly<Record<Refusal['code'], (details: RefusalDetails) => string>>;

/** Why an event was refused and what to do about it, in one or two sentences; details that are absent are left out. */
export function explainRefusal(refusal: Refusal, language: Language): string {
  const sentences = language === 'bn' ? REFUSALS_BN : REFUSALS_EN;
  return sentences[refusal.code](detailsIn(refusal.details, language));
}

function detailsIn(details: Refusal['details'], language: Language): RefusalDetails {
  const text = (key: string): string => {
    const value = details[key];
    if (value === undefined) return '';
    if (typeof value === 'number') return Number.isFinite(value) ? formatNumber(value, language) : '';
    if (isLocalDate(value)) return formatDate(value, language);
    // An id such as `q1` is what a person types to name it, so its digits stay as they are.
    return /^[\d.]+$/.test(value) && language === 'bn' ? toBengaliDigits(value) : value;
  };
  return {
    text,
    around: (before, key, after) => (text(key) === '' ? '' : `${before}${text(key)}${after}`),
    word(key, group) {
      const known: Readonly<Record<string, string>> = words(language)[group];
      return known[String(details[key])] ?? '';
    },
  };
}
