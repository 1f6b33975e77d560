import { describe, expect, it } from 'vitest';
import { send } from '../../machines/advance.ts';
import type { PersonEvent, RefusalCode } from '../../machines/types.ts';
import type { Indicator, IndicatorKind } from '../../src/plan/types.ts';
import { act, at, define, live, paper, step } from './office.ts';

interface Case {
  readonly why: string;
  readonly kind: IndicatorKind;
  readonly terms?: Partial<Indicator>;
  readonly before?: readonly PersonEvent[];
  readonly event: PersonEvent;
  readonly code: RefusalCode;
  readonly details?: Record<string, string | number>;
}

const DAY = '2022-02-01';
const completeStep = (id: string, on = DAY) => act(on, { type: 'completeStep', step: id });
const complete = act(DAY, { type: 'complete' });
const add = (number: number, on = DAY) => act(on, { type: 'recordNumber', number });
const read = (value: number, on = DAY) => act(on, { type: 'recordReading', value });
const hold = (occurrence: string | null, on = DAY) => act(on, { type: 'holdOccurrence', occurrence });
const suspend = act(DAY, { type: 'suspend', reason: 'Covid-19' });
const withdraw = act(DAY, { type: 'withdraw', reason: 'Dropped' });
const proven = { evidenceRequired: true };

