import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorkStatus } from '../../machines/types.ts';
import { sumsOf } from '../../src/acting/assessment-way.ts';
import { checkedJudgement } from '../../src/acting/checked-judgement.ts';
import { addDays } from '../../src/calendar/local-time.ts';
import type { AssessedIndicator } from '../../src/db/queries/assessments.ts';
import { evidencedPoints } from '../../src/score/evidenced-points.ts';
import { type Scored, scoreIndicator } from '../../src/score/indicator-score.ts';

const STATUSES: readonly WorkStatus[] = ['notStarted', 'inProgress', 'achieved', 'notAchieved', 'onHold', 'withdrawn'];
const TODAY = '2022-05-20';

const day = fc.nat(364).map((days) => addDays('2021-07-01', days));
/** Percents fall, and each target is easier than the one above it, as plans have it. */
const percents = fc
  .uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 4 })
  .map((some) => [100, ...some.sort((one, other) => other - one)]);
const weight = fc.oneof(
  fc.integer({ min: 1, max: 60 }),
  fc.constantFrom(0.1, 2.5, 3.33),
  fc.integer({ min: 1, max: 40 }).map((parts) => 100 / parts),
);

interface Made {
  readonly scored: Scored;
  readonly supported: string | number | null;
}

const dated: fc.Arbitrary<Made> = fc
  .record({
    percents,
    target: day,
    achievedOn: fc.option(day),
    supported: fc.option(day),
    status: fc.constantFrom(...STATUSES),
  })
  .map(({ target, supported, achievedOn, status, ...more }) => ({
    supported,
    scored: {
      indicator: {
        code: '1.1.1',
        weight: null,
        target,
        criteria: more.percents.map((percent, i) => ({ percent, target: addDays(target, 15 * i) })),
      },
      view: { status, achieved: null, achievedOn },
    },
  }));

const numbered: fc.Arbitrary<Made> = fc
  .record({
    percents,
    achieved: fc.option(fc.nat(30)),
    supported: fc.option(fc.nat(30)),
    isProRata: fc.boolean(),
    status: fc.constantFrom(...STATUSES),
  })
  .map(({ achieved, supported, isProRata, status, ...more }) => ({
    supported,
    scored: {
      indicator: {
        code: '1.1.2',
        weight: null,
        target: 20,
        criteria: more.percents.map((percent, i) => ({ percent, target: 20 - 3 * i })),
        ...(isProRata ? { score: 'pro-rata' as const } : {}),
      },
      view: { status, achieved, achievedOn: null },
    },
  }));

/** Points as a self-assessment has them, out of what was made up to be recorded. */
const rows = fc.array(fc.tuple(fc.oneof(dated, numbered), weight), { maxLength: 12 }).map((all) =>
  all.map(([{ scored, supported }, most], i): AssessedIndicator => {
    const { weight, points: claimed } = scoreIndicator(scored, most, TODAY);
    const evidenced = evidencedPoints(scored, most, supported, TODAY);
    return { code: `1.${i + 1}`, weight, claimed, evidenced, accepted: null, verdict: null, reason: null };
  }),
);

/** What somebody may write as the points of a line: a part of what is claimed, more than that, or nothing sensible. */
const wish = fc.oneof(
  fc.record({ share: fc.constantFrom(0, 0.25, 0.5, 1, 1.01, 2) }),
  fc.record({ number: fc.constantFrom(null, -1, Number.NaN, Number.POSITIVE_INFINITY) }),
);
const line = fc.record({ wish, reason: fc.constantFrom('', ' ', 'No paper shows it.') });

const judged = fc
  .record({
    rows,
    lines: fc.array(fc.option(line), { minLength: 12, maxLength: 12 }),
    verdict: fc.constantFrom('accepted' as const, 'returned' as const),
    word: fc.constantFrom('', 'Papers are missing.'),
  })
  .map(({ rows, lines, ...whole }) => ({
    rows,
    judgement: {
      ...whole,
      rows: rows.flatMap(({ code, claimed }, i) => {
        const said = lines[i];
        if (!said) return [];
        const accepted = 'share' in said.wish ? said.wish.share * claimed : said.wish.number;
        return [{ code, accepted, reason: said.reason }];
      }),
    },
  }));

const close = (sum: number, parts: readonly number[]) =>
  expect(Math.abs(sum - parts.reduce((total, part) => total + part, 0))).toBeLessThan(1e-6);

describe('Whatever is recorded and whatever papers there are', () => {
  it('no more is claimed than the weight, and no more is evidenced than is claimed', () => {
    fc.assert(
      fc.property(rows, (all) => {
        for (const { weight, claimed, evidenced } of all) {
          expect(claimed).toBeLessThanOrEqual(weight!);
          expect(evidenced).toBeLessThanOrEqual(claimed);
          expect(evidenced).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('However a self-assessment is judged', () => {
  it('no more is accepted than is claimed, and its sums are those of its parts', () => {
    fc.assert(
      fc.property(judged, ({ rows, judgement }) => {
        const checked = checkedJudgement(judgement, rows);
        if ('faults' in checked) return;
        const after = rows.map((row) => ({ ...row, ...checked.rows.find(({ code }) => code === row.code)! }));
        for (const { claimed, accepted, verdict, reason } of after) {
          expect(accepted).toBeGreaterThanOrEqual(0);
          expect(accepted).toBeLessThanOrEqual(claimed);
          // Fewer points come with a reason, always.
          expect([verdict, verdict === 'accepted' || reason !== null]).toEqual([
            accepted === claimed ? 'accepted' : 'returned',
            true,
          ]);
        }
        const sums = sumsOf(after);
        for (const name of ['weight', 'claimed', 'evidenced'] as const) {
          close(
            sums[name],
            after.map((row) => row[name] ?? 0),
          );
        }
        close(
          sums.accepted ?? 0,
          after.map(({ accepted }) => accepted),
        );
        expect(sums.accepted ?? 0).toBeLessThanOrEqual(sums.claimed);
        expect(sums.evidenced).toBeLessThanOrEqual(sums.claimed);
        expect(sums.claimed).toBeLessThanOrEqual(sums.weight);
      }),
      { numRuns: 500 },
    );
  });

  it('points left as a form shows them are accepted in full, though they have more decimals', () => {
    const rows = [100 / 6, 100 / 12, 5].map((claimed, i) => ({ code: `1.${i + 1}`, claimed }));
    const asShown = [16.67, 8.33, 5].map((accepted, i) => ({ code: `1.${i + 1}`, accepted, reason: '' }));
    expect(checkedJudgement({ verdict: 'accepted', word: '', rows: asShown }, rows)).toMatchObject({
      rows: rows.map(({ code, claimed }) => ({ code, accepted: claimed, verdict: 'accepted' })),
    });
  });

  it('it is refused at the very lines that ask for what cannot be, and at no other', () => {
    fc.assert(
      fc.property(judged, ({ rows, judgement }) => {
        const wrong = judgement.rows.filter(({ code, accepted, reason }) => {
          const { claimed } = rows.find((row) => row.code === code)!;
          const isPossible = accepted !== null && accepted >= 0 && accepted <= claimed;
          return !isPossible || (accepted !== claimed && reason.trim() === '');
        });
        const isWordless = judgement.verdict === 'returned' && judgement.word === '';
        const checked = checkedJudgement(judgement, rows);
        const faults = 'faults' in checked ? checked.faults : { rows: new Map(), word: null };
        expect([...faults.rows.keys()]).toEqual(wrong.map(({ code }) => code));
        expect(faults.word !== null).toBe(isWordless);
      }),
      { numRuns: 500 },
    );
  });
});
