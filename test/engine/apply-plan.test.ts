import { expect, it } from 'vitest';
import type { Plan } from '../../src/plan/types.ts';
import { breakTable, describeEngine, describePostgres, engineOn, everything, standing } from './desk.ts';
import { at, indicatorsOf, officePlan, withIndicators } from './office.ts';

const change = (plan: Plan, code: string, terms: object): Plan =>
  withIndicators(plan, (indicator) => (indicator.code === code ? { ...indicator, ...terms } : indicator));
const without = (plan: Plan, code: string): Plan =>
  withIndicators(plan, (indicator) => (indicator.code === code ? null : indicator));

/** The paper that most acts need. */
const evidence = [{ reference: 'Memo 56.00.0000.028', date: null }];
const BY = { post: 'admin-1', person: null };

describeEngine('A plan put in force', (desk) => {
  it('begins every indicator with the fiscal year, and arms its next deadlines', async () => {
    const { apply, bells } = desk.engine('2021-06-20');
    const plan = officePlan();
    const applied = await apply(plan);
    expect(applied).toMatchObject({ version: 1, isChanged: true, before: null, redefined: [], withdrawn: [] });
    expect(applied.added).toEqual(indicatorsOf(plan).map(({ code }) => code));
    const rows = await desk.rows<{ code: string; status: string; deadline: string; ladders: string[] }>(
      `select code, status, deadline, (select json_agg(ladder order by ladder) from deadline
         where indicator_id = indicator.id) as ladders from indicator order by id`,
    );
    expect(new Set(rows.map(({ status, deadline, ladders }) => `${status} ${deadline} ${ladders}`))).toEqual(
      new Set(['notStarted upcoming nextMark,yearEnd']),
    );
    const due = await desk.rows<{ at: number }>('select distinct due_at as at from deadline');
    expect(new Set(bells.alarms)).toEqual(new Set(due.map((row) => row.at)));
  });

  it('changes nothing when the same plan is applied again, that day or a month later', async () => {
    const { apply, clock, bells } = desk.engine('2021-08-01');
    await apply(officePlan());
    const before = await everything(desk.database);
    bells.alarms.length = 0;
    clock.now = at('2021-09-01');
    expect(await apply(officePlan())).toMatchObject({ version: 1, isChanged: false, added: [], changes: [] });
    expect(await everything(desk.database)).toEqual(before);
    expect(bells.alarms).toEqual([]);
  });

  it('keeps each version of the plan, and disturbs no indicator when only people change', async () => {
    const { apply } = desk.engine('2021-08-01');
    const plan = officePlan();
    await apply(plan);
    const before = await standing(desk.database);
    const [first, ...others] = plan.people;
    const applied = await apply({ ...plan, people: [{ ...first!, email: 'new@mowca.example' }, ...others] });
    expect(applied).toMatchObject({ version: 2, isChanged: true, added: [], redefined: [], withdrawn: [] });
    expect(applied.before).toEqual(plan);
    expect(await standing(desk.database)).toEqual(before);
    expect(await desk.rows('select version from plan_version order by 1')).toEqual([{ version: 1 }, { version: 2 }]);
  });

  it('starts a new ladder where a due date moved, and only there', async () => {
    const { apply, runAt } = desk.engine('2022-02-18');
    const plan = officePlan();
    await apply(plan);
    await runAt('2022-02-18');
    const terms = { target: '2022-03-30', due: '2022-03-30', criteria: [{ percent: 100, target: '2022-03-30' }] };
    const applied = await apply(change(plan, '1.2.1', terms));
    expect(applied.redefined).toEqual(['1.2.1']);
    await runAt('2022-03-01');
    const rungs = await desk.rows<{ rung: string }>(
      `select distinct generation, rung_at, rung from notification join indicator on indicator.id = indicator_id
       where code = '1.2.1' and (generation = 2 or rung_at > $1) order by generation, rung_at`,
      [new Date(at('2022-02-18')).toISOString()],
    );
    expect(rungs.map(({ rung }) => rung)).toEqual(['30-days-before']);
    const generations = await desk.rows(
      `select count(*) as moved from indicator where (state -> 'context' ->> 'generation')::int = 2`,
    );
    expect(generations).toEqual([{ moved: 1 }]);
  });

  it('withdraws what the plan no longer has, achieved or not, and keeps its history', async () => {
    const { apply, engine, clock } = desk.engine('2021-08-01');
    const plan = officePlan();
    await apply(plan);
    clock.now = at('2021-08-20');
    const steps = indicatorsOf(plan).find(({ code }) => code === '1.4.1')!.steps;
    const report = { planId: plan.id, zone: plan.zone, code: '1.4.1', by: BY };
    for (const { id } of steps) {
      await engine.record({ ...report, action: { type: 'completeStep', step: id, evidence, note: null } });
    }
    const achieved = `select code from indicator where status = 'achieved'`;
    expect(await desk.rows(achieved)).toEqual([{ code: '1.4.1' }]);
    clock.now = at('2021-09-01');
    const applied = await apply(without(without(plan, '1.4.1'), '1.2.1'));
    expect(applied.withdrawn).toEqual(['1.2.1', '1.4.1']);
    const gone = await desk.rows(
      `select code, status, deadline, (select count(*) from deadline where indicator_id = indicator.id) as armed
       from indicator where status = 'withdrawn' order by code`,
    );
    const withdrawn = { status: 'withdrawn', deadline: 'closed', armed: 0 };
    expect(gone).toEqual([
      { code: '1.2.1', ...withdrawn },
      { code: '1.4.1', ...withdrawn },
    ]);
    expect((await apply(without(without(plan, '1.4.1'), '1.2.1'))).isChanged).toBe(false);
  });

  it('brings back an indicator that the plan has again, with its deadlines', async () => {
    const { apply, runAt } = desk.engine('2021-08-01');
    const plan = officePlan();
    await apply(plan);
    await apply(without(plan, '1.2.1'));
    await runAt('2022-02-20');
    const applied = await apply(plan);
    expect(applied.added).toEqual(['1.2.1']);
    const [back] = await desk.rows(
      `select status, deadline, (select count(*) from deadline where indicator_id = indicator.id) as armed
       from indicator where code = '1.2.1'`,
    );
    expect(back).toEqual({ status: 'notStarted', deadline: 'dueSoon', armed: 2 });
    await runAt('2022-02-20');
    const told = await desk.rows(
      `select distinct rung, notification.status from notification join indicator on indicator.id = indicator_id
       where code = '1.2.1' and notification.status = 'messaged'`,
    );
    expect(told).toEqual([{ rung: '7-days-before', status: 'messaged' }]);
  });

  it('refuses to make an indicator another kind, and then does nothing at all', async () => {
    const { apply } = desk.engine('2021-08-01');
    const plan = officePlan();
    await apply(plan);
    const before = await everything(desk.database);
    const other = without(change(plan, '1.2.1', { kind: 'count', unit: 'number', target: 4, steps: [] }), '1.1.1');
    await expect(apply(other)).rejects.toMatchObject({ code: 'kindChanged', indicators: ['1.2.1'] });
    expect(await everything(desk.database)).toEqual(before);
  });

  it.each(['definition', 'plan', 'plan_version', 'indicator', 'event_log', 'deadline', 'notification'])(
    'leaves nothing behind when the database goes down as it writes into %s',
    async (table) => {
      const { apply, clock, bells } = desk.engine('2021-07-05');
      const plan = officePlan();
      await apply(without(plan, '1.1.1'));
      const before = await everything(desk.database);
      bells.alarms.length = 0;
      clock.now = at('2022-03-01');
      const mend = await breakTable(desk.database, table);
      const next = change(without(plan, '2.2.1'), '1.2.1', { due: '2022-03-30', target: '2022-03-30' });
      await expect(apply(next)).rejects.toMatchObject({ code: 'databaseUnavailable' });
      expect(await everything(desk.database)).toEqual(before);
      expect(bells.alarms).toEqual([]);
      await mend();
      const applied = await apply(next);
      expect(applied).toMatchObject({ version: 2, added: ['1.1.1'], redefined: ['1.2.1'], withdrawn: ['2.2.1'] });
    },
  );
});

describePostgres('A plan that two people put in force at once', (desk) => {
  it('is applied once, and the second finds it so', async () => {
    const engines = [desk.engine('2021-08-01'), engineOn(await desk.openAgain(), '2021-08-01')];
    const applied = await Promise.all(engines.map(({ apply }) => apply(officePlan())));
    expect(applied.map(({ isChanged }) => isChanged).sort()).toEqual([false, true]);
    expect(applied.map(({ version }) => version)).toEqual([1, 1]);
  });
});
