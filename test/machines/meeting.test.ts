import { describe, expect, it } from 'vitest';
import { deadlinesOf } from '../../machines/deadlines.ts';
import { workStatus } from '../../machines/state.ts';
import { actionsOpen, viewOf } from '../../machines/view.ts';
import { compileAction, compileMeeting } from '../../src/plan/compile-duty.ts';
import { act, at, calendar, indicatorOf, liveFrom, paper, planOf } from './office.ts';

const plan = planOf([indicatorOf('recurring')]);
const PLANNED = '2021-08-22T10:00:00';
const terms = { plan, calendar, since: at(PLANNED) };

/** A review on Tuesday, 21 September 2021. */
const review = compileMeeting('M1', '2021-09-21', terms);
const decision = compileAction('M1.1', '2021-10-14', { ...terms, since: at('2021-09-23T11:00:00') });

const step = (id: string, on: string, when = on) => act(on, { type: 'completeStep', step: id, evidence: paper }, when);

describe('A meeting', () => {
  it('owes its notice five working days before its day, and its minutes within five after', () => {
    expect(review.checkpoints.map(({ id, due }) => [id, due])).toEqual([
      ['notice', '2021-09-14'],
      ['minutes', '2021-09-28'],
    ]);
    // Over a holiday and a weekend: 16 December is Victory Day, 17 and 18 are a Friday and a Saturday.
    expect(compileMeeting('M2', '2021-12-20', terms).checkpoints[0]).toMatchObject({ due: '2021-12-12' });
  });

  it('owes its notice on the day of planning where that is later, and reminds of nothing that is past', () => {
    const since = at('2021-09-20T10:00:00');
    const late = compileMeeting('M1', '2021-09-21', { ...terms, since });
    expect(late.checkpoints[0]).toMatchObject({ id: 'notice', due: '2021-09-20' });
    expect(late.marks.every((mark) => 'phase' in mark || mark.at >= since)).toBe(true);
  });

  it('stays open over the end of the year, as long as its minutes may still be issued', () => {
    expect(review.closes).toBe(plan.closes);
    expect(compileMeeting('M9', '2022-06-28', terms).closes > plan.closes).toBe(true);
  });

  it('goes from step to step, and is achieved when its minutes are issued', () => {
    const { state, told, refusals } = liveFrom(
      PLANNED,
      review,
      step('notice', '2021-09-08'),
      step('held', '2021-09-21'),
      step('drafted', '2021-09-22'),
      step('issued', '2021-09-23'),
      '2021-12-01',
    );
    expect(refusals).toEqual([]);
    expect(viewOf(review, state)).toMatchObject({ status: 'achieved', deadline: 'met', late: false });
    expect(deadlinesOf(review, state, '2021-12-01')).toMatchObject([
      { checkpoint: 'notice', outcome: 'done', metOn: '2021-09-08' },
      { checkpoint: 'minutes', outcome: 'done', metOn: '2021-09-23' },
    ]);
    expect(told.filter((rung) => rung.includes('notice')).map((rung) => rung.slice(0, 10))).toEqual([
      '2021-08-31',
      '2021-09-07',
    ]);
  });

  it('tells of a notice that did not go out, and no more once it did', () => {
    const { told } = liveFrom(PLANNED, review, '2021-09-15T10:00:00', step('notice', '2021-09-15'), '2021-09-18');
    expect(told.at(-1)).toMatch(/minutes|1-working-day-after/);
    const after = told.filter((rung) => rung.includes('notice') && rung > '2021-09-15T10');
    expect(after).toEqual([]);
    expect(told).toContain('2021-09-15T09:00:00+06:00 notice 1-working-day-after');
  });

  it('is not held before it was announced, nor declared complete', () => {
    const { state, refusals } = liveFrom(
      PLANNED,
      review,
      step('held', '2021-09-21'),
      act('2021-09-21', { type: 'complete', evidence: paper }),
    );
    expect(refusals.map(({ code }) => code)).toEqual(['stepOutOfOrder', 'notForThisKind']);
    expect(actionsOpen(review, state)).not.toContain('complete');
    expect(workStatus(state.value)).toBe('notStarted');
  });

  it('rests while it is postponed, and finds its place again', () => {
    const { state, told } = liveFrom(
      PLANNED,
      review,
      step('notice', '2021-09-08'),
      act('2021-09-09', { type: 'suspend', reason: 'put off' }),
      '2021-10-30',
      act('2021-10-30', { type: 'resume', reason: null }),
    );
    expect(state.value).toEqual({ work: { open: { active: 'noticeSent' } }, deadline: { running: 'overdue' } });
    expect(told.every((rung) => rung < '2021-09-09' || rung >= '2021-10-30')).toBe(true);
  });
});

describe('What a meeting decided', () => {
  it('is reminded of before its day, told above after it, and done when somebody says so', () => {
    const { state, told } = liveFrom(
      '2021-09-23T11:00:00',
      decision,
      '2021-10-20T12:00:00',
      act('2021-10-20', { type: 'complete' }),
      '2022-06-01',
    );
    expect(told.map((rung) => rung.split(' ')[2])).toEqual([
      '14-days-before',
      '7-days-before',
      '3-days-before',
      '1-day-before',
      'due-day',
      '1-working-day-after',
    ]);
    expect(viewOf(decision, state)).toMatchObject({ status: 'achieved', late: true, achievedOn: '2021-10-20' });
  });

  it('closes as not achieved in the end, and is not met by itself', () => {
    const { state } = liveFrom('2021-09-23T11:00:00', decision, '2022-07-01T00:00:01');
    expect(viewOf(decision, state)).toMatchObject({ status: 'notAchieved', deadline: 'closed' });
  });
});
