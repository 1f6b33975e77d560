import type { Bilingual, LocalDate } from '../calendar/types.ts';
import { formatCode, formatFiscalYear, formatNumber } from '../i18n/format.ts';
import type { AssessedPeriod, Language } from '../plan/types.ts';
import { type AssessmentLetterKind, assessmentPhrasing } from './assessment-phrasing.ts';
import { htmlBody } from './html-body.tsx';
import { type Fact, type Outline, type Quote, urlOf } from './outline.ts';
import { phrasingOf } from './phrasing-of.ts';
import { plainLine, shortened } from './plain-line.ts';
import { TITLE_LENGTH } from './subject.ts';
import { textBody } from './text-body.ts';
import type { ComposedLetter } from './types.ts';

/** The facts of a letter that brings a self-assessment to the superior authority, or its judgement to the office. */
export interface AssessmentLetter {
  readonly kind: AssessmentLetterKind;
  readonly language: Language;
  readonly recipient: { readonly name: Bilingual; readonly postTitle: Bilingual };
  readonly office: Bilingual;
  /** As in `2021-22`. */
  readonly fiscalYear: string;
  readonly period: AssessedPeriod;
  readonly round: number;
  /** The indicator that it settles, as in `2.2.4`; null where the plan has none. */
  readonly code: string | null;
  /** The day of sending in the plan's zone. */
  readonly today: LocalDate;
  readonly baseUrl: string;
  /** The post that sends, or that judged. */
  readonly from: Bilingual;
  readonly memo: string | null;
  readonly points: {
    readonly weight: number;
    readonly claimed: number;
    readonly evidenced: number;
    readonly accepted: number | null;
  };
  /** SHA-256 of the Word file. */
  readonly documentHash: string;
  /** What the superior authority says of the whole, and of what it did not accept in full. */
  readonly word: string | null;
  readonly reasons: readonly { readonly code: string; readonly reason: string }[];
  /** Its page, from the root of the site. */
  readonly path: string;
}

/** Writes such a letter: pure, the same facts always give the same bytes. */
export function composeAssessment(letter: AssessmentLetter): ComposedLetter {
  const { kind, language } = letter;
  const say = assessmentPhrasing(language);
  const office = shortened(plainLine(letter.office[language]), TITLE_LENGTH);
  const subject = say.subject[kind](office, say.name(letter.period, letter.fiscalYear));
  const outline = outlineOf(letter);
  return { subject, text: textBody(outline), html: htmlBody(outline, language, subject), ics: null };
}

function outlineOf(letter: AssessmentLetter): Outline {
  const { kind, language, round, code } = letter;
  const say = assessmentPhrasing(language);
  const frame = phrasingOf(language);
  const office = plainLine(letter.office[language]);
  const name = say.name(letter.period, letter.fiscalYear);
  const addressee = [letter.recipient.name, letter.recipient.postTitle].map((line) => plainLine(line[language]));
  return {
    office,
    dateLine: frame.dateLine(letter.today),
    to: { label: frame.to, lines: [...new Set(addressee)] },
    subject: { label: frame.subjectLabel, line: say.subjectLine[kind](name) },
    salutation: frame.salutation,
    opening: say.opening[kind](office, name, plainLine(letter.from[language])),
    groups: [
      {
        tone: 'ahead',
        heading: null,
        items: [
          {
            code: code === null ? formatFiscalYear(letter.fiscalYear, language) : formatCode(code, language),
            title: name,
            period: round > 1 ? say.round(formatNumber(round, language)) : null,
            facts: factsOf(letter),
            link: { label: say.link, button: say.link, url: urlOf(letter.baseUrl, letter.path) },
          },
        ],
      },
    ],
    quotes: quotesOf(letter),
    closing: [say.closing[kind]],
    footer: say.footer(office),
  };
}

function factsOf({ language, memo, points, documentHash }: AssessmentLetter): Fact[] {
  const { labels, of } = assessmentPhrasing(language);
  const fact = (label: string, value: string): Fact => ({ label, values: [value], mark: null });
  const sum = (value: number) => of(formatNumber(value, language), formatNumber(points.weight, language));
  return [
    ...(memo === null ? [] : [fact(labels.memo, plainLine(memo))]),
    fact(labels.claimed, sum(points.claimed)),
    fact(labels.evidenced, sum(points.evidenced)),
    ...(points.accepted === null ? [] : [fact(labels.accepted, sum(points.accepted))]),
    fact(labels.document, documentHash),
  ];
}

function quotesOf({ language, word, reasons }: AssessmentLetter): Quote[] {
  const say = assessmentPhrasing(language);
  const lines = (text: string) => text.split('\n').map(plainLine).filter(Boolean);
  return [
    ...(word === null ? [] : [{ heading: say.word, paragraphs: lines(word) }]),
    ...(reasons.length === 0
      ? []
      : [
          {
            heading: say.notInFull,
            paragraphs: reasons.map(({ code, reason }) => `${formatCode(code, language)}: ${plainLine(reason)}`),
          },
        ]),
  ];
}
