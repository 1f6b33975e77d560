import { type DeadlineView, deadlinesOf } from '../../machines/deadlines.ts';
import { type IndicatorView, noticesAhead, viewOf } from '../../machines/view.ts';
import { daysBetween, localDate } from '../calendar/local-time.ts';
import type { Instant, LocalDate } from '../calendar/types.ts';
import type { Database } from '../db/database.ts';
import { markOf } from '../db/queries/change-mark.ts';
import { indicatorsOfPlan } from '../db/queries/indicators-of-plan.ts';
import { findPlan } from '../db/queries/plans.ts';
import { type Recipient, recipientsOf } from '../notices/recipients.ts';
import type { IndicatorDefinition, NoticeKind, Rung } from '../plan/definition.ts';
import type { Activity, Indicator, Plan, Role } from '../plan/types.ts';
import { DefinitionCache } from './definition-cache.ts';

/** A plan as everybody reads it: the same rows for the page, the command line and the minutes. */
export interface PlanStatus {
  readonly plan: Plan;
  readonly version: number;
  /** The day of reading in the plan's zone. */
  readonly today: LocalDate;
  readonly rows: readonly IndicatorStatus[];
  /** Differs whenever the plan or any of its indicators was saved anew. */
  readonly mark: string;
}

export interface IndicatorStatus {
  readonly activity: Activity;
  readonly indicator: Indicator;
  readonly definition: IndicatorDefinition;
  readonly view: IndicatorView;
  /** All that is owed within the year, in order of its days. */
  readonly deadlines: readonly DeadlineView[];
  /** Whole days from today until it is due; negative when that is past. */
  readonly daysLeft: number;
  /** The next notice, should nothing happen before. */
  readonly next: NextNotice | null;
  /** Why it was set aside by an error; null while all is well. */
  readonly fault: string | null;
}

export interface NextNotice {
  readonly at: Instant;
  readonly rung: Rung;
  readonly notice: NoticeKind;
  readonly checkpoint: string;
  /** Who would be told, as the posts are held on that day; nobody twice. */
  readonly to: readonly Recipient[];
}

/** Reads how a plan stands; null where there is none of that id. Indicators come in the plan's order. */
export async function readPlanStatus(
  db: Database,
  planId: string,
  now: Instant,
  definitions = new DefinitionCache(),
): Promise<PlanStatus | null> {
  const stored = await findPlan(db, planId);
  if (!stored) return null;
  const plan = stored.body;
  const today = localDate(now, plan.zone);
  const readings = new Map((await indicatorsOfPlan(db, planId)).map((reading) => [reading.code, reading]));
  const definitionOf = await definitions.load(
    db,
    [...readings.values()].map((reading) => reading.definitionHash),
  );
  const rows = plan.activities.flatMap((activity) =>
    activity.indicators.flatMap((indicator): IndicatorStatus[] => {
      const reading = readings.get(indicator.code);
      if (!reading) return [];
      const definition = definitionOf(reading.definitionHash);
      const view = viewOf(definition, reading.state);
      const [mark] = noticesAhead(definition, reading.state);
      const next = mark ? { ...mark, to: toldBy(plan, indicator, mark.to, localDate(mark.at, plan.zone)) } : null;
      const deadlines = deadlinesOf(definition, reading.state, today);
      const daysLeft = daysBetween(today, view.due);
      return [{ activity, indicator, definition, view, deadlines, daysLeft, next, fault: reading.fault }];
    }),
  );
  const saves = [...readings.values()].reduce((sum, reading) => sum + reading.version, 0);
  return { plan, version: stored.version, today, rows, mark: markOf(stored.version, saves) };
}

/** Who is told of a rung on a day: the holders of its roles' posts, nobody twice for one post. */
export function toldBy(plan: Plan, indicator: Indicator, roles: readonly Role[], on: LocalDate): Recipient[] {
  const told = roles.flatMap((role) => recipientsOf(plan, indicator.posts, role, on));
  return [...new Map(told.map((one) => [`${one.person.id} ${one.post}`, one])).values()];
}
