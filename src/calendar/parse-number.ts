import { plainText } from '../i18n/month-spellings.ts';

/** What people write behind a number: a percent sign, or the word for things and persons counted. */
const UNIT_BEHIND = /\s*(?:%|শতাংশ|percent|টি|টা|জন|বার|খানা)$/u;

/** Digits alone, or grouped by thousands, or as in South Asia: the last three, then by two. */
const NUMBER = /^[-−]?(?:\d+|\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})*,\d{3})(?:\.\d+)?$/;

/**
 * Reads a number as people type it, in Bengali or Latin digits: `৮০%`, `৪টি`, `২৩.৪৪`, `১২,৩৪,৫৬৭`. The unit behind it is
 * dropped, so `৮০%` is 80. `null` when it is no number.
 */
export function parseNumber(text: string): number | null {
  const plain = plainText(text).replace(UNIT_BEHIND, '');
  if (!NUMBER.test(plain)) return null;
  return Number(plain.replaceAll(',', '').replace('−', '-'));
}
