import { describe, expect, it } from 'vitest';
import { configNames, readPlanFile } from '../../src/plan/config-folder.ts';
import { formatFault } from '../../src/plan/fault.ts';
import type { Indicator, Plan } from '../../src/plan/types.ts';

function planNamed(name: string): Plan {
  const reading = readPlanFile('config', name);
  if ('faults' in reading) throw new Error(reading.faults.map(formatFault).join('\n'));
  return reading.plan;
}

function indicators(plan: Plan): Indicator[] {
  return plan.activities.flatMap((activity) => activity.indicators);
}

describe('the plans of the five offices', () => {
  it.each(configNames('config', 'plans'))('%s reads without a fault, and is named as its file', (name) => {
    const plan = planNamed(name);
    expect(plan.id).toBe(name);
    expect(indicators(plan).length).toBe(name.startsWith('chatkhil') ? 9 : 13);
    expect(plan.people.every((person) => person.email.endsWith('.example'))).toBe(true);
    expect(indicators(plan).every((indicator) => indicator.guidance !== null)).toBe(true);
  });

  it('the national plan of 2021-22 has the targets and weights of the documents', () => {
    const plan = planNamed('mowca-2021-22');
    expect(plan.totalWeight).toBe(50);
    expect(indicators(plan).map(({ code, unit, weight, target }) => [code, unit, weight, target])).toEqual([
      ['1.1.1', 'date', 5, '2022-03-16'],
      ['1.2.1', 'date', 5, '2022-02-25'],
      ['1.3.1', 'date', 5, '2021-12-30'],
      ['1.4.1', 'date', 4, '2021-08-30'],
      ['1.5.1', 'percent', 6, 80],
      ['1.6.1', 'number', 4, 4],
      ['2.1.1', 'number', 4, 4],
      ['2.1.2', 'number', 2, 4],
      ['2.2.1', 'number', 3, 4],
      ['2.2.2', 'percent', 3, 80],
      ['2.2.3', 'number', 3, 4],
      ['2.2.4', 'date', 3, '2022-01-13'],
      ['2.2.5', 'date', 3, '2022-05-30'],
    ]);
  });

  it.each(['wewb', 'dwa', 'dol'])('%s has the same indicators and targets, and leaves weights out', (office) => {
    const plan = planNamed(`${office}-2021-22`);
    const asIn = (each: Indicator) => [each.code, each.kind, each.unit, each.target, each.due];
    expect(indicators(plan).map(asIn)).toEqual(indicators(planNamed('mowca-2021-22')).map(asIn));
    expect(plan.totalWeight).toBeNull();
  });

  it('in Chatkhil one person holds the focal point and the innovation officer, and a colleague is the deputy', () => {
    const plan = planNamed('chatkhil-2024-25');
    expect(plan.people.map((person) => person.holds.map((held) => [held.post, held.deputy]))).toEqual([
      [['upazila-cooperative-officer', false]],
      [
        ['member', false],
        ['focal-point', true],
      ],
      [
        ['focal-point', false],
        ['innovation-officer', false],
      ],
    ]);
  });
});
