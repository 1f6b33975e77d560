import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBengaliDigits } from '../../src/i18n/digits.ts';
import type { Indicator } from '../../src/plan/types.ts';
import { planOf, SMALL_PLAN, STANDARD, smallPlan } from './small-plan.ts';

function indicator(text: string, code: string): Indicator {
  const found = planOf(text)
    .activities.flatMap((activity) => activity.indicators)
    .find((each) => each.code === code);
  if (found === undefined) throw new Error(`no indicator ${code}`);
  return found;
}

describe('what a plan leaves out is filled in', () => {
  it('the zone, the language, the calendar, the standard policy, and the head as the last resort', () => {
    expect(planOf(SMALL_PLAN)).toMatchObject({
      opens: '2021-07-01',
      closes: '2022-06-30',
      zone: 'Asia/Dhaka',
      language: 'bn',
      calendar: 'bangladesh',
      policy: STANDARD,
      lastResort: 'head',
    });
  });

  it('an indicator that states no posts has those of the plan; its own go before them, and none takes one away', () => {
    const own = smallPlan(['readings: quarterly', 'posts: { focalPoint: head, headOfOffice: none }']);
    expect(indicator(SMALL_PLAN, '1.1.3').posts).toMatchObject({ focalPoint: 'clerk', headOfOffice: 'head' });
    expect(indicator(own, '1.1.3').posts).toMatchObject({ focalPoint: 'head', headOfOffice: null, supervisor: null });
  });

  it('a recurring indicator of four is held once a quarter, each due on its last day', () => {
    const meetings = indicator(SMALL_PLAN, '1.1.2');
    expect(meetings.due).toBe('2022-06-30');
    expect(meetings.occurrences.map(({ id, from, due }) => [id, from, due])).toEqual([
      ['q1', '2021-07-01', '2021-09-30'],
      ['q2', '2021-10-01', '2021-12-31'],
      ['q3', '2022-01-01', '2022-03-31'],
      ['q4', '2022-04-01', '2022-06-30'],
    ]);
  });

  it('quarterly readings are owed for three quarters, the last being the target itself', () => {
    const notes = indicator(SMALL_PLAN, '1.1.3');
    expect([notes.unit, notes.measure, notes.due]).toEqual(['percent', 'rate', '2022-06-30']);
    expect(notes.occurrences.map((reading) => reading.id)).toEqual(['q1', 'q2', 'q3']);
  });

  it('twelve occurrences are months, of which February has its days, and two are half-years', () => {
    const months = indicator(smallPlan(['target: 4\n', 'target: 12\n']), '1.1.2').occurrences;
    expect(months.map((month) => month.due).slice(4, 9)).toEqual([
      '2021-11-30',
      '2021-12-31',
      '2022-01-31',
      '2022-02-28',
      '2022-03-31',
    ]);
    expect([months[0]?.from, months[11]?.due]).toEqual(['2021-07-01', '2022-06-30']);
    const halves = indicator(smallPlan(['target: 4\n', 'target: 2\n']), '1.1.2').occurrences;
    expect(halves.map(({ id, due }) => [id, due])).toEqual([
      ['h1', '2021-12-31'],
      ['h2', '2022-06-30'],
    ]);
  });

  it('listed occurrences follow one another without a gap, and the last one is the due day', () => {
    const listed = `target: 2
        occurrences:
          - { id: autumn, due: 15 November 2021 }
          - { id: spring, due: 2022-03-15 }
`;
    const { occurrences, due } = indicator(smallPlan(['target: 4\n', listed]), '1.1.2');
    expect(occurrences.map(({ id, from, due }) => [id, from, due])).toEqual([
      ['autumn', '2021-07-01', '2021-11-15'],
      ['spring', '2021-11-16', '2022-03-15'],
    ]);
    expect(due).toBe('2022-03-15');
  });

  it('a report without steps is prepared, approved and sent, and sending needs evidence', () => {
    expect(indicator(SMALL_PLAN, '1.1.4').steps.map((step) => [step.id, step.evidenceRequired])).toEqual([
      ['prepare', false],
      ['approve', false],
      ['send', true],
    ]);
  });

  it('one target counts for all of the weight where no criteria are stated', () => {
    expect(indicator(SMALL_PLAN, '1.1.4').criteria).toEqual([{ percent: 100, target: '2022-01-13' }]);
  });

  it('a plan without weights has no total, and one without a total has their sum', () => {
    expect(planOf(smallPlan(['totalWeight: 20\n', ''])).totalWeight).toBe(20);
    const none = SMALL_PLAN.replace('totalWeight: 20\n', '').replaceAll('        weight: 5\n', '');
    expect(planOf(none).totalWeight).toBeNull();
  });

  it('a policy that the plan brings along has the id of the plan, 09:00 and no follow-up', () => {
    const own = 'totalWeight: 20\npolicy:\n  reminders: { to: focalPoint, daysBefore: [1, ৭, 3] }\n';
    expect(planOf(smallPlan(['totalWeight: 20\n', own])).policy).toEqual({
      id: 'small-2021-22',
      hour: '09:00',
      reminders: { to: ['focalPoint'], daysBefore: [7, 3, 1], onTheDay: true },
      escalations: [],
      followUp: null,
    });
  });
});

