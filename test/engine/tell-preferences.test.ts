import { expect, it } from 'vitest';
import { withTransaction } from '../../src/db/database.ts';
import { insertLeave } from '../../src/db/queries/leaves.ts';
import { findPlan } from '../../src/db/queries/plans.ts';
import { savePreference } from '../../src/db/queries/preferences.ts';
import { NO_PREFERENCE, type Preference } from '../../src/notices/preference.ts';
import type { Plan } from '../../src/plan/types.ts';
import { type Desk, describeEngine } from './desk.ts';
import { at, planWith } from './office.ts';

const PLAN = 'mowca-2021-22';

/** 14 days before 1.2.1 is due, the programmer and the deputy secretary are reminded. */
const MORNING = '2022-02-10';

function addressOf(plan: Plan, person: string): string {
  return plan.people.find(({ id }) => id === person)!.email;
}

const prefer = (desk: Desk, person: string, wish: Partial<Preference>) =>
  savePreference(desk.database.db, addressOf(planWith('1.2.1'), person), { ...NO_PREFERENCE, ...wish }, at(MORNING));

const letters = (desk: Desk) =>
  desk.rows<{ person: string; language: string; text: string }>(
    'select person_id as person, language, text from message order by id',
  );

const statuses = (desk: Desk) =>
  desk.rows(
    `select status, skip_reason as reason, count(*) as count from notification
     where rung = '14-days-before' group by 1, 2 order by 1, 2`,
  );

const sendOnLeave = (desk: Desk, person: string, deputy: string, from: string, to: string) =>
  withTransaction(desk.database.db, (tx) =>
    insertLeave(tx, { planId: PLAN, person, deputy, from, to, createdAt: at(MORNING), createdBy: 'test' }),
  );

describeEngine('Somebody who wants no letter before eleven', (desk) => {
  it('gets it at eleven by an alarm of its own, while the others get theirs at nine', async () => {
    const { apply, runAt, bells } = desk.engine('2021-08-01');
    await apply(planWith('1.2.1'));
    await prefer(desk, 'programmer', { hour: '11:00' });
    await runAt(MORNING);
    expect((await letters(desk)).map(({ person }) => person)).toEqual(['deputy-secretary']);
    expect(bells.alarms).toContain(at(`${MORNING}T11:00:00`));
    expect(await runAt(`${MORNING}T10:59:59`)).toMatchObject({ messages: 0 });
    expect(await runAt(`${MORNING}T11:00:00`)).toMatchObject({ fired: 0, messages: 1 });
    expect((await letters(desk)).map(({ person }) => person)).toEqual(['deputy-secretary', 'programmer']);
    expect(await statuses(desk)).toEqual([{ status: 'messaged', reason: null, count: 2 }]);
  });

  it('gets it also when the alarm was lost: the watchdog hangs it up again', async () => {
    const { apply, runAt, engine, bells } = desk.engine('2021-08-01');
    await apply(planWith('1.2.1'));
    await prefer(desk, 'programmer', { hour: '11:00' });
    await runAt(MORNING);
    bells.alarms.length = 0;
    await engine.watch();
    expect(bells.alarms).toContain(at(`${MORNING}T11:00:00`));
  });

  it('is not told of what was settled by then', async () => {
    const { apply, runAt, engine } = desk.engine('2021-08-01');
    await apply(planWith('1.2.1'));
    await prefer(desk, 'programmer', { hour: '11:00' });
    await runAt(MORNING);
    const by = { post: 'admin-1', person: null };
    const action = { type: 'suspend', reason: 'Covid-19' } as const;
    await engine.record({ planId: PLAN, zone: 'Asia/Dhaka', code: '1.2.1', action, by });
    expect(await runAt(`${MORNING}T11:00:00`)).toMatchObject({ messages: 0 });
    expect(await statuses(desk)).toEqual([
      { status: 'messaged', reason: null, count: 1 },
      { status: 'skipped', reason: 'settled', count: 1 },
    ]);
  });

  it('shares a post with somebody who does not mind: each is told once, and the notice leads to the first letter', async () => {
    const { apply, runAt } = desk.engine('2021-08-01');
    const plan = planWith('1.2.1');
    const [post] = plan.people.find(({ id }) => id === 'programmer')!.holds;
    const second = {
      ...plan.people.find(({ id }) => id === 'programmer')!,
      id: 'second',
      email: 'second@mowca.example',
    };
    await apply({ ...plan, people: [...plan.people, { ...second, holds: [post!] }] });
    await prefer(desk, 'programmer', { hour: '11:00' });
    await runAt(MORNING);
    expect((await letters(desk)).map(({ person }) => person).sort()).toEqual(['deputy-secretary', 'second']);
    await runAt(`${MORNING}T10:00:00`);
    await runAt(`${MORNING}T11:00:00`);
    await runAt(`${MORNING}T12:00:00`);
    expect((await letters(desk)).map(({ person }) => person).sort()).toEqual([
      'deputy-secretary',
      'programmer',
      'second',
    ]);
    const told = await desk.rows<{ person: string; waits: unknown }>(
      `select person_id as person, wait_until as waits from notification join message on message.id = message_id
       where rung = '14-days-before' order by 1`,
    );
    expect(told).toEqual([
      { person: 'deputy-secretary', waits: null },
      { person: 'second', waits: null },
    ]);
  });
});

