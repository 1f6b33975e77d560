import { describe, expect, it } from 'vitest';
import { viewOf } from '../../machines/view.ts';
import { act, define, iso, type Life, live } from './office.ts';

const view = ({ definition, state }: Life) => viewOf(definition, state);
const suspend = (on: string) => act(on, { type: 'suspend', reason: 'Covid-19' });
const resume = (on: string) => act(on, { type: 'resume', reason: null });
const withdraw = (on: string) => act(on, { type: 'withdraw', reason: 'Dropped from the plan' });
const giveUp = (on: string) => act(on, { type: 'declareNotAchieved', reason: 'No allocation' });
const reopen = (on: string, when?: string) => act(on, { type: 'reopen', reason: 'Recorded by mistake' }, when);
const completeStep = (on: string, step: string, when?: string) => act(on, { type: 'completeStep', step }, when);
const milestone = define('milestone');

describe('an indicator on hold', () => {
  it('says so, tells nobody anything and lets no deadline pass', () => {
    const life = live(milestone, suspend('2022-02-01'), '2022-06-29');
    expect(view(life)).toMatchObject({ status: 'onHold', deadline: 'paused' });
    expect(life.told).toEqual([]);
    expect(life.state.timers).toEqual({ yearEnd: milestone.closesAt });
    expect(life.state.context.reason).toBe('Covid-19');
  });

  it('climbs what was overtaken once when work resumes, and arms the next rung', () => {
    const life = live(milestone, suspend('2022-02-01'), resume('2022-03-18'));
    expect(view(life)).toMatchObject({ status: 'notStarted', deadline: 'overdue' });
    expect(life.told.map((line) => line.split(' ').at(-1))).toEqual([
      '30-days-before',
      '14-days-before',
      '7-days-before',
      '3-days-before',
      '1-day-before',
      'due-day',
    ]);
    expect(new Set(life.told.map((line) => line.slice(0, 25)))).toEqual(new Set(['2022-03-18T12:00:00+06:00']));
    expect(iso(life.state.timers.nextMark)).toBe('2022-03-20T09:00:00+06:00');
  });

  it('has nothing to climb when nothing was overtaken', () => {
    const life = live(milestone, suspend('2021-08-01'), resume('2021-09-01'));
    expect(life.told).toEqual([]);
    expect(view(life).deadline).toBe('upcoming');
  });

  it('is in progress again when something had been done', () => {
    const life = live(milestone, completeStep('2021-10-03', 'design'), suspend('2021-11-01'), resume('2021-12-01'));
    expect(view(life).status).toBe('inProgress');
  });

  it('can be withdrawn or declared not achieved', () => {
    expect(view(live(milestone, suspend('2022-02-01'), withdraw('2022-02-05')))).toMatchObject({
      status: 'withdrawn',
      deadline: 'closed',
      onTarget: true,
    });
    expect(view(live(milestone, suspend('2022-02-01'), giveUp('2022-02-05'))).status).toBe('notAchieved');
  });

  it('closes as not achieved at the end of the year all the same', () => {
    const life = live(milestone, suspend('2022-02-01'), '2022-07-01T00:00:00');
    expect(view(life)).toMatchObject({ status: 'notAchieved', deadline: 'closed' });
    expect(life.told).toEqual([]);
  });
});

describe('the end of the fiscal year', () => {
  it('is the end of 30 June in Dhaka', () => {
    expect(view(live(milestone, '2022-06-30T23:59:59')).status).toBe('notStarted');
    expect(view(live(milestone, '2022-07-01T00:00:00'))).toMatchObject({ status: 'notAchieved', deadline: 'closed' });
  });

  it('takes what was done on 30 June and recorded that evening', () => {
    const life = live(
      milestone,
      completeStep('2022-06-30', 'design', '2022-06-30T23:58:00'),
      completeStep('2022-06-30', 'office-order', '2022-06-30T23:59:59'),
      '2022-08-01',
    );
    expect(view(life)).toMatchObject({ status: 'achieved', achievedOn: '2022-06-30', late: true });
  });

  it('leaves no timer behind', () => {
    expect(live(milestone, '2022-07-01T00:00:00').state.timers).toEqual({});
  });

  it.each(['milestone', 'recurring', 'count', 'percentage', 'report'] as const)('closes a %s', (kind) => {
    expect(view(live(define(kind), '2022-09-01'))).toMatchObject({ status: 'notAchieved', deadline: 'closed' });
  });
});

