import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WorkStatus } from '../../machines/types.ts';
import { addDays } from '../../src/calendar/local-time.ts';
import type { Criterion } from '../../src/plan/types.ts';
import { evidencedPoints } from '../../src/score/evidenced-points.ts';
import { type Scored, scoreIndicator } from '../../src/score/indicator-score.ts';
import { pointsAhead } from '../../src/score/points-ahead.ts';

const FEBRUARY: Criterion[] = [
  { percent: 100, target: '2022-02-25' },
  { percent: 90, target: '2022-03-10' },
  { percent: 80, target: '2022-03-31' },
];

function service(criteria: Criterion[] = FEBRUARY, status: WorkStatus = 'inProgress'): Scored {
  return {
    indicator: { code: '1.2.1', weight: 5, target: '2022-02-25', criteria, due: '2022-02-25', kind: 'milestone' },
    view: { status, achieved: null, achievedOn: null, inTime: null, owed: ['2022-02-25'] },
  };
}

interface Counting {
  readonly achieved?: number | null;
  readonly inTime?: number | null;
  readonly owed?: readonly string[];
  readonly criteria?: Criterion[];
  readonly proRata?: boolean;
  readonly zeroIfLate?: boolean;
  readonly kind?: 'count' | 'recurring' | 'percentage';
  readonly status?: WorkStatus;
}

function counted(terms: Counting = {}): Scored {
  const { achieved = 1, inTime = achieved, owed = ['2022-06-30'], criteria = [], kind = 'count' } = terms;
  return {
    indicator: {
      code: '2.2.1',
      weight: 3,
      target: 4,
      criteria,
      due: '2022-06-30',
      kind,
      ...(terms.proRata ? { score: 'pro-rata' } : {}),
      ...(terms.zeroIfLate ? { zeroIfLate: true } : {}),
    },
    view: { status: terms.status ?? 'inProgress', achieved, achievedOn: null, inTime, owed },
  };
}

describe('Finishing a date target', () => {
  test('earns all until its day, less by each later day, and nothing after the last', () => {
    expect(pointsAhead(service(), 5, '2022-02-17')).toEqual([
      { until: '2022-02-25', percent: 100, points: 5 },
      { until: '2022-03-10', percent: 90, points: 4.5 },
      { until: '2022-03-31', percent: 80, points: 4 },
      { until: null, percent: 0, points: 0 },
    ]);
  });

  test('tells only of what still lies ahead, and of the day itself until it ends', () => {
    expect(pointsAhead(service(), 5, '2022-03-10')[0]).toEqual({ until: '2022-03-10', percent: 90, points: 4.5 });
    expect(pointsAhead(service(), 5, '2022-04-01')).toEqual([{ until: null, percent: 0, points: 0 }]);
  });

  test('without graded criteria earns all or nothing', () => {
    expect(pointsAhead(service([]), 5, '2022-02-17').map(({ points }) => points)).toEqual([5, 0]);
  });

  test('is nothing to tell of once work has ended or rests', () => {
    for (const status of ['achieved', 'notAchieved', 'onHold', 'withdrawn'] as const) {
      expect(pointsAhead(service(FEBRUARY, status), 5, '2022-02-17')).toEqual([]);
    }
  });
});

describe('A number pro rata', () => {
  const points = (scored: Scored) => scoreIndicator(scored, 3, '2022-02-17').points;

  test('earns its share of a single target', () => {
    expect([0, 1, 3, 4, 9].map((achieved) => points(counted({ achieved, proRata: true })))).toEqual([
      0, 0.75, 2.25, 3, 3,
    ]);
  });

  test('earns its share between two criteria, and nothing below the last', () => {
    const criteria = [
      { percent: 100, target: 100 },
      { percent: 60, target: 80 },
    ];
    const share = (achieved: number) =>
      points({
        ...counted({ achieved, proRata: true, kind: 'percentage' }),
        indicator: { ...counted({ proRata: true }).indicator, target: 100, criteria },
      });
    expect([79, 80, 90, 95, 100].map(share)).toEqual([0, 1.8, 2.4, 2.7, 3]);
  });
});

