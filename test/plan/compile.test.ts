import { describe, expect, it } from 'vitest';
import { toIsoWithOffset } from '../../src/calendar/local-time.ts';
import { compilePlan } from '../../src/plan/compile.ts';
import { calendar, define, indicatorOf, planOf, quarters, ZONE } from '../machines/office.ts';

describe('compiling a plan', () => {
  it('gives one definition per indicator, in the plan’s order', () => {
    const plan = planOf([indicatorOf('milestone', { code: '1.1.1' }), indicatorOf('count', { code: '1.2.1' })]);
    expect(compilePlan(plan, calendar).map(({ code, kind }) => `${code} ${kind}`)).toEqual([
      '1.1.1 milestone',
      '1.2.1 count',
    ]);
  });

  it('gives the same definitions to the byte for the same plan', () => {
    const plan = planOf([indicatorOf('milestone'), indicatorOf('recurring'), indicatorOf('percentage')]);
    expect(JSON.stringify(compilePlan(plan, calendar))).toBe(JSON.stringify(compilePlan(plan, calendar)));
  });

  it('begins and ends the fiscal year at midnight in the zone', () => {
    const { opensAt, closesAt } = define('milestone');
    expect(toIsoWithOffset(opensAt, ZONE)).toBe('2021-07-01T00:00:00+06:00');
    expect(toIsoWithOffset(closesAt, ZONE)).toBe('2022-07-01T00:00:00+06:00');
  });

  it.each([
    ['milestone', ['year 2022-03-16']],
    ['report', ['year 2022-01-13']],
    ['count', ['year 2022-05-30']],
    ['recurring', ['q1 2021-09-30', 'q2 2021-12-31', 'q3 2022-03-31', 'q4 2022-06-30']],
    ['percentage', ['q1 2021-09-30', 'q2 2021-12-31', 'q3 2022-03-31', 'year 2022-06-30']],
  ] as const)('of a %s owes %j', (kind, owed) => {
    expect(define(kind).checkpoints.map(({ id, due }) => `${id} ${due}`)).toEqual(owed);
  });

  it('puts occurrences in order of their due days, whichever way the plan lists them', () => {
    const { checkpoints } = define('recurring', { occurrences: [...quarters].reverse() });
    expect(checkpoints.map(({ id }) => id)).toEqual(['q1', 'q2', 'q3', 'q4']);
  });

  it('weaves the ladders of all occurrences into one, in order of time', () => {
    const { marks } = define('recurring');
    expect(marks.map(({ at }) => at)).toEqual(marks.map(({ at }) => at).sort((a, b) => a - b));
    expect(new Set(marks.map(({ checkpoint }) => checkpoint))).toEqual(new Set(['q1', 'q2', 'q3', 'q4']));
  });

  it('leaves out what the machine has no use for', () => {
    expect(Object.keys(define('milestone')).sort()).toEqual(
      ['code', 'kind', 'target', 'measure', 'steps', 'evidenceRequired', 'checkpoints', 'marks']
        .concat(['opens', 'closes', 'opensAt', 'closesAt'])
        .sort(),
    );
    expect(define('milestone').steps).toEqual([
      { id: 'design', evidenceRequired: false, anyOrder: false },
      { id: 'office-order', evidenceRequired: false, anyOrder: false },
    ]);
  });
});
