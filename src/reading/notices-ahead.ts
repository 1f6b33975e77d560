import type { LocalDate } from '../calendar/types.ts';
import type { Database } from '../db/database.ts';
import type { DefinitionCache } from '../engine/definition-cache.ts';
import { standingOfPlan } from '../engine/standing-of-plan.ts';
import type { IndicatorDefinition } from '../plan/definition.ts';
import type { Plan } from '../plan/types.ts';
import { type LettersAhead, lettersAhead, type StandingIndicator } from '../simulate/letters-ahead.ts';

/** The letters still to come of a plan. */
export interface NoticesAhead {
  readonly moments: readonly LettersAhead[];
  /** Of each indicator what its notices follow from. */
  readonly definitions: ReadonlyMap<string, IndicatorDefinition>;
  /** Indicators of which nothing goes out until their error is resolved. */
  readonly setAside: readonly string[];
}

/** Reads which letters would go out until the end of a day, if nobody did anything: of a plan as it stands. */
export async function readNoticesAhead(
  db: Database,
  definitions: DefinitionCache,
  plan: Plan,
  until: LocalDate,
): Promise<NoticesAhead> {
  const { standing, setAside } = await standingOfPlan(db, definitions, plan);
  return { ...noticesFrom(plan, standing, until), setAside };
}

/** The same of a plan that is only being looked at, from where its indicators would stand. Pure. */
export function noticesFrom(plan: Plan, standing: readonly StandingIndicator[], until: LocalDate): NoticesAhead {
  return {
    moments: lettersAhead(plan, standing, until),
    definitions: new Map(standing.map(({ indicator, definition }) => [indicator.code, definition])),
    setAside: [],
  };
}
