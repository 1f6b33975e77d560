import { expect, it } from 'vitest';
import { recordOfHistory } from '../../src/cli/report/record-of-history.ts';
import { readPlanRecord } from '../../src/engine/plan-record.ts';
import { progressReport } from '../../src/report/progress-report.ts';
import type { PlanRecord } from '../../src/report/record.ts';
import { reportTime, sourceOf } from '../../src/report/standings.ts';
import { describeEngine } from './desk.ts';
import { at, calendar, officeHistory, officePlan, planWith, ZONE } from './office.ts';

describeEngine('What reports are made from', (desk) => {
  const plan = planWith('1.4.1', '2.2.1');
  const read = (until: string) => readPlanRecord(desk.database.db, plan.id, at(until));

  async function recorded(until: string): Promise<PlanRecord> {
    const reading = await read(until);
    if (reading === null || !('record' in reading)) throw new Error('There is no record.');
    return reading.record;
  }

  it('is, of a past day, the version of the plan that was in force and the logs until then', async () => {
    const { apply, clock } = desk.engine('2021-07-05');
    await apply(plan);
    clock.now = at('2021-12-01');
    await apply({ ...plan, language: 'en' });
    expect(await recorded('2021-11-30')).toMatchObject({ version: 1, plan: { language: 'bn' } });
    const now = await recorded('2021-12-01T10:00:00');
    expect(now).toMatchObject({ version: 2, plan: { language: 'en' }, history: null });
    const then = await recorded('2021-08-10');
    for (const [code, log] of then.logs) {
      expect(log.every(({ entry }) => entry.at <= at('2021-08-10'))).toBe(true);
      expect(log).toEqual(now.logs.get(code)!.slice(0, log.length));
    }
  });

  it('is nothing before the plan came into force, and of no plan at all', async () => {
    await desk.engine('2021-07-05').apply(plan);
    expect(await read('2021-07-04')).toEqual({ notBefore: at('2021-07-05') });
    expect(await readPlanRecord(desk.database.db, 'none-2021-22', at('2021-07-05'))).toBeNull();
  });

  it('gives the same report, and the same hash, as a simulation in which the same was done', async () => {
    const { apply, engine, clock } = desk.engine('2021-07-01');
    const whole = officePlan();
    await apply(plan);
    const history = officeHistory(whole);
    const events = history.events.filter(
      ({ indicator, at: time }) => ['1.4.1', '2.2.1'].includes(indicator) && time < '2022-01-01',
    );
    for (const { indicator, at: time, on, by, action } of events) {
      clock.now = at(time);
      const done = await engine.record({
        planId: plan.id,
        zone: ZONE,
        code: indicator,
        action,
        on,
        by: { post: by, person: null },
      });
      expect(done.refusal).toBeNull();
    }
    clock.now = at('2022-01-02');
    const day = reportTime(plan, '2021-12-31');
    const simulated = {
      ...recordOfHistory(plan, calendar, { ...history, events }, '2021-12-31'),
      version: 1,
      history: null,
    };
    await engine.run();
    const read = await recorded('2022-01-01T00:00:00');
    expect(progressReport(read, day, '2021-09-30')).toEqual(progressReport(simulated, day, '2021-09-30'));
    expect(sourceOf(read, day).recordHash).toBe(sourceOf(simulated, day).recordHash);
  });
});
