import { formatFault } from '../../src/plan/fault.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import type { Plan, Policy } from '../../src/plan/types.ts';

export const STANDARD: Policy = {
  id: 'standard',
  hour: '09:00',
  reminders: { to: ['focalPoint', 'innovationOfficer'], daysBefore: [30, 14, 7, 3, 1], onTheDay: true },
  escalations: [{ to: ['supervisor'], workingDaysAfter: 1 }],
  followUp: { to: ['focalPoint'], everyDays: 7 },
};

const SURROUNDINGS = { policies: new Map([['standard', STANDARD]]), calendars: ['bangladesh'] };

/** A sound plan with one indicator of each kind; tests spoil a line of it. */
export const SMALL_PLAN = `id: small-2021-22
office:
  id: small
  name: { bn: ছোট দপ্তর, en: Small office }
fiscalYear: 2021-22
totalWeight: 20
posts:
  - id: clerk
    title: { bn: অফিস সহকারী, en: Clerk }
  - id: head
    title: { bn: অফিস প্রধান, en: Head }
people:
  - id: first
    name: { bn: প্রথম, en: First }
    email: first@small.example
    holds: [clerk]
  - id: second
    name: { bn: দ্বিতীয়, en: Second }
    email: second@small.example
    holds:
      - { post: head, to: 2021-12-31 }
roles:
  focalPoint: clerk
  headOfOffice: head
activities:
  - code: 1.1
    title: { bn: কার্যক্রম, en: Activity }
    indicators:
      - code: 1.1.1
        kind: milestone
        title: { bn: ধারণা, en: Idea }
        weight: 5
        target: 2022-03-16
        criteria:
          - { percent: 100, target: 2022-03-16 }
          - { percent: 90, target: 2022-03-30 }
        steps:
          - { id: order, title: { bn: অফিস আদেশ, en: Office order } }
      - code: 1.1.2
        kind: recurring
        title: { bn: সভা, en: Meeting }
        weight: 5
        target: 4
      - code: 1.1.3
        kind: percentage
        title: { bn: নোট, en: Notes }
        weight: 5
        target: 80
        readings: quarterly
      - code: 1.1.4
        kind: report
        title: { bn: প্রতিবেদন, en: Report }
        weight: 5
        target: 2022-01-13
`;

/** The small plan with some of its text replaced; each piece has to occur exactly once. */
export function smallPlan(...edits: (readonly [from: string, to: string])[]): string {
  return edits.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`${JSON.stringify(from)} does not occur exactly once`);
    return text.replace(from, () => to);
  }, SMALL_PLAN);
}

/** Every fault of a plan's text, as a person would see it. */
export function faultsOf(text: string): string[] {
  const reading = readPlan(text, 'plan.yaml', SURROUNDINGS);
  return 'faults' in reading ? reading.faults.map(formatFault) : [];
}

/** The plan of a text that is expected to be sound. */
export function planOf(text: string): Plan {
  const reading = readPlan(text, 'plan.yaml', SURROUNDINGS);
  if ('faults' in reading) throw new Error(reading.faults.map(formatFault).join('\n'));
  return reading.plan;
}