const cases: readonly Case[] = [
  {
    why: 'a last step without the evidence that the target needs',
    kind: 'milestone',
    terms: { ...proven, steps: [step('order')] },
    event: completeStep('order'),
    code: 'evidenceMissing',
    details: { step: 'order' },
  },
  {
    why: 'a step without evidence of its own',
    kind: 'milestone',
    terms: { steps: [step('a', proven), step('b')] },
    event: completeStep('a'),
    code: 'evidenceMissing',
    details: { step: 'a' },
  },
  {
    why: 'a completion without evidence',
    kind: 'milestone',
    terms: { ...proven, steps: [] },
    event: complete,
    code: 'evidenceMissing',
  },
  { why: 'a number without evidence', kind: 'count', terms: proven, event: add(1), code: 'evidenceMissing' },
  { why: 'a reading without evidence', kind: 'percentage', terms: proven, event: read(40), code: 'evidenceMissing' },
  {
    why: 'an occurrence without evidence',
    kind: 'recurring',
    terms: proven,
    event: hold('q1'),
    code: 'evidenceMissing',
  },
  {
    why: 'a report sent without evidence',
    kind: 'report',
    terms: proven,
    before: [completeStep('prepared'), completeStep('approved')],
    event: completeStep('sent'),
    code: 'evidenceMissing',
  },
  {
    why: 'a hold for no reason',
    kind: 'count',
    event: act(DAY, { type: 'suspend', reason: '  ' }),
    code: 'reasonMissing',
  },
  {
    why: 'giving up for no reason',
    kind: 'count',
    event: act(DAY, { type: 'declareNotAchieved', reason: '' }),
    code: 'reasonMissing',
  },
  {
    why: 'a withdrawal for no reason',
    kind: 'count',
    event: act(DAY, { type: 'withdraw', reason: '' }),
    code: 'reasonMissing',
  },
  {
    why: 'a reopening for no reason',
    kind: 'count',
    before: [withdraw],
    event: act(DAY, { type: 'reopen', reason: '' }),
    code: 'reasonMissing',
  },
  {
    why: 'a step that the plan does not know',
    kind: 'milestone',
    event: completeStep('dance'),
    code: 'stepUnknown',
    details: { step: 'dance', known: 'design, office-order' },
  },
  {
    why: 'a step before the one above it',
    kind: 'milestone',
    event: completeStep('office-order'),
    code: 'stepOutOfOrder',
    details: { step: 'office-order', missing: 'design' },
  },
  {
    why: 'a report approved before it is prepared',
    kind: 'report',
    event: completeStep('approved'),
    code: 'stepOutOfOrder',
    details: { step: 'approved', missing: 'prepared' },
  },
  {
    why: 'a step twice',
    kind: 'milestone',
    before: [completeStep('design')],
    event: completeStep('design'),
    code: 'stepAlreadyComplete',
    details: { step: 'design' },
  },
  {
    why: 'a completion with steps left',
    kind: 'milestone',
    before: [completeStep('design')],
    event: complete,
    code: 'stepsIncomplete',
    details: { missing: 'office-order' },
  },
  {
    why: 'a report completed unsent',
    kind: 'report',
    event: complete,
    code: 'stepsIncomplete',
    details: { missing: 'prepared, approved, sent' },
  },
  {
    why: 'an occurrence that the plan does not know',
    kind: 'recurring',
    event: hold('q5'),
    code: 'occurrenceUnknown',
    details: { occurrence: 'q5', known: 'q1, q2, q3, q4' },
  },
  {
    why: 'an occurrence twice',
    kind: 'recurring',
    before: [hold('q1')],
    event: hold('q1'),
    code: 'occurrenceAlreadyHeld',
    details: { occurrence: 'q1' },
  },
  {
    why: 'a further occurrence where none is owed by that day',
    kind: 'recurring',
    before: [hold('q1', '2021-08-01')],
    event: hold(null, '2021-08-20'),
    code: 'occurrenceNotOwed',
    details: { on: '2021-08-20', missing: 'q2, q3, q4' },
  },
  {
    why: 'a completion with occurrences owed',
    kind: 'recurring',
    before: [hold('q1')],
    event: complete,
    code: 'occurrencesIncomplete',
    details: { missing: 'q2, q3, q4' },
  },
  { why: 'half a training', kind: 'count', event: add(0.5), code: 'numberInvalid', details: { value: 0.5 } },
  { why: 'no training at all', kind: 'count', event: add(0), code: 'numberInvalid', details: { value: 0 } },
  {
    why: 'a correction below zero',
    kind: 'count',
    before: [add(1)],
    event: add(-2),
    code: 'numberBelowZero',
    details: { value: -2, total: 1 },
  },
  {
    why: 'a completion below the target number',
    kind: 'count',
    before: [add(1)],
    event: complete,
    code: 'numberBelowTarget',
    details: { total: 1, target: 4 },
  },
  {
    why: 'a reading over a hundred',
    kind: 'percentage',
    event: read(100.1),
    code: 'readingInvalid',
    details: { value: 100.1 },
  },
  {
    why: 'a reading below nothing',
    kind: 'percentage',
    event: read(-1),
    code: 'readingInvalid',
    details: { value: -1 },
  },
  { why: 'a reading that is no number', kind: 'percentage', event: read(Number.NaN), code: 'readingInvalid' },
  {
    why: 'a completion without a reading',
    kind: 'percentage',
    event: complete,
    code: 'readingMissing',
    details: { target: 80 },
  },
  {
    why: 'a completion below the target percent',
    kind: 'percentage',
    before: [read(79)],
    event: complete,
    code: 'readingBelowTarget',
    details: { value: 79, target: 80 },
  },
  {
    why: 'a day before the year',
    kind: 'count',
    event: act('2021-06-30', { type: 'recordNumber', number: 1 }, '2021-07-02'),
    code: 'dateOutsideYear',
    details: { on: '2021-06-30', opens: '2021-07-01', closes: '2022-06-30' },
  },
  {
    why: 'a day after the year',
    kind: 'count',
    before: [act('2022-07-02', { type: 'reopen', reason: 'Late papers' })],
    event: act('2022-07-01', { type: 'recordNumber', number: 1 }, '2022-07-03'),
    code: 'dateOutsideYear',
  },
  {
    why: 'a step of a count',
    kind: 'count',
    event: completeStep('design'),
    code: 'notForThisKind',
    details: { kind: 'count', action: 'completeStep' },
  },
  { why: 'a number of a milestone', kind: 'milestone', event: add(1), code: 'notForThisKind' },
  { why: 'a reading of a recurring indicator', kind: 'recurring', event: read(10), code: 'notForThisKind' },
  { why: 'an occurrence of a report', kind: 'report', event: hold(null), code: 'notForThisKind' },
  {
    why: 'progress while on hold',
    kind: 'count',
    before: [suspend],
    event: add(1),
    code: 'onHold',
    details: { reason: 'Covid-19' },
  },
  { why: 'a hold while on hold', kind: 'count', before: [suspend], event: suspend, code: 'onHold' },
  {
    why: 'a completion while on hold',
    kind: 'milestone',
    terms: { steps: [] },
    before: [suspend],
    event: complete,
    code: 'onHold',
  },
  {
    why: 'resuming what is not on hold',
    kind: 'count',
    event: act(DAY, { type: 'resume', reason: null }),
    code: 'notOnHold',
    details: { status: 'notStarted' },
  },
  {
    why: 'progress once it is withdrawn',
    kind: 'count',
    before: [withdraw],
    event: add(1),
    code: 'closed',
    details: { status: 'withdrawn' },
  },
  {
    why: 'progress once it is achieved',
    kind: 'milestone',
    terms: { steps: [] },
    before: [complete],
    event: complete,
    code: 'closed',
    details: { status: 'achieved' },
  },
  {
    why: 'a hold after the end of the year',
    kind: 'count',
    event: act('2022-06-30', { type: 'suspend', reason: 'x' }, '2022-07-02'),
    code: 'closed',
    details: { status: 'notAchieved' },
  },
  {
    why: 'reopening what is open',
    kind: 'count',
    event: act(DAY, { type: 'reopen', reason: 'x' }),
    code: 'notClosed',
    details: { status: 'notStarted' },
  },
];

