import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { configFile, readConfigFile, readSurroundings } from '../../src/plan/config-folder.ts';
import { formatFault } from '../../src/plan/fault.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import type { Plan } from '../../src/plan/types.ts';
import { PlanNotWritten, planFromTemplate } from '../../src/plan/write-plan.ts';

const TEMPLATE = readConfigFile(configFile('config', 'templates', 'egov-innovation'));
const SURROUNDINGS = readSurroundings('config');
const OFFICE = { officeId: 'sample', officeName: { bn: 'নমুনা দপ্তর', en: 'Sample Office' } };

function planOf(text: string): Plan {
  const reading = readPlan(text, 'new.yaml', SURROUNDINGS);
  if ('faults' in reading) throw new Error(reading.faults.map(formatFault).join('\n'));
  return reading.plan;
}

describe('a plan written from the template', () => {
  it('has the 13 indicators of the national plan, with their days in its own year', () => {
    const plan = planOf(planFromTemplate(TEMPLATE, { ...OFFICE, fiscalYear: '২০২৬-২৭' }));
    expect(plan).toMatchObject({ id: 'sample-2026-27', fiscalYear: '2026-27', totalWeight: 50 });
    const indicators = plan.activities.flatMap((activity) => activity.indicators);
    expect(indicators.map(({ code, target }) => `${code} ${target}`)).toEqual([
      '1.1.1 2027-03-16',
      '1.2.1 2027-02-25',
      '1.3.1 2026-12-30',
      '1.4.1 2026-08-30',
      '1.5.1 80',
      '1.6.1 4',
      '2.1.1 4',
      '2.1.2 4',
      '2.2.1 4',
      '2.2.2 80',
      '2.2.3 4',
      '2.2.4 2027-01-13',
      '2.2.5 2027-05-30',
    ]);
  });

  it('keeps the comments of the template, and has addresses at the host of the office', () => {
    const text = planFromTemplate(TEMPLATE, { ...OFFICE, fiscalYear: '2026-27' });
    expect(text).toContain('# Who holds the posts, and the addresses that letters go to.');
    expect(text).not.toMatch(/^template:/m);
    expect(text).not.toContain('office.example');
    expect(planOf(text).people.map((person) => person.email)).toContain('focal.point@sample.example');
  });

  it('reads back without a fault for any year, any office and any name', () => {
    const id = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}$/);
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .filter((text) => text.trim() !== '' && !/[\p{Cc}\p{Cs}\ufeff\ufffe\uffff]/u.test(text));
    fc.assert(
      fc.property(id, name, name, fc.integer({ min: 1972, max: 2199 }), (officeId, bn, en, first) => {
        const fiscalYear = `${first}-${String((first + 1) % 100).padStart(2, '0')}`;
        const plan = planOf(planFromTemplate(TEMPLATE, { officeId, officeName: { bn, en }, fiscalYear }));
        const oneLine = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim();
        expect(plan.office).toEqual({ id: officeId, name: { bn: oneLine(bn), en: oneLine(en) } });
        expect(plan.fiscalYear).toBe(fiscalYear);
      }),
      { numRuns: 60 },
    );
  });

  it('29 February is the 28th in a year without one', () => {
    const leap = TEMPLATE.replace('target: 25 February', 'target: 29 February');
    const target = (fiscalYear: string) =>
      planOf(planFromTemplate(leap, { ...OFFICE, fiscalYear })).activities[1]?.indicators[0]?.target;
    expect(target('2026-27')).toBe('2027-02-28');
    expect(target('2027-28')).toBe('2028-02-29');
  });

  it('dates tenures, due days, criteria and occurrences too, and leaves 2.5 percent alone', () => {
    const rich = TEMPLATE.replace(
      'target: 16 March',
      'target: 16 March\n        criteria: [{ percent: 100, target: 16 March }]',
    )
      .replace('holds: [focal-point]', 'holds: [{ post: focal-point, to: 31 December }]')
      .replace(
        'occurrences: quarterly',
        'due: 15 June\n        occurrences: [{ id: a, due: ১৫ ডিসেম্বর }, { id: b, from: 1 April, due: 15 June }]',
      )
      .replace('target: 4\n        due', 'target: 2\n        due')
      .replace('target: 80', 'target: 2.5');
    const plan = planOf(planFromTemplate(rich, { ...OFFICE, fiscalYear: '2026-27' }));
    const [innovation, , , , notes, , portal] = plan.activities;
    expect(innovation?.indicators[0]?.criteria).toEqual([{ percent: 100, target: '2027-03-16' }]);
    expect(plan.people[0]?.holds[0]?.to).toBe('2026-12-31');
    expect(portal?.indicators[0]?.occurrences.map(({ from, due }) => [from, due])).toEqual([
      ['2026-07-01', '2026-12-15'],
      ['2027-04-01', '2027-06-15'],
    ]);
    expect(notes?.indicators[0]?.target).toBe(2.5);
  });

  it.each([
    ['no fiscal year', TEMPLATE, { ...OFFICE, fiscalYear: '2026-28' }, /"2026-28" is no fiscal year/],
    ['no office id', TEMPLATE, { ...OFFICE, officeId: 'A\nb: c', fiscalYear: '2026-27' }, /is no id of an office/],
    ['no template', 'posts: []', { ...OFFICE, fiscalYear: '2026-27' }, /must begin with the keys template and title/],
    ['no YAML', 'a: [', { ...OFFICE, fiscalYear: '2026-27' }, /no readable YAML/],
  ])('is refused for %s', (_, template, terms, message) => {
    expect(() => planFromTemplate(template, terms)).toThrow(PlanNotWritten);
    expect(() => planFromTemplate(template, terms)).toThrow(message);
  });
});
