import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callWebhook } from '../../src/webhooks/call-webhook.ts';
import { isPrivateAddress } from '../../src/webhooks/private-address.ts';
import { newWebhookSecret, signedHeaders } from '../../src/webhooks/signature.ts';
import { startWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver.ts';

describe('The signature of a webhook', () => {
  it('is the one of the standard’s own example', () => {
    expect(
      signedHeaders(
        'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
        'msg_p5jXN8AQM9LWM0D4loKWxJek',
        1_614_265_330,
        '{"test": 2432232314}',
      ),
    ).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it('is made with a secret that nobody guesses', () => {
    expect(newWebhookSecret()).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(newWebhookSecret()).not.toBe(newWebhookSecret());
  });
});

describe('An address that webhooks may not reach', () => {
  it.each([
    ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1'],
    ...['0.0.0.0', '224.0.0.1', '255.255.255.255', '::1', '::', 'fe80::1', 'fc00::1', 'fd12::1', 'ff02::1'],
    ...['::ffff:127.0.0.1', '::ffff:7f00:1', '64:ff9b::7f00:1', '2002:7f00:1::', '2001:db8::1', 'localhost', ''],
  ])('is %s', (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  });

  it.each(['8.8.8.8', '172.32.0.1', '1.1.1.1', '2606:4700:4700::1111', '2400:cb00::1'])('is not %s', (address) => {
    expect(isPrivateAddress(address)).toBe(false);
  });
});

describe('A call', () => {
  let receiver: WebhookReceiver;
  beforeAll(async () => {
    receiver = await startWebhookReceiver();
  });
  afterAll(() => receiver.close());

  const secret = newWebhookSecret();
  const message = { id: 'x-1', body: '{"type":"test"}' };
  const call = (url: string, allowPrivate = true, timeout = 5_000) =>
    callWebhook({ url, secret }, message, { allowPrivate, timeout, now: Date.now() });

  it.each([
    ['the address itself', () => receiver.url],
    ['a name for it', () => receiver.url.replace('127.0.0.1', 'localhost')],
    ['another spelling of it', () => receiver.url.replace('127.0.0.1', '2130706433')],
    ['IPv6', () => 'http://[::1]:9/'],
    ['IPv4 in IPv6', () => receiver.url.replace('127.0.0.1', '[::ffff:127.0.0.1]')],
  ])('to this machine is refused unless it is allowed, by %s', async (_, url) => {
    const before = receiver.calls.length;
    expect(await call(url(), false)).toMatchObject({
      status: null,
      answer: expect.stringContaining('private network'),
    });
    expect(receiver.calls.length).toBe(before);
  });

  it('brings the body as it is, and what the receiver answers is kept, its beginning at most', async () => {
    receiver.answer((response) => response.end('y'.repeat(5_000)));
    expect(await call(receiver.url)).toEqual({ status: 200, answer: 'y'.repeat(500) });
    expect(receiver.calls.at(-1)).toMatchObject({
      text: message.body,
      headers: { 'content-type': 'application/json' },
    });
  });

  it('follows no redirect', async () => {
    const before = receiver.calls.length;
    receiver.answer((response) => response.writeHead(307, { location: receiver.url }).end());
    expect(await call(receiver.url)).toMatchObject({ status: 307 });
    expect(receiver.calls.length).toBe(before + 1);
  });

  it('is given up on a receiver that does not answer, hangs up, or is not there', async () => {
    receiver.answer(() => {});
    expect(await call(receiver.url, true, 200)).toEqual({ status: null, answer: 'No answer within 0.2 seconds.' });
    receiver.answer((response) => response.destroy());
    expect(await call(receiver.url)).toMatchObject({ status: null });
    expect(await call('http://127.0.0.1:1/')).toMatchObject({
      status: null,
      answer: expect.stringContaining('REFUSED'),
    });
    expect(await call('ftp://127.0.0.1/')).toMatchObject({ status: null, answer: expect.stringContaining('http') });
  });
});