describeEngine('Somebody with wishes of their own', (desk) => {
  it('is written to in the preferred language, and of each indicator apart', async () => {
    const { apply, runAt } = desk.engine('2021-08-01');
    // By the morning of 14 February: 14 days before the one is due, four days late, and 30 days before the other.
    await apply(planWith('1.2.1', '1.1.1'));
    await runAt('2022-02-09');
    const before = (await letters(desk)).length;
    await prefer(desk, 'deputy-secretary', { language: 'en', delivery: 'single' });
    await runAt('2022-02-14');
    const now = (await letters(desk)).slice(before);
    expect(now.map(({ person, language }) => `${person} ${language}`).sort()).toEqual([
      'deputy-secretary en',
      'deputy-secretary en',
      'programmer bn',
    ]);
    expect(now.find(({ language }) => language === 'en')!.text).toMatch(/^To: /m);
  });
});

describeEngine('Somebody on leave', (desk) => {
  it('is not told; the deputy is, and reads in whose place', async () => {
    const { apply, runAt } = desk.engine('2021-08-01');
    await apply(planWith('1.2.1'));
    await sendOnLeave(desk, 'programmer', 'deputy-secretary', MORNING, MORNING);
    await runAt(MORNING);
    expect((await letters(desk)).map(({ person }) => person)).toEqual(['deputy-secretary']);
    // The deputy has an own part in it too, so it is the deputy's own letter; the next one is the programmer's again.
    await runAt('2022-02-17');
    expect(
      (await letters(desk))
        .slice(1)
        .map(({ person }) => person)
        .sort(),
    ).toEqual(['deputy-secretary', 'programmer']);
    await sendOnLeave(desk, 'programmer', 'secretary', '2022-02-20', '2022-02-28');
    await runAt('2022-02-22');
    const [inPlace] = (await letters(desk)).filter(({ person }) => person === 'secretary');
    expect(inPlace!.text).toMatch(/ছুটিকালীন দায়িত্বে/);
  });

  it('leaves the plan as it was written: applying it again, as read or as written, changes nothing', async () => {
    const { apply } = desk.engine('2021-08-01');
    const plan = planWith('1.2.1');
    await apply(plan);
    await sendOnLeave(desk, 'programmer', 'deputy-secretary', MORNING, MORNING);
    const stored = await findPlan(desk.database.db, PLAN);
    expect(stored!.body.leaves).toHaveLength(1);
    expect(await apply(plan)).toMatchObject({ isChanged: false });
    expect(await apply(stored!.body)).toMatchObject({ isChanged: false });
    await apply({ ...stored!.body, totalWeight: 50 });
    expect(await desk.rows(`select body ? 'leaves' as kept from plan`)).toEqual([{ kept: false }]);
  });
});
