import type { LocalDate } from '../src/calendar/types.ts';
import type { IndicatorDefinition } from '../src/plan/definition.ts';
import type { IndicatorKind } from '../src/plan/types.ts';
import type { IndicatorContext } from './context.ts';
import {
  hasDone,
  isMadeOfSteps,
  latestReading,
  occurrenceFor,
  stepsLeft,
  stepsOpen,
  targetNumber,
  totalNumber,
  unsettled,
} from './progress.ts';
import type { PersonEvent, Refusal, RefusalCode, WorkStatus } from './types.ts';

type EventOf<Type extends PersonEvent['type']> = Extract<PersonEvent, { type: Type }>;

const refuse = (code: RefusalCode, details: Refusal['details'] = {}): Refusal => ({ code, details });

/** Which kinds know which way of making progress; everything else is open to all kinds. */
const PROGRESS: Partial<Record<PersonEvent['type'], readonly IndicatorKind[]>> = {
  recordNumber: ['count'],
  recordReading: ['percentage'],
  holdOccurrence: ['recurring'],
  // Minutes that are issued achieve a meeting, and nothing else.
  complete: ['milestone', 'recurring', 'count', 'percentage', 'report', 'action'],
};

/**
 * Why a person's event cannot be accepted now, or null when it can: the one place that decides, for the guards of the
 * statecharts and for the sentence that the person reads.
 */
export function refusalOf(context: IndicatorContext, status: WorkStatus, event: PersonEvent): Refusal | null {
  return refusalByState(context, status, event) ?? refusalByContent(context, event);
}

/** Why an action of this type is not open to this kind of indicator, or not in the state it is in. */
export function refusalByState(
  { definition, reason }: IndicatorContext,
  status: WorkStatus,
  event: Pick<PersonEvent, 'type'>,
): Refusal | null {
  const kinds = PROGRESS[event.type];
  const isForThisKind =
    event.type === 'completeStep' ? knowsSteps(definition) : !kinds || kinds.includes(definition.kind);
  if (!isForThisKind) return refuse('notForThisKind', { kind: definition.kind, action: event.type });
  const isClosed = status === 'achieved' || status === 'notAchieved' || status === 'withdrawn';
  if (event.type === 'reopen') return isClosed ? null : refuse('notClosed', { status });
  if (isClosed) return refuse('closed', { status });
  if (event.type === 'resume') return status === 'onHold' ? null : refuse('notOnHold', { status });
  if (status !== 'onHold' || event.type === 'withdraw' || event.type === 'declareNotAchieved') return null;
  return refuse('onHold', { reason: reason ?? '' });
}

/** Any kind may have steps; those of a count, a percentage or a recurring indicator only lead up to its target. */
function knowsSteps(definition: IndicatorDefinition): boolean {
  return isMadeOfSteps(definition) || definition.steps.length > 0;
}

/** What the event itself lacks; the guards of the statecharts ask this once the state has let it through. */
export function refusalByContent(context: IndicatorContext, event: PersonEvent): Refusal | null {
  const { opens, closes } = context.definition;
  switch (event.type) {
    case 'suspend':
    case 'declareNotAchieved':
    case 'withdraw':
    case 'reopen':
      return event.reason.trim() === '' ? refuse('reasonMissing') : null;
    case 'resume':
      return null;
    default:
      if (event.on < opens || event.on > closes) return refuse('dateOutsideYear', { on: event.on, opens, closes });
      return refusalOfProgress(context, event) ?? refusalForEvidence(context, event);
  }
}

type ProgressEvent = EventOf<'completeStep' | 'complete' | 'recordNumber' | 'recordReading' | 'holdOccurrence'>;

function refusalOfProgress(context: IndicatorContext, event: ProgressEvent): Refusal | null {
  switch (event.type) {
    case 'completeStep':
      return refusalOfStep(context, event.step);
    case 'complete':
      return refusalOfCompletion(context);
    case 'recordNumber':
      return refusalOfNumber(context, event.number);
    case 'recordReading':
      return event.value >= 0 && event.value <= 100 ? null : refuse('readingInvalid', { value: event.value });
    case 'holdOccurrence':
      return refusalOfOccurrence(context, event.occurrence, event.on);
  }
}

