import type { Instant, LocalDate } from '../src/calendar/types.ts';
import type { IndicatorDefinition } from '../src/plan/definition.ts';
import type { PersonAction, PersonEvent } from './types.ts';

/** What has been done, on which day: a step, or an occurrence. */
export interface Done {
  readonly id: string;
  readonly on: LocalDate;
}

/** So many more were done on that day; fewer, where an earlier number is corrected. */
export interface Counted {
  readonly on: LocalDate;
  readonly number: number;
}

interface Reading {
  readonly on: LocalDate;
  readonly value: number;
}

/** All that a machine remembers; everything but the definition is stored with the indicator. */
export interface IndicatorContext {
  readonly definition: IndicatorDefinition;
  /** Marks of the ladder up to and with this instant have been climbed. */
  readonly climbedTo: Instant;
  /** Rises when the plan moves a due date, so that the new ladder's rungs are new ones. */
  readonly generation: number;
  /** When what is open closes as not achieved: the end of the fiscal year, or later after a reopening. */
  readonly closesAt: Instant;
  readonly steps: readonly Done[];
  readonly occurrences: readonly Done[];
  readonly numbers: readonly Counted[];
  readonly readings: readonly Reading[];
  readonly achievedOn: LocalDate | null;
  /** The act that settled the target, for a reopening to take back. */
  readonly settledBy: PersonAction['type'] | 'yearEnd' | null;
  readonly late: boolean;
  /** Why it is on hold, not achieved, withdrawn or reopened. */
  readonly reason: string | null;
}

export interface IndicatorInput {
  readonly definition: IndicatorDefinition;
  readonly at: Instant;
}

/** The plan, its policy or its calendar was changed; the new definition is in the context already. */
export interface RedefineEvent {
  readonly type: 'redefine';
  readonly at: Instant;
  /** True when a due date moved: a new ladder, climbed from its foot. */
  readonly moved: boolean;
}

/** A deadline fires: the next mark of the ladder, or the end of the year. XState names these events itself. */
export interface FiringEvent {
  readonly type: `xstate.after.${string}`;
  readonly at: Instant;
}

export type IndicatorEvent = PersonEvent | RedefineEvent | FiringEvent;

/** The machine's clock: the time of the event at hand. Nothing in `machines/` reads any other. */
export function timeOf(event: { readonly type: string }): Instant {
  const timed = event as { at?: Instant; input?: { at: Instant } };
  const at = timed.at ?? timed.input?.at;
  if (at === undefined) throw new TypeError(`The event ${event.type} carries no time.`);
  return at;
}
