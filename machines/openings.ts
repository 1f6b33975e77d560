import type { IndicatorDefinition } from '../src/plan/definition.ts';
import type { IndicatorContext } from './context.ts';
import { stepsOpen, unsettled } from './progress.ts';
import { needsEvidence, refusalByState, refusalOfCompletion } from './refusal.ts';
import { type IndicatorState, workStatus } from './state.ts';
import type { PersonAction, Refusal } from './types.ts';

/** What a person could do to an indicator of this kind, and what stands in the way of it as things are. */
export interface Opening {
  readonly type: PersonAction['type'];
  /** Null where it can be done now. */
  readonly hindrance: Refusal | null;
}

/** What can be done to an indicator, with what there is to choose from. */
export interface Openings {
  /** In the order in which work goes; what the kind of indicator does not know is left out. */
  readonly acts: readonly Opening[];
  /** The steps that may be completed now, by id. */
  readonly steps: readonly string[];
  /** The occurrences that are still owed, by id, in the order of their days. */
  readonly occurrences: readonly string[];
}

const IN_ORDER = [
  'holdOccurrence',
  'recordNumber',
  'recordReading',
  'completeStep',
  'complete',
  'suspend',
  'resume',
  'declareNotAchieved',
  'withdraw',
  'reopen',
] as const satisfies readonly PersonAction['type'][];

/**
 * What can be done now, for those who build forms: `actionsOpen`, less what the indicator would refuse whatever was
 * typed (a completion while steps are missing, a step where none is left), and with the reasons. Pure.
 */
export function openingsOf(definition: IndicatorDefinition, state: IndicatorState): Openings {
  const context: IndicatorContext = { ...state.context, definition };
  const steps = stepsOpen(context).map(({ id }) => id);
  const acts = IN_ORDER.map((type) => ({ type, hindrance: hindranceOf(context, state, type) }));
  return {
    acts: acts.filter(({ hindrance }) => hindrance?.code !== 'notForThisKind'),
    steps,
    occurrences: definition.kind === 'recurring' ? unsettled(context).map(({ id }) => id) : [],
  };
}

function hindranceOf(context: IndicatorContext, state: IndicatorState, type: PersonAction['type']): Refusal | null {
  const byState = refusalByState(context, workStatus(state.value), { type });
  if (byState !== null) return byState;
  if (type === 'completeStep' && stepsOpen(context).length === 0) return { code: 'stepAlreadyComplete', details: {} };
  return type === 'complete' ? refusalOfCompletion(context) : null;
}

/** Whether what a person is about to do has to be shown by a paper. */
export function evidenceOwed(
  definition: IndicatorDefinition,
  state: IndicatorState,
  act: {
    readonly type: PersonAction['type'];
    readonly step?: string | undefined;
    readonly number?: number | undefined;
  },
): boolean {
  return needsEvidence({ ...state.context, definition }, act);
}
