import { createHash } from 'node:crypto';
import { access, constants, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport, type DKIMOptions } from 'nodemailer';
import type { Instant } from '../calendar/types.ts';
import type { Mailbox } from './address.ts';
import { mimeOptionsOf } from './mime.ts';
import { faultsOf, type OutgoingMail, type SendResult, type Transport } from './outgoing-mail.ts';

/**
 * Letters as `.eml` files in a folder, which any mail program opens. A letter is one file for ever: sent again under the
 * same Message-ID, it stays the file it was. A file appears whole or not at all.
 */
export function openOutboxTransport(folder: string, from: Mailbox, dkim: DKIMOptions | undefined): Transport {
  const composer = createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(dkim === undefined ? {} : { dkim }),
  });

  async function send(mail: OutgoingMail): Promise<SendResult> {
    const faults = faultsOf(mail);
    if (faults.length > 0) return result('refused', faults.join('; '));
    try {
      await mkdir(folder, { recursive: true });
      const ending = `-${safeName(mail.messageId)}.eml`;
      const earlier = (await readdir(folder)).find((name) => name.endsWith(ending) && STAMPED.test(name));
      if (earlier !== undefined) return result('sent', `already in the outbox as ${earlier}`);
      const name = `${stamp(mail.date)}${ending}`;
      const { message } = await composer.sendMail(mimeOptionsOf(mail, from));
      await writeWhole(join(folder, name), message as Buffer);
      return result('sent', `written to the outbox as ${name}`);
    } catch (error) {
      // A full disk or a missing right: nothing is wrong with the letter.
      return result('retry', `the outbox folder ${folder} cannot be written: ${(error as Error).message}`);
    }
  }

  async function verify() {
    try {
      await mkdir(folder, { recursive: true });
      await access(folder, constants.W_OK);
      return { ok: true, answer: `letters are written to ${folder}; set SMTP_URL to send them` };
    } catch (error) {
      return { ok: false, answer: `the outbox folder ${folder} cannot be written: ${(error as Error).message}` };
    }
  }

  return { kind: 'outbox', send, verify, close: async () => composer.close() };
}

function result(outcome: SendResult['outcome'], answer: string): SendResult {
  return { outcome, answer, code: null, mayHaveArrived: false };
}

/** The beginning of every file of ours: the letter's date in UTC. */
const STAMPED = /^\d{8}T\d{6}Z-/;

/** `20220217T030000Z` */
function stamp(date: Instant): string {
  return new Date(date).toISOString().replace(/\.\d+/, '').replace(/[-:]/g, '');
}

/** A Message-ID as a file name; two ids never share one. */
function safeName(messageId: string): string {
  const bare = messageId.slice(1, -1);
  const plain = bare.replace(/[^A-Za-z0-9@._-]/g, '_').slice(0, 120);
  if (plain === bare) return plain;
  return `${plain}~${createHash('sha256').update(messageId).digest('hex').slice(0, 16)}`;
}

async function writeWhole(path: string, content: Buffer): Promise<void> {
  const unfinished = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(unfinished, content, { flush: true });
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
