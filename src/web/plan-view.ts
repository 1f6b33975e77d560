import type { WorkStatus } from '../../machines/types.ts';
import type { IndicatorStatus } from '../engine/plan-status.ts';
import { compareCodes, compareTexts } from '../i18n/compare-codes.ts';
import type { Language, Plan } from '../plan/types.ts';
import { isRunning } from '../reading/running.ts';
import type { IndicatorScore } from '../score/indicator-score.ts';
import { isOverdue } from './parts/deadline.tsx';
import { postTitle } from './parts/people.ts';
import { planPath } from './paths.ts';

/** One line of a plan's table. */
export interface PlanRow extends IndicatorStatus {
  readonly score: IndicatorScore;
  /** Whether the reader is its focal point. */
  readonly isMine: boolean;
}

export const STATUSES = [
  'achieved',
  'inProgress',
  'notStarted',
  'onHold',
  'notAchieved',
  'withdrawn',
] as const satisfies readonly WorkStatus[];
export const SORTS = ['code', 'status', 'due', 'who', 'points'] as const;
export type PlanSort = (typeof SORTS)[number];

/** Which rows of a plan are shown, and in which order: the whole of it stands in the page's address. */
export interface PlanView {
  readonly status: WorkStatus | null;
  readonly due: 'overdue' | 'soon' | null;
  /** A focal point's post, or `me`. */
  readonly who: string | null;
  readonly activity: string | null;
  readonly sort: PlanSort;
  readonly descending: boolean;
  /** From 1. */
  readonly page: number;
}

/** So many rows stand on one page. */
export const ROWS = 100;

/** Reads an address; what it does not know of counts as not asked. */
export function readPlanView(asked: (name: string) => string | undefined, plan: Plan): PlanView {
  const [, minus, sort] = /^(-?)(\w+)$/.exec(asked('sort') ?? '') ?? [];
  const isSort = (SORTS as readonly unknown[]).includes(sort);
  return {
    status: STATUSES.find((status) => status === asked('status')) ?? null,
    due: (['overdue', 'soon'] as const).find((due) => due === asked('due')) ?? null,
    who: ['me', ...plan.posts.map(({ id }) => id)].find((who) => who === asked('who')) ?? null,
    activity: plan.activities.find(({ code }) => code === asked('activity'))?.code ?? null,
    sort: isSort ? (sort as PlanSort) : 'code',
    descending: isSort && minus === '-',
    page: /^[1-9]\d{0,3}$/.test(asked('page') ?? '') ? Number(asked('page')) : 1,
  };
}

/** The address of a view of a plan; another filter or order begins on the first page. */
export function planViewPath(planId: string, view: PlanView, change: Partial<PlanView> = {}): string {
  const { status, due, who, activity, sort, descending, page } = { ...view, page: 1, ...change };
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ status, due, who, activity }))
    if (value !== null) search.set(name, value);
  if (sort !== 'code' || descending) search.set('sort', `${descending ? '-' : ''}${sort}`);
  if (page > 1) search.set('page', String(page));
  return search.size > 0 ? `${planPath(planId)}?${search}` : planPath(planId);
}

export function isFiltered({ status, due, who, activity }: PlanView): boolean {
  return status !== null || due !== null || who !== null || activity !== null;
}

export function isDueSoon(row: Pick<PlanRow, 'view' | 'daysLeft'>): boolean {
  return isRunning(row) && row.daysLeft >= 0 && (row.view.deadline === 'dueSoon' || row.view.deadline === 'dueToday');
}

/** The rows that a view shows, on all of its pages, in its order. Pure. */
export function rowsOf(plan: Plan, rows: readonly PlanRow[], view: PlanView, language: Language): PlanRow[] {
  return rows.filter(isShown(view)).sort((one, other) => {
    const order = ORDERS[view.sort](one, other, plan, language);
    return (view.descending ? -order : order) || compareCodes(one.indicator.code, other.indicator.code);
  });
}

function isShown({ status, due, who, activity }: PlanView): (row: PlanRow) => boolean {
  return (row) =>
    (status === null || row.view.status === status) &&
    (due === null || (due === 'overdue' ? isOverdue(row) : isDueSoon(row))) &&
    (who === null || (who === 'me' ? row.isMine : row.indicator.posts.focalPoint === who)) &&
    (activity === null || row.activity.code === activity);
}

/** What needs somebody first: late, running, waiting, ended. */
const URGENCY: readonly WorkStatus[] = ['inProgress', 'notStarted', 'onHold', 'notAchieved', 'achieved', 'withdrawn'];

type Order = (one: PlanRow, other: PlanRow, plan: Plan, language: Language) => number;

const ORDERS: Readonly<Record<PlanSort, Order>> = {
  code: (one, other) => compareCodes(one.indicator.code, other.indicator.code),
  status: (one, other) => urgencyOf(one) - urgencyOf(other),
  due: (one, other) => compareTexts(one.view.due, other.view.due),
  who: (one, other, plan, language) => compareTexts(focalPoint(one, plan, language), focalPoint(other, plan, language)),
  points: (one, other) => one.score.points - other.score.points,
};

function urgencyOf(row: PlanRow): number {
  return isOverdue(row) ? -1 : URGENCY.indexOf(row.view.status);
}

function focalPoint({ indicator: { posts } }: PlanRow, plan: Plan, language: Language): string {
  return posts.focalPoint === null ? '' : postTitle(plan.posts, posts.focalPoint, language);
}
