import { expect, it } from 'vitest';
import { DefinitionCache } from '../../src/engine/definition-cache.ts';
import { plansBelow } from '../../src/reading/overseen-plans.ts';
import { readWaiting } from '../../src/reading/waiting.ts';
import { describeEngine } from '../engine/desk.ts';
import { indicatorOf } from '../machines/office.ts';
import { EVERY_POST_HELD, personWho, staffed } from '../notices/staffed.ts';

const meetings = indicatorOf('recurring', { code: '2.2.3' });
const plan = staffed([...EVERY_POST_HELD, personWho('reader')], [meetings]);
const who = (id: string, isAdministrator = false) => ({ address: `${id}@office.example`, isAdministrator });

describeEngine('What waits for an answer', (desk) => {
  async function office(people = plan.people) {
    const { apply, runAt, engine, clock } = desk.engine('2021-08-02');
    await apply({ ...plan, people });
    const read = (id: string, limit = 10, after?: number) =>
      readWaiting(desk.database.db, new DefinitionCache(), who(id), clock.now, { limit, after });
    const shown = async (id: string) =>
      (await read(id)).items.map(({ escalation, due, daysLate }) => `${escalation.checkpoint} ${due} ${daysLate}`);
    return { runAt, engine, clock, read, shown };
  }

  it('is every missed quarter, and no longer the one that was made up for while another is late', async () => {
    const { runAt, engine, shown } = await office();
    await runAt('2021-10-04');
    await runAt('2022-01-10');
    expect(await shown('the-supervisor')).toEqual(['q1 2021-09-30 102', 'q2 2021-12-31 10']);
    await engine.record({
      planId: plan.id,
      zone: plan.zone,
      code: '2.2.3',
      action: { type: 'holdOccurrence', occurrence: 'q1', evidence: [], note: null },
      by: { post: 'focal', person: 'the-focal' },
    });
    expect(await shown('the-supervisor')).toEqual(['q2 2021-12-31 10']);
  });

  it('comes page by page, and is nothing for those below or beside', async () => {
    const { runAt, read, shown, clock } = await office();
    await runAt('2021-10-04');
    await runAt('2022-01-10');
    const first = await read('the-supervisor', 1);
    expect(first.items).toHaveLength(1);
    const second = await read('the-supervisor', 1, first.next!);
    expect([second.items[0]!.escalation.checkpoint, second.next]).toEqual(['q2', null]);
    for (const other of ['the-focal', 'the-innovation', 'reader', 'stranger']) expect(await shown(other)).toEqual([]);
    expect(await plansBelow(desk.database.db, who('the-focal', true), clock.now)).toEqual([]);
  });

  it('passes to whoever takes over the post, and leaves whoever gave it up', async () => {
    const heir = personWho('the-heir', { post: 'supervisor', from: '2022-01-20' });
    const leaving = personWho('the-supervisor', { post: 'supervisor', to: '2022-01-19' });
    const people = [...plan.people.filter(({ id }) => id !== 'the-supervisor'), leaving, heir];
    const { runAt, shown, clock } = await office(people);
    await runAt('2021-10-04');
    await runAt('2022-01-10');
    expect([await shown('the-heir'), await shown('the-supervisor')]).toEqual([
      [],
      expect.arrayContaining(['q2 2021-12-31 10']),
    ]);
    clock.now += 15 * 24 * 3_600_000;
    expect([(await shown('the-heir')).length, await shown('the-supervisor')]).toEqual([2, []]);
  });

  it('is for the stand-in while the supervisor is on leave', async () => {
    const { runAt, shown } = await office();
    await desk.rows(
      `insert into leave (plan_id, person_id, deputy_id, first_day, last_day, created_at, created_by)
       values ($1, 'the-supervisor', 'reader', '2022-01-01', '2022-01-31', now(), 'test')`,
      [plan.id],
    );
    await runAt('2021-10-04');
    await runAt('2022-01-10');
    expect(await shown('reader')).toContain('q2 2021-12-31 10');
    expect(await shown('the-supervisor')).not.toContain('q2 2021-12-31 10');
  });
});
