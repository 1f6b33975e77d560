import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WorkStatus } from '../../machines/types.ts';
import { addDays } from '../../src/calendar/local-time.ts';
import type { LocalDate } from '../../src/calendar/types.ts';
import type { Criterion } from '../../src/plan/types.ts';
import { type Scored, scoreIndicator } from '../../src/score/indicator-score.ts';
import { scorePlan } from '../../src/score/plan-score.ts';

const TODAY = '2022-03-20';
const STATUSES = ['notStarted', 'inProgress', 'achieved', 'notAchieved', 'onHold', 'withdrawn'] as const;

const graded: Criterion[] = [
  { percent: 100, target: '2022-03-16' },
  { percent: 90, target: '2022-03-30' },
  { percent: 60, target: '2022-05-15' },
];

function dated(achievedOn: LocalDate | null, terms: { status?: WorkStatus; criteria?: Criterion[] } = {}): Scored {
  const { status = achievedOn === null ? 'notStarted' : 'achieved', criteria = graded } = terms;
  return {
    indicator: { code: '1.1.1', weight: 5, target: '2022-03-16', criteria },
    view: { status, achieved: null, achievedOn },
  };
}

function numbered(achieved: number | null, status: WorkStatus = 'inProgress', criteria: Criterion[] = []): Scored {
  return {
    indicator: { code: '2.2.1', weight: 3, target: 4, criteria },
    view: { status, achieved, achievedOn: status === 'achieved' ? '2022-03-01' : null },
  };
}

const points = (scored: Scored, on = TODAY) => scoreIndicator(scored, 5, on).points;

describe('A date target', () => {
  test('earns its whole weight until the end of its day', () => {
    expect(points(dated('2022-03-16'))).toBe(5);
  });

  test('earns the percent of the later criterion within whose date it was achieved', () => {
    expect(points(dated('2022-03-17'))).toBe(4.5);
    expect(points(dated('2022-05-15'))).toBe(3);
  });

  test('earns nothing after the last criterion, and nothing before it is achieved', () => {
    expect(points(dated('2022-05-16'))).toBe(0);
    expect(points(dated('2022-03-17', { criteria: [] }))).toBe(0);
    expect(points(dated(null))).toBe(0);
  });

  test('that is open would earn what the present day still allows', () => {
    const ifMet = (on: LocalDate) => scoreIndicator(dated(null), 5, on).ifMet;
    expect(ifMet('2022-03-16').points).toBe(5);
    expect(ifMet('2022-03-20')).toEqual({ criterion: graded[1], percent: 90, points: 4.5 });
    expect(ifMet('2022-06-01')).toEqual({ criterion: null, percent: 0, points: 0 });
  });

  test('shows what was measured and which criterion it met', () => {
    expect(scoreIndicator(dated('2022-03-17'), 5, TODAY)).toMatchObject({
      measured: '2022-03-17',
      criterion: { percent: 90, target: '2022-03-30' },
      percent: 90,
      weight: 5,
    });
  });
});

describe('A number', () => {
  const criteria = [
    { percent: 100, target: 4 },
    { percent: 80, target: 3 },
    { percent: 50, target: 2 },
  ];

  test('earns by the best criterion that it has reached so far', () => {
    expect([1, 2, 3, 4, 5].map((number) => points(numbered(number, 'inProgress', criteria)))).toEqual([
      0, 2.5, 4, 5, 5,
    ]);
  });

  test('without graded criteria earns all or nothing', () => {
    expect([points(numbered(3)), points(numbered(4, 'achieved')), points(numbered(null))]).toEqual([0, 5, 0]);
  });

  test('that was not achieved keeps the lower criterion it reached', () => {
    expect(scoreIndicator(numbered(3, 'notAchieved', criteria), 5, TODAY)).toMatchObject({
      points: 4,
      ifMet: { points: 4 },
    });
  });

  test('on hold earns what is recorded and is not among those that may yet be met', () => {
    const held = scoreIndicator(numbered(2, 'onHold', criteria), 5, TODAY);
    expect(held).toMatchObject({ counts: true, weight: 5, points: 2.5, ifMet: { points: 2.5 } });
  });
});

