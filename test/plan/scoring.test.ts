import { expect, it } from 'vitest';
import { contentHash } from '../../src/engine/hashes.ts';
import { faultsOf, planOf, SMALL_PLAN, smallPlan } from './small-plan.ts';

const idea = (plan: string) => planOf(plan).activities[0]!.indicators[0]!;
const notes = (plan: string) => planOf(plan).activities[0]!.indicators[2]!;

it('says nothing of scoring where the plan does not: such a plan stays the same to the byte', () => {
  for (const indicator of planOf(SMALL_PLAN).activities[0]!.indicators) {
    expect(Object.keys(indicator)).not.toContain('score');
    expect(Object.keys(indicator)).not.toContain('zeroIfLate');
  }
  const outright = smallPlan([
    'readings: quarterly',
    'readings: quarterly\n        score: graded\n        zeroIfLate: no',
  ]);
  expect(contentHash(planOf(outright))).toBe(contentHash(planOf(SMALL_PLAN)));
});

it('takes points pro rata, and none for what is late', () => {
  const asked = smallPlan([
    'readings: quarterly',
    'readings: quarterly\n        score: pro-rata\n        zeroIfLate: yes',
  ]);
  expect(notes(asked)).toMatchObject({ score: 'pro-rata', zeroIfLate: true });
});

it('takes any steps of criteria', () => {
  const finer = smallPlan([
    '- { percent: 90, target: 2022-03-30 }',
    '- { percent: 92.5, target: 2022-03-30 }\n          - { percent: 40, target: 2022-05-30 }',
  ]);
  expect(idea(finer).criteria.map(({ percent }) => percent)).toEqual([100, 92.5, 40]);
});

it('tells a scoring that its target cannot have', () => {
  const at = '        steps:\n          - { id: order';
  expect(faultsOf(smallPlan([at, `        score: pro-rata\n        zeroIfLate: yes\n${at}`]))).toEqual([
    'plan.yaml:37:16 activities[0].indicators[0].score: pro-rata is for numbers and percentages, and this target is a date: write criteria with later dates instead',
    'plan.yaml:38:21 activities[0].indicators[0].zeroIfLate: contradicts the criteria, which give points for later dates: leave out the one or the others',
  ]);
});