function refusalOfStep(context: IndicatorContext, id: string): Refusal | null {
  const known = context.definition.steps.map((step) => step.id);
  if (!known.includes(id)) return refuse('stepUnknown', { step: id, known: known.join(', ') });
  if (hasDone(context.steps, id)) return refuse('stepAlreadyComplete', { step: id });
  if (stepsOpen(context).some((step) => step.id === id)) return null;
  return refuse('stepOutOfOrder', { step: id, missing: stepsLeft(context)[0]?.id ?? '' });
}

/** What is missing before the target can be declared met, or null when nothing is. */
export function refusalOfCompletion(context: IndicatorContext): Refusal | null {
  switch (context.definition.kind) {
    case 'milestone':
    case 'report':
    case 'meeting': {
      const missing = stepsLeft(context).map((step) => step.id);
      return missing.length > 0 ? refuse('stepsIncomplete', { missing: missing.join(', ') }) : null;
    }
    case 'recurring': {
      const missing = unsettled(context).map((occurrence) => occurrence.id);
      return missing.length > 0 ? refuse('occurrencesIncomplete', { missing: missing.join(', ') }) : null;
    }
    case 'count': {
      const target = targetNumber(context.definition);
      const total = totalNumber(context.numbers);
      return total < target ? refuse('numberBelowTarget', { total, target }) : null;
    }
    case 'action':
      return null;
    case 'percentage': {
      const reading = latestReading(context);
      const target = targetNumber(context.definition);
      if (!reading) return refuse('readingMissing', { target });
      return reading.value < target ? refuse('readingBelowTarget', { value: reading.value, target }) : null;
    }
  }
}

function refusalOfNumber({ numbers }: IndicatorContext, added: number): Refusal | null {
  const total = totalNumber(numbers);
  if (!Number.isSafeInteger(added) || added === 0) return refuse('numberInvalid', { value: added });
  return total + added < 0 ? refuse('numberBelowZero', { value: added, total }) : null;
}

function refusalOfOccurrence(context: IndicatorContext, id: string | null, on: LocalDate): Refusal | null {
  if (id === null) {
    if (occurrenceFor(context, on)) return null;
    return refuse('occurrenceNotOwed', {
      on,
      missing: unsettled(context)
        .map((occurrence) => occurrence.id)
        .join(', '),
    });
  }
  const known = context.definition.checkpoints.map((checkpoint) => checkpoint.id);
  if (!known.includes(id)) return refuse('occurrenceUnknown', { occurrence: id, known: known.join(', ') });
  return hasDone(context.occurrences, id) ? refuse('occurrenceAlreadyHeld', { occurrence: id }) : null;
}

/** Evidence is owed by what settles the target, by each occurrence, number and reading, and by steps that say so. */
function refusalForEvidence(context: IndicatorContext, event: ProgressEvent): Refusal | null {
  if (event.evidence.length > 0 || !needsEvidence(context, event)) return null;
  return refuse('evidenceMissing', event.type === 'completeStep' ? { step: event.step } : {});
}

/** What an act owes of evidence; of acts that make no progress, nothing. */
export function needsEvidence(
  context: IndicatorContext,
  act: { readonly type: PersonEvent['type']; readonly step?: string | undefined; readonly number?: number | undefined },
): boolean {
  const { definition } = context;
  switch (act.type) {
    case 'completeStep': {
      const settles = isMadeOfSteps(definition) && stepsLeft(context).length === 1;
      const step = definition.steps.find(({ id }) => id === act.step);
      return step?.evidenceRequired === true || (settles && definition.evidenceRequired);
    }
    case 'recordNumber':
      return definition.evidenceRequired && !(act.number !== undefined && act.number < 0);
    case 'complete':
    case 'recordReading':
    case 'holdOccurrence':
      return definition.evidenceRequired;
    default:
      return false;
  }
}
