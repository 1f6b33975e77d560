import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTransport } from '../../src/mail/transport.ts';
import { aLetter } from './letters.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'suchok-outbox-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const openOutbox = (outboxDir = join(folder, 'new', 'outbox')) => ({
  outboxDir,
  transport: openTransport({ outboxDir, from: 'Suchok <plan@office.example>' }),
});

it('without SMTP settings a letter becomes a file that mail programs can read', async () => {
  const { transport, outboxDir } = openOutbox();
  expect(transport.kind).toBe('outbox');
  expect(await transport.send(aLetter({ ics: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' }))).toMatchObject({
    outcome: 'sent',
    code: null,
    answer: 'written to the outbox as 20220217T030000Z-first.suchok@office.example.eml',
  });
  expect(await readdir(outboxDir)).toEqual(['20220217T030000Z-first.suchok@office.example.eml']);
  const [name = ''] = await readdir(outboxDir);
  const parsed = await simpleParser(await readFile(join(outboxDir, name)));
  expect(parsed.subject).toBe(aLetter().subject);
  expect(parsed.text?.trim()).toBe(aLetter().text.trim());
  expect(parsed.messageId).toBe(aLetter().messageId);
  expect(parsed.attachments).toHaveLength(1);
});

it('the same letter twice is one file, even when the second attempt is a day later', async () => {
  const { transport, outboxDir } = openOutbox();
  await transport.send(aLetter());
  const again = await transport.send(aLetter({ date: aLetter().date + 86_400_000 }));
  expect(again).toMatchObject({ outcome: 'sent', answer: expect.stringContaining('already in the outbox') });
  expect(await readdir(outboxDir)).toHaveLength(1);
});

it('the same letter gives the same bytes', async () => {
  const files = await Promise.all(
    ['a', 'b'].map(async (name) => {
      const { transport, outboxDir } = openOutbox(join(folder, name));
      await transport.send(aLetter());
      const [file = ''] = await readdir(outboxDir);
      return readFile(join(outboxDir, file), 'utf8');
    }),
  );
  expect(files[0]).toBe(files[1]);
});

it('a Message-ID with a slash stays inside the folder, and two that look alike are two files', async () => {
  const { transport, outboxDir } = openOutbox();
  await transport.send(aLetter({ messageId: '<../../a/b@office.example>' }));
  await transport.send(aLetter({ messageId: '<../../a_b@office.example>' }));
  expect(await readdir(outboxDir)).toHaveLength(2);
  expect(await readdir(folder)).toEqual(['new']);
});

it('a folder that cannot be written means later, with a word on which', async () => {
  const blocked = join(folder, 'a-file');
  await writeFile(blocked, '');
  const { transport } = openOutbox(join(blocked, 'outbox'));
  expect(await transport.send(aLetter())).toMatchObject({ outcome: 'retry', answer: expect.stringContaining(blocked) });
  expect(await transport.verify()).toMatchObject({ ok: false });
  expect(await openOutbox().transport.verify()).toMatchObject({ ok: true });
});

it('a letter to two addresses in one is refused', async () => {
  const { transport } = openOutbox();
  expect(await transport.send(aLetter({ to: 'a@b.c, d@e.f' }))).toMatchObject({ outcome: 'refused' });
});
