import type { IndicatorState } from '../../machines/state.ts';
import type { Database } from '../db/database.ts';
import { indicatorsOfPlan } from '../db/queries/indicators-of-plan.ts';
import type { IndicatorDefinition } from '../plan/definition.ts';
import type { Indicator, Plan } from '../plan/types.ts';
import type { DefinitionCache } from './definition-cache.ts';

/** The indicators of a plan as they are stored, in the plan's order; those that an error set aside come apart, by code. */
export async function standingOfPlan(
  db: Database,
  definitions: DefinitionCache,
  plan: Plan,
): Promise<{
  readonly standing: readonly {
    readonly indicator: Indicator;
    readonly definition: IndicatorDefinition;
    readonly state: IndicatorState;
  }[];
  readonly setAside: readonly string[];
}> {
  const readings = new Map((await indicatorsOfPlan(db, plan.id)).map((reading) => [reading.code, reading]));
  const definitionOf = await definitions.load(
    db,
    [...readings.values()].map(({ definitionHash }) => definitionHash),
  );
  const known = plan.activities.flatMap(({ indicators }) =>
    indicators.flatMap((indicator) => {
      const reading = readings.get(indicator.code);
      return reading ? [{ indicator, reading }] : [];
    }),
  );
  return {
    standing: known
      .filter(({ reading }) => reading.fault === null)
      .map(({ indicator, reading }) => ({
        indicator,
        definition: definitionOf(reading.definitionHash),
        state: reading.state,
      })),
    setAside: known.filter(({ reading }) => reading.fault !== null).map(({ indicator }) => indicator.code),
  };
}
