import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { query } from '../../src/db/database.ts';
import { deliveriesOf, deliveryAttempts } from '../../src/db/queries/webhook-deliveries.ts';
import { findWebhook, insertWebhook } from '../../src/db/queries/webhooks.ts';
import { deliverWebhook, WEBHOOK_LEASE } from '../../src/engine/deliver-webhook.ts';
import { callWebhook } from '../../src/webhooks/call-webhook.ts';
import { newWebhookSecret, signedHeaders } from '../../src/webhooks/signature.ts';
import { at, calendar } from '../engine/office.ts';
import { titled } from '../support/available.ts';
import { startWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver.ts';
import { officeNamed, openPostOffice, PATIENCE, type PostOffice, places } from './post-office.ts';

const DAY = 24 * 60 * 60_000;

describe.each(places.filter(({ name }) => name !== 'Postgres alone'))('$name', (place) => {
  describe.skipIf(place.missing)(titled(`A webhook on ${place.name}`, place.missing), () => {
    let post: PostOffice;
    let receiver: WebhookReceiver;
    beforeAll(async () => {
      post = await openPostOffice(place);
      receiver = await startWebhookReceiver();
    });
    afterAll(async () => {
      await post?.close();
      await receiver?.close();
    });

    const db = () => post.app.database.db;
    const planOf = (office: string) => {
      const plan = officeNamed(office);
      return { ...plan, office: { ...plan.office, id: office } };
    };
    /** A webhook of an office with one indicator. */
    async function webhookOf(office: string, events = ['indicator.transition', 'message.sent', 'message.failed']) {
      const secret = newWebhookSecret();
      const id = await insertWebhook(db(), {
        officeId: office,
        url: `${receiver.url}?${office}`,
        secret,
        events: events as 'message.sent'[],
        createdAt: post.clock.now(),
        createdBy: 'test',
      });
      return { id, secret };
    }
    async function hold(office: string, type: 'suspend' | 'resume' = 'suspend') {
      const plan = planOf(office);
      const action = { type, reason: 'Flood' } as const;
      const by = { post: 'secretary', person: null };
      return post.app.engine.record({ planId: plan.id, zone: plan.zone, code: '1.2.1', action, by });
    }
    const calls = (office: string) => receiver.calls.filter(({ body }) => body.data.office === office);
    const whenCalled = (office: string, count: number) =>
      vi.waitFor(() => {
        expect(calls(office)).toHaveLength(count);
        return calls(office);
      }, PATIENCE);
    const delivery = async (webhook: number) => (await deliveriesOf(db(), webhook, { before: null, limit: 9 }))[0]!;
    const whenIs = (webhook: number, status: string) =>
      vi.waitFor(async () => {
        const one = await delivery(webhook);
        expect(one.status).toBe(status);
        return one;
      }, PATIENCE);
    /** Lets the time until the next try pass; resolves to how long that would have been. */
    const hurry = (deliveryId: number) =>
      vi.waitFor(async () => {
        const jobs = await post.app.queues.queue('webhooks').getDelayed();
        const job = jobs.find(({ id }) => id === `delivery-${deliveryId}`);
        if (!job) throw new Error('It does not wait for another try.');
        const { delay } = job;
        await job.promote();
        return delay;
      }, PATIENCE);
    const applyAt = async (office: string, time: string) => {
      post.clock.put(at(time));
      await post.app.engine.apply({ plan: planOf(office), calendar, source: 'test', by: 'test' });
    };

    // First of all: an alarm that is armed for a morning long before it comes would ring late when a test jumps there.
    it('is told of letters that were sent and that failed, and only of what it asked for', async () => {
      await webhookOf('lettered', ['message.sent', 'message.failed']);
      post.smtp.setMode({ kind: 'accept' });
      await post.remind(planOf('lettered'));
      const told = await whenCalled('lettered', 2);
      expect(told.map(({ body }) => body.type)).toEqual(['message.sent', 'message.sent']);
      expect(told[0]!.body.data).toMatchObject({ plan: 'lettered-2021-22', class: 'digest', attempts: 1 });
      await webhookOf('bounced', ['message.failed']);
      post.smtp.setMode({ kind: 'refuse', code: 550, at: 'recipient', words: 'No such user here' });
      await post.remind(planOf('bounced'));
      const failed = await whenCalled('bounced', 2);
      expect(failed[0]!.body).toMatchObject({
        type: 'message.failed',
        data: { answer: expect.stringContaining('No such user here') },
      });
      post.smtp.setMode({ kind: 'accept' });
    });

    it('is told of a transition, signed, with what was and what is', async () => {
      await applyAt('calm', '2021-08-01');
      const { secret, id } = await webhookOf('calm');
      await hold('calm');
      const [call] = await whenCalled('calm', 1);
      expect(call!.body).toMatchObject({
        type: 'indicator.transition',
        timestamp: expect.stringMatching(/^2021-08-01T09:00:.*\+06:00$/),
        data: {
          plan: 'calm-2021-22',
          indicator: '1.2.1',
          before: { status: 'notStarted', deadline: 'upcoming' },
          after: { status: 'onHold', deadline: 'paused' },
          entries: [{ type: 'suspend', reason: 'Flood', by: { post: 'secretary' } }],
        },
      });
      const { headers, text } = call!;
      const sent = Number(headers['webhook-timestamp']);
      expect(Math.abs(sent - Date.now() / 1_000)).toBeLessThan(60);
      expect(headers).toMatchObject(signedHeaders(secret, String(headers['webhook-id']), sent, text));
      expect(await whenIs(id, 'delivered')).toMatchObject({ attempts: 1, eventId: headers['webhook-id'] });
    });

    it('that answers 500 is told again, ten seconds later and under the same id', async () => {
      await applyAt('shaky', '2021-08-01');
      const { id } = await webhookOf('shaky');
      receiver.answer(500);
      await hold('shaky');
      await whenCalled('shaky', 1);
      const { id: deliveryId } = await whenIs(id, 'queued');
      receiver.answer(200);
      expect(await hurry(deliveryId)).toBe(10_000);
      const [first, second] = await whenCalled('shaky', 2);
      expect(second!.headers['webhook-id']).toBe(first!.headers['webhook-id']);
      expect(second!.text).toBe(first!.text);
      await whenIs(id, 'delivered');
      expect(await deliveryAttempts(db(), [deliveryId])).toMatchObject([
        { attempt: 1, status: 500, answer: 'Answer 500' },
        { attempt: 2, status: 200, answer: 'Answer 200' },
      ]);
    });

    it('that answers 410 is called no more', async () => {
      await applyAt('gone', '2021-08-01');
      const { id } = await webhookOf('gone');
      receiver.answer(410);
      await hold('gone');
      await whenIs(id, 'failed');
      expect((await findWebhook(db(), id))!.disabledAt).not.toBeNull();
      receiver.answer(200);
      await hold('gone', 'resume');
      expect(calls('gone')).toHaveLength(1);
      expect(await deliveriesOf(db(), id, { before: null, limit: 9 })).toHaveLength(1);
    });

    it('hears of it again, under the same id, when the process dies between the call and the record', async () => {
      await applyAt('torn', '2021-08-01');
      const { id, secret } = await webhookOf('torn');
      // Nobody works on it here: the queue is told nothing.
      await query(db(), 'update webhook set disabled_at = now() where id = $1', [id]);
      await query(
        db(),
        `insert into webhook_delivery (webhook_id, event_id, event, body, status, created_at)
         values ($1, 'torn-1', 'test', '{"type":"test","data":{"office":"torn"}}', 'queued', now())`,
        [id],
      );
      await query(db(), 'update webhook set disabled_at = null where id = $1', [id]);
      const { id: deliveryId } = await delivery(id);
      let now = Date.now();
      const terms = (dies: boolean) => ({
        realNow: () => now,
        now: () => now,
        call: async (to: { url: string; secret: string }, message: { id: string; body: string }) => {
          const answer = await callWebhook(to, message, { allowPrivate: true, now });
          if (dies) throw new Error('The process dies here.');
          return answer;
        },
      });
      await expect(deliverWebhook(db(), deliveryId, terms(true))).rejects.toThrow('dies');
      expect(await deliverWebhook(db(), deliveryId, terms(false))).toBe('notMine');
      now += WEBHOOK_LEASE + 1;
      expect(await deliverWebhook(db(), deliveryId, terms(false))).toBe('delivered');
      const told = calls('torn');
      expect(told.map(({ headers }) => headers['webhook-id'])).toEqual(['torn-1', 'torn-1']);
      expect(told[1]!.headers['webhook-signature']).toBe(
        signedHeaders(secret, 'torn-1', Math.floor(now / 1_000), told[1]!.text)['webhook-signature'],
      );
      expect(await deliveryAttempts(db(), [deliveryId])).toMatchObject([
        { attempt: 1, status: null, answer: expect.stringContaining('ended first') },
        { attempt: 2, status: 200 },
      ]);
    });

    it('that was lost by the queue is found by the watchdog', async () => {
      await applyAt('lost', '2021-08-01');
      const { id } = await webhookOf('lost');
      await query(
        db(),
        `insert into webhook_delivery (webhook_id, event_id, event, body, status, created_at)
         values ($1, 'lost-1', 'test', '{"type":"test","data":{"office":"lost"}}', 'queued', now())`,
        [id],
      );
      await post.app.engine.watch();
      await whenIs(id, 'delivered');
    });

    it('that fails for five days without a success is turned off', async () => {
      await applyAt('silent', '2021-08-01');
      const { id } = await webhookOf('silent');
      const insert = (eventId: string) =>
        query<{ id: number }>(
          db(),
          `insert into webhook_delivery (webhook_id, event_id, event, body, status, created_at)
           values ($1, $2, 'test', '{"type":"test"}', 'queued', now()) returning id`,
          [id, eventId],
        ).then(([row]) => row!.id);
      let now = Date.now();
      const terms = { realNow: () => now, now: () => now, call: async () => ({ status: 503, answer: 'no' }) };
      const first = await insert('silent-1');
      expect(await deliverWebhook(db(), first, terms)).toBe('retry');
      now += 4 * DAY;
      expect(await deliverWebhook(db(), first, terms)).toBe('retry');
      expect((await findWebhook(db(), id))!.disabledAt).toBeNull();
      now += DAY;
      await deliverWebhook(db(), first, terms);
      expect((await findWebhook(db(), id))!.disabledAt).not.toBeNull();
      expect(await deliverWebhook(db(), await insert('silent-2'), terms)).toBe('notMine');
    });
  });
});
