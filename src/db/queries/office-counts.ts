import type { Bilingual } from '../../calendar/types.ts';
import { type Database, query } from '../database.ts';

/** Where the indicators of a plan stand, each counted once; what was withdrawn counts nowhere. */
export interface StandingCounts {
  readonly achieved: number;
  /** Open, and nothing of it due soon or late. */
  readonly onTarget: number;
  /** Open, and due today or within the time of reminders. */
  readonly dueSoon: number;
  /** Open, and something of it is late. */
  readonly overdue: number;
  readonly onHold: number;
  readonly notAchieved: number;
  readonly total: number;
}

/** A plan beside others. */
export interface OfficeCounts extends StandingCounts {
  readonly planId: string;
  readonly fiscalYear: string;
  readonly office: Bilingual;
  /** Grows with every change of the plan and of any of its indicators. */
  readonly revision: string;
}

/** How the plans with these ids stand, or all plans; set against each other, so in one query. */
export function officeCounts(db: Database, ids: readonly string[] | null): Promise<OfficeCounts[]> {
  return query<OfficeCounts>(
    db,
    {
      name: 'office-counts',
      text: `
        select plan.id as "planId", plan.body->>'fiscalYear' as "fiscalYear", plan.body->'office'->'name' as office,
          plan.version || '/' || coalesce(counted.saves, 0) as revision,
          coalesce(achieved, 0) as achieved, coalesce(on_target, 0) as "onTarget", coalesce(due_soon, 0) as "dueSoon",
          coalesce(overdue, 0) as overdue, coalesce(on_hold, 0) as "onHold",
          coalesce(not_achieved, 0) as "notAchieved", coalesce(total, 0) as total
        from plan
        left join (
          select plan_id, sum(version) as saves,
            count(*) filter (where status = 'achieved') as achieved,
            count(*) filter (where is_open and deadline not in ('dueSoon', 'dueToday', 'overdue')) as on_target,
            count(*) filter (where is_open and deadline in ('dueSoon', 'dueToday')) as due_soon,
            count(*) filter (where is_open and deadline = 'overdue') as overdue,
            count(*) filter (where status = 'onHold') as on_hold,
            count(*) filter (where status = 'notAchieved') as not_achieved,
            count(*) filter (where status <> 'withdrawn') as total
          from (select plan_id, version, status, deadline, status in ('notStarted', 'inProgress') as is_open from indicator
            where kind not in ('meeting', 'action')) as one
          where $1::text[] is null or plan_id = any($1::text[])
          group by plan_id
        ) as counted on counted.plan_id = plan.id
        where $1::text[] is null or plan.id = any($1::text[])`,
    },
    [ids],
  );
}