describe('a closed indicator', () => {
  it('keeps the reason for which it was given up or withdrawn', () => {
    expect(live(milestone, giveUp('2022-02-01')).state.context.reason).toBe('No allocation');
    expect(live(milestone, withdraw('2022-02-01')).state.context.reason).toBe('Dropped from the plan');
  });

  it('is silent from then on', () => {
    expect(live(milestone, giveUp('2022-02-01'), '2022-08-01').told).toEqual([]);
  });
});

describe('reopening', () => {
  it('takes back the last step, and the deadline runs again', () => {
    const life = live(
      milestone,
      completeStep('2022-01-03', 'design'),
      completeStep('2022-01-20', 'office-order'),
      reopen('2022-01-25'),
    );
    expect(view(life)).toMatchObject({
      status: 'inProgress',
      deadline: 'upcoming',
      achievedOn: null,
      stepsLeft: ['office-order'],
    });
    expect(iso(life.state.timers.nextMark)).toBe('2022-02-14T09:00:00+06:00');
    expect(iso(life.state.timers.yearEnd)).toBe('2022-07-01T00:00:00+06:00');
  });

  it('takes back the last occurrence, and with it that it was late', () => {
    const hold = (on: string, occurrence: string) => act(on, { type: 'holdOccurrence', occurrence });
    const year = [hold('2021-08-01', 'q1'), hold('2021-11-01', 'q2'), hold('2022-04-04', 'q4')];
    const life = live(define('recurring'), ...year, hold('2022-04-05', 'q3'), reopen('2022-04-06'));
    expect(view(life)).toMatchObject({ status: 'inProgress', achieved: 3, late: false, due: '2022-03-31' });
  });

  it('takes back the number that reached the target, so that it can be recorded again', () => {
    const add = (on: string, number: number) => act(on, { type: 'recordNumber', number });
    const life = live(define('count'), add('2022-01-05', 3), add('2022-02-06', 1), reopen('2022-02-07'));
    expect(view(life)).toMatchObject({ status: 'inProgress', achieved: 3 });
  });

  it('takes back the reading that reached the target', () => {
    const money = define('percentage', { measure: 'cumulative', occurrences: [] });
    const read = (on: string, value: number) => act(on, { type: 'recordReading', value });
    const life = live(money, read('2022-01-05', 30), read('2022-02-06', 82), reopen('2022-02-07'));
    expect(view(life)).toMatchObject({ status: 'inProgress', achieved: 30 });
  });

  it('takes back nothing but the word where somebody declared it', () => {
    const life = live(
      define('percentage'),
      act('2022-02-06', { type: 'recordReading', value: 82 }),
      act('2022-02-07', { type: 'complete' }),
      reopen('2022-02-08'),
    );
    expect(view(life)).toMatchObject({ status: 'inProgress', achieved: 82, achievedOn: null });
  });

  it('takes back nothing of what was given up', () => {
    const life = live(milestone, completeStep('2022-01-03', 'design'), giveUp('2022-02-01'), reopen('2022-02-02'));
    expect(view(life)).toMatchObject({ status: 'inProgress', stepsLeft: ['office-order'] });
  });

  it('after the end of the year stays open for thirty days, so that late papers can be entered', () => {
    const life = live(milestone, completeStep('2022-01-03', 'design'), reopen('2022-07-10'));
    expect(view(life)).toMatchObject({ status: 'inProgress', deadline: 'overdue' });
    expect(iso(life.state.timers.yearEnd)).toBe('2022-08-09T12:00:00+06:00');
    const atOnce = live(milestone, reopen('2022-06-30', '2022-07-01T00:00:00'));
    expect(iso(atOnce.state.timers.yearEnd)).toBe('2022-07-31T00:00:00+06:00');
    const entered = live(
      milestone,
      completeStep('2022-01-03', 'design'),
      reopen('2022-07-10'),
      completeStep('2022-03-15', 'office-order', '2022-07-11'),
      '2022-09-01',
    );
    expect(view(entered)).toMatchObject({ status: 'achieved', achievedOn: '2022-03-15', late: false });
    const forgotten = live(milestone, reopen('2022-07-10'), '2022-08-09T11:59:59');
    expect(view(forgotten).status).toBe('notStarted');
    expect(view(live(milestone, reopen('2022-07-10'), '2022-08-09T12:00:00')).status).toBe('notAchieved');
  });

  it('before the end of the year does not move that end', () => {
    const life = live(milestone, giveUp('2022-06-29'), reopen('2022-06-30'), '2022-07-01T00:00:00');
    expect(view(life).status).toBe('notAchieved');
  });
});