describe('A plan', () => {
  const rows = [dated('2022-03-16'), numbered(3), dated(null)];

  test('of weights earns points of their total, and tells what may still come', () => {
    expect(scorePlan({ totalWeight: 13 }, rows, TODAY)).toMatchObject({
      basis: 'weights',
      total: 13,
      points: 5,
      ifMet: 12.5,
      withdrawnWeight: 0,
    });
  });

  test('loses from its total what was withdrawn', () => {
    const withdrawn = scorePlan(
      { totalWeight: 13 },
      [...rows.slice(0, 2), dated(null, { status: 'withdrawn' })],
      TODAY,
    );
    expect(withdrawn).toMatchObject({ total: 8, points: 5, ifMet: 8, withdrawnWeight: 5 });
  });

  test('without weights counts its indicators equally, as shares of 100', () => {
    const equal = scorePlan({ totalWeight: null }, rows, TODAY);
    expect(equal).toMatchObject({ basis: 'equal', total: 100, points: 33.333333, withdrawnWeight: null });
    const fewer = scorePlan({ totalWeight: null }, [...rows, dated(null, { status: 'withdrawn' })], TODAY);
    expect(fewer).toMatchObject({ total: 100, points: 33.333333 });
  });

  test('of which everything was withdrawn is of nothing', () => {
    const none = scorePlan({ totalWeight: null }, [dated(null, { status: 'withdrawn' })], TODAY);
    expect(none).toMatchObject({ total: 0, points: 0, ifMet: 0 });
  });
});

describe('Whatever the plan and the year', () => {
  const day = fc.nat(364).map((days) => addDays('2021-07-01', days));
  const falling = fc
    .uniqueArray(fc.integer({ min: 0, max: 99 }), { maxLength: 4 })
    .map((percents) => [100, ...percents.sort((one, other) => other - one)]);
  const dateRow = fc
    .record({ percents: falling, first: day, achievedOn: fc.option(day), status: fc.constantFrom(...STATUSES) })
    .map(({ percents, first, achievedOn, status }) =>
      dated(achievedOn, {
        status,
        criteria: percents.map((percent, i) => ({ percent, target: addDays(first, 10 * i) })),
      }),
    );
  const numberRow = fc
    .record({ percents: falling, achieved: fc.option(fc.nat(12)), status: fc.constantFrom(...STATUSES) })
    .map(({ percents, achieved, status }) =>
      numbered(
        achieved,
        status,
        percents.map((percent, i) => ({ percent, target: 8 - i })),
      ),
    );
  const row = fc.oneof(dateRow, numberRow);

  test('no indicator earns more than its weight or less than nothing, now or if it is met', () => {
    fc.assert(
      fc.property(row, fc.integer({ min: 1, max: 60 }), day, (scored, weight, on) => {
        const score = scoreIndicator(scored, weight, on);
        expect(score.points).toBeGreaterThanOrEqual(0);
        expect(score.ifMet.points).toBeGreaterThanOrEqual(score.points);
        expect(score.ifMet.points).toBeLessThanOrEqual(score.weight);
        expect(score.points).toBe((score.weight * score.percent) / 100);
      }),
    );
  });

  test('the sums of a plan are those of its parts', () => {
    fc.assert(
      fc.property(fc.array(row), fc.constantFrom(50, null), day, (rows, totalWeight, on) => {
        const { parts, points: sum, total, ifMet } = scorePlan({ totalWeight }, rows, on);
        expect(sum).toBeCloseTo(
          parts.reduce((so, part) => so + part.points, 0),
          5,
        );
        expect(total).toBeCloseTo(
          parts.reduce((so, part) => so + part.weight, 0),
          5,
        );
        expect(ifMet).toBeCloseTo(
          parts.reduce((so, part) => so + part.ifMet.points, 0),
          5,
        );
      }),
    );
  });

  test('a date achieved later never earns more, and what is open never promises more as days go by', () => {
    fc.assert(
      fc.property(dateRow, day, day, (scored, one, other) => {
        const [earlier, later] = one <= other ? [one, other] : [other, one];
        const achieved = (on: LocalDate) => points({ ...scored, view: { ...scored.view, achievedOn: on } });
        expect(achieved(later)).toBeLessThanOrEqual(achieved(earlier));
        const promised = (on: LocalDate) => scoreIndicator(scored, 5, on).ifMet.points;
        expect(promised(later)).toBeLessThanOrEqual(promised(earlier));
      }),
    );
  });
});
