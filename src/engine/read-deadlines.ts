import { workStatus } from '../../machines/state.ts';
import type { WorkStatus } from '../../machines/types.ts';
import { dueDays } from '../../machines/view.ts';
import { localDate } from '../calendar/local-time.ts';
import type { Bilingual, Instant, LocalDate } from '../calendar/types.ts';
import type { Database } from '../db/database.ts';
import { indicatorsOfPlans } from '../db/queries/indicators-of-plans.ts';
import { allOwed } from '../plan/duties.ts';
import type { Indicator, Plan } from '../plan/types.ts';
import type { DefinitionCache } from './definition-cache.ts';

/** One day by which something is owed, of any plan: a line of a calendar. */
export interface Deadline {
  readonly plan: Plan;
  readonly indicator: Indicator;
  readonly checkpoint: string;
  /** As in "first quarter"; null where the whole target is meant. */
  readonly title: Bilingual | null;
  readonly due: LocalDate;
  /** Achieved or overdue of this very day; else how the work stands. */
  readonly status: WorkStatus | 'overdue';
  /** Grows whenever anything happens to the indicator, the last time at `changedAt`. */
  readonly revision: number;
  readonly changedAt: Instant;
}

/** The deadlines of some plans by their days; on one day in the order of the plans and their indicators. */
export async function readDeadlines(
  db: Database,
  definitions: DefinitionCache,
  plans: readonly Plan[],
  now: Instant,
): Promise<Deadline[]> {
  const readings = await indicatorsOfPlans(
    db,
    plans.map(({ id }) => id),
  );
  const definitionOf = await definitions.load(
    db,
    readings.map(({ definitionHash }) => definitionHash),
  );
  const byKey = new Map(readings.map((reading) => [`${reading.planId} ${reading.code}`, reading]));
  const deadlines = plans.flatMap((plan) => {
    const today = localDate(now, plan.zone);
    return allOwed(plan).flatMap((indicator) => {
      const reading = byKey.get(`${plan.id} ${indicator.code}`);
      if (!reading) return [];
      const { state, logSeq: revision } = reading;
      const status = workStatus(state.value);
      return dueDays(definitionOf(reading.definitionHash), state).map(
        ({ checkpoint, due, settled }): Deadline => ({
          plan,
          indicator,
          checkpoint,
          title: indicator.occurrences.find(({ id }) => id === checkpoint)?.title ?? null,
          due,
          status: settled ? 'achieved' : isRunning(status) && due < today ? 'overdue' : status,
          revision,
          changedAt: state.at,
        }),
      );
    });
  });
  return deadlines.sort((one, other) => (one.due < other.due ? -1 : Number(one.due > other.due)));
}

function isRunning(status: WorkStatus): boolean {
  return status === 'notStarted' || status === 'inProgress';
}
