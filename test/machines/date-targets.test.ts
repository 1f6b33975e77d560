import { describe, expect, it } from 'vitest';
import { viewOf } from '../../machines/view.ts';
import { act, define, iso, type Life, live, liveFrom, step } from './office.ts';

const view = ({ definition, state }: Life) => viewOf(definition, state);
const completeStep = (on: string, id: string, when?: string) => act(on, { type: 'completeStep', step: id }, when);

describe('a milestone', () => {
  const milestone = define('milestone');
  const designed = completeStep('2021-11-02', 'design');

  it('is not started until its first step is complete, and then in progress', () => {
    expect(view(live(milestone))).toMatchObject({ status: 'notStarted', stepsLeft: ['design', 'office-order'] });
    expect(view(live(milestone, designed))).toMatchObject({ status: 'inProgress', stepsLeft: ['office-order'] });
  });

  it('is achieved by its last step, and then nobody is told anything', () => {
    const life = live(milestone, designed, completeStep('2022-02-10', 'office-order'), '2022-06-30T23:00:00');
    expect(view(life)).toMatchObject({
      status: 'achieved',
      deadline: 'met',
      achievedOn: '2022-02-10',
      late: false,
      onTarget: true,
      achieved: null,
      stepsLeft: [],
    });
    expect(life.state.timers).toEqual({});
    expect(life.told).toEqual([]);
  });

  it('is on time on the last day of its target, to the last second', () => {
    const life = live(milestone, designed, completeStep('2022-03-16', 'office-order', '2022-03-16T23:59:59'));
    expect(view(life)).toMatchObject({ status: 'achieved', achievedOn: '2022-03-16', late: false });
  });

  it('is late one second later, the day after', () => {
    const life = live(milestone, designed, completeStep('2022-03-17', 'office-order', '2022-03-17T00:00:00'));
    expect(view(life)).toMatchObject({ status: 'achieved', achievedOn: '2022-03-17', late: true });
  });

  it('is on time when the office order of last week is recorded today', () => {
    const life = live(milestone, designed, completeStep('2022-03-16', 'office-order', '2022-03-24'));
    expect(view(life)).toMatchObject({ achievedOn: '2022-03-16', late: false });
  });

  it('is achieved on the latest day of its steps, in whichever order they are recorded', () => {
    const anyOrder = define('milestone', { steps: [step('design'), step('office-order', { anyOrder: true })] });
    const life = live(
      anyOrder,
      completeStep('2022-03-20', 'office-order', '2022-03-20'),
      completeStep('2022-03-10', 'design', '2022-03-21'),
    );
    expect(view(life)).toMatchObject({ status: 'achieved', achievedOn: '2022-03-20', late: true });
  });

  it('without steps is declared complete by a person', () => {
    const visit = define('milestone', { steps: [] });
    const life = live(visit, act('2022-03-15', { type: 'complete' }, '2022-03-18'));
    expect(view(life)).toMatchObject({ status: 'achieved', achievedOn: '2022-03-15', late: false });
  });

  it('has its deadline come nearer, arrive and pass', () => {
    const deadlineOn = (when: string) => view(live(milestone, when)).deadline;
    expect(deadlineOn('2022-02-14T08:59:59')).toBe('upcoming');
    expect(deadlineOn('2022-02-14T09:00:00')).toBe('dueSoon');
    expect(deadlineOn('2022-03-15T23:59:59')).toBe('dueSoon');
    expect(deadlineOn('2022-03-16T00:00:00')).toBe('dueToday');
    expect(deadlineOn('2022-03-16T23:59:59')).toBe('dueToday');
    expect(deadlineOn('2022-03-17T00:00:00')).toBe('overdue');
    expect(deadlineOn('2022-07-01T00:00:00')).toBe('closed');
  });

  it('due on Friday 25 February 2022 and never done tells everybody as the worked example says', () => {
    const life = live(define('milestone', { target: '2022-02-25', due: '2022-02-25' }), '2022-03-20');
    expect(life.told).toEqual([
      '2022-01-26T09:00:00+06:00 year 30-days-before',
      '2022-02-10T09:00:00+06:00 year 14-days-before',
      '2022-02-17T09:00:00+06:00 year 7-days-before',
      '2022-02-22T09:00:00+06:00 year 3-days-before',
      '2022-02-24T09:00:00+06:00 year due-day',
      '2022-02-27T09:00:00+06:00 year 1-working-day-after',
      '2022-03-03T09:00:00+06:00 year 5-working-days-after',
      '2022-03-10T09:00:00+06:00 year 10-working-days-after',
      '2022-03-20T09:00:00+06:00 year follow-up',
    ]);
    expect(view(life)).toMatchObject({ status: 'notStarted', deadline: 'overdue', onTarget: false });
  });

  it('due on 16 March 2022 and never done tells the supervisor on Sunday 20 March', () => {
    expect(live(milestone, '2022-03-20').told.at(-1)).toBe('2022-03-20T09:00:00+06:00 year 1-working-day-after');
  });

  it('entered in May, long overdue, climbs all that was overtaken in one step and arms the next follow-up', () => {
    const life = liveFrom('2022-05-03T10:00:00', milestone);
    expect(life.entries.map(({ type }) => type)).toEqual(['begin', 'fire']);
    expect(new Set(life.told.map((line) => line.slice(0, 25)))).toEqual(new Set(['2022-05-03T10:00:00+06:00']));
    expect(iso(life.state.timers.nextMark)).toBe('2022-05-05T09:00:00+06:00');
  });
});

describe('a report', () => {
  const report = define('report');
  const prepared = completeStep('2022-01-02', 'prepared');
  const approved = completeStep('2022-01-06', 'approved');

  it('is prepared, approved and sent, and achieved by being sent', () => {
    expect(live(report, prepared).state.value.work).toEqual({ open: { active: 'prepared' } });
    expect(live(report, prepared, approved).state.value.work).toEqual({ open: { active: 'approved' } });
    const sent = live(report, prepared, approved, completeStep('2022-01-13', 'sent'));
    expect(view(sent)).toMatchObject({ status: 'achieved', achievedOn: '2022-01-13', late: false });
  });

  it('is in progress from its first stage on', () => {
    expect(view(live(report)).status).toBe('notStarted');
    expect(view(live(report, prepared)).status).toBe('inProgress');
    expect(view(live(report, prepared, approved)).stepsLeft).toEqual(['sent']);
  });

  it('sent the day after its target is late', () => {
    const life = live(report, prepared, approved, completeStep('2022-01-14', 'sent'));
    expect(view(life)).toMatchObject({ status: 'achieved', late: true });
  });

  it('goes on from the stage at which it was put on hold', () => {
    const life = live(
      report,
      prepared,
      act('2022-01-03', { type: 'suspend', reason: 'The office moves' }),
      act('2022-01-05', { type: 'resume', reason: null }),
    );
    expect(life.state.value.work).toEqual({ open: { active: 'prepared' } });
  });
});
