import type { PersonAction } from '../../machines/types.ts';
import type { MessageStatus } from '../db/queries/messages.ts';
import type { ReportKind } from '../report/report-terms.ts';
import type { OfficeSort } from './office-ranking.ts';

/* Where the pages are. Letters hold such paths for years, so they stay as they are. */

export function planPath(planId: string): string {
  return `/plans/${encodeURIComponent(planId)}`;
}

/** Which reports there are of a plan, or one of them. */
export function reportsPath(planId: string, report?: ReportKind): string {
  return `${planPath(planId)}/reports${report === undefined ? '' : `/${report}`}`;
}

export function indicatorPath(planId: string, code: string): string {
  return `${planPath(planId)}/indicators/${encodeURIComponent(code)}`;
}

/** The stream of a plan's changes since what somebody has seen of it. */
export function changesPath(planId: string, seen: string): string {
  return `${planPath(planId)}/changes?${new URLSearchParams({ seen })}`;
}

/** Where something is recorded of an indicator: a form, and what it is sent to. */
export function actPath(planId: string, code: string, action: PersonAction['type']): string {
  return `${indicatorPath(planId, code)}/record/${action}`;
}

/** The self-assessments of a plan, and one of them. */
export function assessmentsPath(planId: string): string {
  return `${planPath(planId)}/assessments`;
}

export function assessmentPath(planId: string, id: number): string {
  return `${assessmentsPath(planId)}/${id}`;
}

export function commentsPath(planId: string, code: string): string {
  return `${indicatorPath(planId, code)}/comments`;
}

/** A file that was uploaded as evidence, by the hash of its content. */
export function evidencePath(planId: string, code: string, hash: string): string {
  return `${indicatorPath(planId, code)}/evidence/${hash}`;
}

/** Where questions about an indicator are asked and answered. */
export function questionsPath(planId: string, code: string): string {
  return `${indicatorPath(planId, code)}/questions`;
}

/** What waits for the reader's answer. */
export const WAITING_PATH = '/offices/escalations';

export function waitingPath(after: number | null): string {
  return after === null ? WAITING_PATH : `${WAITING_PATH}?after=${after}`;
}

/** The list of offices: of one year or all, those with some words, in an order, page by page. */
export function officesPath(list: {
  readonly year: string | null;
  readonly search: string | null;
  readonly sort: OfficeSort;
  readonly reversed: boolean;
  readonly page?: number;
}): string {
  const query = new URLSearchParams({ year: list.year ?? 'all' });
  if (list.search) query.set('search', list.search);
  if (list.sort !== 'worst') query.set('sort', list.sort);
  if (list.reversed) query.set('reversed', 'yes');
  if (list.page !== undefined && list.page > 1) query.set('page', String(list.page));
  return `/offices?${query}`;
}

export function messagePath(id: number): string {
  return `/messages/${id}`;
}

/** A page of the list: letters in one state, of one plan, with some words, or older than one of them. */
export function messagesPath(page: {
  readonly status?: MessageStatus | null;
  readonly plan?: string | null;
  readonly search?: string | null;
  readonly before?: number | null;
}): string {
  const search = new URLSearchParams();
  if (page.plan) search.set('plan', page.plan);
  if (page.search) search.set('search', page.search);
  if (page.status) search.set('status', page.status);
  if (page.before) search.set('before', String(page.before));
  return search.size > 0 ? `/messages?${search}` : '/messages';
}

/** The calendar of a month, of one's own indicators or of a plan. */
export function calendarPath(month: string, show: string): string {
  return `/calendar?${new URLSearchParams({ month, show })}`;
}

/** Where to sign in; `next` is the page to come back to. */
export function signInPath(next = '/'): string {
  return next === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ next })}`;
}

/** What Suchok does and how it is used, for everybody. */
export const HELP_PATH = '/help';

export function helpPath(topic: string): string {
  return `${HELP_PATH}/${topic}`;
}

/** Where programmers read about the API. */
export const API_DOCS_PATH = '/api/v1/docs';
/** And about what is sent and answered, a page to a shape. */
export const API_SHAPES_PATH = `${API_DOCS_PATH}/shapes`;

export function apiShapePath(name: string): string {
  return `${API_SHAPES_PATH}/${encodeURIComponent(name)}`;
}

/** Where somebody makes and revokes tokens for programs. */
export const TOKENS_PATH = '/account/tokens';

/** Where administrators say which programs are told what. */
export const WEBHOOKS_PATH = '/administration/webhooks';

export function webhookPath(id: number): string {
  return `${WEBHOOKS_PATH}/${id}`;
}
