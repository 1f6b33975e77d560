import type { Step } from '../../machines/advance.ts';
import { deadlineStatus, type IndicatorState, LADDERS, workStatus } from '../../machines/state.ts';
import type { IndicatorChange, LogRow, StoredIndicator, UnbornIndicator } from '../db/indicator-rows.ts';
import { entryHash } from './hashes.ts';

/**
 * Folds the steps that a machine took into what is to be saved, each step with the hash of the definition it was taken
 * under. Pure.
 */
export function foldSteps(
  before: StoredIndicator | UnbornIndicator,
  steps: readonly { readonly step: Step; readonly definitionHash: string }[],
): IndicatorChange {
  const last = steps.at(-1);
  if (!last) throw new RangeError(`Nothing happened to the indicator ${before.id}: there is nothing to save.`);
  let { logSeq, logHash } = before;
  const log = steps.map(({ step, definitionHash }): LogRow => {
    logSeq += 1;
    logHash = entryHash(logHash, logSeq, definitionHash, step.entry);
    return { seq: logSeq, at: step.entry.at, definitionHash, entry: step.entry, hash: logHash };
  });
  const { state } = last.step;
  return {
    id: before.id,
    definitionHash: last.definitionHash,
    state,
    status: workStatus(state.value),
    deadline: deadlineStatus(state.value),
    version: before.version + 1,
    logSeq,
    logHash,
    log,
    timers: changedTimers(before.state, state),
    notifications: steps.flatMap(({ step }) =>
      step.effects.flatMap(({ to, ...effect }) => to.map((role) => ({ ...effect, role }))),
    ),
  };
}

function changedTimers(before: IndicatorState | null, after: IndicatorState): IndicatorChange['timers'] {
  return LADDERS.flatMap((ladder) => {
    const dueAt = after.timers[ladder] ?? null;
    return dueAt === (before?.timers[ladder] ?? null) ? [] : [{ ladder, dueAt }];
  });
}