describe('What counts only in time', () => {
  test('earns nothing for what was done after its day', () => {
    const late = counted({ achieved: 4, inTime: 3, zeroIfLate: true, proRata: true });
    expect(scoreIndicator(late, 3, '2022-02-17')).toMatchObject({ measured: 3, points: 2.25 });
    expect(scoreIndicator(counted({ achieved: 4, inTime: 3, zeroIfLate: true }), 3, '2022-02-17').points).toBe(0);
  });

  test('loses an occurrence with each day that passes without one', () => {
    const meetings = counted({
      kind: 'recurring',
      achieved: 1,
      owed: ['2021-12-31', '2022-03-31', '2022-06-30'],
      zeroIfLate: true,
      proRata: true,
    });
    expect(pointsAhead(meetings, 4, '2021-12-20')).toEqual([
      { until: '2021-12-31', percent: 100, points: 4 },
      { until: '2022-03-31', percent: 75, points: 3 },
      { until: '2022-06-30', percent: 50, points: 2 },
      { until: null, percent: 25, points: 1 },
    ]);
  });
});

describe('What papers support', () => {
  test('is kept apart from what is claimed, and never above it', () => {
    const claimed = counted({ achieved: 3, proRata: true });
    const supported = (number: number | null) => evidencedPoints(claimed, 4, number, '2022-02-17');
    expect([null, 1, 3, 4].map(supported)).toEqual([0, 1, 3, 3]);
  });
});

describe('Whatever the criteria, the numbers and the days', () => {
  const day = fc.nat(364).map((days) => addDays('2021-07-01', days));
  const percents = fc
    .uniqueArray(fc.integer({ min: 0, max: 99 }), { maxLength: 4 })
    .map((ones) => [100, ...ones.sort((one, other) => other - one)]);
  const dates = fc
    .record({ percents, first: day })
    .map((made) => service(made.percents.map((percent, i) => ({ percent, target: addDays(made.first, 9 * i) }))))
    .map((one) => ({ ...one, indicator: { ...one.indicator, target: one.indicator.criteria[0]!.target } }));
  const numbers = fc
    .record({
      percents,
      achieved: fc.option(fc.nat(9)),
      late: fc.nat(3),
      owed: fc.uniqueArray(day, { maxLength: 4 }).map((days) => days.sort()),
      kind: fc.constantFrom('count', 'recurring', 'percentage'),
      proRata: fc.boolean(),
      zeroIfLate: fc.boolean(),
    })
    .map(({ percents: graded, achieved, late, ...terms }) => {
      const inTime = achieved === null ? null : Math.max(0, achieved - late);
      const criteria = graded.map((percent, i) => ({ percent, target: 6 - i }));
      const made = counted({ ...terms, achieved, inTime, criteria });
      return { ...made, indicator: { ...made.indicator, target: 6 } };
    });
  const some = fc.oneof(dates, numbers);

  test('no step is above the weight or below nothing, none is above the one before, and the last has no end', () => {
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 60 }), day, (scored, weight, on) => {
        const steps = pointsAhead(scored, weight, on);
        expect(steps.at(-1)!.until).toBeNull();
        for (const [i, { until, points }] of steps.entries()) {
          expect(points).toBeGreaterThanOrEqual(0);
          expect(points).toBeLessThanOrEqual(weight);
          expect(points).toBeGreaterThanOrEqual(scoreIndicator(scored, weight, on).points);
          if (i > 0) expect(points).not.toBe(steps[i - 1]!.points);
          if (i > 0) expect(points).toBeLessThan(steps[i - 1]!.points);
          if (until !== null) expect(until >= on).toBe(true);
        }
      }),
    );
  });

  test('the first step is what the score says it comes to if it is met today', () => {
    fc.assert(
      fc.property(some, day, (scored, on) => {
        expect(pointsAhead(scored, 7, on)[0]!.points).toBeCloseTo(scoreIndicator(scored, 7, on).ifMet.points, 9);
      }),
    );
  });

  test('more in numbers never earns less, and a share is never above the weight', () => {
    fc.assert(
      fc.property(numbers, fc.nat(9), fc.nat(9), (scored, one, other) => {
        const [less, more] = one <= other ? [one, other] : [other, one];
        const earned = (achieved: number) =>
          scoreIndicator({ ...scored, view: { ...scored.view, achieved, inTime: achieved } }, 7, '2022-02-17').points;
        expect(earned(less)).toBeLessThanOrEqual(earned(more));
        expect(earned(more)).toBeLessThanOrEqual(7);
      }),
    );
  });
});
