import type { Calendars } from '../calendar/calendars.ts';
import { type Month, monthOf } from '../calendar/month.ts';
import type { Instant } from '../calendar/types.ts';
import type { Database } from '../db/database.ts';
import { findPlan } from '../db/queries/plans.ts';
import type { DefinitionCache } from '../engine/definition-cache.ts';
import { type Deadline, readDeadlines } from '../engine/read-deadlines.ts';
import type { Plan } from '../plan/types.ts';
import type { Viewer } from '../rights/rights.ts';
import { type CalendarMonth, layMonth, todayFor } from './calendar-month.ts';
import { ownDeadlines } from './own-deadlines.ts';

/** What a month is read through. */
export interface CalendarParts {
  readonly db: Database;
  readonly definitions: DefinitionCache;
  readonly calendars: Calendars;
}

/** Whose deadlines, and of which month; this month where none is named. */
export interface CalendarAsked {
  /** `mine`, for the indicators in which the viewer holds a post; else the id of a plan that the viewer may read. */
  readonly show: string;
  readonly month: Month | null;
}

/** A month with the deadlines that were asked for; `deadlines` are those of all months. */
export interface ShownCalendar {
  readonly laid: CalendarMonth;
  readonly deadlines: readonly Deadline[];
}

/** Reads a month for somebody. `own` are the viewer's plans; that a plan asked for may be read was looked at before. */
export async function readCalendar(
  { db, definitions, calendars }: CalendarParts,
  viewer: Viewer,
  own: readonly Plan[],
  { show, month }: CalendarAsked,
  now: Instant,
): Promise<ShownCalendar> {
  const plans = show === 'mine' ? own : await wholePlan(db, own, show);
  const all = await readDeadlines(db, definitions, plans, now);
  const deadlines = show === 'mine' ? ownDeadlines(all, viewer.address, now) : all;
  const today = todayFor(plans, now);
  return { laid: layMonth(month ?? monthOf(today), today, plans, deadlines, calendars), deadlines };
}

async function wholePlan(db: Database, own: readonly Plan[], id: string): Promise<readonly Plan[]> {
  const plan = own.find((one) => one.id === id) ?? (await findPlan(db, id))?.body;
  return plan ? [plan] : [];
}
