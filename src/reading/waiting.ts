import { overdueCheckpoints } from '../../machines/view.ts';
import { daysBetween, localDate } from '../calendar/local-time.ts';
import type { Bilingual, Instant, LocalDate } from '../calendar/types.ts';
import type { Database } from '../db/database.ts';
import { plansById } from '../db/queries/plans.ts';
import { type HeldPosts, type WaitingEscalation, waitingEscalations } from '../db/queries/waiting-escalations.ts';
import type { DefinitionCache } from '../engine/definition-cache.ts';
import type { Indicator, Plan } from '../plan/types.ts';
import { mayDo, type Viewer } from '../rights/rights.ts';
import { plansBelow } from './overseen-plans.ts';

/** A missed day of which the reader was told, and has said nothing to yet. */
export interface WaitingItem {
  readonly plan: Plan;
  readonly indicator: Indicator;
  readonly escalation: WaitingEscalation;
  readonly due: LocalDate;
  /** Whole days since the due day. */
  readonly daysLate: number;
  /** Which quarter is meant, where there is more than one. */
  readonly period: Bilingual | null;
}

export interface WaitingPage {
  readonly items: readonly WaitingItem[];
  /** Where the list goes on; null on its last page. */
  readonly next: number | null;
}

/** What waits for somebody's answer, the longest told first. `held` spares asking for the plans a second time. */
export async function readWaiting(
  db: Database,
  definitions: DefinitionCache,
  viewer: Viewer,
  now: Instant,
  page: { readonly limit: number; readonly after?: number | undefined },
  held?: readonly HeldPosts[] | undefined,
): Promise<WaitingPage> {
  const below = held ?? (await plansBelow(db, viewer, now));
  if (below.length === 0 || viewer.address === null) return { items: [], next: null };
  const found = await waitingEscalations(db, below, viewer.address, { ...page, limit: page.limit + 1 });
  const shown = found.slice(0, page.limit);
  if (shown.length === 0) return { items: [], next: null };
  const stored = await plansById(db, [...new Set(shown.map(({ planId }) => planId))]);
  const plans = new Map(stored.map(({ id, body }) => [id, body]));
  const definitionOf = await definitions.load(
    db,
    shown.map(({ definitionHash }) => definitionHash),
  );
  const items = shown.flatMap((escalation): WaitingItem[] => {
    const plan = plans.get(escalation.planId);
    const indicator = plan?.activities
      .flatMap(({ indicators }) => indicators)
      .find(({ code }) => code === escalation.code);
    if (!plan || !indicator) return [];
    const on = localDate(now, plan.zone);
    if (!mayDo(viewer, 'answerEscalation', { plan, indicator, on }).allowed) return [];
    const owed = overdueCheckpoints(definitionOf(escalation.definitionHash), escalation.state);
    const missed = owed.find(({ id }) => id === escalation.checkpoint);
    if (!missed) return [];
    const period = indicator.occurrences.find(({ id }) => id === missed.id)?.title ?? null;
    return [{ plan, indicator, escalation, due: missed.due, daysLate: daysBetween(missed.due, on), period }];
  });
  return { items, next: found.length > page.limit ? shown.at(-1)!.id : null };
}
