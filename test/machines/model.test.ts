import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply, begin, earliestTimer, fireDue, type LogEntry, type Step, send } from '../../machines/advance.ts';
import type { IndicatorState } from '../../machines/state.ts';
import type { PersonEvent } from '../../machines/types.ts';
import { viewOf } from '../../machines/view.ts';
import type { Instant } from '../../src/calendar/types.ts';
import type { IndicatorDefinition } from '../../src/plan/definition.ts';
import { at } from './office.ts';
import { type Deed, Oracle } from './oracle.ts';
import { calendarWith, changed, dayOf, definitionOf, type Scenario, scenarios } from './scenarios.ts';

const KINDS = ['milestone', 'recurring', 'count', 'percentage', 'report', 'meeting', 'action'] as const;
const RUNS = 100;
const END = at('2023-01-01');

/** How deadlines are fired between two happenings. */
type Firing = (definition: IndicatorDefinition, state: IndicatorState, until: Instant) => Step[];

/** Each timer at its own instant, as when every alarm rings. */
const punctually: Firing = (definition, state, until) => {
  const steps: Step[] = [];
  for (let now = state; ; now = steps.at(-1)!.state) {
    const due = earliestTimer(now);
    if (!due || due.at > until) return steps;
    steps.push(...fireDue(definition, now, due.at));
  }
};

/** Not at all, as when the system slept: the next happening finds what is due. */
const asleep: Firing = () => [];

/** Whenever, as when alarms are late: at these fractions of the time until the next happening. */
const atOddTimes =
  (fractions: readonly number[]): Firing =>
  (definition, state, until) => {
    const steps: Step[] = [];
    let now = state;
    for (const fraction of [...fractions].sort()) {
      steps.push(...fireDue(definition, now, state.at + (until - state.at) * fraction));
      now = steps.at(-1)?.state ?? now;
    }
    return steps;
  };

interface Logged {
  readonly definition: IndicatorDefinition;
  readonly step: Step;
}

/** Lives through a scenario; `watch` sees each state beside whether the last deed was accepted. */
function liveThrough(
  { terms: first, holidays, start, happenings }: Scenario,
  fire: Firing,
  watch: (
    state: IndicatorState,
    definition: IndicatorDefinition,
    deed: Deed | null,
    accepted: boolean,
    now: Instant,
  ) => void = () => {},
): Logged[] {
  const calendar = calendarWith(holidays);
  let terms = first;
  let definition = definitionOf(terms, calendar);
  const log: Logged[] = [];
  const keep = (steps: readonly Step[], by = definition) =>
    log.push(...steps.map((step) => ({ definition: by, step })));
  const state = () => log.at(-1)!.step.state;
  keep([begin(definition, start)]);
  keep(fireDue(definition, state(), start));
  let now = start;
  for (const { wait, on, deed, change } of happenings) {
    now += wait;
    keep(fire(definition, state(), now));
    if (change) {
      terms = changed(terms, change);
      const next = definitionOf(terms, calendar);
      const { steps } = send(next, state(), { type: 'redefine', at: now, moved: change.moved }, definition);
      const cut = steps.findIndex(({ entry }) => entry.type === 'redefine');
      keep(steps.slice(0, cut));
      definition = next;
      keep(steps.slice(cut));
    } else if (deed) {
      const dated = { ...deed, on: typeof on === 'string' ? on : dayOf(now - on * 86_400_000) };
      const event = { note: null, ...dated, at: now, by: { post: 'focal', person: null } } as unknown as PersonEvent;
      const { steps, refusal } = send(definition, state(), event);
      keep(steps);
      if (refusal) expect(steps.every(({ entry }) => entry.type === 'fire')).toBe(true);
      watch(state(), definition, dated, refusal === null, now);
      continue;
    }
    watch(state(), definition, null, true, now);
  }
  // Happenings may go on beyond the end; whoever slept then has to catch up with the last of them.
  const end = Math.max(END, now);
  keep(fire(definition, state(), end));
  keep(fireDue(definition, state(), end));
  return log;
}

