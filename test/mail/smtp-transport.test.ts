import { generateKeyPairSync } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { type MailSettings, openTransport, type Transport } from '../../src/mail/transport.ts';
import { startSmtpServer, type TestSmtpOptions, type TestSmtpServer } from '../support/smtp-server.ts';
import { aLetter } from './letters.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0).reverse()) await thing.close();
});

async function serverWith(options: TestSmtpOptions = {}): Promise<TestSmtpServer> {
  const server = await startSmtpServer(options);
  open.push(server);
  return server;
}

function transportTo(smtpUrl: string, settings: Partial<MailSettings> = {}): Transport {
  const from = 'সূচক <plan@office.example>';
  const transport = openTransport({ smtpUrl, outboxDir: 'never-used', from, ...settings });
  open.push(transport);
  return transport;
}

describe('a letter by SMTP', () => {
  it('arrives as it was written, with the headers a machine owes', async () => {
    const server = await serverWith();
    const transport = transportTo(server.url());
    const result = await transport.send(aLetter({ listUnsubscribe: 'https://plan.office.example/me' }));
    expect(result).toMatchObject({ outcome: 'sent', code: 250 });

    const { parsed, from, to } = await server.nextMail();
    expect([from, ...to]).toEqual(['plan@office.example', 'programmer@mowca.example']);
    expect(parsed.from?.value).toEqual([{ address: 'plan@office.example', name: 'সূচক' }]);
    expect(parsed.to).toMatchObject({
      value: [{ address: 'programmer@mowca.example', name: 'প্রোগ্রামার, আইসিটি শাখা' }],
    });
    expect(parsed.subject).toBe('১.২.১: একটি সেবা সহজিকৃত — ২৫ ফেব্রুয়ারি ২০২২');
    expect(parsed.text?.trim()).toBe('আগামী ২৫ ফেব্রুয়ারি ২০২২ তারিখের মধ্যে');
    expect(parsed.html).toContain('<p lang="bn">');
    expect(parsed.date).toEqual(new Date('2022-02-17T03:00:00Z'));
    expect(parsed.messageId).toBe('<first.suchok@office.example>');
    expect(parsed.headers.get('auto-submitted')).toBe('auto-generated');
    expect(parsed.headers.get('x-auto-response-suppress')).toBe('All');
    expect(parsed.headers.get('content-language')).toBe('bn');
    expect(parsed.headers.get('list')).toMatchObject({
      id: { name: 'mowca-2021-22.suchok.office.example' },
      unsubscribe: { url: 'https://plan.office.example/me' },
    });
  });

  it('a follow-up hangs in the thread of the letter before it', async () => {
    const server = await serverWith();
    const references = ['<first@office.example>', '<second@office.example>'];
    await transportTo(server.url()).send(aLetter({ inReplyTo: '<second@office.example>', references }));
    const { parsed } = await server.nextMail();
    expect(parsed.inReplyTo).toBe('<second@office.example>');
    expect(parsed.references).toEqual(references);
  });

  it('brings the deadline along as a calendar file', async () => {
    const server = await serverWith();
    const ics = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n';
    await transportTo(server.url()).send(aLetter({ ics }));
    const { parsed } = await server.nextMail();
    expect(parsed.attachments).toMatchObject([{ filename: 'deadline.ics', contentType: 'text/calendar' }]);
    expect(parsed.attachments[0]?.content.toString()).toBe(ics);
  });

  it('is signed when a DKIM key is given', async () => {
    const server = await serverWith();
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const dkim = { domainName: 'office.example', keySelector: 'suchok', privateKey: pem };
    await transportTo(server.url(), { dkim }).send(aLetter());
    const { raw } = await server.nextMail();
    expect(raw).toMatch(/^DKIM-Signature: v=1; a=rsa-sha256;.* d=office\.example;\s+q=dns\/txt; s=suchok;/m);
  });

  it('shares a connection with the letters before it', async () => {
    const server = await serverWith();
    const transport = transportTo(server.url({ query: 'maxConnections=1' }));
    for (let number = 1; number <= 5; number += 1) {
      await transport.send(aLetter({ messageId: `<${number}@office.example>` }));
    }
    expect(server.mails).toHaveLength(5);
    expect(server.connections).toBe(1);
  });

  it('cannot be made to go to anybody else', async () => {
    const server = await serverWith();
    const transport = transportTo(server.url());
    const smuggled = await transport.send(aLetter({ to: 'a@b.c\r\nBcc: x@y.z' }));
    expect(smuggled).toMatchObject({ outcome: 'refused', code: null });
    expect(smuggled.answer).toContain('is not one plain mail address');
    expect((await transport.send(aLetter({ messageId: '<a@b>\r\nBcc: x@y.z' }))).outcome).toBe('refused');
    expect((await transport.send(aLetter({ listUnsubscribe: 'https://a>\r\nBcc: x@y.z' }))).outcome).toBe('refused');

    const hostile = { subject: 'One\r\nBcc: x@y.z', toName: 'Two" <x@y.z>,\r\nBcc: x@y.z' };
    expect((await transport.send(aLetter(hostile))).outcome).toBe('sent');
    expect(server.mails).toHaveLength(1);
    expect(server.mails[0]?.to).toEqual(['programmer@mowca.example']);
    expect(server.mails[0]?.parsed.bcc).toBeUndefined();
    expect(server.mails[0]?.parsed.subject).toBe('One Bcc: x@y.z');
    expect(server.mails[0]?.parsed.to).toMatchObject({ value: [{ address: 'programmer@mowca.example' }] });
  });
});

