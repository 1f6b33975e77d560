import type { Fault } from './fault.ts';
import type { PlanSurroundings } from './read-plan.ts';

/** What plans refer to and are written from; where it is kept is not for those who ask to know. */
export interface PlanLibrary {
  /** The policies and the ids of calendars that a plan may name, with the faults of policies that cannot be read. */
  surroundings(): Required<PlanSurroundings> & { readonly faults: readonly Fault[] };
  /** The names of the templates, in order. */
  templates(): readonly string[];
  /** The text of a template; null where there is none of that name. */
  template(name: string): string | null;
}
