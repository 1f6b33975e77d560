import { formatFiscalYear, formatNumber } from '../../i18n/format.ts';
import type { Plan } from '../../plan/types.ts';
import { bothCalendars, figuresDate, hourText } from '../figures.ts';
import { type Block, blank, cell, type Paper, type Text } from '../paper.ts';
import { footOf, labelled, plainLetterhead } from '../report-cover.ts';
import { reportWords } from '../report-words.ts';
import { LAYOUT_BLOCKS } from './layouts.ts';
import type { Meeting } from './meeting.ts';
import type { Minutes } from './minutes.ts';
import { minutesWords } from './minutes-words.ts';
import { dayIn } from './spoken.ts';

/**
 * A draft of minutes as a paper, in the order of offices' own: heading, chair, day and place, attendance, opening, what
 * became of earlier decisions, the discussion, closing, signature, memo and date, distribution. Pure.
 */
export function minutesPaper(minutes: Minutes, plan: Plan): Paper {
  const { meeting, source } = minutes;
  const { language } = meeting;
  return {
    language,
    orientation: 'portrait',
    letterhead: meeting.letterhead ?? plainLetterhead(plan, language),
    title: meeting.title,
    blocks: [
      facts(meeting),
      ...(meeting.attendance.annex === null ? memberTable(meeting) : []),
      ...opening(minutes),
      ...previous(meeting),
      ...LAYOUT_BLOCKS[meeting.layout](minutes),
      { kind: 'paragraph', text: meeting.closing ?? minutesWords(language).closing },
      signedBy(meeting.signature, meeting),
      ...memoAndDistribution(meeting),
      ...(meeting.attendance.annex === null ? [] : annex(meeting, meeting.attendance.annex)),
    ],
    foot: footOf(source, language),
    day: meeting.date,
  };
}

function facts(meeting: Meeting): Block {
  const { language, chair, date, time, place, attendance } = meeting;
  const say = minutesWords(language);
  const hour: Text = time === null ? blank(say.blanks.time) : hourText(time, language);
  const present = attendance.annex === null ? [] : [{ label: say.attendance, value: say.asAnnex(attendance.annex) }];
  return {
    kind: 'facts',
    rows: [
      { label: chair.label ?? say.chair, value: chair.designation },
      {
        label: say.dateAndTime,
        value: [{ text: `${dayIn(date, meeting)}, ` }, ...(typeof hour === 'string' ? [{ text: hour }] : hour)],
      },
      { label: say.place, value: place ?? blank(say.blanks.place) },
      ...present,
    ],
  };
}

function opening({ meeting, fiscalYear }: Minutes): Block[] {
  const { language, chair, secretary } = meeting;
  const say = minutesWords(language);
  const texts =
    meeting.opening ?? say.opening(chair.label ?? say.chair, secretary, formatFiscalYear(fiscalYear, language));
  return texts.map((text) => ({ kind: 'paragraph', text }));
}

/** What became of the decisions of the meeting before; an outcome that nobody stated is left blank. */
function previous(meeting: Meeting): Block[] {
  const { language, previous: before } = meeting;
  if (before === null) return [];
  const say = minutesWords(language);
  const items = before.decisions.map(({ text, outcome }, i): Text => {
    const head = `${say.marker(formatNumber(i + 1, language))} ${say.previousDecision(text)} ${say.outcome}: `;
    return [{ text: head }, ...(outcome === null ? blank(say.blanks.outcome) : [{ text: outcome }])];
  });
  return [
    { kind: 'paragraph', text: say.previousMeeting(dayIn(before.date, meeting)) },
    ...(items.length === 0 ? [] : [{ kind: 'list', items } as const]),
  ];
}

/** Name and signature by hand, the designation as the file has it. */
function signedBy(designation: readonly string[], { language }: Meeting): Block {
  return { kind: 'signature', lines: [blank(reportWords(language).blanks.name), ...designation] };
}

function memoAndDistribution(meeting: Meeting): Block[] {
  const { language, memo, distribution, issuer } = meeting;
  const say = minutesWords(language);
  return [
    ...(memo === null ? [] : [memoOf(meeting, memo)]),
    ...(distribution === null
      ? []
      : ([
          { kind: 'paragraph', text: distribution.heading ?? say.distribution },
          {
            kind: 'list',
            items: distribution.entries.map((entry, i) => `${say.marker(formatNumber(i + 1, language))} ${entry}`),
          },
        ] as const)),
    ...(issuer.length === 0 ? [] : [signedBy(issuer, meeting)]),
  ];
}

function memoOf({ language }: Meeting, memo: NonNullable<Meeting['memo']>): Block {
  const { memo: memoWord, date: dateWord, blanks } = reportWords(language);
  const dates: readonly Text[] =
    memo.date === null
      ? [blank(blanks.date)]
      : memo.calendars === 'gregorian'
        ? [figuresDate(memo.date, language)]
        : bothCalendars(memo.date, language);
  const [first = '', ...others] = dates;
  return {
    kind: 'aside',
    left: [labelled(memoWord, memo.number ?? blank(blanks.memo))],
    right: [labelled(dateWord, first), ...others],
  };
}

/** Those who were there, with room for name and signature. */
function memberTable({ language, attendance }: Meeting): Block[] {
  if (attendance.members.length === 0) return [];
  const { members: say } = minutesWords(language);
  const { blanks } = reportWords(language);
  const [number, name, part, signature] = say.columns;
  return [
    { kind: 'heading', text: say.title },
    {
      kind: 'table',
      columns: [
        { head: number, width: 9, align: 'center' },
        { head: name, width: 45 },
        { head: part, width: 26 },
        { head: signature, width: 20 },
      ],
      rows: attendance.members.map(({ designation, committee }, i) => ({
        cells: [
          cell(formatNumber(i + 1, language)),
          cell(designation),
          cell(committee ?? blank(blanks.post)),
          cell(''),
        ],
      })),
    },
  ];
}

/** The annex that lists those present where the file names them. */
function annex(meeting: Meeting, letter: string): Block[] {
  if (meeting.attendance.members.length === 0) return [];
  return [{ kind: 'heading', text: minutesWords(meeting.language).annex(letter) }, ...memberTable(meeting)];
}
