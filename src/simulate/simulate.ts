import { begin, earliestTimer, fireDue, type Step, send } from '../../machines/advance.ts';
import type { IndicatorState } from '../../machines/state.ts';
import type { Refusal } from '../../machines/types.ts';
import { atTime, endOfDay, localDate, parseLocalDateTime } from '../calendar/local-time.ts';
import type { Calendar, Instant, LocalDate } from '../calendar/types.ts';
import { type Assembled, assemble, type PendingNotice, type SkipReason } from '../notices/assemble.ts';
import { compilePlan } from '../plan/compile.ts';
import type { IndicatorDefinition } from '../plan/definition.ts';
import type { History, HistoryEvent } from '../plan/history.ts';
import type { Indicator, Plan } from '../plan/types.ts';

export interface SimulationTerms {
  readonly calendar: Calendar;
  readonly history: History | null;
  /** The day on which the plan is put into Suchok; its first day where none is given. */
  readonly from?: LocalDate | undefined;
  /** The last day, inclusive; the plan's last day where none is given. */
  readonly until?: LocalDate | undefined;
}

/** One indicator in the course of a simulation. */
export interface SimulatedIndicator {
  readonly indicator: Indicator;
  readonly definition: IndicatorDefinition;
  readonly state: IndicatorState;
}

/** What happened at one instant: transitions, refusals, and the letters that went out. */
export interface Moment {
  readonly at: Instant;
  readonly changes: readonly {
    readonly indicator: Indicator;
    readonly before: IndicatorState | null;
    readonly step: Step;
  }[];
  readonly refusals: readonly { readonly event: HistoryEvent; readonly refusal: Refusal }[];
  readonly messages: readonly Assembled<PendingNotice>[];
  readonly skipped: ReadonlyMap<PendingNotice, SkipReason>;
  /** Where every indicator stands once all this has happened, by code. */
  readonly standing: ReadonlyMap<string, SimulatedIndicator>;
}

export interface Simulation {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly indicators: readonly SimulatedIndicator[];
}

/**
 * Runs a plan on virtual time through the same pure core as the engine, without a database: yields each moment at which
 * something happened, in order, and returns where the indicators stand at the end of `until`. Deterministic.
 *
 * A plan that begins late catches up at the office's hour of its first day: what was done before is entered then, what
 * was overtaken is skipped, and each person is told once.
 */
export function* simulate(plan: Plan, terms: SimulationTerms): Generator<Moment, Simulation> {
  const from = terms.from ?? plan.opens;
  const until = terms.until ?? plan.closes;
  const startsAt = atTime(from, plan.policy.hour, plan.zone);
  // The midnight that ends the year belongs to its last day; any other midnight to the day that begins.
  const endsAt = endOfDay(until, plan.zone) - (until < plan.closes ? 1 : 0);
  const run = new PlanRun(plan, terms.calendar, startsAt);
  const timeline = timelineOf(terms.history, plan, startsAt);

  for (
    let now = startsAt;
    now <= endsAt;
    now = Math.min(run.nextTimer(), timeline[0]?.at ?? Number.POSITIVE_INFINITY)
  ) {
    run.fire(now);
    while (timeline[0] && timeline[0].at <= now) run.enter(timeline.shift()!.event, now);
    const moment = run.takeMoment(now);
    if (moment) yield moment;
  }
  return { from, until, indicators: run.indicators() };
}

/** The history in the order in which it is recorded; what lies before the first day is recorded on it. */
function timelineOf(history: History | null, plan: Plan, startsAt: Instant) {
  return (history?.events ?? [])
    .map((event) => ({ event, at: Math.max(startsAt, parseLocalDateTime(event.at, plan.zone)), on: event.on }))
    .sort((a, b) => a.at - b.at || (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** The indicators of one plan as they stand, and what has happened since the last moment was taken. */
class PlanRun {
  readonly #plan: Plan;
  readonly #standing = new Map<string, SimulatedIndicator>();
  #changes: Moment['changes'][number][] = [];
  #refusals: Moment['refusals'][number][] = [];

  constructor(plan: Plan, calendar: Calendar, startsAt: Instant) {
    this.#plan = plan;
    const indicators = plan.activities.flatMap((activity) => activity.indicators);
    compilePlan(plan, calendar).forEach((definition, position) => {
      const first = begin(definition, Math.min(definition.opensAt, startsAt));
      this.#take({ indicator: indicators[position]!, definition, state: first.state }, null, [first]);
    });
  }

  fire(until: Instant) {
    for (const one of this.#standing.values()) this.#take(one, one.state, fireDue(one.definition, one.state, until));
  }

  enter(event: HistoryEvent, at: Instant) {
    const one = this.#standing.get(event.indicator);
    if (!one) throw new Error(`The plan ${this.#plan.id} has no indicator ${event.indicator}.`);
    const by = { post: event.by, person: null };
    const { steps, refusal } = send(one.definition, one.state, { ...event.action, at, on: event.on, by });
    this.#take(one, one.state, steps);
    if (refusal) this.#refusals.push({ event, refusal });
  }

  nextTimer(): Instant {
    let next = Number.POSITIVE_INFINITY;
    for (const { state } of this.#standing.values()) next = Math.min(next, earliestTimer(state)?.at ?? next);
    return next;
  }

  /** Closes the moment: makes the notices of its transitions into letters. Null when nothing happened. */
  takeMoment(at: Instant): Moment | null {
    const changes = this.#changes;
    const refusals = this.#refusals;
    if (changes.length + refusals.length === 0) return null;
    this.#changes = [];
    this.#refusals = [];
    const pending = changes.flatMap(({ indicator, step }) => this.#pending(indicator, step));
    const standing = new Map(this.#standing);
    return { at, changes, refusals, standing, ...assemble(this.#plan, pending, localDate(at, this.#plan.zone)) };
  }

  indicators(): SimulatedIndicator[] {
    return [...this.#standing.values()];
  }

  #take(one: SimulatedIndicator, before: IndicatorState | null, steps: readonly Step[]) {
    let last = before;
    for (const step of steps) {
      this.#changes.push({ indicator: one.indicator, before: last, step });
      last = step.state;
    }
    if (last && last !== before) this.#standing.set(one.indicator.code, { ...one, state: last });
  }

  #pending(indicator: Indicator, step: Step): PendingNotice[] {
    const { deadline } = this.#standing.get(indicator.code)!.state.value;
    const stillRuns = typeof deadline !== 'string';
    return step.effects.flatMap(({ to, ...notice }) => to.map((role) => ({ ...notice, indicator, role, stillRuns })));
  }
}
