import { describe, expect, it } from 'vitest';
import { apply, begin, fireDue, send } from '../../machines/advance.ts';
import type { IndicatorState } from '../../machines/state.ts';
import { viewOf } from '../../machines/view.ts';
import type { IndicatorDefinition } from '../../src/plan/definition.ts';
import { act, at, define, iso, live } from './office.ts';

const march = define('milestone');
const april = define('milestone', { target: '2022-04-20', due: '2022-04-20' });
const suspend = act('2022-02-01', { type: 'suspend', reason: 'Covid-19' });

function change(
  state: IndicatorState,
  from: IndicatorDefinition,
  to: IndicatorDefinition,
  when: string,
  moved: boolean,
) {
  const { steps } = send(to, state, { type: 'redefine', at: at(when), moved }, from);
  return { steps, state: steps.at(-1)!.state, effects: steps.flatMap((step) => step.effects) };
}

describe('a plan that moves a due date', () => {
  it('starts a new generation of the ladder, from its foot', () => {
    const { state } = live(march, '2022-03-10');
    const changed = change(state, march, april, '2022-03-11', true);
    expect(changed.state.context.generation).toBe(2);
    expect(viewOf(april, changed.state)).toMatchObject({ deadline: 'upcoming', due: '2022-04-20' });
    expect(changed.effects).toEqual([]);
    expect(iso(changed.state.timers.nextMark)).toBe('2022-03-21T09:00:00+06:00');
    const [next] = fireDue(april, changed.state, at('2022-03-21'));
    expect(next?.effects).toMatchObject([{ generation: 2, rung: '30-days-before' }]);
  });

  it('to an earlier day climbs the rungs that this overtakes, once', () => {
    const { state } = live(april, '2022-03-10');
    const changed = change(state, april, march, '2022-03-11', true);
    expect(changed.effects.map(({ rung, generation }) => `${generation} ${rung}`)).toEqual([
      '2 30-days-before',
      '2 14-days-before',
      '2 7-days-before',
    ]);
    expect(viewOf(march, changed.state).deadline).toBe('dueSoon');
  });

  it('first fires what was due on the old ladder', () => {
    const { state } = live(march, '2022-02-01');
    const { steps } = change(state, march, april, '2022-02-15', true);
    expect(steps.map(({ entry }) => entry.type)).toEqual(['fire', 'redefine']);
    expect(steps[0]?.effects).toMatchObject([{ generation: 1, rung: '30-days-before' }]);
  });

  it('while it is on hold is climbed when work resumes', () => {
    const { state } = live(march, suspend);
    const changed = change(state, march, april, '2022-03-01', true);
    expect(changed.effects).toEqual([]);
    expect(viewOf(april, changed.state)).toMatchObject({ status: 'onHold', deadline: 'paused' });
    const resumed = send(april, changed.state, act('2022-04-01', { type: 'resume', reason: null }));
    expect(
      resumed.steps.flatMap(({ effects }) => effects).map(({ rung, generation }) => `${generation} ${rung}`),
    ).toEqual(['2 30-days-before']);
  });

  it('of an achieved indicator leaves it achieved', () => {
    const { state } = live(define('milestone', { steps: [] }), act('2022-02-01', { type: 'complete' }));
    const changed = change(state, march, april, '2022-02-02', true);
    expect(viewOf(april, changed.state)).toMatchObject({ status: 'achieved', deadline: 'met' });
    expect(changed.state.context.generation).toBe(2);
  });
});

describe('a plan that changes without moving a due date', () => {
  it('goes on climbing the same generation, above the rungs that were climbed', () => {
    const { state } = live(march, '2022-03-10');
    const changed = change(state, march, { ...march, evidenceRequired: true }, '2022-03-11', false);
    expect(changed.effects).toEqual([]);
    expect(changed.state.context.generation).toBe(1);
    expect(iso(changed.state.timers.nextMark)).toBe('2022-03-13T09:00:00+06:00');
  });

  it('lets a lower target that is met already be declared, or be judged so at the end of the year', () => {
    const four = define('count');
    const three = define('count', { target: 3 });
    const { state } = live(four, act('2022-02-01', { type: 'recordNumber', number: 3 }));
    const changed = change(state, four, three, '2022-02-03', false);
    expect(viewOf(three, changed.state).status).toBe('inProgress');
    const declared = send(three, changed.state, act('2022-02-04', { type: 'complete' }));
    expect(viewOf(three, declared.steps.at(-1)!.state)).toMatchObject({ status: 'achieved', achievedOn: '2022-02-04' });
    const [closed] = fireDue(three, changed.state, at('2022-07-01T00:00:00')).slice(-1);
    expect(viewOf(three, closed!.state)).toMatchObject({ status: 'achieved', achievedOn: '2022-02-01', late: false });
  });
});

describe('a replay', () => {
  it('of the log gives the state again, as does the state after a trip through JSON', () => {
    const first = begin(march, at('2021-07-01T00:00:00'));
    let state = first.state;
    const log = [];
    for (const happening of [act('2021-10-03', { type: 'completeStep', step: 'design' }), suspend]) {
      for (const step of send(march, state, happening).steps) {
        log.push(step);
        expect(apply(march, JSON.parse(JSON.stringify(state)), step.entry as never).state).toEqual(step.state);
        state = step.state;
      }
    }
    expect(log.reduce((now, step) => apply(march, now, step.entry as never).state, first.state)).toEqual(state);
  });
});
