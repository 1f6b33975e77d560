import type { Database } from '../db/database.ts';
import { planFaces } from '../db/queries/plan-faces.ts';
import { configNames } from '../plan/config-folder.ts';
import { suggest } from '../plan/nearest-word.ts';
import type { Indicator, Plan } from '../plan/types.ts';
import { CommandFailed } from './context.ts';

/** Why there is no such plan, and what there is. */
export async function unknownPlan(db: Database, id: string, configDir: string): Promise<CommandFailed> {
  const known = (await planFaces(db)).map((face) => face.id);
  if (configNames(configDir, 'plans').includes(id)) {
    return new CommandFailed(
      `The plan ${id} is not in force. Its file is there, so put it in force: suchok plan apply ${id}`,
    );
  }
  if (known.length === 0) return new CommandFailed(NO_PLAN);
  return new CommandFailed(`There is no plan "${id}" in force: ${suggest(id, known)}`);
}

export const NO_PLAN =
  'No plan is in force yet. `suchok start` makes a sample plan of this fiscal year; `suchok plan apply FILE` puts your own in force.';

export function indicatorsOf(plan: Plan): Indicator[] {
  return plan.activities.flatMap((activity) => activity.indicators);
}

/** @throws CommandFailed that says which indicators there are. */
export function findIndicator(plan: Plan, code: string): Indicator {
  const indicators = indicatorsOf(plan);
  const found = indicators.find((indicator) => indicator.code === code);
  if (found) return found;
  const codes = indicators.map((indicator) => indicator.code);
  throw new CommandFailed(`The plan ${plan.id} has no indicator "${code}": ${suggest(code, codes)}`);
}
