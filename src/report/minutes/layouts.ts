import { formatCode, formatFiscalYear, formatNumber } from '../../i18n/format.ts';
import { type Block, cell, type Row, type Text } from '../paper.ts';
import type { ProgressRow } from '../progress-report.ts';
import { labelled } from '../report-cover.ts';
import type { AgendaItem, Decision, Layout } from './meeting.ts';
import type { Minutes } from './minutes.ts';
import { minutesWords } from './minutes-words.ts';
import {
  decisionText,
  implementersOf,
  papersIn,
  progressIn,
  sentence,
  subjectOf,
  talkOf,
  targetIn,
  together,
} from './spoken.ts';

/** What stands between opening and closing, in each office's own way. */
export const LAYOUT_BLOCKS: Readonly<Record<Layout, (minutes: Minutes) => Block[]>> = {
  agenda: byAgenda,
  activities: byActivities,
  decisions: byDecisions,
  prose: inProse,
  indicators: byIndicators,
};

function byAgenda(minutes: Minutes): Block[] {
  const { meeting, rows, fiscalYear } = minutes;
  const { language, secretary } = meeting;
  const say = minutesWords(language);
  return meeting.agenda.flatMap((item, i): Block[] => {
    const told = item.progress
      ? [say.progressTold(secretary, formatFiscalYear(fiscalYear, language), formatNumber(rows.length, language))]
      : [];
    const [first, ...others] = [...item.discussion, ...told];
    return [
      { kind: 'heading', text: say.agendaItem([...say.letters][i] ?? String(i + 1), item.subject) },
      ...(first === undefined ? [] : [strongly(say.discussion, first)]),
      ...others.map((text): Block => ({ kind: 'paragraph', text })),
      ...(item.progress ? [progressTable(minutes)] : []),
      ...item.decisions.flatMap((decision) => decisionBlocks(decision, minutes)),
    ];
  });
}

function progressTable({ meeting, rows }: Minutes): Block {
  const { language } = meeting;
  const say = minutesWords(language);
  const [indicator, target, progress] = say.progressColumns;
  return {
    kind: 'table',
    columns: [
      { head: indicator, width: 50 },
      { head: target, width: 20 },
      { head: progress, width: 30 },
    ],
    rows: rows.map((row, i): Row => {
      const discussion = together(talkOf(meeting, row.code).discussion, language);
      return {
        cells: [
          cell(`${say.marker(formatNumber(i + 1, language))} ${subjectOf(row, meeting)}`),
          cell(targetIn(row, language)),
          cell(...(discussion === '' ? [] : [discussion]), progressIn(row, meeting)),
        ],
      };
    }),
  };
}

function decisionBlocks(decision: Decision, { meeting }: Minutes): Block[] {
  const { language } = meeting;
  const say = minutesWords(language);
  const who = implementersOf(decision.implementers, meeting);
  const one = who.length === 1 ? who[0]! : null;
  return [
    strongly(say.decision, sentence(decisionText(decision, language), language)),
    one === null
      ? { kind: 'paragraph', text: [{ text: `${say.implementer}:`, strong: true }] }
      : strongly(say.implementer, one),
    ...(one === null ? [{ kind: 'list', items: who.map((text) => prefixed('- ', text)) } as const] : []),
  ];
}

function byActivities({ meeting, rows, activities }: Minutes): Block[] {
  const { language } = meeting;
  const say = minutesWords(language);
  const [number, subject, discussed, decided] = say.activityColumns;
  const rowOf = (item: AgendaItem, i: number): Row => ({
    cells: [
      cell(`${formatNumber(i + 1, language)}.${formatNumber(0, language)}`),
      cell(item.subject),
      cell(
        ...item.discussion,
        `${say.activities}:`,
        ...activities
          .filter(({ code }) => item.activities.includes(code))
          .map(({ code, title }) => `[${formatCode(code, language)}] ${title[language]}`),
      ),
      cell(
        ...rows
          .filter(({ activity }) => item.activities.includes(activity.code))
          .map((row) => indicatorTold(row, meeting)),
        ...item.decisions.map((decision) => labelled(say.decision, decisionText(decision, language))),
      ),
    ],
  });
  return [
    {
      kind: 'table',
      columns: [
        { head: number, width: 8, align: 'center' },
        { head: subject, width: 15 },
        { head: discussed, width: 27 },
        { head: decided, width: 50 },
      ],
      rows: meeting.agenda.map(rowOf),
    },
  ];
}

/** `১.১.১ একটি নতুন উদ্ভাবনী ধারণা বাস্তবায়ন: … লক্ষ্যমাত্রা অনুযায়ী অর্জিত।` */
function indicatorTold(row: ProgressRow, meeting: Minutes['meeting']): Text {
  const { language } = meeting;
  const talk = talkOf(meeting, row.code);
  const told = together([...talk.discussion, progressIn(row, meeting), talk.decision], language);
  const who =
    talk.implementers.length === 0 ? '' : ` ${minutesWords(language).implementer}: ${talk.implementers.join(', ')}`;
  return [
    { text: `${formatCode(row.code, language)} ${subjectOf(row, meeting)}: `, strong: true },
    { text: who === '' ? told : `${told}${sentence(who, language)}` },
  ];
}

