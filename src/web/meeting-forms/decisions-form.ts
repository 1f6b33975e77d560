import { parseHumanDate } from '../../calendar/parse-date.ts';
import { formatDate } from '../../i18n/format.ts';
import { decidesUnderItems, fitToLayout } from '../../meetings/fit-to-layout.ts';
import type { MeetingBody, MeetingDecision } from '../../meetings/meeting-body.ts';
import type { Language, Plan } from '../../plan/types.ts';
import type { Typed } from '../parts/fields.tsx';
import { codesOf, FieldReader, type PartReading } from './form-texts.ts';

/** Empty rows that stand below the decisions that there are. */
const FURTHER = 2;
const MOST_DECISIONS = 60;

interface Placed extends MeetingDecision {
  /** The item of the agenda under which it stands; null where it stands at the end. */
  readonly under: number | null;
}

function placed({ agenda, decisions }: MeetingBody): Placed[] {
  return [
    ...agenda.flatMap((item, under) => item.decisions.map((decision) => ({ ...decision, under }))),
    ...decisions.map((decision) => ({ ...decision, under: null })),
  ];
}

export function decisionRows(body: MeetingBody): number {
  return Math.min(MOST_DECISIONS, placed(body).length + FURTHER);
}

/** Whether a form asks under which item of the agenda a decision stands. */
export function asksUnder({ layout, agenda }: MeetingBody): boolean {
  return decidesUnderItems(layout) && agenda.length > 1;
}

export function typedDecisions(body: MeetingBody, language: Language): Typed {
  return Object.fromEntries(
    placed(body).flatMap(({ text, implementers, by, post, about, under }, i) => [
      [`text-${i}`, text],
      [`who-${i}`, implementers.join('\n')],
      [`by-${i}`, by === null ? '' : formatDate(by, language)],
      [`post-${i}`, post ?? ''],
      [`about-${i}`, about ?? ''],
      [`under-${i}`, under === null ? '' : String(under)],
    ]),
  );
}

/** The decisions in the order of the form. One whose text was cleared falls away, unless it is an unfinished new one. */
export function readDecisions(typed: Typed, body: MeetingBody, plan: Plan): PartReading {
  const fields = new FieldReader(typed);
  const before = placed(body).length;
  const read: Placed[] = [];
  for (let i = 0; i < MOST_DECISIONS; i += 1) {
    const text = fields.text(`text-${i}`);
    const implementers = fields.lines(`who-${i}`);
    const [day, post, about] = [fields.raw(`by-${i}`), fields.raw(`post-${i}`), fields.raw(`about-${i}`)];
    if (text === '') {
      const isBegun = day !== '' || post !== '' || implementers.length > 0;
      if (i >= before && isBegun && fields.faults[`text-${i}`] === undefined)
        fields.faults[`text-${i}`] = 'textMissing';
      continue;
    }
    const by = day === '' ? null : parseHumanDate(day);
    if (day !== '' && by === null) fields.faults[`by-${i}`] = 'dueInvalid';
    else if (post !== '' && by === null) fields.faults[`by-${i}`] = 'dueMissing';
    if (day !== '' && post === '') fields.faults[`post-${i}`] = 'postMissing';
    if (post !== '' && !plan.posts.some(({ id }) => id === post)) fields.faults[`post-${i}`] = 'postUnknown';
    if (about !== '' && !codesOf(plan).includes(about)) fields.faults[`about-${i}`] = 'aboutUnknown';
    const under = /^\d{1,2}$/.test(fields.raw(`under-${i}`)) ? Number(fields.raw(`under-${i}`)) : null;
    read.push({ text, implementers, by, post: post || null, about: about || null, under });
  }
  const isUnder = decidesUnderItems(body.layout);
  const home = (under: number | null) => (isUnder && under !== null && under in body.agenda ? under : null);
  const plain = ({ under: _, ...decision }: Placed): MeetingDecision => decision;
  const next: MeetingBody = {
    ...body,
    agenda: body.agenda.map((item, i) => ({
      ...item,
      decisions: read.filter(({ under }) => home(under) === i).map(plain),
    })),
    decisions: read.filter(({ under }) => home(under) === null).map(plain),
  };
  return { body: fitToLayout(next, plan), faults: fields.faults };
}
