import { expect, it } from 'vitest';
import { query, withTransaction } from '../../src/db/database.ts';
import { setAside } from '../../src/db/queries/set-aside.ts';
import { DefinitionCache } from '../../src/engine/definition-cache.ts';
import { readPlanStatus } from '../../src/engine/plan-status.ts';
import { PlanStatuses } from '../../src/engine/plan-statuses.ts';
import { describeEngine } from './desk.ts';
import { at, officePlan, planOfMany, ZONE } from './office.ts';

const ID = 'mowca-2021-22';

describeEngine('How a plan stands, kept ready', (desk) => {
  async function office() {
    const { apply, engine, clock } = desk.engine('2021-08-23T08:00:00');
    await apply(officePlan());
    const statuses = new PlanStatuses(new DefinitionCache());
    const { db } = desk.database;
    return {
      apply,
      engine,
      clock,
      read: () => statuses.read(db, ID, clock.now),
      fresh: () => readPlanStatus(db, ID, clock.now),
    };
  }

  it('is read once while nothing changes, and what is not there is not there', async () => {
    const { read, fresh } = await office();
    const first = await read();
    expect(await read()).toBe(first);
    expect(first).toEqual(await fresh());
    const none = new PlanStatuses(new DefinitionCache());
    expect(await none.read(desk.database.db, 'nobody-2021-22', at('2021-08-02'))).toBeNull();
  });

  it.each([
    [
      'somebody records something',
      async ({ engine }) => {
        const by = { post: 'admin-1', person: null };
        const action = { type: 'suspend', reason: 'Flood' } as const;
        expect((await engine.record({ planId: ID, zone: ZONE, code: '1.2.1', action, by })).refusal).toBeNull();
      },
    ],
    [
      'a reminder is due',
      async ({ engine, clock }) => {
        clock.now = at('2021-08-23T09:00:00');
        await engine.run();
      },
    ],
    [
      'the plan is revised',
      async ({ apply }) => {
        const plan = officePlan();
        await apply({ ...plan, office: { ...plan.office, name: { bn: 'অন্য অফিস', en: 'Another office' } } });
      },
    ],
    [
      'an error sets an indicator aside',
      async () => {
        await withTransaction(desk.database.db, (tx) => setAside(tx, 1, 'broken', at('2021-08-02')));
      },
    ],
    [
      'somebody takes leave, or takes it back',
      async () => {
        await query(
          desk.database.db,
          `insert into leave (plan_id, person_id, deputy_id, first_day, last_day, created_at, created_by)
         values ($1, 'a', 'b', '2021-08-01', '2021-08-09', now(), 'a@office.example')`,
          [ID],
        );
      },
    ],
    [
      'midnight passes',
      async ({ clock }) => {
        clock.now = at('2021-08-24T00:00:00');
      },
    ],
  ] as const satisfies readonly (readonly [string, (work: Awaited<ReturnType<typeof office>>) => Promise<void>])[])(
    'is read anew once %s',
    async (_, happens) => {
      const work = await office();
      const before = await work.read();
      await happens(work);
      const after = await work.read();
      expect(after).not.toBe(before);
      expect(after).toEqual(await work.fresh());
      expect(await work.read()).toBe(after);
    },
  );

  it('makes room for the plans that are asked for', async () => {
    const { apply, clock } = desk.engine('2021-08-02');
    for (const name of ['one', 'two', 'three']) await apply(planOfMany(4, `${name}-2021-22`));
    const statuses = new PlanStatuses(new DefinitionCache(), 8);
    const read = (name: string) => statuses.read(desk.database.db, `${name}-2021-22`, clock.now);
    const [one, two] = [await read('one'), await read('two')];
    expect(await read('one')).toBe(one);
    await read('three');
    expect(await read('one')).toBe(one);
    expect(await read('two')).not.toBe(two);
  });
});
