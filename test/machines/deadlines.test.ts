import { expect, it } from 'vitest';
import { deadlinesOf } from '../../machines/deadlines.ts';
import { act, define, live } from './office.ts';

const outcomes = (kind: Parameters<typeof define>[0], on: string, ...happenings: Parameters<typeof live>[1][]) => {
  const definition = define(kind);
  return deadlinesOf(definition, live(definition, ...happenings, on).state, on).map(({ outcome }) => outcome);
};

it('deadlines of a recurring duty are done, done late, missed and to come, each by its own quarter', () => {
  const held = act('2021-09-20', { type: 'holdOccurrence', occurrence: 'q1' });
  const late = act('2022-01-05', { type: 'holdOccurrence', occurrence: 'q2' });
  expect(outcomes('recurring', '2022-04-02', held, late)).toEqual(['done', 'late', 'missed', 'toCome']);
});

it('a deadline is to come until the end of its day', () => {
  expect(outcomes('milestone', '2022-03-16')).toEqual(['toCome']);
  expect(outcomes('milestone', '2022-03-17')).toEqual(['missed']);
});

it('a reading settles its quarter on the first day on which it was taken', () => {
  const definition = define('percentage');
  const read = (on: string, value: number) => act(on, { type: 'recordReading', value });
  const { state } = live(definition, read('2021-09-01', 20), read('2021-09-15', 30), '2021-10-02');
  const [first, second] = deadlinesOf(definition, state, '2021-10-02');
  expect(first).toEqual({ checkpoint: 'q1', due: '2021-09-30', outcome: 'done', metOn: '2021-09-01' });
  expect(second).toMatchObject({ outcome: 'toCome', metOn: null });
});

it('what was achieved late says so, and what is on hold or withdrawn owes nothing by its day', () => {
  const late = [
    act('2022-03-20', { type: 'completeStep', step: 'design' }),
    act('2022-03-21', { type: 'completeStep', step: 'office-order' }),
  ];
  expect(outcomes('milestone', '2022-03-22', ...late)).toEqual(['late']);
  expect(outcomes('milestone', '2022-04-01', act('2022-01-01', { type: 'suspend', reason: 'flood' }))).toEqual([
    'onHold',
  ]);
  expect(outcomes('milestone', '2022-04-01', act('2022-01-01', { type: 'withdraw', reason: 'agreed' }))).toEqual([
    'withdrawn',
  ]);
  expect(
    outcomes('milestone', '2022-02-01', act('2022-01-01', { type: 'declareNotAchieved', reason: 'no money' })),
  ).toEqual(['missed']);
});
