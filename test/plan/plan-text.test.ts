import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  configFile,
  configNames,
  readConfigFile,
  readPlanFile,
  readSurroundings,
} from '../../src/plan/config-folder.ts';
import { formatFault } from '../../src/plan/fault.ts';
import { planText } from '../../src/plan/plan-text.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import { type Plan, ROLES } from '../../src/plan/types.ts';
import { planFromTemplate } from '../../src/plan/write-plan.ts';

const SURROUNDINGS = readSurroundings('config');

function readBack(text: string): Plan {
  const reading = readPlan(text, 'written.yaml', SURROUNDINGS);
  if ('faults' in reading) throw new Error(`${reading.faults.map(formatFault).join('\n')}\n${text}`);
  return reading.plan;
}

function officePlan(name: string): Plan {
  const reading = readPlanFile('config', name);
  if ('faults' in reading) throw new Error(name);
  return reading.plan;
}

describe('a plan written out', () => {
  it.each(configNames('config', 'plans'))('reads back as the very same plan: %s', (name) => {
    const plan = officePlan(name);
    expect(readBack(planText(plan, SURROUNDINGS.policies))).toEqual(plan);
  });

  it('reads back the same for the template’s own plan, and says at its head what it is told to', () => {
    const template = readConfigFile(configFile('config', 'templates', 'egov-innovation'));
    const office = { officeId: 'some', officeName: { bn: 'একটি', en: 'Some: office' }, fiscalYear: '2026-27' };
    const plan = readBack(planFromTemplate(template, office));
    const text = planText(plan, SURROUNDINGS.policies, ['Version 3,\nas in force']);
    expect(text).toMatch(/^# Version 3, as in force\nid: some-2026-27\n/);
    expect(text).toContain('policy: standard\n');
    expect(readBack(text)).toEqual(plan);
  });

  it('writes a policy out that nobody else has', () => {
    const plan = officePlan('mowca-2021-22');
    const own: Plan = { ...plan, policy: { ...plan.policy, hour: '16:30', followUp: null } };
    expect(readBack(planText(own, SURROUNDINGS.policies))).toEqual(own);
  });

  it('keeps how a number is scored, and what a review reviews', () => {
    const plan = officePlan('mowca-2021-22');
    const activities = plan.activities.map((activity) => ({
      ...activity,
      indicators: activity.indicators.map((one) => {
        if (one.kind === 'count') return { ...one, score: 'pro-rata' as const, zeroIfLate: true as const };
        return one.code === '1.1.1' ? { ...one, steps: [], reviews: 'halfYear' as const } : one;
      }),
    }));
    const own: Plan = { ...plan, activities };
    expect(readBack(planText(own, SURROUNDINGS.policies))).toEqual(own);
  });

  it('keeps whatever people, posts, steps and days there are', () => {
    const base = officePlan('chatkhil-2024-25');
    const posts = base.posts.map(({ id }) => id);
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2024-10-${String(n).padStart(2, '0')}`);
    const text = fc.constantFrom('ইয়েস: no', '- "x"', '# not a comment', "it's", 'true', '1.10', '{a: b}', '২০২১');
    const tenure = fc.record({
      post: fc.constantFrom(...posts),
      from: fc.option(fc.constant('2024-07-01'), { nil: null }),
      to: fc.option(day, { nil: null }),
      deputy: fc.constant(true),
    });
    const own = fc.record(
      Object.fromEntries(ROLES.map((role) => [role, fc.option(fc.constantFrom(...posts), { nil: null })])) as never,
    );
    fc.assert(
      fc.property(
        fc.array(tenure, { maxLength: 4 }),
        text,
        own,
        fc.constantFrom('bn', 'en', null),
        (holds, words, roles, language) => {
          const name = { bn: words.normalize('NFC'), en: words.normalize('NFC') };
          const people = [...base.people, { id: 'new-one', name, email: 'new.one@office.example', language, holds }];
          const activities = base.activities.map((activity, i) => ({
            ...activity,
            indicators: activity.indicators.map((indicator) =>
              i === 0 ? { ...indicator, posts: roles, guidance: name } : indicator,
            ),
          }));
          const plan = { ...base, people, activities } as Plan;
          expect(readBack(planText(plan, SURROUNDINGS.policies))).toEqual(plan);
        },
      ),
      { numRuns: 60 },
    );
  });
});
