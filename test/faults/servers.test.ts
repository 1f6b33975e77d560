import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { verifyLogs } from '../../src/engine/verify.ts';
import type { Plan } from '../../src/plan/types.ts';
import { at, planOfMany, silent } from '../engine/office.ts';
import { missing, titled } from '../support/available.ts';
import { officeNamed, REMINDED } from '../workers/post-office.ts';
import { punctualStates } from './punctual.ts';
import { openTown, shutGate, type Town } from './town.ts';

const reason = missing('postgres', 'redis');
/** Thirty days before 25 February, and the reminders after it. */
const FIRST = at('2022-01-26');
const SECOND = at('2022-02-10');
const CROWD = 1_100;

describe.skipIf(reason)(titled('Two workers on Postgres and Redis', reason), () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown(at('2021-12-01'));
    await Promise.all([town.worker('one'), town.worker('two')]);
  });
  afterEach(async () => {
    await town.clear();
    // Not even in the course of the tests that follow.
    const letters = town.smtp.mails.filter(({ to }) => to[0] !== 'programmer@window.example');
    expect(new Set(letters.map(({ parsed }) => parsed.messageId)).size).toBe(letters.length);
  });
  afterAll(() => town?.close());

  const crowd = (name: string): Plan => silent(planOfMany(CROWD, `crowd-${name}`));

  /** Every letter of an office has been sent, and came once to each of the people, unless some may have come twice. */
  async function eachToldOnce(office: string, letters = 1) {
    await town.until(`select status, count(*) as count from message where plan_id = '${office}-2021-22' group by 1`, [
      { status: 'sent', count: letters * REMINDED.length },
    ]);
    const arrived = town.smtp.mails.filter(({ to }) => to[0]!.endsWith(`@${office}.example`));
    expect(arrived.map(({ to }) => to[0]!.split('@')[0]).sort()).toEqual(
      REMINDED.flatMap((person) => Array(letters).fill(person)),
    );
  }

  /** All has fired, and everything stands as if nothing had ever gone wrong. */
  async function standsPunctually(...plans: Plan[]) {
    const now = new Date(town.clock.now()).toISOString();
    await town.until(`select count(*) as due from deadline where due_at <= '${now}'`, [{ due: 0 }]);
    for (const plan of plans) {
      const expected = punctualStates(plan, town.clock.now());
      const found = await town.rows<{ code: string; state: unknown }>(
        'select code, state from indicator where plan_id = $1',
        [plan.id],
      );
      expect(new Map(found.map(({ code, state }) => [code, state]))).toEqual(expected);
    }
    expect(await town.rows('select code from indicator where fault is not null')).toEqual([]);
    expect(await verifyLogs(town.app.database.db)).toMatchObject({ faults: [] });
  }

  it('who wake to one alarm fire each deadline once, and make one letter a person', async () => {
    town.clock.put(FIRST - 60_000);
    const plans = [crowd('shared'), officeNamed('shared')];
    await town.apply(...plans);
    town.clock.put(FIRST);
    await eachToldOnce('shared');
    await standsPunctually(...plans);
    const fired = await town.rows(
      `select count(*) as fired from event_log where entry ->> 'type' = 'fire' group by indicator_id`,
    );
    expect(fired.filter((row) => row.fired !== 1)).toEqual([]);
  });

  it('carry on for one that is killed in the middle of a batch', async () => {
    town.clock.put(FIRST - 60_000);
    const plans = [crowd('killed'), officeNamed('killed')];
    await town.apply(...plans);
    const gate = await shutGate(town, 'before insert', 'event_log');
    town.clock.put(FIRST);
    const [victim] = await gate.reached();
    await town.kill(victim!);
    await gate.open();
    await eachToldOnce('killed');
    await standsPunctually(...plans);
    await town.worker(victim!);
  });

  it('send again what one had sent but not yet written down when it was killed: the same letter, on record as unknown', async () => {
    town.clock.put(FIRST - 60_000);
    const plan = officeNamed('window');
    await town.apply({
      ...plan,
      policy: { ...plan.policy, reminders: { ...plan.policy.reminders, to: ['focalPoint'] } },
    });
    const gate = await shutGate(town, 'before update', 'message', `new.status = 'sent'`);
    town.clock.put(FIRST);
    const [victim] = await gate.reached();
    await town.kill(victim!);
    await gate.open();
    // The lease runs out, and with it BullMQ's lock on the job; to wait for that would take a minute.
    await town.rows(`update message set sending_at = sending_at - interval '1 hour'`);
    await town.flushRedis();
    await town.until('select status, attempts from message', [{ status: 'sent', attempts: 2 }]);
    const tries = await town.rows('select attempt, outcome from message_attempt order by 1');
    expect(tries).toEqual([
      { attempt: 1, outcome: 'unknown' },
      { attempt: 2, outcome: 'sent' },
    ]);
    const arrived = town.smtp.mails.filter(({ to }) => to[0]!.endsWith('@window.example'));
    const [{ id } = { id: '' }] = await town.rows<{ id: string }>('select header_id as id from message');
    expect(arrived.map(({ parsed }) => parsed.messageId)).toEqual([id, id]);
    await town.worker(victim!);
  });

  it('find alarms and letters again when the queue is emptied', async () => {
    town.clock.put(FIRST - 60_000);
    const plans = [crowd('flushed'), officeNamed('flushed')];
    town.smtp.setMode({ kind: 'refuse', code: 451, at: 'recipient' });
    await town.apply(...plans);
    town.clock.put(FIRST);
    // The letters are put off, and wait in the queue for half a minute; the next alarm waits for two weeks.
    await town.until(`select status, attempts, count(*) as count from message group by 1, 2`, [
      { status: 'queued', attempts: 1, count: 2 },
    ]);
    await town.flushRedis();
    town.smtp.setMode({ kind: 'accept' });
    await eachToldOnce('flushed');
    await town.flushRedis();
    town.clock.put(SECOND);
    await eachToldOnce('flushed', 2);
    await standsPunctually(...plans);
  });

  it('go on when Redis is back, and people record in the meantime', async () => {
    town.clock.put(FIRST - 60_000);
    const plan = officeNamed('cut-off');
    await town.apply(plan);
    await town.redis.stop();
    town.clock.put(FIRST);
    const { engine } = town.app;
    const by = { post: 'programmer', person: null };
    const [step] = plan.activities[0]!.indicators[0]!.steps;
    const recorded = await engine.record({
      planId: plan.id,
      zone: plan.zone,
      code: '1.2.1',
      action: { type: 'completeStep', step: step!.id, evidence: [{ reference: 'Memo 1', date: null }], note: null },
      by,
    });
    expect(recorded).toMatchObject({ refusal: null, change: { status: 'inProgress' } });
    await town.redis.start();
    await eachToldOnce('cut-off');
    expect(await verifyLogs(town.app.database.db)).toMatchObject({ faults: [] });
  });

  it('go on when Postgres is restarted under load', async () => {
    town.clock.put(FIRST - 60_000);
    const plans = [crowd('restarted'), officeNamed('restarted')];
    await town.apply(...plans);
    const gate = await shutGate(town, 'before insert', 'event_log');
    town.clock.put(FIRST);
    await gate.reached();
    await town.postgres.restart();
    await gate.open();
    await eachToldOnce('restarted');
    await standsPunctually(...plans);
  });

  it('send nothing twice when Postgres is restarted between the mail server and the record', async () => {
    town.clock.put(FIRST - 60_000);
    await town.apply(officeNamed('unrecorded'));
    const gate = await shutGate(town, 'before update', 'message', `new.status = 'sent'`);
    town.clock.put(FIRST);
    await gate.reached();
    await town.postgres.restart();
    await gate.open();
    await eachToldOnce('unrecorded');
    const tries = await town.rows('select attempt, outcome, count(*) as count from message_attempt group by 1, 2');
    expect(tries).toEqual([{ attempt: 1, outcome: 'sent', count: 2 }]);
  });

  it('that slept for forty days tell each person once, of the newest rung only', async () => {
    town.clock.put(FIRST - 60_000);
    const plan = officeNamed('asleep');
    await town.apply(plan);
    const workers = await Promise.all([town.worker('one'), town.worker('two')]);
    for (const { child } of workers) child.kill('SIGSTOP');
    town.clock.put(FIRST - 60_000 + 40 * 24 * 60 * 60 * 1000);
    for (const { child } of workers) child.kill('SIGCONT');
    // By 7 March: the due day to the two who do the work, and the first two escalations.
    await town.until('select class, person_id as person, status from message order by 1, 2', [
      { class: 'digest', person: 'deputy-secretary', status: 'sent' },
      { class: 'digest', person: 'programmer', status: 'sent' },
      { class: 'escalation', person: 'additional-secretary', status: 'sent' },
      { class: 'escalation', person: 'secretary', status: 'sent' },
    ]);
    expect(
      await town.rows(
        `select skip_reason as reason, count(*) as count from notification where status = 'skipped' group by 1`,
      ),
    ).toEqual([{ reason: 'overtaken', count: 8 }]);
    expect(town.smtp.mails.filter(({ to }) => to[0]!.endsWith('@asleep.example'))).toHaveLength(4);
    await standsPunctually(plan);
  });
});
