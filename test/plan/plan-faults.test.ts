import { describe, expect, it } from 'vitest';
import { faultsOf, SMALL_PLAN, smallPlan } from './small-plan.ts';

type Edit = readonly [from: string, to: string];

/** A title, what is done to the small plan, and every fault that is then told. */
const CASES: readonly (readonly [title: string, edits: readonly Edit[], faults: readonly string[]])[] = [
  [
    'a role of an unknown post',
    [['focalPoint: clerk', 'focalPoint: clark']],
    ['23:15 roles.focalPoint: the plan has no post "clark": did you mean "clerk"?'],
  ],
  [
    'a tenure of an unknown post',
    [['holds: [clerk]', 'holds: [porter]']],
    ['16:13 people[0].holds[0].post: the plan has no post "porter": use one of: clerk, head'],
  ],
  [
    'an unknown last resort',
    [['activities:', 'lastResort: nobody\nactivities:']],
    ['25:13 lastResort: the plan has no post "nobody": use one of: clerk, head'],
  ],
  [
    'a last resort that nobody holds',
    [
      ['holds: [clerk]', 'holds: []'],
      ['activities:', 'lastResort: clerk\nactivities:'],
    ],
    [
      '25:13 lastResort: nobody holds "clerk", the post that is told when all others are vacant: add a person who holds it, or name another post',
    ],
  ],
  [
    'a target outside the fiscal year',
    [['target: 2022-01-13', 'target: 13/07/2022']],
    [
      '54:17 activities[0].indicators[3].target: 2022-07-13 is outside the fiscal year 2021-22: write a day from 2021-07-01 to 2022-06-30',
    ],
  ],
  [
    'weights that do not add up',
    [['totalWeight: 20', 'totalWeight: ৫০']],
    ['6:14 totalWeight: the weights add up to 20, not to 50: correct the weights, or write 20'],
  ],
  [
    'a weight left out while others are given',
    [['weight: 5\n        target: 4\n', 'target: 4\n']],
    [
      '39:9 activities[0].indicators[1].weight: is missing while other indicators have one: give every indicator a weight, or none',
    ],
  ],
  [
    'a weight of nothing',
    [
      ['weight: 5\n        target: 4\n', 'weight: 0\n        target: 4\n'],
      ['totalWeight: 20', 'totalWeight: 15'],
    ],
    ["42:17 activities[0].indicators[1].weight: 0 is not over 0: write the indicator's share of the total weight"],
  ],
  [
    'a code twice',
    [['code: 1.1.2', 'code: ১.১.১']],
    ['39:15 activities[0].indicators[1].code: "1.1.1" is given twice: rename or remove one of the two'],
  ],
  [
    "a code that is not its activity's",
    [['code: 1.1.2', 'code: 2.1.2']],
    [
      '39:15 activities[0].indicators[1].code: "2.1.2" does not begin with its activity\'s code: write 1.1.2, or move it to its activity',
    ],
  ],
  [
    'a person twice',
    [['- id: second', '- id: first']],
    ['17:9 people[1].id: "first" is given twice: rename or remove one of the two'],
  ],
  [
    'a post twice',
    [
      [
        'title: { bn: অফিস প্রধান, en: Head }',
        'title: { bn: অফিস প্রধান, en: Head }\n  - id: head\n    title: { bn: ক, en: K }',
      ],
    ],
    ['12:9 posts[2].id: "head" is given twice: rename or remove one of the two'],
  ],
  [
    'a step twice',
    [['en: Office order } }', 'en: Office order } }\n          - { id: order, title: { bn: ক, en: K } }']],
    ['39:19 activities[0].indicators[0].steps[1].id: "order" is given twice: rename or remove one of the two'],
  ],
  [
    'an occurrence twice',
    [
      [
        'target: 4\n',
        'target: 2\n        occurrences:\n          - { id: a, due: 2021-12-31 }\n          - { id: a, due: 2022-06-30 }\n',
      ],
    ],
    ['46:19 activities[0].indicators[1].occurrences[1].id: "a" is given twice: rename or remove one of the two'],
  ],
  [
    'an occurrence due before its period begins',
    [
      [
        'target: 4\n',
        'target: 2\n        occurrences:\n          - { id: a, due: 2021-12-31 }\n          - { id: b, due: 2021-10-31 }\n',
      ],
    ],
    [
      '46:27 activities[0].indicators[1].occurrences[1].due: 2021-10-31 lies before its period begins on 2022-01-01: write occurrences in order, or correct the date',
    ],
  ],
  [
    'a number of occurrences that is not the target',
    [['target: 4\n', 'target: 3\n        occurrences: quarterly\n']],
    [
      '43:17 activities[0].indicators[1].target: 3 is not the number of occurrences, 4: correct the target or the occurrences',
    ],
  ],
  [
    'occurrences that no schedule gives',
    [['target: 4\n', 'target: 3\n']],
    [
      '39:9 activities[0].indicators[1].occurrences: is missing: write a list of the 3 occurrences, each with id and due',
    ],
  ],
  [
    'a tenure that ends before it begins',
    [['{ post: head, to: 2021-12-31 }', '{ post: head, from: 2022-01-01, to: 2021-12-31 }']],
    [
      '21:45 people[1].holds[0].to: the tenure ends on 2021-12-31, before it begins on 2022-01-01: swap the two, or correct one',
    ],
  ],
  [
    'two people in charge of one post',
    [['to: 2021-12-31 }', 'to: 2021-12-31 }\n      - { post: clerk, from: 2022-01-01 }']],
    [
      '22:9 people[1].holds[1]: first is in charge of "clerk" at the same time: set "to" of the earlier tenure, or write "deputy: yes" here',
    ],
  ],
  [
    'criteria that do not fall',
    [['percent: 90', 'percent: 100']],
    ['36:24 activities[0].indicators[0].criteria[1].percent: 100 does not fall below 100: write criteria best first'],
  ],
  [
    'a criterion over 100 percent',
    [['percent: 90', 'percent: 190']],
    [
      '36:24 activities[0].indicators[0].criteria[1].percent: 190 is not from 0 to 100: write the percent of the weight that this target earns',
    ],
  ],
  [
    'criteria that do not reach 100',
    [['percent: 100', 'percent: 95']],
    [
      '35:24 activities[0].indicators[0].criteria[0].percent: the first criterion is 95 percent: begin with 100, the full target',
    ],
  ],
  [
    'criteria that do not reach the target',
    [['percent: 100, target: 2022-03-16', 'percent: 100, target: 2022-03-15']],
    [
      "35:37 activities[0].indicators[0].criteria[0].target: 2022-03-15 is not the indicator's target 2022-03-16: write the same in both places",
    ],
  ],
  [
    'a lesser criterion that is harder',
    [['target: 2022-03-30', 'target: 2022-03-01']],
    [
      '36:36 activities[0].indicators[0].criteria[1].target: 2022-03-01 is not easier than 2022-03-16: write a later date for fewer percent',
    ],
  ],
  [
    'a unit that does not fit the kind',
    [['kind: recurring', 'kind: recurring\n        unit: percent']],
    [
      '41:15 activities[0].indicators[1].unit: percent does not fit the kind recurring: write number, or leave the unit out',
    ],
  ],
  [
    'over 100 percent',
    [['target: 80', 'target: ১২০%']],
    [
      '48:17 activities[0].indicators[2].target: 120 is more than 100 percent: write a percentage over 0 and up to 100, such as 80',
    ],
  ],
  [
    'a half meeting',
    [['target: 4\n', 'target: 4.5\n']],
    ['43:17 activities[0].indicators[1].target: "4.5" does not fit the unit number: write a whole number such as 4'],
  ],
  [
    'an unknown policy',
    [['totalWeight: 20', 'totalWeight: 20\npolicy: standart']],
    ['7:9 policy: there is no policy "standart": did you mean "standard"?'],
  ],
  [
    'an unknown zone and calendar',
    [['totalWeight: 20', 'totalWeight: 20\nzone: Asia/Nowhere\ncalendar: bangladesch']],
    [
      '7:7 zone: "Asia/Nowhere" is no zone: write its IANA name, as in Asia/Dhaka',
      '8:11 calendar: there is no calendar "bangladesch": did you mean "bangladesh"?',
    ],
  ],
  [
    'a year that is none',
    [['fiscalYear: 2021-22', 'fiscalYear: 2021-23']],
    ['5:13 fiscalYear: "2021-23" is no fiscal year: write the year it begins and the next, as in 2021-22'],
  ],
  [
    'keys of another kind',
    [['readings: quarterly', 'occurrences: quarterly']],
    [
      '49:22 activities[0].indicators[2].occurrences: is only for the kind recurring, and this one is percentage: leave it out, or change the kind',
    ],
  ],
  [
    'a report of one stage',
    [['target: 2022-01-13', 'target: 2022-01-13\n        steps:\n          - { id: send, title: { bn: ক, en: K } }']],
    [
      '56:11 activities[0].indicators[3].steps: a report has three stages and not 1: write the steps that prepare, approve and send it, or leave steps out',
    ],
  ],
  [
    'a due day beside the target',
    [['target: 2022-01-13', 'target: 2022-01-13\n        due: 2022-01-14']],
    [
      '55:14 activities[0].indicators[3].due: 2022-01-14 differs from the target, 2022-01-13: leave due out, or correct one of the two',
    ],
  ],
  [
    'occurrences out of order',
    [
      [
        'target: 4\n',
        'target: 2\n        occurrences:\n          - { id: a, due: 2022-03-31 }\n          - { id: b, from: 2021-07-01, due: 2021-12-31 }\n',
      ],
    ],
    [
      '46:45 activities[0].indicators[1].occurrences[1].due: 2021-12-31 is not after the occurrence above it: write occurrences in order of their due days',
    ],
  ],
  [
    'an occurrence that would stand for the whole year',
    [['target: 4\n', 'target: 1\n        occurrences: [{ id: year, due: 2022-07-31 }]\n']],
    [
      '44:29 activities[0].indicators[1].occurrences[0].id: "year" stands for the whole target: write another id, as in q1',
      '44:40 activities[0].indicators[1].occurrences[0].due: 2022-07-31 is outside the fiscal year 2021-22: write a day from 2021-07-01 to 2022-06-30',
    ],
  ],
  [
    'a reading owed when the target is due',
    [['readings: quarterly', 'readings: [{ id: a, due: 2021-12-31 }, { id: b, due: 2022-06-30 }]']],
    [
      '49:62 activities[0].indicators[2].readings[1].due: 2022-06-30 is not before 2022-06-30, when the whole target is due: leave this reading out',
    ],
  ],
  [
    'a slip in a tenure, which does not also make it overlap another',
    [['to: 2021-12-31 }', 'to: 2021-12-31 }\n      - { post: clerk, from: 2022-13-01, deputy: perhaps }']],
    [
      '22:30 people[1].holds[1].from: "2022-13-01" is no date of the calendar: write a date such as 2022-01-13 or ১৩ জানুয়ারি ২০২২',
      '22:50 people[1].holds[1].deputy: "perhaps" is not understood: write yes or no',
    ],
  ],
];

