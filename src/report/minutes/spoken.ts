import { formatDate } from '../../i18n/format.ts';
import type { Language } from '../../plan/types.ts';
import { figuresDate, twoDigitDay, valueText } from '../figures.ts';
import { blank, type Text } from '../paper.ts';
import { paperText } from '../progress-paper.ts';
import type { ProgressRow } from '../progress-report.ts';
import { progressWords } from '../progress-words.ts';
import type { Decision, IndicatorTalk, Meeting } from './meeting.ts';
import { minutesWords } from './minutes-words.ts';

const SILENCE: Omit<IndicatorTalk, 'code'> = {
  subject: null,
  discussion: [],
  decision: null,
  implementers: [],
  proposer: null,
};

/** What the meeting's file says of an indicator; nothing where it does not name it. */
export function talkOf({ indicators }: Meeting, code: string): IndicatorTalk {
  return indicators.find((talk) => talk.code === code) ?? { code, ...SILENCE };
}

/** What an indicator is called in these minutes. */
export function subjectOf(row: ProgressRow, meeting: Meeting): string {
  return talkOf(meeting, row.code).subject ?? row.title[meeting.language];
}

/** How it stands, in the words of these minutes. */
export function progressIn(row: ProgressRow, { language, achieved }: Meeting): string {
  return progressWords(row, language, achieved);
}

/** Its target as tables of minutes have it: `১৬/০৩/২০২২ খ্রি.`, `৪টি`, `৮০%`. */
export function targetIn(row: ProgressRow, language: Language): string {
  return valueText(row.target, row.unit, language);
}

/** What is on record of it was shown to the meeting; null where there is no paper. */
export function papersIn(row: ProgressRow, language: Language): string | null {
  if (row.papers.length === 0) return null;
  return minutesWords(language).papersShown(row.papers.map((paper) => paperText(paper, language)).join('; '));
}

/** A sentence that ends as one. */
export function sentence(text: string, language: Language): string {
  return /[।.?!:;”"]$/u.test(text) ? text : `${text}${language === 'bn' ? '।' : '.'}`;
}

/** Several texts as one paragraph. */
export function together(texts: readonly (string | null)[], language: Language): string {
  return texts
    .filter((text) => text !== null && text !== '')
    .map((text) => sentence(text!, language))
    .join(' ');
}

/** A decision with its day, where it has one. */
export function decisionText({ text, by }: Decision, language: Language): string {
  return by === null ? text : minutesWords(language).by(sentence(text, language), formatDate(by, language));
}

/** Who implements a decision: those it names, else those of the meeting, else a blank. */
export function implementersOf(named: readonly string[], { implementers, language }: Meeting): readonly Text[] {
  const all = named.length > 0 ? named : implementers;
  return all.length > 0 ? all : [blank(minutesWords(language).blanks.implementer)];
}

/** The day of a meeting: `২৮/০৬/২০২২ খ্রি.`, or `০৯ জানুয়ারি, ২০২২`. */
export function dayIn(date: string, { language, dateStyle }: Meeting): string {
  if (dateStyle === 'figures') return figuresDate(date, language);
  return twoDigitDay(formatDate(date, language)).replace(/ (?=\S+$)/u, ', ');
}
