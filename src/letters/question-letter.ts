import { addDays, daysBetween } from '../calendar/local-time.ts';
import type { Bilingual, LocalDate } from '../calendar/types.ts';
import { formatCode, formatDateLong } from '../i18n/format.ts';
import type { Language } from '../plan/types.ts';
import { htmlBody } from './html-body.tsx';
import { type Fact, type Outline, type Quote, urlOf } from './outline.ts';
import { phrasingOf } from './phrasing-of.ts';
import { plainLine, shortened } from './plain-line.ts';
import { type QuestionLetterKind, questionPhrasing, quoteHeadings } from './question-phrasing.ts';
import { TITLE_LENGTH } from './subject.ts';
import { textBody } from './text-body.ts';
import type { ComposedLetter } from './types.ts';

/** The facts of a letter about a missed target that asks for an explanation, or that brings one. */
export interface QuestionLetter {
  readonly kind: QuestionLetterKind;
  readonly language: Language;
  readonly recipient: { readonly name: Bilingual; readonly postTitle: Bilingual };
  readonly office: Bilingual;
  /** As in `2021-22`. */
  readonly fiscalYear: string;
  /** The day of sending in the plan's zone. */
  readonly today: LocalDate;
  /** Where the pages are, with or without a slash at the end. */
  readonly baseUrl: string;
  /** As in `1.1.1`. */
  readonly code: string;
  readonly title: Bilingual;
  /** As in "first quarter"; `null` when the whole year's target is meant. */
  readonly checkpointTitle: Bilingual | null;
  readonly due: LocalDate;
  /** The post that asks, or that explains. */
  readonly from: Bilingual;
  /** In the asker's own words. */
  readonly question: string;
  /** In the words of whoever explains; `null` in a letter that asks. */
  readonly explanation: string | null;
  /** Where to explain or to read on, from the root of the site. */
  readonly path: string;
}

/** Writes such a letter: pure, the same facts always give the same bytes. */
export function composeQuestion(letter: QuestionLetter): ComposedLetter {
  const { language } = letter;
  const say = questionPhrasing(letter.kind, language);
  const title = shortened(plainLine(letter.title[language]), TITLE_LENGTH);
  const subject = say.subject(`${formatCode(letter.code, language)} ${title}`);
  const outline = outlineOf(letter);
  return { subject, text: textBody(outline), html: htmlBody(outline, language, subject), ics: null };
}

function outlineOf(letter: QuestionLetter): Outline {
  const { kind, language, fiscalYear, today } = letter;
  const say = questionPhrasing(kind, language);
  const frame = phrasingOf(language);
  const office = plainLine(letter.office[language]);
  const addressee = [letter.recipient.name, letter.recipient.postTitle].map((line) => plainLine(line[language]));
  return {
    office,
    dateLine: frame.dateLine(today),
    to: { label: frame.to, lines: [...new Set(addressee)] },
    subject: { label: frame.subjectLabel, line: say.subjectLine(fiscalYear) },
    salutation: frame.salutation,
    opening: say.opening(office, fiscalYear, plainLine(letter.from[language])),
    groups: [
      {
        tone: 'overdue',
        heading: null,
        items: [
          {
            code: formatCode(letter.code, language),
            title: plainLine(letter.title[language]),
            period: letter.checkpointTitle && plainLine(letter.checkpointTitle[language]),
            facts: factsOf(letter),
            link: { label: say.link, button: say.button, url: urlOf(letter.baseUrl, letter.path) },
          },
        ],
      },
    ],
    quotes: quotesOf(letter),
    closing: [say.closing],
    footer: say.footer(office),
  };
}

/** How late it is matters to whoever is asked; when the explanation comes, it may be made up for. */
function factsOf({ kind, language, due, today }: QuestionLetter): Fact[] {
  const { labels, delay } = phrasingOf(language);
  const late = daysBetween(due, today);
  return [
    { label: labels.targetDate, values: [formatDateLong(due, language)], mark: null },
    ...(kind === 'request' && late > 0
      ? [{ label: labels.delay, values: [], mark: delay(late, addDays(due, 1)) }]
      : []),
  ];
}

function quotesOf({ language, question, explanation }: QuestionLetter): Quote[] {
  const headings = quoteHeadings(language);
  return [
    { heading: headings.question, paragraphs: paragraphsOf(question) },
    ...(explanation === null ? [] : [{ heading: headings.explanation, paragraphs: paragraphsOf(explanation) }]),
  ];
}

/** What somebody typed, each of its lines made fit for a letter. */
function paragraphsOf(text: string): string[] {
  return text.split('\n').map(plainLine).filter(Boolean);
}