describe('a fault in a plan is told with its place and what to do', () => {
  it('a sound plan has none', () => {
    expect(faultsOf(SMALL_PLAN)).toEqual([]);
  });

  it.each(CASES)('%s', (_, edits, faults) => {
    expect(faultsOf(smallPlan(...edits))).toEqual(faults.map((fault) => `plan.yaml:${fault}`));
  });

  it('all faults are told at once, in the order of the file, those of shape beside those of meaning', () => {
    const spoilt = smallPlan(
      ['fiscalYear: 2021-22', 'fiscalyear: 2021-22'],
      ['email: first@small.example', 'email: "first@small.example\\nBcc: x@evil.example"'],
      ['holds: [clerk]', 'holds: [clurk]'],
      ['weight: 5\n        target: 80\n', 'weight: 5\n        target: eighty\n'],
      ['code: 1.1.4', 'code: 1.1.3'],
    );
    expect(faultsOf(spoilt).map((fault) => fault.split(': ')[0])).toEqual([
      'plan.yaml:1:1 fiscalYear',
      'plan.yaml:5:1 fiscalyear',
      'plan.yaml:15:12 people[0].email',
      'plan.yaml:16:13 people[0].holds[0].post',
      'plan.yaml:48:17 activities[0].indicators[2].target',
      'plan.yaml:50:15 activities[0].indicators[3].code',
    ]);
  });

  it('a policy that the plan brings along is checked in place', () => {
    const own = `totalWeight: 20
policy:
  hour: "25:00"
  reminders: { to: focalpoint, daysBefore: [7, 7, x] }
  escalations:
    - { to: headOfOffice, workingDaysAfter: 5 }
    - { to: [superiorAuthority], workingDaysAfter: ৫ }`;
    expect(faultsOf(smallPlan(['totalWeight: 20', own]))).toEqual([
      'plan.yaml:8:9 policy.hour: "25:00" is not understood: write a time of day such as "09:00"',
      'plan.yaml:9:20 policy.reminders.to: "focalpoint" is not known here: did you mean "focalPoint"?',
      'plan.yaml:9:48 policy.reminders.daysBefore[1]: 7 is given twice: leave one of the two out',
      'plan.yaml:9:51 policy.reminders.daysBefore[2]: "x" is not a whole number from 1 on: write it in digits',
      'plan.yaml:12:52 policy.escalations[1].workingDaysAfter: 5 does not come after 5: write escalations in order of time',
    ]);
  });
});