describe('what the server says', () => {
  it.each([
    { at: 'recipient', code: 450, outcome: 'retry' },
    { at: 'recipient', code: 421, outcome: 'retry' },
    { at: 'recipient', code: 550, outcome: 'refused' },
    { at: 'data', code: 451, outcome: 'retry' },
    { at: 'data', code: 421, outcome: 'retry' },
    { at: 'data', code: 554, outcome: 'refused' },
    { at: 'data', code: 552, outcome: 'refused' },
  ] as const)('$code at the $at means $outcome', async ({ at, code, outcome }) => {
    const server = await serverWith();
    server.setMode({ kind: 'refuse', at, code, times: 1, words: '4.2.0 these words' });
    const transport = transportTo(server.url());
    const result = await transport.send(aLetter());
    expect(result).toMatchObject({ outcome, code, mayHaveArrived: false });
    expect(result.answer).toContain('these words');
    expect(await transport.send(aLetter())).toMatchObject({ outcome: 'sent' });
  });

  it('a sender it does not like is a wrong MAIL_FROM, not a wrong letter', async () => {
    const server = await serverWith();
    server.setMode({ kind: 'refuse', at: 'sender', code: 553 });
    const result = await transportTo(server.url()).send(aLetter());
    expect(result).toMatchObject({ outcome: 'retry', code: 553 });
    expect(result.answer).toContain('check MAIL_FROM');
  });

  it('a wrong password is a wrong setting: try again later, and never repeat the password', async () => {
    const server = await serverWith({ login: { user: 'plan', password: 'right' } });
    const transport = transportTo(server.url({ password: 'geheim/1' }));
    const result = await transport.send(aLetter());
    expect(result).toMatchObject({ outcome: 'retry', code: 535 });
    expect(result.answer).toContain('check the user and password in SMTP_URL');
    expect(result.answer).not.toContain('geheim');
    expect(await transport.verify()).toMatchObject({ ok: false });
    expect((await transportTo(server.url()).send(aLetter())).outcome).toBe('sent');
    expect(server.mails[0]?.user).toBe('plan');
  });

  it('a password it wants and did not get is a wrong setting too', async () => {
    const server = await serverWith({ login: { user: 'plan', password: 'right' } });
    const result = await transportTo(`smtp://127.0.0.1:${server.port}`).send(aLetter());
    expect(result).toMatchObject({ outcome: 'retry', code: 530 });
  });
});

describe('TLS', () => {
  it.each(['starttls', 'required', 'implicit'] as const)('is used when it is %s', async (tls) => {
    const server = await serverWith({ tls });
    expect(await transportTo(server.url()).send(aLetter())).toMatchObject({ outcome: 'sent' });
    expect(server.mails[0]?.secure).toBe(true);
  });

  it('a server that offers none gets nothing when TLS is required', async () => {
    const server = await serverWith();
    const result = await transportTo(server.url({ query: 'requireTLS=true' })).send(aLetter());
    expect(result.outcome).toBe('retry');
    expect(server.mails).toHaveLength(0);
  });

  it('a certificate nobody vouches for stops the letter, with a word on what to check', async () => {
    const server = await serverWith({ tls: 'implicit' });
    const result = await transportTo(`smtps://127.0.0.1:${server.port}`).send(aLetter());
    expect(result.outcome).toBe('retry');
    expect(result.answer).toMatch(/self-signed|certificate/);
  });
});

describe('trouble on the line', () => {
  it('nobody listening means later', async () => {
    const server = await serverWith();
    const url = server.url();
    await server.close();
    const transport = transportTo(url);
    expect(await transport.send(aLetter())).toMatchObject({ outcome: 'retry', code: null, mayHaveArrived: false });
    expect(await transport.verify()).toMatchObject({ ok: false, answer: expect.stringContaining('connection failed') });
  });

  it('a server that never greets is given up within the set time', async () => {
    const server = await serverWith();
    server.setMode({ kind: 'hang', at: 'greeting' });
    const result = await transportTo(server.url(), { timeouts: { greeting: 60 } }).send(aLetter());
    expect(result).toMatchObject({ outcome: 'retry', code: null, mayHaveArrived: false });
    expect(result.answer).toContain('did not answer in time');
  });

  it('a server that falls silent after the letter is given up, and the letter may be there', async () => {
    const server = await serverWith();
    server.setMode({ kind: 'hang', at: 'data' });
    const result = await transportTo(server.url(), { timeouts: { silence: 500 } }).send(aLetter());
    expect(result).toMatchObject({ outcome: 'retry', code: null, mayHaveArrived: true });
  });

  it('one attempt has an end, whatever the server does in the meantime', async () => {
    const server = await serverWith();
    server.setMode({ kind: 'hang', at: 'data' });
    const result = await transportTo(server.url(), { timeouts: { attempt: 500 } }).send(aLetter());
    expect(result).toMatchObject({ outcome: 'retry', code: null, mayHaveArrived: true });
    expect(result.answer).toContain('took too long');
  });

  it('a connection lost after the letter and before the reply: it may be there, and is not sent again behind our back', async () => {
    const server = await serverWith();
    server.setMode({ kind: 'dieAfterData', times: 1 });
    const transport = transportTo(server.url());
    expect(await transport.send(aLetter())).toMatchObject({ outcome: 'retry', code: null, mayHaveArrived: true });
    expect(server.mails).toMatchObject([{ answered: false }]);
    expect(await transport.send(aLetter())).toMatchObject({ outcome: 'sent' });
    expect(server.mails.map(({ parsed }) => parsed.messageId)).toEqual([aLetter().messageId, aLetter().messageId]);
  });

  it('a server that is well again is well for us', async () => {
    const server = await serverWith();
    expect(await transportTo(server.url()).verify()).toEqual({ ok: true, answer: '127.0.0.1 is ready for letters' });
    expect(server.mails).toHaveLength(0);
  });
});
