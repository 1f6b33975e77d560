import { describe, expect, it } from 'vitest';
import type { NoticeMark } from '../../src/plan/definition.ts';
import { noticeReason } from '../../src/web/notice-reasons.ts';
import { calendar, define, planOf } from '../machines/office.ts';

const definition = define('milestone');
const plan = planOf([]);
const marks = definition.marks.filter((mark): mark is NoticeMark => 'rung' in mark);
const rung = (name: string, number = 0) => marks.find((mark) => mark.rung === name && mark.number === number)!;
const reasonFor = (mark: NoticeMark, days: typeof calendar | null = calendar) =>
  noticeReason(mark, plan, [definition], days);

describe('Why a notice has its day', () => {
  it('is the rule of the policy alone, where that gives a working day', () => {
    expect(reasonFor(rung('due-day'))).toMatchObject({
      due: '2022-03-16',
      movedFrom: null,
      closed: [],
      notCounted: [],
    });
  });

  it('is the day off on which it would have fallen', () => {
    const onFriday = define('milestone', { target: '2022-02-25', due: '2022-02-25' });
    const week = onFriday.marks.find((mark) => 'rung' in mark && mark.rung === '7-days-before') as NoticeMark;
    const reason = noticeReason(week, plan, [definition, onFriday], calendar);
    expect(reason).toMatchObject({ due: '2022-02-25', day: '2022-02-17', movedFrom: '2022-02-18' });
    expect(reason!.closed).toMatchObject([{ date: '2022-02-18', off: { kind: 'weekend' } }]);
  });

  it('is for an escalation the holidays that did not count', () => {
    // 17 March is the birthday of the Father of the Nation; of the weekend after it, 19 March is Shab-e-Barat.
    const { rule, notCounted, day } = reasonFor(rung('1-working-day-after'))!;
    expect({ rule, day }).toEqual({ rule: { rule: 'after', workingDays: 1 }, day: '2022-03-20' });
    expect(notCounted.map(({ date, off }) => [date, off.kind === 'weekend'])).toEqual([
      ['2022-03-17', false],
      ['2022-03-19', false],
    ]);
  });

  it('is for a follow-up its place in the row, moved where that is a day off', () => {
    for (const mark of marks.filter(({ notice }) => notice === 'followUp')) {
      const { rule, movedFrom, day } = reasonFor(mark)!;
      expect(rule).toEqual({ rule: 'followUp', everyDays: 7 });
      expect(calendar.workingDayOnOrAfter(movedFrom ?? day)).toBe(day);
    }
  });

  it('holds in every ladder: a notice moves only from a day off, and never past a working day', () => {
    for (const mark of marks) {
      const { movedFrom, closed } = reasonFor(mark)!;
      if (movedFrom !== null) expect(closed.length, mark.rung).toBeGreaterThan(0);
    }
  });

  it('is told as far as it goes, where the calendar is not at hand', () => {
    expect(reasonFor(rung('1-working-day-after'), null)).toMatchObject({ movedFrom: null, notCounted: [] });
  });

  it('is not made up for a rung that no ladder of the plan has any more', () => {
    expect(noticeReason({ ...rung('due-day'), at: 0 }, plan, [definition], calendar)).toBeNull();
  });
});
