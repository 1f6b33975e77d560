import { describe, expect, it } from 'vitest';
import { formatFault } from '../../src/plan/fault.ts';
import { readHistory } from '../../src/plan/read-history.ts';
import { planOf, SMALL_PLAN } from './small-plan.ts';

const plan = planOf(SMALL_PLAN);
const HEAD = 'plan: small-2021-22\nsource: Minutes\nevents:\n';

function faultsOf(events: string, head = HEAD): string[] {
  const reading = readHistory(head + events, 'history.yaml', plan);
  return 'faults' in reading ? reading.faults.map(formatFault) : [];
}

function eventsOf(events: string) {
  const reading = readHistory(HEAD + events, 'history.yaml', plan);
  if ('faults' in reading) throw new Error(reading.faults.map(formatFault).join('\n'));
  return reading.history.events;
}

describe('a history', () => {
  it('is recorded at noon of the day where it states no time', () => {
    expect(eventsOf('  - { indicator: ১.১.১, on: ১৫/০৩/২০২২, by: clerk, do: completeStep, step: order }\n')).toEqual([
      {
        indicator: '1.1.1',
        on: '2022-03-15',
        at: '2022-03-15T12:00:00',
        by: 'clerk',
        action: { type: 'completeStep', step: 'order', evidence: [], note: null },
      },
    ]);
  });

  it.each([
    ['"9:30"', '2022-03-15T09:30:00'],
    ['১৭:০৫:০৯', '2022-03-15T17:05:09'],
    ['20 March 2022', '2022-03-20T12:00:00'],
    ['2022-03-20T08:00', '2022-03-20T08:00:00'],
    ['২০ মার্চ ২০২২ ১৪:১৫', '2022-03-20T14:15:00'],
  ])('recorded at %s is recorded at %s', (at, expected) => {
    const [event] = eventsOf(`  - { indicator: 1.1.2, on: 2022-03-15, at: ${at}, by: clerk, do: holdOccurrence }\n`);
    expect(event?.at).toBe(expected);
  });

  it('comes in the order in which it was recorded', () => {
    const events = eventsOf(`  - { indicator: 1.1.2, on: 2022-03-15, at: 2022-03-20, by: clerk, do: holdOccurrence }
  - { indicator: 1.1.3, on: 2022-03-16, by: clerk, do: recordReading, value: ২৩.৪৪% }
`);
    expect(events.map((event) => event.indicator)).toEqual(['1.1.3', '1.1.2']);
    expect(events[0]?.action).toMatchObject({ value: 23.44 });
  });

  it('takes evidence as one paper, as a list, or with its date', () => {
    const evidence = (text: string) =>
      eventsOf(`  - { indicator: 1.1.2, on: 2022-03-15, by: clerk, do: holdOccurrence, evidence: ${text} }\n`)[0]
        ?.action;
    expect(evidence('Minutes')).toMatchObject({ evidence: [{ reference: 'Minutes', date: null }] });
    expect(evidence('[Minutes, { reference: Order, date: ১০/০২/২০২২ }]')).toMatchObject({
      evidence: [
        { reference: 'Minutes', date: null },
        { reference: 'Order', date: '2022-02-10' },
      ],
    });
  });
});

