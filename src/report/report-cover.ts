import type { LocalDate } from '../calendar/types.ts';
import { formatDate, formatNumber } from '../i18n/format.ts';
import type { Language, Plan } from '../plan/types.ts';
import { bothCalendars } from './figures.ts';
import { type Block, blank, type Text } from './paper.ts';
import type { ReportSource } from './record.ts';
import { reportWords } from './report-words.ts';

/** What an office puts around a report, and no record knows: left blank, and marked, where nobody states it. */
export interface Cover {
  readonly language: Language;
  /** The office, line by line; by default the government where it is one of Bangladesh, and the office's name. */
  readonly letterhead: readonly string[];
  readonly memo: { readonly number: string | null; readonly date: LocalDate | null };
}

/** The letterhead that follows from the plan alone. */
export function plainLetterhead({ calendar, office }: Plan, language: Language): string[] {
  const government = calendar === 'bangladesh' ? [reportWords(language).government] : [];
  return [...government, office.name[language]];
}

/** Memo number at the left, the date in both calendars at the right. */
export function memoLine({ language, memo }: Cover): Block {
  const { memo: memoWord, date: dateWord, blanks } = reportWords(language);
  const dates: readonly Text[] =
    memo.date === null ? [blank(blanks.date)] : bothCalendars(memo.date, language).map((date) => date);
  const [first = '', ...others] = dates;
  return {
    kind: 'aside',
    left: [labelled(memoWord, memo.number ?? blank(blanks.memo))],
    right: [labelled(dateWord, first), ...others],
  };
}

/** A label and what stands behind its colon. */
export function labelled(label: string, value: Text): Text {
  return [{ text: `${label}: ` }, ...(typeof value === 'string' ? [{ text: value }] : value)];
}

/** Who signs: the name by hand, the post as the plan has it. */
export function signatureOf(post: string | null, language: Language, label?: string): Block {
  const { blanks } = reportWords(language);
  return {
    kind: 'signature',
    lines: [...(label === undefined ? [] : [label]), blank(blanks.name), post ?? blank(blanks.post)],
  };
}

/** What it was made from, in a line: the beginning of the hash is enough to tell records apart. */
export function footOf({ plan, version, on, recordHash, history }: ReportSource, language: Language): string {
  const number = version === null ? null : formatNumber(version, language);
  return reportWords(language).foot(plan, number, formatDate(on, language), recordHash.slice(0, 16), history);
}
