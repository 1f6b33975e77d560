import { expect, it } from 'vitest';
import { query, withTransaction } from '../../src/db/database.ts';
import { lockIndicator } from '../../src/db/queries/lock-indicators.ts';
import { simulate } from '../../src/simulate/simulate.ts';
import {
  BRIEF,
  breakTable,
  type Desk,
  describeEngine,
  describePostgres,
  engineOn,
  everything,
  letterhead,
} from './desk.ts';
import { at, calendar, officePlan, planWith } from './office.ts';

/** The letters so far, as `person class: rung of indicator, …`. */
async function letters({ rows }: Desk): Promise<string[]> {
  const found = await rows<{ letter: string }>(
    `select person_id || ' ' || class || ': ' ||
       string_agg(distinct notification.rung || ' of ' || indicator.code, ', ') as letter
     from message join notification on message_id = message.id join indicator on indicator.id = indicator_id
     group by message.id order by 1`,
  );
  return found.map(({ letter }) => letter);
}

const skips = ({ rows }: Desk) =>
  rows('select skip_reason as reason, count(*) as count from notification where status = $1 group by 1 order by 1', [
    'skipped',
  ]);

describeEngine('A morning', (desk) => {
  it('makes one digest a person of all that has come due, and asks that it be sent', async () => {
    const { apply, runAt, bells } = desk.engine('2021-08-01');
    await apply(planWith('1.2.1', '1.1.1'));
    expect(await runAt('2022-02-10')).toMatchObject({ messages: 2 });
    expect(await letters(desk)).toEqual([
      'deputy-secretary digest: 14-days-before of 1.2.1',
      'programmer digest: 14-days-before of 1.2.1',
    ]);
    expect(bells.mail).toEqual([1, 2]);
    expect(await skips(desk)).toEqual([{ reason: 'overtaken', count: 2 }]);
  });

  it('is told once: later rounds of the same morning find nothing', async () => {
    const { apply, runAt, bells } = desk.engine('2021-08-01');
    await apply(planWith('1.2.1'));
    await runAt('2022-02-10');
    bells.mail.length = 0;
    expect(await runAt('2022-02-10T09:00:30')).toMatchObject({ fired: 0, messages: 0 });
    expect(bells.mail).toEqual([]);
  });

  it('says nothing of what was settled between the rung and the letter', async () => {
    const { apply, engine, clock } = desk.engine('2021-08-01');
    await apply(planWith('1.2.1'));
    clock.now = at('2022-02-10');
    const by = { post: 'admin-1', person: null };
    const action = { type: 'suspend', reason: 'Covid-19' } as const;
    await engine.record({ planId: 'mowca-2021-22', zone: 'Asia/Dhaka', code: '1.2.1', action, by });
    expect(await engine.run()).toMatchObject({ messages: 0 });
    expect(await skips(desk)).toEqual([{ reason: 'settled', count: 4 }]);
  });

  it('threads what is said to one person of one indicator', async () => {
    const { apply, runAt } = desk.engine('2021-08-01');
    await apply(planWith('1.2.1'));
    for (const day of ['2022-01-26', '2022-02-10', '2022-02-17']) await runAt(day);
    const thread = await desk.rows<{ headerId: string; inReplyTo: string | null }>(
      `select header_id as "headerId", in_reply_to as "inReplyTo" from message where person_id = 'deputy-secretary' order by id`,
    );
    expect(thread.map(({ inReplyTo }) => inReplyTo)).toEqual([null, thread[0]!.headerId, thread[1]!.headerId]);
  });

  it.each(['message', 'notification'])(
    'is told later, whole, when the database goes down as it writes into %s',
    async (table) => {
      const { apply, engine, clock } = desk.engine('2021-08-01');
      await apply(planWith('1.2.1'));
      clock.now = at('2022-02-10');
      // The firing itself is committed by a round that could not tell.
      const mendMessages = await breakTable(desk.database, 'message');
      await expect(engine.run()).rejects.toMatchObject({ code: 'databaseUnavailable' });
      await mendMessages();
      const before = await everything(desk.database);
      const mend = await breakTable(desk.database, table);
      await expect(engine.run()).rejects.toMatchObject({ code: 'databaseUnavailable' });
      await mend();
      expect(await everything(desk.database)).toEqual(before);
      expect(await engine.run()).toMatchObject({ fired: 0, messages: 2 });
    },
  );

  it('reaches the other offices when the letters of one cannot be written', async () => {
    const compose: typeof letterhead.compose = (letter) => {
      if (letter.planId === 'broken-2021-22') throw new Error('No words.');
      return BRIEF.compose(letter);
    };
    const { apply, runAt, engine, faults } = desk.engine('2021-08-01', { letterhead: { ...BRIEF, compose } });
    const plan = planWith('1.2.1');
    for (const id of ['after-2021-22', 'broken-2021-22', 'zenith-2021-22']) await apply({ ...plan, id });
    expect(await runAt('2022-02-10')).toMatchObject({ fired: 6, messages: 4 });
    expect(faults).toMatchObject([{ plan: 'broken-2021-22' }]);
    const mended = engineOn(desk.database, '2022-02-10', { letterhead });
    expect(await mended.engine.run()).toMatchObject({ fired: 0, messages: 2 });
    expect(await engine.run()).toMatchObject({ messages: 0 });
  });
});

