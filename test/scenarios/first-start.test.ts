import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeFirstPlan } from '../../src/cli/first-plan.ts';
import { localContext } from '../../src/cli/local-context.ts';
import { listMessages } from '../../src/db/queries/messages.ts';
import { readPlanStatus } from '../../src/engine/plan-status.ts';
import { openOffice, type TestOffice } from '../cli/open-office.ts';
import { page } from '../cli/terminal.ts';

const PLAN = 'sample-office-2026-27';
let office: TestOffice;

beforeAll(async () => {
  office = await openOffice('2026-11-23T10:00:00');
});
afterAll(() => office.close());

const meeting = async () => {
  const status = await readPlanStatus(office.app.database.db, PLAN, office.app.clock.now());
  return status!.rows.find(({ indicator }) => indicator.code === '1.4.1')!;
};
const letters = () => listMessages(office.app.database.db, { planId: PLAN });

it('in November, the sample plan is of this fiscal year and what fell due in August is overdue', async () => {
  const pipe = page({ isTTY: false, columns: undefined });
  const context = localContext({ out: pipe.stream, err: pipe.stream, env: {} });
  const path = await makeFirstPlan(office.app, context);
  expect(path).toBe(join(office.dataDir, 'plans', `${PLAN}.yaml`));
  expect(readFileSync(path!, 'utf8')).toContain('en: Sample Office');
  const { view, daysLeft } = await meeting();
  expect({ ...view, daysLeft }).toMatchObject({
    status: 'notStarted',
    deadline: 'overdue',
    due: '2026-08-30',
    daysLeft: -85,
  });
  expect(await makeFirstPlan(office.app, context)).toBeNull();
});

it('each person is told of it once, in one letter, and nobody is sent the past', async () => {
  await office.app.engine.watch();
  const told = (await letters()).map(({ post, class: letter }) => `${post} ${letter}`).sort();
  expect(told).toEqual([
    'focal-point digest',
    'head-of-office escalation',
    'innovation-officer digest',
    'superior-authority escalation',
    'supervisor escalation',
  ]);
  await office.app.engine.watch();
  expect(await letters()).toHaveLength(5);
});

it('the next follow-up is armed, and goes out on its day to the two who do the work', async () => {
  const { next } = await meeting();
  expect(next).toMatchObject({ at: Date.parse('2026-11-29T09:00:00+06:00'), rung: 'follow-up' });
  expect(next!.to.map(({ post }) => post)).toEqual(['focal-point', 'innovation-officer']);
  office.put('2026-11-24T10:00:00');
  await office.app.engine.run();
  expect(await letters()).toHaveLength(5);
  office.put('2026-11-29T09:00:00');
  await office.app.engine.run();
  const [first, second] = await letters();
  expect([first, second].map((letter) => letter?.post).sort()).toEqual(['focal-point', 'innovation-officer']);
  expect((await meeting()).next?.at).toBe(Date.parse('2026-12-06T09:00:00+06:00'));
});