const told = (log: readonly Logged[]) =>
  log.flatMap(({ step: { entry, effects } }) =>
    effects.map(
      ({ generation, checkpoint, rung, number }) =>
        `${new Date(entry.at).toISOString()} g${generation} ${checkpoint} ${rung} ${number}`,
    ),
  );

const viewed = (definition: IndicatorDefinition, state: IndicatorState) => {
  const { target, stepsLeft, inTime, owed, ...view } = viewOf(definition, state);
  return view;
};

describe.each(KINDS)('whatever people do with a %s', (kind) => {
  it('its states, its timers and what is told are those of the naive oracle', () => {
    fc.assert(
      fc.property(scenarios(kind), (scenario) => {
        const oracle = new Oracle(scenario.terms, new Set(scenario.holidays), scenario.start);
        let { terms } = scenario;
        const pending = [...scenario.happenings];
        const log = liveThrough(scenario, punctually, (state, definition, deed, accepted, now) => {
          const { change } = pending.shift()!;
          if (change) {
            terms = changed(terms, change);
            oracle.redefine(terms, change.moved, now);
          } else if (deed) {
            expect({ deed, accepted }).toEqual({ deed, accepted: oracle.does(deed, now) });
          } else {
            oracle.wait(now);
          }
          expect(viewed(definition, state)).toEqual(oracle.view());
          expect([state.timers.nextMark, state.timers.yearEnd]).toEqual([oracle.nextMark(), oracle.yearEnd()]);
        });
        oracle.wait(END);
        const last = log.at(-1)!;
        expect(viewed(last.definition, last.step.state)).toEqual(oracle.view());
        expect(told(log).sort()).toEqual([...oracle.told].sort());
      }),
      { numRuns: RUNS },
    );
  });

  it('nobody is told twice of a rung, nor of anything while it rests or is done, nor of a miss before it is one', () => {
    fc.assert(
      fc.property(scenarios(kind), (scenario) => {
        const log = liveThrough(scenario, punctually);
        const rungs = told(log).map((line) => line.slice(line.indexOf(' ')));
        expect(new Set(rungs).size).toBe(rungs.length);
        log.forEach(({ definition, step: { entry, effects } }, i) => {
          if (effects.length === 0) return;
          expect(log[i - 1]?.step.state.value.deadline).toHaveProperty('running');
          for (const { checkpoint, notice } of effects) {
            const overdueAt = definition.checkpoints.find(({ id }) => id === checkpoint)!.overdueAt;
            if (notice === 'escalation' || notice === 'followUp') expect(entry.at).toBeGreaterThanOrEqual(overdueAt);
          }
        });
      }),
      { numRuns: RUNS },
    );
  });

  it('a system that slept or rang at odd times comes to the state of a punctual one, and climbs the same rungs', () => {
    fc.assert(
      fc.property(
        scenarios(kind),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 3 }),
        (scenario, fractions) => {
          const punctual = liveThrough(scenario, punctually);
          for (const fire of [asleep, atOddTimes(fractions)]) {
            const late = liveThrough(scenario, fire);
            expect(late.map(({ step }) => step)).toEqual(punctual.map(({ step }) => step));
          }
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('a replay of its log gives its state, through JSON and back at every step', () => {
    fc.assert(
      fc.property(scenarios(kind), (scenario) => {
        const [first, ...rest] = liveThrough(scenario, punctually);
        let state = begin(first!.definition, scenario.start).state;
        for (const { definition, step } of rest) {
          const stored = JSON.parse(JSON.stringify({ state, entry: step.entry }));
          state = apply(definition, stored.state, stored.entry as Exclude<LogEntry, { type: 'begin' }>).state;
          expect(state).toEqual(step.state);
        }
      }),
      { numRuns: RUNS },
    );
  });
});
