import { describe, expect, it } from 'vitest';
import { faultsOf, SMALL_PLAN, smallPlan } from './small-plan.ts';

type Edit = readonly [from: string, to: string];

/** A title, what is done to the small plan, and every fault that is then told. */
const CASES: readonly (readonly [title: string, edits: readonly Edit[], faults: readonly string[]])[] = [
  [
    'a day that the calendar does not have',
    [['target: 2022-01-13', 'target: 31 June 2022']],
    [
      '54:17 activities[0].indicators[3].target: "31 June 2022" is no date of the calendar: write a date such as 2022-01-13 or ১৩ জানুয়ারি ২০২২',
    ],
  ],
  [
    'a date without its year',
    [['to: 2021-12-31', 'to: ৩১ ডিসেম্বর']],
    ['21:27 people[1].holds[0].to: "৩১ ডিসেম্বর" has no year: write a date such as 2022-01-13 or ১৩ জানুয়ারি ২০২২'],
  ],
  [
    'a weight that is no number',
    [['weight: 5\n        target: 4\n', 'weight: five\n        target: 4\n']],
    ['42:17 activities[0].indicators[1].weight: "five" is not understood: write a number such as 4 or ৪'],
  ],
  [
    'a line break in an address',
    [['first@small.example', '"first@small.example\\r\\nBcc: x@evil.example"']],
    [
      '15:12 people[0].email: "first@small.example\\r\\nBcc: x@evil.example" holds a line break, which could add a hidden recipient to every letter: write the address on one line',
    ],
  ],
  [
    'a line break at the end of an address',
    [['email: first@small.example', 'email: |\n      first@small.example']],
    [
      '15:12 people[0].email: "first@small.example\\n" holds a line break, which could add a hidden recipient to every letter: write the address on one line',
    ],
  ],
  [
    'a display name beside an address',
    [['first@small.example', 'First <first@small.example>']],
    [
      '15:12 people[0].email: "First <first@small.example>" holds a display name: write the address alone, as in focal.point@office.example',
    ],
  ],
  [
    'two addresses in one',
    [['first@small.example', 'a@b.example;c@d.example']],
    [
      '15:12 people[0].email: "a@b.example;c@d.example" is more than one address: write one, and add a person for the other',
    ],
  ],
  [
    'an address without a full host',
    [['first@small.example', 'first@small']],
    [
      '15:12 people[0].email: "first@small" is no mail address: write the address alone, as in focal.point@office.example',
    ],
  ],
  [
    'a mistyped key',
    [['readings: quarterly', 'reedings: quarterly']],
    ['49:9 activities[0].indicators[2].reedings: is not a key of an indicator: did you mean "readings"?'],
  ],
  [
    'a key of nothing like it',
    [['roles:\n', 'roles:\n  cook: clerk\n']],
    [
      '23:3 roles.cook: is not a key of the roles: use one of: focalPoint, innovationOfficer, supervisor, headOfOffice, superiorAuthority',
    ],
  ],
  [
    'an unknown kind',
    [['kind: percentage', 'kind: percent']],
    ['45:15 activities[0].indicators[2].kind: "percent" is not known here: did you mean "percentage"?'],
  ],
  [
    'a key twice',
    [['totalWeight: 20', 'totalWeight: 20\ntotalWeight: 21']],
    ['7:1 totalWeight: is given twice, first on line 6: keep one of the two'],
  ],
  [
    'a colon in a bare text',
    [['kind: recurring', 'kind: recurring: x']],
    ['40:15 syntax: this cannot stand here: put quotes around a text that holds ": ", and indent a list under its key'],
  ],
  [
    'a key that is missing',
    [['    email: first@small.example\n', '']],
    ['13:5 people[0].email: is missing: write a mail address such as focal.point@office.example'],
  ],
  [
    'a key without a value',
    [['focalPoint: clerk', 'focalPoint:']],
    ['23:3 roles.focalPoint: is missing: write the id of a post'],
  ],
  [
    'a mapping where a list belongs',
    [['holds: [clerk]', 'holds: { post: clerk }']],
    ['16:12 people[0].holds: must be a list of posts, each behind "- ", not a mapping'],
  ],
  [
    'a text where a mapping belongs',
    [['name: { bn: ছোট দপ্তর, en: Small office }', 'name: Small office']],
    ['4:9 office.name: must be a text in both languages, a mapping with bn, en, not a text'],
  ],
  [
    'an alias',
    [['totalWeight: 20', 'totalWeight: *total']],
    ['6:14 totalWeight: "*total" is an alias, which is not read: write the value out'],
  ],
];

describe('a fault in the form of a plan is told with its place and what to do', () => {
  it.each(CASES)('%s', (_, edits, faults) => {
    expect(faultsOf(smallPlan(...edits))).toEqual(faults.map((fault) => `plan.yaml:${fault}`));
  });

  it.each([
    ['an empty file', '', 'plan.yaml:1:1 file: is empty: copy another file of its folder, and change it'],
    [
      'a file that breaks off',
      'id: {',
      'plan.yaml:1:6 syntax: flow map in block collection must be sufficiently indented and end with a }: correct the YAML here or just before',
    ],
  ])('%s', (_, text, fault) => {
    expect(faultsOf(text)).toEqual([fault]);
  });

  it('keys that name parts of JavaScript are keys like any other', () => {
    expect(
      faultsOf(`__proto__: { office: 1 }\nconstructor: 2\n${SMALL_PLAN}`).map((fault) => fault.split(': ')[0]),
    ).toEqual(['plan.yaml:1:1 __proto__', 'plan.yaml:2:1 constructor']);
  });
});
