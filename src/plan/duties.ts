import type { Bilingual } from '../calendar/types.ts';
import { formatDate } from '../i18n/format.ts';
import type {
  ActionDuty,
  Duty,
  Indicator,
  IndicatorKind,
  MeetingDuty,
  MeetingKind,
  Plan,
  RolePosts,
  Step,
} from './types.ts';

/** The steps of a meeting, in their order. */
export const MEETING_STEPS: readonly Step[] = [
  step('notice', 'সভার নোটিশ জারি', 'Notice sent'),
  step('held', 'সভা অনুষ্ঠান', 'Meeting held'),
  step('drafted', 'কার্যবিবরণীর খসড়া প্রস্তুত', 'Minutes drafted'),
  step('issued', 'কার্যবিবরণী জারি', 'Minutes issued'),
];

const MEETING_NAMES: Readonly<Record<MeetingKind, Bilingual>> = {
  review: { bn: 'পর্যালোচনা সভা', en: 'Review meeting' },
  committee: { bn: 'কমিটির সভা', en: 'Committee meeting' },
  training: { bn: 'প্রশিক্ষণ', en: 'Training' },
  workshop: { bn: 'কর্মশালা', en: 'Workshop' },
};

/** What a meeting owes by days of its own, and what to do about it. */
const OWED_BY_MEETINGS: Readonly<Record<string, Bilingual>> = {
  notice: { bn: 'সভার নোটিশ জারি', en: 'Send the notice' },
  minutes: { bn: 'কার্যবিবরণী জারি', en: 'Issue the minutes' },
};

const MEETING_GUIDANCE: Bilingual = {
  bn: 'আলোচ্যসূচিসহ সভার নোটিশ জারি এবং সভা অনুষ্ঠানের পর সিদ্ধান্তসহ কার্যবিবরণী জারি করা',
  en: 'Send the notice with the agenda; once the meeting was held, issue its minutes with what was decided.',
};

/** Whether something is owed beside the plan: it counts neither in its table nor in its score. */
export function isDuty(kind: IndicatorKind | string): boolean {
  return kind === 'meeting' || kind === 'action';
}

/** `পর্যালোচনা সভা, ২৮ জুন ২০২২` */
export function meetingTitle(kind: MeetingKind, day: string): Bilingual {
  return {
    bn: `${MEETING_NAMES[kind].bn}, ${formatDate(day, 'bn')}`,
    en: `${MEETING_NAMES[kind].en}, ${formatDate(day, 'en')}`,
  };
}

/** What a plan's people owe beside it, each in the shape of an indicator, as letters and lists know those. */
export function dutiesOf(plan: Plan): Indicator[] {
  return (plan.duties ?? []).map((duty) => dutyOf(plan, duty));
}

/** An indicator of the plan, or what is owed beside it, by its code. */
export function owedUnder(plan: Plan, code: string): Indicator | undefined {
  const indicator = indicatorsOf(plan).find((one) => one.code === code);
  if (indicator) return indicator;
  const duty = plan.duties?.find((one) => one.code === code);
  return duty && dutyOf(plan, duty);
}

/** All that is owed: the indicators in the plan's order, then the meetings and what they decided. */
export function allOwed(plan: Plan): Indicator[] {
  return [...indicatorsOf(plan), ...dutiesOf(plan)];
}

/** Where the page of something owed is, from the root of the site. */
export function pathOfOwed(planId: string, { kind, code }: Pick<Indicator, 'kind' | 'code'>): string {
  if (!isDuty(kind)) return `/plans/${planId}/indicators/${code}`;
  const [meeting, item] = code.slice(1).split('.');
  return `/plans/${planId}/meetings/${meeting}${item === undefined ? '' : `/actions/${item}`}`;
}

/** The duty as an indicator without a weight: nothing is earned by it, and its ladder is the plan's own. */
export function dutyOf(plan: Plan, duty: Duty): Indicator {
  return duty.kind === 'meeting' ? meetingAsOwed(plan, duty) : actionAsOwed(plan, duty);
}

function meetingAsOwed(plan: Plan, { code, meetingKind, day, owed }: MeetingDuty): Indicator {
  return {
    ...NOTHING_EARNED,
    code,
    kind: 'meeting',
    title: meetingTitle(meetingKind, day),
    target: lastDue(owed, day),
    due: lastDue(owed, day),
    steps: MEETING_STEPS,
    occurrences: owed.map(({ id, from, due }) => ({
      id,
      from,
      due,
      title: OWED_BY_MEETINGS[id] ?? { bn: id, en: id },
    })),
    posts: meetingPosts(plan),
    guidance: MEETING_GUIDANCE,
  };
}

function actionAsOwed(plan: Plan, { code, text, post, about, owed, decidedOn }: ActionDuty): Indicator {
  const due = lastDue(owed, decidedOn);
  return {
    ...NOTHING_EARNED,
    code,
    kind: 'action',
    title: { bn: `সিদ্ধান্ত বাস্তবায়ন: ${text}`, en: `Decision to carry out: ${text}` },
    target: due,
    due,
    steps: [],
    occurrences: [],
    posts: actionPosts(plan, post, about),
    guidance: {
      bn: `${formatDate(decidedOn, 'bn')} তারিখের সভার সিদ্ধান্ত বাস্তবায়ন করে লিপিবদ্ধ করা`,
      en: `Carry out what the meeting of ${formatDate(decidedOn, 'en')} decided, and record it.`,
    },
  };
}

const NOTHING_EARNED = {
  unit: 'date',
  weight: null,
  criteria: [],
  evidenceRequired: false,
  measure: null,
} as const satisfies Partial<Indicator>;

/**
 * Who arranges a meeting: the innovation officer does the work, where the plan names one. The superior authority is not
 * told of it: a review that is missing shows in the plan's own indicator.
 */
function meetingPosts(plan: Plan): RolePosts {
  const posts = usualPosts(plan);
  const focalPoint = posts.innovationOfficer ?? posts.focalPoint;
  return { ...posts, focalPoint, superiorAuthority: null };
}

/** The post that implements a decision, and above it those of the indicator that it is about, else the plan's usual ones. */
function actionPosts(plan: Plan, post: string, about: string | null): RolePosts {
  const indicator = indicatorsOf(plan).find(({ code }) => code === about);
  return { ...(indicator?.posts ?? usualPosts(plan)), focalPoint: post };
}

/** The posts that most indicators of the plan have; of several as common, the first. */
function usualPosts(plan: Plan): RolePosts {
  const counts = new Map<string, { readonly posts: RolePosts; count: number }>();
  for (const { posts } of indicatorsOf(plan)) {
    // Who does the work differs from one to the next; who stands above hardly does.
    const { focalPoint: _, ...above } = posts;
    const known = counts.get(JSON.stringify(above));
    if (known) known.count += 1;
    else counts.set(JSON.stringify(above), { posts, count: 1 });
  }
  const [most] = [...counts.values()].sort((one, other) => other.count - one.count);
  return most?.posts ?? NOBODY;
}

const NOBODY: RolePosts = {
  focalPoint: null,
  innovationOfficer: null,
  supervisor: null,
  headOfOffice: null,
  superiorAuthority: null,
};

function indicatorsOf(plan: Plan): Indicator[] {
  return plan.activities.flatMap(({ indicators }) => indicators);
}

function lastDue(owed: Duty['owed'], otherwise: string): string {
  return (
    owed
      .map(({ due }) => due)
      .sort()
      .at(-1) ?? otherwise
  );
}

function step(id: string, bn: string, en: string): Step {
  return { id, title: { bn, en }, evidenceRequired: false, anyOrder: false };
}
