import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { type Database, query, withTransaction } from '../../src/db/database.ts';
import { cancelMessage, claimMessage } from '../../src/db/queries/attempts.ts';
import { type Answer, deliverMessage } from '../../src/engine/deliver-message.ts';
import { type Desk, describeEngine, describePostgres } from './desk.ts';
import { planWith } from './office.ts';

/** Two reminders, waiting to be sent. */
async function reminded(desk: Desk) {
  const office = desk.engine('2021-08-01');
  await office.apply(planWith('1.2.1'));
  await office.runAt('2022-01-26');
  const ids = (await desk.rows<{ id: number }>('select id from message order by id')).map(({ id }) => id);
  const deliver = (id: number, answer: Answer) => {
    const now = () => office.clock.now;
    return deliverMessage(desk.database.db, id, { send: async () => answer, now, realNow: now, lease: 60_000 });
  };
  const statuses = async () =>
    (await desk.rows<{ status: string }>('select status from message order by id')).map(({ status }) => status);
  return { ...office, ids, deliver, statuses };
}

const TAKEN: Answer = { outcome: 'sent', answer: '250 Ok' };

describeEngine('A letter that waits', (desk) => {
  it('is cancelled for good: no worker takes it, and the watchdog leaves it alone', async () => {
    const { engine, ids, bells, deliver, statuses } = await reminded(desk);
    expect(await engine.cancelMail([ids[0]!])).toEqual([ids[0]]);
    bells.mail.length = 0;
    await engine.watch();
    expect(bells.mail).toEqual([ids[1]]);
    expect(await deliver(ids[0]!, TAKEN)).toBe('notMine');
    expect(await engine.sendAgain([ids[0]!])).toEqual([]);
    expect(await statuses()).toEqual(['cancelled', 'queued']);
  });

  it('is cancelled once, and what was sent or failed is not', async () => {
    const { engine, ids, deliver, statuses } = await reminded(desk);
    await deliver(ids[0]!, TAKEN);
    await deliver(ids[1]!, { outcome: 'refused', answer: '550 no such mailbox' });
    expect(await engine.cancelMail(ids)).toEqual([]);
    expect(await statuses()).toEqual(['sent', 'failed']);
  });

  it('once it has failed goes out again when asked for, and the bell is rung; a sent one never', async () => {
    const { engine, ids, bells, deliver, statuses } = await reminded(desk);
    await deliver(ids[0]!, TAKEN);
    await deliver(ids[1]!, { outcome: 'refused', answer: '550 no such mailbox' });
    bells.mail.length = 0;
    expect(await engine.sendAgain([...ids, ids[1]!])).toEqual([ids[1]]);
    expect(bells.mail).toEqual([ids[1]]);
    expect(await deliver(ids[1]!, TAKEN)).toBe('sent');
    expect(await statuses()).toEqual(['sent', 'sent']);
  });
});

describePostgres('A letter that is cancelled while a worker takes it', (desk) => {
  it('goes out where the worker was first, and the canceller is told so', async () => {
    const { engine, ids, clock, statuses } = await reminded(desk);
    const other = await desk.openAgain();
    const cancelling = await withTransaction(other.db, async (tx) => {
      expect(await claimMessage(tx, ids[0]!, clock.now, clock.now - 60_000)).toMatchObject({ status: 'sending' });
      const cancelled = engine.cancelMail([ids[0]!]);
      await somebodyWaits(desk.database.db);
      return { cancelled };
    });
    expect(await cancelling.cancelled).toEqual([]);
    expect((await statuses())[0]).toBe('sending');
  });

  it('stays here where the canceller was first, and the worker finds nothing to do', async () => {
    const { ids, deliver, statuses } = await reminded(desk);
    const other = await desk.openAgain();
    const claiming = await withTransaction(other.db, async (tx) => {
      expect(await cancelMessage(tx, ids[0]!)).toBe(true);
      const delivered = deliver(ids[0]!, TAKEN);
      await somebodyWaits(desk.database.db);
      return { delivered };
    });
    expect(await claiming.delivered).toBe('notMine');
    expect(await statuses()).toEqual(['cancelled', 'queued']);
    expect(await desk.rows('select 1 from message_attempt')).toEqual([]);
  });

  it('is either cancelled or sent, and never both, for fifty letters and two racing processes', async () => {
    const { engine, clock } = await reminded(desk);
    await desk.rows(
      `insert into message (plan_id, class, post, person_id, address, language, subject, text, html, header_id, thread_id,
         status, created_at, for_instant)
       select plan_id, class, post, person_id, address, language, subject, text, html, '<copy-' || n || '@x.example>',
         thread_id, 'queued', created_at, for_instant
       from message, generate_series(1, 50) as n where message.id = (select min(id) from message)`,
    );
    const { db } = await desk.openAgain();
    const ids = (await desk.rows<{ id: number }>('select id from message order by id')).map(({ id }) => id);
    const now = () => clock.now;
    const sent: number[] = [];
    const send = async ({ id }: { id: number }) => {
      sent.push(id);
      return TAKEN;
    };
    const cancelled: number[] = [];
    await Promise.all([
      ...ids.map((id) => deliverMessage(db, id, { send, now, realNow: now, lease: 60_000 })),
      ...ids.map(async (id) => cancelled.push(...(await engine.cancelMail([id])))),
    ]);
    expect([...sent, ...cancelled].sort((a, b) => a - b)).toEqual(ids);
    const rows = await desk.rows<{ id: number }>(`select id from message where status = 'cancelled' order by id`);
    expect(rows.map(({ id }) => id)).toEqual(cancelled.sort((a, b) => a - b));
  });
});

/** Resolves once somebody stands before a locked row. */
async function somebodyWaits(db: Database): Promise<void> {
  for (;;) {
    const waiting = await query(
      db,
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (waiting.length > 0) return;
    await wait(5);
  }
}
