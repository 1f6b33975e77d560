import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, atTime, endOfDay, localDate, toIsoWithOffset } from '../../src/calendar/local-time.ts';
import type { NoticeMark } from '../../src/plan/definition.ts';
import { cutLadder } from '../../src/plan/ladder.ts';
import type { Policy } from '../../src/plan/types.ts';
import { CLOSES, calendar, OPENS, standardPolicy, ZONE } from '../machines/office.ts';

const closesAt = endOfDay(CLOSES, ZONE);

function cut(due: string, policy: Policy = standardPolicy) {
  const ladder = cutLadder({ id: 'year', from: OPENS, due }, { policy, calendar, zone: ZONE, closesAt });
  const notices = ladder.marks.filter((mark): mark is NoticeMark => 'rung' in mark);
  return { ...ladder, notices, told: notices.map(({ at, rung }) => `${toIsoWithOffset(at, ZONE)} ${rung}`) };
}

const nine = (days: Record<string, string>) =>
  Object.entries(days).map(([day, rung]) => `${day}T09:00:00+06:00 ${rung}`);

describe('the ladder of a deadline', () => {
  it('of Friday 25 February 2022 is the one of the worked example', () => {
    const { told, notices } = cut('2022-02-25');
    expect(told.slice(0, 9)).toEqual(
      nine({
        '2022-01-26': '30-days-before',
        '2022-02-10': '14-days-before',
        '2022-02-17': '7-days-before',
        '2022-02-22': '3-days-before',
        '2022-02-24': 'due-day',
        '2022-02-27': '1-working-day-after',
        '2022-03-03': '5-working-days-after',
        '2022-03-10': '10-working-days-after',
        '2022-03-20': 'follow-up',
      }),
    );
    expect(notices.slice(4, 9).map(({ notice, to }) => [notice, ...to])).toEqual([
      ['due', 'focalPoint', 'innovationOfficer'],
      ['escalation', 'supervisor'],
      ['escalation', 'headOfOffice'],
      ['escalation', 'superiorAuthority'],
      ['followUp', 'focalPoint', 'innovationOfficer'],
    ]);
  });

  it('of 16 March 2022 tells the supervisor on Sunday the 20th, after a holiday and a weekend', () => {
    expect(cut('2022-03-16').told.find((line) => line.endsWith('1-working-day-after'))).toBe(
      '2022-03-20T09:00:00+06:00 1-working-day-after',
    );
  });

  it('counts follow-ups on from the nominal day, not from the day to which a holiday moved one', () => {
    const followUps = cut('2022-02-25').notices.filter((mark) => mark.notice === 'followUp');
    expect(followUps.slice(0, 3).map((mark) => [mark.number, localDate(mark.at, ZONE)])).toEqual([
      [1, '2022-03-20'],
      [2, '2022-03-24'],
      [3, '2022-03-31'],
    ]);
    expect(followUps.map((mark) => mark.number)).toEqual(followUps.map((_, i) => i + 1));
  });

  it('has its own day begin and end at midnight in the zone', () => {
    const { checkpoint, marks } = cut('2022-03-16');
    expect(toIsoWithOffset(checkpoint.dueAt, ZONE)).toBe('2022-03-16T00:00:00+06:00');
    expect(toIsoWithOffset(checkpoint.overdueAt, ZONE)).toBe('2022-03-17T00:00:00+06:00');
    expect(checkpoint.soonAt).toBe(marks[0]!.at);
    expect(marks.filter((mark) => 'phase' in mark)).toEqual([
      { at: checkpoint.soonAt, checkpoint: 'year', phase: 'dueSoon' },
      { at: checkpoint.dueAt, checkpoint: 'year', phase: 'dueToday' },
      { at: checkpoint.overdueAt, checkpoint: 'year', phase: 'overdue' },
    ]);
  });

  it('has no rung at or after the end of the year', () => {
    expect(cut('2022-06-30').told.at(-1)).toBe('2022-06-30T09:00:00+06:00 due-day');
    expect(cut('2022-06-29').told.at(-1)).toBe('2022-06-30T09:00:00+06:00 1-working-day-after');
  });

  it('is soon on the day itself where the policy sends no reminders', () => {
    const silent: Policy = {
      ...standardPolicy,
      reminders: { to: [], daysBefore: [], onTheDay: false },
      escalations: [],
      followUp: null,
    };
    const { checkpoint, notices } = cut('2022-03-16', silent);
    expect(notices).toEqual([]);
    expect(checkpoint.soonAt).toBe(checkpoint.dueAt);
  });

  it('follows up from the deadline itself where the policy has no escalations', () => {
    const policy: Policy = {
      ...standardPolicy,
      reminders: { to: [], daysBefore: [], onTheDay: false },
      escalations: [],
      followUp: { to: ['focalPoint'], everyDays: 14 },
    };
    expect(cut('2022-05-30', policy).told).toEqual(nine({ '2022-06-13': 'follow-up', '2022-06-27': 'follow-up' }));
  });

  it('sends one follow-up a day, though a short interval crosses a weekend', () => {
    const policy: Policy = { ...standardPolicy, followUp: { to: ['focalPoint'], everyDays: 1 } };
    const days = cut('2022-05-01', policy).notices.map((mark) => localDate(mark.at, ZONE));
    expect(new Set(days).size).toBe(days.length);
  });
});

describe('every ladder', () => {
  const anyDue = fc.integer({ min: 0, max: 364 }).map((days) => addDays(OPENS, days));
  const anyPolicy: fc.Arbitrary<Policy> = fc.record({
    id: fc.constant('own'),
    hour: fc.constantFrom('00:00', '09:00', '16:30'),
    reminders: fc.record({
      to: fc.constant(['focalPoint'] as const),
      daysBefore: fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 6 }),
      onTheDay: fc.boolean(),
    }),
    escalations: fc
      .uniqueArray(fc.integer({ min: 1, max: 20 }), { maxLength: 4 })
      .map((days) => days.map((workingDaysAfter) => ({ to: ['supervisor'] as const, workingDaysAfter }))),
    followUp: fc.option(
      fc.record({ to: fc.constant(['focalPoint'] as const), everyDays: fc.integer({ min: 1, max: 30 }) }),
    ),
  });

  it('stands on working days, at the hour, one rung to an instant, in order of time', () => {
    fc.assert(
      fc.property(anyDue, anyPolicy, (due, policy) => {
        const { marks, notices } = cut(due, policy);
        for (const { at } of notices) {
          const day = localDate(at, ZONE);
          expect(calendar.isWorkingDay(day)).toBe(true);
          expect(at).toBe(atTime(day, policy.hour, ZONE));
          expect(at).toBeLessThan(closesAt);
        }
        expect(new Set(notices.map(({ at }) => at)).size).toBe(notices.length);
        expect(new Set(notices.map(({ rung, number }) => `${rung} ${number}`)).size).toBe(notices.length);
        expect(marks.map(({ at }) => at)).toEqual(marks.map(({ at }) => at).sort((a, b) => a - b));
      }),
    );
  });

  it('reminds by the end of the due day and escalates after it', () => {
    fc.assert(
      fc.property(anyDue, anyPolicy, (due, policy) => {
        const { checkpoint, notices } = cut(due, policy);
        for (const { at, notice } of notices) {
          const isBefore = notice === 'reminder' || notice === 'due';
          expect(at < checkpoint.overdueAt).toBe(isBefore);
        }
      }),
    );
  });
});
