import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeChanges, planDifference } from '../../src/plan/plan-difference.ts';
import type { Plan } from '../../src/plan/types.ts';
import { planOf, SMALL_PLAN, smallPlan } from './small-plan.ts';

const plan = planOf(SMALL_PLAN);

function told(...edits: Parameters<typeof smallPlan>): string {
  return describeChanges(planDifference(plan, planOf(smallPlan(...edits))));
}

describe('what a new plan changes', () => {
  it('equal plans change nothing', () => {
    expect(planDifference(plan, planOf(SMALL_PLAN))).toEqual([]);
    expect(describeChanges([])).toBe('Nothing has changed.');
  });

  it('a leave of its people is none of the plan’s own, and changes nothing', () => {
    const leaves = [{ person: 'first', deputy: 'second', from: '2022-01-13', to: '2022-01-20' }];
    expect(planDifference({ ...plan, leaves }, plan)).toEqual([]);
    expect(planDifference(plan, { ...plan, leaves })).toEqual([]);
  });

  it('the first plan adds everything', () => {
    expect(planDifference(null, plan).map(({ subject, id, change }) => `${subject} ${id} ${change}`)).toEqual([
      'plan small-2021-22 added',
      'policy standard added',
      'post clerk added',
      'post head added',
      'person first added',
      'person second added',
      'activity 1.1 added',
      'indicator 1.1.1 added',
      'indicator 1.1.2 added',
      'indicator 1.1.3 added',
      'indicator 1.1.4 added',
    ]);
  });

  it('a moved target is told with its due day and its criteria, before and after', () => {
    expect(told(['target: 2022-01-13', 'target: 2022-01-20'])).toBe(`indicator 1.1.4 changed: Report
  target: 2022-01-13 → 2022-01-20
  due: 2022-01-13 → 2022-01-20
  criteria[1].target: 2022-01-13 → 2022-01-20`);
  });

  it('an added step shows in the list and by itself', () => {
    const step = '          - { id: launch, title: { bn: চালু, en: Launched }, evidence: required }\n';
    expect(told(['      - code: 1.1.2\n', `${step}      - code: 1.1.2\n`])).toBe(`indicator 1.1.1 changed: Idea
  steps: order → order, launch
  steps[launch].id: (none) → launch
  steps[launch].title.bn: (none) → চালু
  steps[launch].title.en: (none) → Launched
  steps[launch].evidenceRequired: (none) → true
  steps[launch].anyOrder: (none) → false`);
  });

  it('a post that changes hands shows at the person', () => {
    expect(told(['{ post: head, to: 2021-12-31 }', '{ post: head }'])).toBe(`person second changed: Second
  holds[1].to: 2021-12-31 → (none)`);
  });

  it('an indicator taken out is removed, and the weights that change with it are told', () => {
    const [, ...others] = SMALL_PLAN.split(/(?= {6}- code: 1\.1\.4)/);
    const without = SMALL_PLAN.replace(others.join(''), '').replace('totalWeight: 20', 'totalWeight: 15');
    expect(describeChanges(planDifference(plan, planOf(without)))).toBe(`plan small-2021-22 changed: Small office
  totalWeight: 20 → 15
indicator 1.1.4 removed: Report`);
  });

  it('another policy is told by its name and in full', () => {
    const own = 'totalWeight: 20\npolicy: { reminders: { to: focalPoint, daysBefore: [7] } }\n';
    expect(told(['totalWeight: 20\n', own])).toBe(`plan small-2021-22 changed: Small office
  policy: standard → small-2021-22
policy standard removed
policy small-2021-22 added`);
  });

  it('a new order alone is a change too', () => {
    const turned: Plan = { ...plan, people: plan.people.toReversed() };
    expect(describeChanges(planDifference(plan, turned))).toBe(`plan small-2021-22 changed: Small office
  order of people: first, second → second, first`);
  });

  it('any change of any value in a plan is told, and undone by the way back', () => {
    const paths = [...leafPaths(plan)];
    fc.assert(
      fc.property(fc.constantFrom(...paths), (path) => {
        const changed = withChanged(plan, path);
        expect(planDifference(plan, changed)).not.toEqual([]);
        expect(planDifference(changed, plan)).not.toEqual([]);
        expect(planDifference(changed, structuredClone(changed))).toEqual([]);
      }),
      { numRuns: paths.length },
    );
  });
});

type Path = readonly (string | number)[];

function* leafPaths(value: unknown, path: Path = []): Generator<Path> {
  if (typeof value !== 'object' || value === null) yield path;
  else for (const [key, inner] of Object.entries(value)) yield* leafPaths(inner, [...path, key]);
}

/** A copy of the plan with one value made another. */
function withChanged(original: Plan, path: Path): Plan {
  const copy = structuredClone(original) as unknown as Record<string | number, unknown>;
  let holder = copy;
  for (const key of path.slice(0, -1)) holder = holder[key] as typeof holder;
  const last = path.at(-1)!;
  const value = holder[last];
  holder[last] = typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : `${value}x`;
  return copy as unknown as Plan;
}
