import { earliestTimer, fireDue } from '../../machines/advance.ts';
import type { IndicatorState } from '../../machines/state.ts';
import { endOfDay, localDate } from '../calendar/local-time.ts';
import type { Instant, LocalDate } from '../calendar/types.ts';
import { type Assembled, assemble, type PendingNotice } from '../notices/assemble.ts';
import type { IndicatorDefinition } from '../plan/definition.ts';
import type { Indicator, Plan } from '../plan/types.ts';

/** An indicator as it stands, from where it goes on by itself. */
export interface StandingIndicator {
  readonly indicator: Indicator;
  readonly definition: IndicatorDefinition;
  readonly state: IndicatorState;
}

/** The letters of one instant. */
export interface LettersAhead {
  readonly at: Instant;
  /** The day in the plan's zone. */
  readonly day: LocalDate;
  readonly letters: readonly Assembled<PendingNotice>[];
}

/**
 * The letters that would go out from how things stand until the end of a day, if nobody did anything: the same machines
 * and the same assembly as the engine's, on virtual time. Deterministic, and nothing of it is kept.
 */
export function lettersAhead(plan: Plan, standing: readonly StandingIndicator[], until: LocalDate): LettersAhead[] {
  const endsAt = endOfDay(until, plan.zone) - (until < plan.closes ? 1 : 0);
  const run = standing.map((one) => ({ ...one }));
  const moments: LettersAhead[] = [];
  for (;;) {
    const at = Math.min(...run.map(({ state }) => earliestTimer(state)?.at ?? Number.POSITIVE_INFINITY));
    if (!(at <= endsAt)) return moments;
    const pending: PendingNotice[] = [];
    for (const one of run) {
      const steps = fireDue(one.definition, one.state, at);
      one.state = steps.at(-1)?.state ?? one.state;
      const stillRuns = typeof one.state.value.deadline !== 'string';
      for (const { to, ...notice } of steps.flatMap((step) => step.effects)) {
        pending.push(...to.map((role) => ({ ...notice, indicator: one.indicator, role, stillRuns })));
      }
    }
    const day = localDate(at, plan.zone);
    const { messages } = assemble(plan, pending, day);
    if (messages.length > 0) moments.push({ at, day, letters: messages });
  }
}