const MONTHS_BN = [
  'জানুয়ারি',
  'ফেব্রুয়ারী',
  'মার্চ',
  'এপ্রিল',
  'মে',
  'জুন',
  'জুলাই',
  'আগস্ট',
  'সেপ্টেম্বর',
  'অক্টোবর',
  'নভেম্বর',
  'ডিসেম্বর',
];
const MONTHS_EN = 'January February March April May June July August September October November December'.split(' ');

/** The ways in which people write one day. */
function spellings(date: string): string[] {
  const [year, month, day] = date.split('-') as [string, string, string];
  const latin = [date, `${day}/${month}/${year}`, `${day}-${month}-${year}`, `${day}.${month}.${year}`];
  const named = `${Number(day)} ${MONTHS_EN[Number(month) - 1]} ${year}`;
  const bengali = `${Number(day)} ${MONTHS_BN[Number(month) - 1]}, ${year} খ্রি.`;
  return [...latin, named, ...[...latin, bengali].map(toBengaliDigits)].map((each) => JSON.stringify(each));
}

describe('a plan is the same plan in every spelling', () => {
  it('Bengali digits throughout give the plan that Latin digits give', () => {
    // All digits but those in ids and addresses, which are not numbers.
    const bengali = SMALL_PLAN.replace(
      /(?<=(?:code|weight|totalWeight|target|percent|to|fiscalYear): )[\d.-]+/gi,
      toBengaliDigits,
    );
    expect(bengali).toContain('target: ৮০');
    expect(planOf(bengali)).toEqual(planOf(SMALL_PLAN));
  });

  it('any day and number, in any spelling, is read as the day and number that it is', () => {
    const day = fc
      .date({ min: new Date('2021-07-01T00:00:00Z'), max: new Date('2022-06-30T00:00:00Z'), noInvalidDate: true })
      .map((each) => each.toISOString().slice(0, 10));
    const spelt = day.chain((date) => fc.constantFrom(...spellings(date)).map((text) => ({ date, text })));
    const target = fc.integer({ min: 1, max: 100 });
    fc.assert(
      fc.property(spelt, target, fc.boolean(), ({ date, text }, percent, inBengali) => {
        const number = inBengali ? `${toBengaliDigits(String(percent))}%` : String(percent);
        const plan = smallPlan(['target: 2022-01-13', `target: ${text}`], ['target: 80', `target: ${number}`]);
        expect(plan && indicator(plan, '1.1.4')).toMatchObject({ target: date, due: date });
        expect(indicator(plan, '1.1.3').target).toBe(percent);
      }),
      { numRuns: 60 },
    );
  });

  it('titles are composed alike, so that য় typed in two ways compares equal', () => {
    const composed = planOf(smallPlan(['bn: দ্বিতীয়,', 'bn: দ্বিতী\u09df,']));
    const decomposed = planOf(smallPlan(['bn: দ্বিতীয়,', 'bn: দ্বিতী\u09af\u09bc,']));
    expect(composed).toEqual(decomposed);
  });
});
