import type { Bilingual, LocalDate } from '../calendar/types.ts';
import { formatCode, formatDateLong } from '../i18n/format.ts';
import type { Language } from '../plan/types.ts';
import { htmlBody } from './html-body.tsx';
import { meetingIcs } from './meeting-ics.ts';
import { type MeetingOccasion, meetingPhrasing } from './meeting-phrasing.ts';
import { type Fact, type Outline, urlOf } from './outline.ts';
import { phrasingOf } from './phrasing-of.ts';
import { plainLine, shortened } from './plain-line.ts';
import { textBody } from './text-body.ts';
import type { ComposedLetter } from './types.ts';

/** The facts of a letter that calls somebody to a meeting, or tells that it was moved, put off or called off. */
export interface MeetingLetter {
  readonly occasion: MeetingOccasion;
  readonly language: Language;
  readonly recipient: { readonly name: Bilingual; readonly postTitle: Bilingual };
  readonly office: Bilingual;
  readonly planId: string;
  /** As in `2021-22`. */
  readonly fiscalYear: string;
  /** The day of sending in the plan's zone. */
  readonly today: LocalDate;
  readonly zone: string;
  /** Where the pages are, with or without a slash at the end. */
  readonly baseUrl: string;
  /** As in `M3`. */
  readonly code: string;
  /** Grows with each change, so that a calendar knows which of two entries is the newer one. */
  readonly version: number;
  readonly title: Bilingual;
  readonly day: LocalDate;
  /** Local `HH:mm`; null where it is not said. */
  readonly time: string | null;
  /** As people entered it, in the office's language. */
  readonly place: string | null;
  readonly chair: string;
  readonly agenda: readonly string[];
  /** Why it was put off or called off. */
  readonly reason: string | null;
  /** The post that sends the letter. */
  readonly from: Bilingual;
  /** From the root of the site. */
  readonly path: string;
}

/** Writes such a letter: pure, the same facts always give the same bytes. */
export function composeMeeting(letter: MeetingLetter): ComposedLetter {
  const { language, occasion, day } = letter;
  const say = meetingPhrasing(occasion, language);
  const subject = say.subject(shortened(plainLine(letter.title[language]), SUBJECT_LENGTH), day);
  const outline = outlineOf(letter);
  return {
    subject,
    text: textBody(outline),
    html: htmlBody(outline, language, subject),
    ics: meetingIcs(letter, descriptionOf(letter)),
  };
}

/** A meeting's title ends with its day, which has to be seen. */
const SUBJECT_LENGTH = 80;

function outlineOf(letter: MeetingLetter): Outline {
  const { language, occasion, reason } = letter;
  const say = meetingPhrasing(occasion, language);
  const frame = phrasingOf(language);
  const office = plainLine(letter.office[language]);
  const addressee = [letter.recipient.name, letter.recipient.postTitle].map((line) => plainLine(line[language]));
  return {
    office,
    dateLine: frame.dateLine(letter.today),
    to: { label: frame.to, lines: [...new Set(addressee)] },
    subject: { label: frame.subjectLabel, line: say.subjectLine(plainLine(letter.title[language])) },
    salutation: frame.salutation,
    opening: say.opening(office, letter.fiscalYear),
    groups: [
      {
        tone: 'ahead',
        heading: null,
        items: [
          {
            code: formatCode(letter.code, language),
            title: plainLine(letter.title[language]),
            period: null,
            facts: factsOf(letter),
            link: { label: frame.link, button: say.button, url: urlOf(letter.baseUrl, letter.path) },
          },
        ],
      },
    ],
    quotes:
      reason === null
        ? []
        : [{ heading: say.labels.reason, paragraphs: reason.split('\n').map(plainLine).filter(Boolean) }],
    closing: [say.closing, say.attached, say.by(plainLine(letter.from[language]))],
    footer: frame.footer(office),
  };
}

/** When and where, and what is on the agenda; what does not take place has neither. */
function factsOf({ language, occasion, day, time, place, chair, agenda }: MeetingLetter): Fact[] {
  const { labels, at } = meetingPhrasing(occasion, language);
  const fact = (label: string, ...values: string[]): Fact => ({ label, values: values.map(plainLine), mark: null });
  const when = formatDateLong(day, language);
  const isOn = occasion === 'notice' || occasion === 'changed';
  return [
    time === null || !isOn ? fact(labels.day, when) : fact(labels.dayAndTime, `${when}, ${at(time)}`),
    ...(place === null || !isOn ? [] : [fact(labels.place, place)]),
    ...(isOn ? [fact(labels.chair, chair)] : []),
    ...(agenda.length === 0 || !isOn ? [] : [fact(labels.agenda, ...agenda)]),
  ];
}

/** Only what stays true until the day: an entry is read long after the letter. */
function descriptionOf(letter: MeetingLetter): string {
  const { language, agenda, chair, office } = letter;
  const { labels } = meetingPhrasing(letter.occasion, language);
  return [
    office[language],
    `${labels.chair}: ${chair}`,
    ...(agenda.length === 0 ? [] : [`${labels.agenda}:`, ...agenda.map((subject) => `- ${subject}`)]),
    urlOf(letter.baseUrl, letter.path),
  ]
    .map(plainLine)
    .join('\n');
}
