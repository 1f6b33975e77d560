import { describe, expect, it } from 'vitest';
import { actionsOpen, noticesAhead, overdueCheckpoints, viewOf } from '../../machines/view.ts';
import { act, define, iso, live } from './office.ts';

const suspend = act('2022-02-01', { type: 'suspend', reason: 'Covid-19' });

describe('the view of an indicator', () => {
  it('shows the earliest day still owed, and the last one once all is settled', () => {
    const recurring = define('recurring');
    const hold = (on: string) => act(on, { type: 'holdOccurrence', occurrence: null });
    const days = ['2021-08-01', '2021-11-01', '2022-02-01', '2022-05-01'];
    const dues = days.map((_, i) => viewOf(recurring, live(recurring, ...days.slice(0, i + 1).map(hold)).state).due);
    expect(dues).toEqual(['2021-12-31', '2022-03-31', '2022-06-30', '2022-06-30']);
  });

  it('has no number for a date target, nor for a percentage that was never read', () => {
    const shown = (kind: 'milestone' | 'report' | 'percentage' | 'count' | 'recurring') =>
      viewOf(define(kind), live(define(kind)).state).achieved;
    expect(['milestone', 'report', 'percentage', 'count', 'recurring'].map((kind) => shown(kind as 'count'))).toEqual([
      null,
      null,
      null,
      0,
      0,
    ]);
  });

  it('is complete at the start of the year', () => {
    const definition = define('milestone');
    expect(viewOf(definition, live(definition).state)).toEqual({
      status: 'notStarted',
      deadline: 'upcoming',
      due: '2022-03-16',
      target: '2022-03-16',
      achieved: null,
      inTime: null,
      owed: ['2022-03-16'],
      achievedOn: null,
      late: false,
      onTarget: true,
      stepsLeft: ['design', 'office-order'],
    });
  });
});

describe('the notices ahead', () => {
  const definition = define('milestone');

  it('are the rungs still to come, in order of time', () => {
    const ahead = noticesAhead(definition, live(definition, '2022-03-13').state);
    expect(ahead.slice(0, 3).map(({ at, rung, to }) => [iso(at), rung, ...to])).toEqual([
      ['2022-03-15T09:00:00+06:00', '1-day-before', 'focalPoint', 'innovationOfficer'],
      ['2022-03-16T09:00:00+06:00', 'due-day', 'focalPoint', 'innovationOfficer'],
      ['2022-03-20T09:00:00+06:00', '1-working-day-after', 'supervisor'],
    ]);
  });

  it('are none once it is achieved, on hold or closed', () => {
    const complete = define('milestone', { steps: [] });
    expect(noticesAhead(complete, live(complete, act('2022-02-01', { type: 'complete' })).state)).toEqual([]);
    expect(noticesAhead(definition, live(definition, suspend).state)).toEqual([]);
    expect(noticesAhead(definition, live(definition, '2022-07-02').state)).toEqual([]);
  });

  it('are told just so when nobody does anything', () => {
    const begun = live(definition);
    const promised = noticesAhead(definition, begun.state).map(({ at, checkpoint, rung }) =>
      [iso(at), checkpoint, rung].join(' '),
    );
    expect(live(definition, '2022-07-01T00:00:00').told).toEqual(promised);
  });
});

describe('what is owed since before today', () => {
  const overdue = (definition: ReturnType<typeof define>, ...happenings: Parameters<typeof live>[1][]) =>
    overdueCheckpoints(definition, live(definition, ...happenings).state).map(({ id }) => id);

  it('is each quarter whose day has ended and that nobody made up for', () => {
    const recurring = define('recurring');
    const late = act('2022-01-10', { type: 'holdOccurrence', occurrence: 'q1' });
    expect(overdue(recurring, '2021-09-30T23:59:00')).toEqual([]);
    expect(overdue(recurring, '2022-01-05')).toEqual(['q1', 'q2']);
    expect(overdue(recurring, '2022-01-05', late)).toEqual(['q2']);
  });

  it('is nothing on hold, nor once it is achieved or the year has closed', () => {
    const idea = define('milestone', { steps: [] });
    expect(overdue(idea, '2022-03-20')).toEqual(['year']);
    const done = act('2022-03-20', { type: 'complete' });
    expect(overdue(idea, '2022-03-20', act('2022-03-20', { type: 'suspend', reason: 'Flood' }))).toEqual([]);
    expect(overdue(idea, '2022-03-20', done)).toEqual([]);
    expect(overdue(idea, '2022-07-02')).toEqual([]);
  });
});

describe('the actions open to a person', () => {
  const always = ['complete', 'suspend', 'declareNotAchieved', 'withdraw'];

  it.each([
    ['milestone', 'completeStep'],
    ['report', 'completeStep'],
    ['recurring', 'holdOccurrence'],
    ['count', 'recordNumber'],
    ['percentage', 'recordReading'],
  ] as const)('on a %s begin with %s', (kind, own) => {
    expect(actionsOpen(define(kind), live(define(kind)).state)).toEqual([own, ...always]);
  });

  it('on hold are to resume, to give up or to withdraw', () => {
    expect(actionsOpen(define('count'), live(define('count'), suspend).state)).toEqual([
      'resume',
      'declareNotAchieved',
      'withdraw',
    ]);
  });

  it('once it is closed is only to reopen', () => {
    expect(actionsOpen(define('count'), live(define('count'), '2022-07-02').state)).toEqual(['reopen']);
  });
});

describe('what was done by its day', () => {
  it('leaves out an occurrence held late, and tells the days still owed', () => {
    const definition = define('recurring');
    const held = (on: string, occurrence: string) => act(on, { type: 'holdOccurrence', occurrence });
    const life = live(definition, held('2021-09-20', 'q1'), held('2022-01-20', 'q2'));
    expect(viewOf(definition, life.state)).toMatchObject({
      achieved: 2,
      inTime: 1,
      owed: ['2022-03-31', '2022-06-30'],
    });
  });
});
