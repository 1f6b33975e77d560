import { createTransport } from 'nodemailer';
import { openApp } from '../src/app.ts';
import type { Instant } from '../src/calendar/types.ts';
import { query } from '../src/db/database.ts';
import { MESSAGE_COLUMNS, type StoredMessage } from '../src/db/queries/messages.ts';
import { createLogger } from '../src/log.ts';
import { parseMailbox } from '../src/mail/address.ts';
import { mimeOptionsOf } from '../src/mail/mime.ts';
import { readSettings } from '../src/settings.ts';
import { shiftedClock } from '../test/support/shifted-clock.ts';
import { serve } from './child.ts';
import { applyInOffices, dueOnOneDay, readNationalPlan, reminderInstants } from './national-plan.ts';

/*
 * Letters through the outbox (a BullMQ job each; claimed, sent and written down, in two transactions) beside the very
 * same letters through nodemailer alone, over as many connections.
 */

const CONNECTIONS = 5;

const settings = readSettings({ ...process.env, LOG_LEVEL: 'warn', MAIL_PER_SECOND: '10000' }, 'config');
const clock = shiftedClock(Date.UTC(2021, 5, 30));
let sent = 0;
let sentAll: () => void = () => {};
let expected = Number.POSITIVE_INFINITY;
const app = await openApp({
  settings,
  clock,
  logger: createLogger(settings),
  onSent: () => {
    sent += 1;
    if (sent === expected) sentAll();
  },
});
const jobs = app.queues.queue('mail');
let rungs: Instant[] = [];

async function prepare({ offices, reminders }: { offices: number; reminders: number }) {
  const { plan, calendar } = readNationalPlan();
  const daysBefore = Array.from({ length: reminders }, (_, week) => 7 * (week + 1));
  const due = dueOnOneDay(plan, '2022-05-25', daysBefore);
  rungs = reminderInstants(due, calendar);
  await applyInOffices(app.engine, due, calendar, 13 * offices);
  await jobs.pause();
  app.startWorkers();
  return {};
}

/** Writes the letters of the next reminder, then sends them through the outbox, then once more without it. */
async function round() {
  const at = rungs.shift()!;
  clock.put(at);
  const { messages } = await app.engine.run();
  const letters = await query<StoredMessage>(
    app.database.db,
    `select ${MESSAGE_COLUMNS} from message order by id desc limit $1`,
    [messages],
  );
  return { letters: messages, outbox: await throughOutbox(messages), bare: await throughNodemailer(letters) };
}

async function throughOutbox(count: number): Promise<number> {
  sent = 0;
  expected = count;
  const all = new Promise<void>((resolve) => {
    sentAll = resolve;
  });
  const startedAt = performance.now();
  await jobs.resume();
  await all;
  const milliseconds = performance.now() - startedAt;
  await jobs.pause();
  return milliseconds;
}

async function throughNodemailer(letters: readonly StoredMessage[]): Promise<number> {
  const mailer = createTransport({ url: settings.smtpUrl!, pool: true, maxConnections: CONNECTIONS });
  const from = parseMailbox(settings.mailFrom)!;
  const startedAt = performance.now();
  await Promise.all(
    letters.map(({ address, subject, text, html, ics, headerId, inReplyTo, createdAt, language, planId }) =>
      mailer.sendMail(
        mimeOptionsOf(
          {
            ...{ to: address, subject, text, html, ics, messageId: headerId, inReplyTo, references: [] },
            ...{ date: createdAt, language, planId },
          },
          from,
        ),
      ),
    ),
  );
  const milliseconds = performance.now() - startedAt;
  mailer.close();
  return milliseconds;
}

await serve({ prepare, round }, () => app.close());