const CASES: readonly (readonly [title: string, event: string, faults: readonly string[]])[] = [
  [
    'an indicator that the plan lacks',
    '{ indicator: 1.1.9, on: 2022-03-15, by: clerk, do: complete }',
    ['4:18 events[0].indicator: the plan has no indicator 1.1.9: did you mean "1.1.1"?'],
  ],
  [
    'a post that the plan lacks',
    '{ indicator: 1.1.1, on: 2022-03-15, by: clark, do: complete }',
    ['4:45 events[0].by: the plan has no post "clark": did you mean "clerk"?'],
  ],
  [
    'a step that the indicator lacks',
    '{ indicator: 1.1.1, on: 2022-03-15, by: clerk, do: completeStep, step: ordre }',
    ['4:76 events[0].step: 1.1.1 has no step "ordre": did you mean "order"?'],
  ],
  [
    'an occurrence that the indicator lacks',
    '{ indicator: 1.1.2, on: 2022-03-15, by: clerk, do: holdOccurrence, occurrence: q5 }',
    ['4:84 events[0].occurrence: 1.1.2 has no occurrence "q5": did you mean "q1"?'],
  ],
  [
    'a day outside the year',
    '{ indicator: 1.1.1, on: 2022-07-01, by: clerk, do: complete }',
    ['4:29 events[0].on: 2022-07-01 is outside the fiscal year 2021-22: write a day from 2021-07-01 to 2022-06-30'],
  ],
  [
    'recorded before it happened',
    '{ indicator: 1.1.1, on: 2022-03-15, at: 2022-03-14, by: clerk, do: complete }',
    ['4:45 events[0].at: 2022-03-14 lies before 2022-03-15, the day it happened: correct one of the two'],
  ],
  [
    'a time that is none',
    '{ indicator: 1.1.1, on: 2022-03-15, at: "25:00", by: clerk, do: complete }',
    ['4:45 events[0].at: "25:00" is not understood: write a time such as "14:30", a date, or a date and a time'],
  ],
  [
    'an action that is none',
    '{ indicator: 1.1.1, on: 2022-03-15, by: clerk, do: finish }',
    [
      '4:56 events[0].do: "finish" is not known here: use one of: completeStep, complete, recordNumber, recordReading, holdOccurrence, suspend, resume, declareNotAchieved, withdraw, reopen',
    ],
  ],
  [
    'an action of another kind',
    '{ indicator: 1.1.1, on: 2022-03-15, by: clerk, do: recordNumber, number: 1 }',
    ['4:56 events[0].do: recordNumber is for the kind count, and 1.1.1 is milestone: write another action'],
  ],
  [
    'a detail that is missing',
    '{ indicator: 1.1.1, on: 2022-03-15, by: clerk, do: suspend }',
    ['4:5 events[0].reason: is missing: suspend needs it'],
  ],
  [
    'a detail that is at fault, told once',
    '{ indicator: 1.1.3, on: 2022-03-15, by: clerk, do: recordReading, value: 120 }',
    ['4:78 events[0].value: "120" is no percentage from 0 to 100: write one such as 23.44'],
  ],
  [
    'a detail of another action',
    '{ indicator: 1.1.1, on: 2022-03-15, by: clerk, do: complete, number: 4 }',
    ['4:74 events[0].number: does not belong to complete: leave it out'],
  ],
  [
    'a key that is none',
    '{ indicator: 1.1.1, on: 2022-03-15, by: clerk, do: complete, evidense: x }',
    ['4:66 events[0].evidense: is not a key of an event: did you mean "evidence"?'],
  ],
];

describe('a fault in a history is told with its place and what to do', () => {
  it.each(CASES)('%s', (_, event, faults) => {
    expect(faultsOf(`  - ${event}\n`)).toEqual(faults.map((fault) => `history.yaml:${fault}`));
  });

  it('a history of another plan', () => {
    expect(faultsOf('  []\n', HEAD.replace('small-2021-22', 'large-2021-22'))).toEqual([
      'history.yaml:1:7 plan: "large-2021-22" is another plan than "small-2021-22": correct the id, or read it with its own plan',
    ]);
  });

  it('all at once', () => {
    const events =
      '  - { indicator: 9.9.9, on: 2030-01-01, by: nobody, do: suspend }\n  - { indicator: 1.1.1, do: x }\n';
    expect(faultsOf(events).map((fault) => fault.split(': ')[0])).toEqual([
      'history.yaml:4:5 events[0].reason',
      'history.yaml:4:18 events[0].indicator',
      'history.yaml:4:29 events[0].on',
      'history.yaml:4:45 events[0].by',
      'history.yaml:5:5 events[1].on',
      'history.yaml:5:5 events[1].by',
      'history.yaml:5:29 events[1].do',
    ]);
  });
});