describeEngine('A plan that starts late', (desk) => {
  it('sends nobody the past: one letter of each class to a person, with the newest rung of each indicator', async () => {
    const plan = officePlan();
    const { apply, runAt } = desk.engine('2021-11-10');
    await apply(plan);
    await runAt('2021-11-10T09:00:01');
    const told = await letters(desk);
    const toWhom = told.map((letter) => letter.split(':')[0]);
    expect(new Set(toWhom).size).toBe(toWhom.length);
    // What the simulation says of a start on that day, to the letter.
    const [first] = simulate(plan, { calendar, history: null, from: '2021-11-10' });
    const expected = first!.messages.map(({ person, class: letter, notices }) => {
      const rungs = [...new Set(notices.map(({ rung, indicator }) => `${rung} of ${indicator.code}`))].sort();
      return `${person.id} ${letter}: ${rungs.join(', ')}`;
    });
    expect(told).toEqual(expected.sort());
    expect(told.join('\n')).toMatch(/follow-up of 1\.4\.1/);
    expect(await desk.rows(`select count(*) as left from notification where status = 'pending'`)).toEqual([
      { left: 0 },
    ]);
  });

  it('is told no more until the next rung', async () => {
    const { apply, runAt, bells } = desk.engine('2021-11-10');
    await apply(officePlan());
    await runAt('2021-11-10T09:00:01');
    expect(await runAt('2021-11-10T18:00:00')).toMatchObject({ messages: 0 });
    const [{ next } = { next: 0 }] = await desk.rows<{ next: number }>('select min(due_at) as next from deadline');
    expect(next).toBe(at('2021-11-11'));
    expect(bells.alarms).toContain(next);
  });
});

describeEngine('A system that slept forty days', (desk) => {
  it('tells each person once, and has on record what was overtaken', async () => {
    const { apply, runAt } = desk.engine('2021-08-01');
    await apply(planWith('1.2.1'));
    await runAt('2022-02-01');
    const before = (await letters(desk)).length;
    const { messages } = await runAt('2022-03-13');
    const told = await letters(desk);
    expect(messages).toBe(told.length - before);
    // By 13 March the reminders of 14, 7 and 3 days before have passed by, and every escalation is due.
    expect(told).toEqual([
      'additional-secretary escalation: 1-working-day-after of 1.2.1',
      'cabinet-division-desk escalation: 10-working-days-after of 1.2.1',
      'deputy-secretary digest: 30-days-before of 1.2.1',
      'deputy-secretary digest: due-day of 1.2.1',
      'programmer digest: 30-days-before of 1.2.1',
      'programmer digest: due-day of 1.2.1',
      'secretary escalation: 5-working-days-after of 1.2.1',
    ]);
    expect(await skips(desk)).toEqual([{ reason: 'overtaken', count: 6 }]);
  });
});

describePostgres('Two processes', (desk) => {
  it('that fire and tell at once make one digest a person', async () => {
    const one = desk.engine('2021-08-01', { letterhead: BRIEF });
    const other = engineOn(await desk.openAgain(), '2021-08-01', { letterhead: BRIEF });
    await one.apply(officePlan());
    for (const day of ['2021-12-15', '2022-01-26', '2022-02-10', '2022-02-27', '2022-03-10', '2022-05-30']) {
      await Promise.all([one.runAt(day), other.runAt(day)]);
    }
    const twice = await desk.rows(
      'select person_id, class, created_at from message group by 1, 2, 3 having count(*) > 1',
    );
    expect(twice).toEqual([]);
    expect(await desk.rows(`select id from notification where status = 'pending'`)).toEqual([]);
  });

  it('wait for each other: while one holds an indicator that is due, the other does not write half a digest', async () => {
    const { apply, runAt, engine } = desk.engine('2021-08-01');
    // By 14 February: 14 days before the 25th, four days late, and 30 days before 16 March.
    await apply(planWith('1.2.1', '1.1.1'));
    await runAt('2022-02-09');
    const { db } = await desk.openAgain();
    let letGo = () => {};
    const gate = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let hold = () => {};
    const held = new Promise<void>((resolve) => {
      hold = resolve;
    });
    const elsewhere = withTransaction(db, async (tx) => {
      await lockIndicator(tx, 'mowca-2021-22', '1.2.1');
      hold();
      await gate;
    });
    await held;
    const round = await runAt('2022-02-14');
    expect(round.messages).toBe(0);
    letGo();
    await elsewhere;
    expect(await engine.run()).toMatchObject({ messages: 2 });
    expect(await letters(desk)).toContain('deputy-secretary digest: 14-days-before of 1.2.1, 30-days-before of 1.1.1');
  });

  it('leave the telling to nobody: whoever fires last tells, though another has the plan in hand', async () => {
    const { apply, runAt } = desk.engine('2021-08-01');
    await apply(planWith('1.2.1'));
    const { db } = await desk.openAgain();
    let letGo = () => {};
    const gate = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const elsewhere = withTransaction(db, async (tx) => {
      await query(tx, 'select 1 from plan for update');
      await gate;
    });
    const round = runAt('2022-02-10');
    await untilSomebodyWaits(desk);
    letGo();
    await elsewhere;
    expect(await round).toMatchObject({ messages: 2 });
  });
});

/** Resolves once a query waits for a lock that another transaction holds. */
async function untilSomebodyWaits({ rows }: Desk): Promise<void> {
  for (;;) {
    const waiting = await rows(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (waiting.length > 0) return;
  }
}
