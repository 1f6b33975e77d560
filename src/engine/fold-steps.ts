import type { Step } from '../../machines/advance.ts';
import { deadlineStatus, type IndicatorState, LADDERS, workStatus } from '../../machines/state.ts';
import type { IndicatorChange, LogRow, StoredIndicator, UnbornIndicator } from '../db/indicator-rows.ts';
import { entryHash } from './hashes.ts';

/** A step with the hash of the definition it was taken under. */
export interface TakenStep {
  readonly step: Step;
  readonly definitionHash: string;
}

/** Folds the steps that a machine took into what is to be saved. Pure. */
export function foldSteps(before: StoredIndicator | UnbornIndicator, steps: readonly TakenStep[]): IndicatorChange {
  return foldAlike(before.state, steps)(before);
}

/**
 * Folds the steps that machines took from one state, for any number of indicators in that state: what is the same for
 * all of them is made once and shared, and only the log is each indicator's own.
 */
export function foldAlike(
  state: IndicatorState | null,
  steps: readonly TakenStep[],
): (before: StoredIndicator | UnbornIndicator) => IndicatorChange {
  const last = steps.at(-1);
  if (!last) throw new RangeError('Nothing happened to the indicator: there is nothing to save.');
  const after = last.step.state;
  const outcome = {
    definitionHash: last.definitionHash,
    state: after,
    status: workStatus(after.value),
    deadline: deadlineStatus(after.value),
    timers: changedTimers(state, after),
    notifications: steps.flatMap(({ step }) =>
      step.effects.flatMap(({ to, ...effect }) => to.map((role) => ({ ...effect, role }))),
    ),
  };
  return ({ id, planId, version, logSeq, logHash }) => {
    const log = chained(logSeq, logHash, steps);
    const { seq, hash } = log.at(-1)!;
    return { id, planId, version: version + 1, logSeq: seq, logHash: hash, log, ...outcome };
  };
}

function chained(logSeq: number, logHash: string, steps: readonly TakenStep[]): LogRow[] {
  let seq = logSeq;
  let hash = logHash;
  return steps.map(({ step: { entry }, definitionHash }) => {
    seq += 1;
    hash = entryHash(hash, seq, definitionHash, entry);
    return { seq, at: entry.at, definitionHash, entry, hash };
  });
}

function changedTimers(before: IndicatorState | null, after: IndicatorState): IndicatorChange['timers'] {
  return LADDERS.flatMap((ladder) => {
    const dueAt = after.timers[ladder] ?? null;
    return dueAt === (before?.timers[ladder] ?? null) ? [] : [{ ladder, dueAt }];
  });
}
