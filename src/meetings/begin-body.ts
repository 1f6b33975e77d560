import type { LocalDate } from '../calendar/types.ts';
import { formatFiscalYear } from '../i18n/format.ts';
import { type Language, type MeetingKind, type Plan, ROLES, type Role } from '../plan/types.ts';
import type { Layout } from '../report/minutes/meeting.ts';
import { plainLetterhead } from '../report/report-cover.ts';
import { fitToLayout, itemOf, progressItem } from './fit-to-layout.ts';
import type { MeetingAgendaItem, MeetingBody } from './meeting-body.ts';
import { meetingWords } from './meeting-words.ts';

/** A meeting that is to be planned. */
export interface MeetingWish {
  readonly kind: MeetingKind;
  /** The indicator that its minutes settle a part of, and which occurrence. */
  readonly settles: string | null;
  readonly occurrence: string | null;
  readonly day: LocalDate;
}

/** An earlier meeting, whose ways a new one follows. */
export interface EarlierMeeting extends MeetingWish {
  readonly body: MeetingBody;
}

const LAYOUT_OF: Readonly<Record<MeetingKind, Layout>> = {
  review: 'agenda',
  committee: 'indicators',
  training: 'decisions',
  workshop: 'decisions',
};

/**
 * What a new meeting says before anybody has written in it: as the last one of its kind did, without what was said and
 * decided there; where there is none, what follows from the plan. Designations only. Pure.
 */
export function beginBody(plan: Plan, wish: MeetingWish, earlier: readonly EarlierMeeting[]): MeetingBody {
  const last = earlier.filter(({ kind }) => kind === wish.kind).at(-1);
  return fitToLayout(last ? following(plan, wish, last) : fresh(plan, wish, earlier.at(-1)?.body), plan);
}

function following(plan: Plan, wish: MeetingWish, last: EarlierMeeting): MeetingBody {
  const { body } = last;
  const wasUsual = body.title === usualTitle(plan, last, body.language);
  return {
    ...body,
    title: wasUsual ? usualTitle(plan, wish, body.language) : body.title,
    agenda: body.agenda.map((item) => ({ ...item, discussion: [], decisions: [] })),
    indicators: body.indicators
      .filter(({ subject, proposer }) => subject !== null || proposer !== null)
      .map((talk) => ({ ...talk, discussion: [], decision: null, implementers: [] })),
    decisions: [],
    memo: body.memo && { ...body.memo, number: null, date: null },
  };
}

function fresh(plan: Plan, wish: MeetingWish, other: MeetingBody | undefined): MeetingBody {
  const { language } = plan;
  const say = meetingWords(language);
  const chairPost = postFor(plan, 'headOfOffice') ?? postFor(plan, 'supervisor');
  const chair = titleOf(plan, chairPost ?? plan.lastResort, language);
  const secretaryPost = postFor(plan, 'innovationOfficer');
  const secretary = secretaryPost && titleOf(plan, secretaryPost, language);
  const invited = postsIn(plan, ['headOfOffice', 'supervisor', 'innovationOfficer', 'focalPoint']);
  const partOf = (post: string) =>
    post === chairPost ? say.chair : post === secretaryPost ? say.secretary : say.member;
  const isReview = wish.kind === 'review' || wish.kind === 'committee';
  return {
    language,
    layout: LAYOUT_OF[wish.kind],
    letterhead: other?.letterhead ?? plainLetterhead(plan, language),
    title: usualTitle(plan, wish, language),
    chair: other?.chair ?? { label: null, designation: chair },
    place: other?.place ?? null,
    dateStyle: other?.dateStyle ?? 'figures',
    invited: other?.invited ?? invited,
    attendance: other?.attendance ?? {
      annex: say.annex,
      members: invited.map((post) => ({ designation: titleOf(plan, post, language), committee: partOf(post) })),
    },
    secretary: other?.secretary ?? secretary,
    opening: null,
    achieved: other?.achieved ?? 'implemented',
    discuss: isReview ? 'all' : 'listed',
    implementers: other?.implementers ?? (secretary === null ? [] : [secretary]),
    agenda: isReview
      ? [progressItem(plan, language), { ...itemOf(say.others, []), progress: false }]
      : [aboutWhatItSettles(plan, wish, language)],
    indicators: isReview || wish.settles === null ? [] : [silent(wish.settles)],
    decisions: [],
    closing: null,
    signature: other?.signature ?? [chair],
    memo: { number: null, date: null, calendars: 'both' },
    distribution: other?.distribution ?? {
      heading: null,
      entries: postsIn(plan, [...ROLES].reverse()).map((post) => titleOf(plan, post, language)),
    },
    issuer: other?.issuer ?? (secretary === null ? [] : [secretary]),
  };
}

/** A training or a workshop is about the indicator that asks for it. */
function aboutWhatItSettles(plan: Plan, { settles }: MeetingWish, language: Language): MeetingAgendaItem {
  const activity = plan.activities.find(({ indicators }) => indicators.some(({ code }) => code === settles));
  const indicator = activity?.indicators.find(({ code }) => code === settles);
  if (!activity || !indicator) return itemOf(meetingWords(language).others, []);
  return { ...itemOf(indicator.title[language], [activity.code]), indicators: [indicator.code] };
}

function silent(code: string): MeetingBody['indicators'][number] {
  return { code, subject: null, discussion: [], decision: null, implementers: [], proposer: null };
}

/** The heading as offices have it, with the year, and the quarter where the meeting is a quarter's. */
export function usualTitle(plan: Plan, { kind, settles, occurrence }: MeetingWish, language: Language): string {
  const indicator = plan.activities.flatMap(({ indicators }) => indicators).find(({ code }) => code === settles);
  const quarter = indicator?.occurrences.find(({ id }) => id === occurrence)?.title[language] ?? null;
  const year = formatFiscalYear(plan.fiscalYear, language);
  return meetingWords(language).title(plan.office.name[language], year, kind, quarter);
}

/** The post that plays a part in most of the plan's indicators. */
function postFor({ activities }: Plan, role: Role): string | null {
  const counts = new Map<string, number>();
  for (const { posts } of activities.flatMap(({ indicators }) => indicators)) {
    const post = posts[role];
    if (post !== null) counts.set(post, (counts.get(post) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? null;
}

/** The posts that play these parts, in the order of the parts, each once. */
function postsIn({ activities }: Plan, roles: readonly Role[]): string[] {
  const indicators = activities.flatMap((activity) => activity.indicators);
  return [...new Set(roles.flatMap((role) => indicators.flatMap(({ posts }) => posts[role] ?? [])))];
}

function titleOf({ posts }: Plan, post: string, language: Language): string {
  return posts.find(({ id }) => id === post)?.title[language] ?? post;
}