describe('refused is', () => {
  it.each(cases.map((each) => [`${each.why} (${each.code})`, each] as const))(
    '%s',
    (_, { kind, terms, before = [], event, code, details }) => {
      const definition = define(kind, terms);
      const proof = before.map((earlier) => ('evidence' in earlier ? { ...earlier, evidence: paper } : earlier));
      const lived = live(definition, ...proof);
      expect(lived.refusals).toEqual([]);
      const { refusal, steps } = send(definition, lived.state, event);
      expect(refusal).toMatchObject(details ? { code, details } : { code });
      expect(steps.every(({ entry }) => entry.type === 'fire')).toBe(true);
    },
  );

  it('anything recorded earlier than what was recorded last (clockBackwards)', () => {
    const definition = define('count');
    const { state } = live(definition, add(1));
    const result = send(definition, state, act(DAY, { type: 'recordNumber', number: 1 }, '2022-02-01T11:59:59'));
    expect(result).toEqual({ refusal: { code: 'clockBackwards', details: {} }, steps: [] });
    expect(send(definition, state, { ...add(1), at: at('2022-02-01') }).refusal).toBeNull();
  });
});

describe('accepted is', () => {
  it('a step that may be done in any order, before the ones above it', () => {
    const definition = define('milestone', { steps: [step('a'), step('b'), step('c', { anyOrder: true })] });
    expect(live(definition, completeStep('c'), completeStep('a'), completeStep('b')).refusals).toEqual([]);
  });

  it('a correction downwards without evidence, though numbers need it', () => {
    const definition = define('count', proven);
    const life = live(definition, { ...add(2), evidence: paper } as PersonEvent, add(-1));
    expect(life.refusals).toEqual([]);
  });

  it('what comes with the evidence that it needs', () => {
    const definition = define('milestone', { ...proven, steps: [step('order')] });
    expect(live(definition, { ...completeStep('order'), evidence: paper } as PersonEvent).refusals).toEqual([]);
  });
});

describe('a refusal', () => {
  it('changes nothing but the deadlines that had come due', () => {
    const definition = define('milestone');
    const { state } = live(definition, '2022-02-01');
    const { steps, refusal } = send(definition, state, completeStep('dance', '2022-03-01'));
    expect(refusal?.code).toBe('stepUnknown');
    expect(steps.flatMap(({ effects }) => effects.map(({ rung }) => rung))).toEqual(['30-days-before']);
    expect(steps.at(-1)?.state.context).toEqual({ ...state.context, climbedTo: at('2022-02-14T09:00:00') });
  });
});
