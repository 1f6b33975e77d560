import type { MessageStatus } from '../db/queries/messages.ts';

/* Where the pages are. Letters hold such paths for years, so they stay as they are. */

export function planPath(planId: string): string {
  return `/plans/${encodeURIComponent(planId)}`;
}

export function indicatorPath(planId: string, code: string): string {
  return `${planPath(planId)}/indicators/${encodeURIComponent(code)}`;
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

/** Where to sign in; `next` is the page to come back to. */
export function signInPath(next = '/'): string {
  return next === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ next })}`;
}