function byDecisions({ meeting, rows }: Minutes): Block[] {
  const { language } = meeting;
  const say = minutesWords(language);
  const [number, subject, decision, implementer] = say.decisionColumns;
  const rowOf = (item: AgendaItem, i: number): Row => {
    const about = item.indicators.flatMap((code) => rows.filter((row) => row.code === code));
    const named = item.decisions.flatMap(({ implementers }) => implementers);
    return {
      cells: [
        cell(formatNumber(i + 1, language)),
        cell(item.subject),
        cell(
          ...item.decisions.map((one) => decisionText(one, language)),
          ...item.discussion,
          ...about.map((row, j) => proposalTold(row, j + 1, meeting)),
        ),
        cell(...implementersOf([...new Set(named)], meeting)),
      ],
    };
  };
  return [
    { kind: 'paragraph', text: say.decided },
    {
      kind: 'table',
      columns: [
        { head: number, width: 7, align: 'center' },
        { head: subject, width: 21 },
        { head: decision, width: 52 },
        { head: implementer, width: 20 },
      ],
      rows: meeting.agenda.map(rowOf),
    },
  ];
}

/** `১. উদ্ভাবনী আইডিয়া [১.১.১]: … লক্ষ্যমাত্রা: …, অগ্রগতি: চলমান। আইডিয়া প্রদানকারী: …` */
function proposalTold(row: ProgressRow, number: number, meeting: Minutes['meeting']): string {
  const { language } = meeting;
  const say = minutesWords(language);
  const { proposer, discussion } = talkOf(meeting, row.code);
  const head = `${formatNumber(number, language)}. ${subjectOf(row, meeting)} [${formatCode(row.code, language)}]`;
  const progress = progressIn({ ...row, note: null }, meeting);
  const told = [
    ...discussion,
    discussion.length === 0 ? row.note : null,
    `${say.target}: ${targetIn(row, language)}, ${say.progress}: ${progress}`,
    proposer === null ? null : say.proposer(proposer),
  ];
  return `${head}: ${together(told, language)}`;
}

function inProse({ meeting, rows }: Minutes): Block[] {
  const { language } = meeting;
  const say = minutesWords(language);
  const told = rows.map((row): Block => {
    const { discussion, decision } = talkOf(meeting, row.code);
    const head = `[${formatCode(row.code, language)}] ${subjectOf(row, meeting)} (${say.target}: ${targetIn(row, language)}): `;
    const text = together([...discussion, `${say.progress}: ${progressIn(row, meeting)}`, decision], language);
    return { kind: 'paragraph', text: [{ text: head, strong: true }, { text }] };
  });
  const items = meeting.agenda.flatMap(({ discussion }) =>
    discussion.map((text): Block => ({ kind: 'paragraph', text })),
  );
  return [...told, ...items, ...decisionList(meeting)];
}

/** The decisions of a meeting in a list, each with who implements it where it says so. */
function decisionList(meeting: Minutes['meeting']): Block[] {
  const { language, decisions } = meeting;
  const say = minutesWords(language);
  if (decisions.length === 0) return [];
  return [
    { kind: 'heading', text: say.decisionsTitle },
    { kind: 'paragraph', text: say.decisionsOpening },
    {
      kind: 'list',
      items: decisions.map((decision, i): Text => {
        const named = decision.implementers.length > 0 ? decision.implementers : meeting.implementers;
        const who = named.length === 0 ? '' : ` ${say.implementer}: ${named.join(', ')}`;
        const text = sentence(decisionText(decision, language), language);
        return `${say.marker(formatNumber(i + 1, language))} ${text}${who === '' ? '' : sentence(who, language)}`;
      }),
    },
  ];
}

function byIndicators({ meeting, rows }: Minutes): Block[] {
  const { language, secretary } = meeting;
  const say = minutesWords(language);
  const [subject, discussed, decided, implementation] = say.indicatorColumns;
  const rowOf = (row: ProgressRow): Row => {
    const talk = talkOf(meeting, row.code);
    const isRecorded = row.status !== 'notStarted';
    const progress = isRecorded ? say.said(secretary, progressIn(row, meeting)) : null;
    const isDone = row.status === 'achieved';
    return {
      cells: [
        cell(`[${formatCode(row.code, language)}] ${subjectOf(row, meeting)}`),
        cell(
          talk.discussion.length > 0
            ? together(talk.discussion, language)
            : say.obligation(row.kind, targetIn(row, language)),
        ),
        cell(together([progress, isRecorded ? papersIn(row, language) : null, talk.decision], language)),
        isDone && talk.implementers.length === 0
          ? cell(progressIn(row, meeting))
          : cell(...implementersOf(talk.implementers, meeting)),
      ],
    };
  };
  return [
    {
      kind: 'table',
      columns: [
        { head: subject, width: 25 },
        { head: discussed, width: 24 },
        { head: decided, width: 33 },
        { head: implementation, width: 18 },
      ],
      rows: rows.map(rowOf),
    },
    ...decisionList(meeting),
  ];
}

function strongly(label: string, text: Text): Block {
  return {
    kind: 'paragraph',
    text: [{ text: `${label}: `, strong: true }, ...(typeof text === 'string' ? [{ text }] : text)],
  };
}

function prefixed(before: string, text: Text): Text {
  return [{ text: before }, ...(typeof text === 'string' ? [{ text }] : text)];
}
