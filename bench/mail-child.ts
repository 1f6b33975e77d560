import { createTransport } from 'nodemailer';
import { openApp } from '../src/app.ts';
import { query } from '../src/db/database.ts';
import { createLogger } from '../src/log.ts';
import { enqueueMail } from '../src/queue/mail-jobs.ts';
import { readSettings } from '../src/settings.ts';
import { serve } from './child.ts';
import { readNationalPlan } from './national-plan.ts';

/** Letters through the whole outbox, and the same letters through nodemailer alone, to one SMTP server. */

const CONNECTIONS = 5;
const TEXT = 'মহোদয়, ১.২.১ একটি সেবা সহজিকৃত: শেষ দিন ২৫ ফেব্রুয়ারি ২০২২।\n'.repeat(30);
const HTML = `<p>${TEXT}</p>`;
const settings = readSettings({ ...process.env, LOG_LEVEL: 'warn', MAIL_PER_SECOND: '10000' }, 'config');

let sent = 0;
let finish = () => {};
let wanted = Number.POSITIVE_INFINITY;
const app = await openApp({
  settings,
  logger: createLogger(settings),
  onSent: () => {
    sent += 1;
    if (sent === wanted) finish();
  },
});
const { plan, calendar } = readNationalPlan();
await app.engine.apply({ plan, calendar, source: 'bench', by: 'bench' });
await app.engine.run();
await query(app.database.db, `update message set status = 'failed' where status = 'queued'`);

/** Queues so many letters, and sends them through the mail worker. */
async function outbox({ letters, round }: { letters: number; round: number }) {
  const rows = await query<{ id: number }>(
    app.database.db,
    `insert into message (plan_id, class, post, person_id, address, language, subject, text, html, header_id, thread_id,
       status, created_at, for_instant)
     select $1, 'digest', 'programmer-ict', 'programmer', 'programmer@mowca.example', 'bn', 'কর্মপরিকল্পনা', $2, $3,
       '<' || $4 || '-' || number || '@bench.example>', 'bench', 'queued', now(), now()
     from generate_series(1, $5::int) as number returning id`,
    [plan.id, TEXT, HTML, `round-${round}`, letters],
  );
  sent = 0;
  wanted = letters;
  const all = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const startedAt = performance.now();
  await enqueueMail(
    app.queues.queue('mail'),
    rows.map((row) => row.id),
  );
  await all;
  return { milliseconds: performance.now() - startedAt };
}

/** The same letters by nodemailer's own pool, with nothing written down. */
async function bare({ letters }: { letters: number }) {
  const mailer = createTransport({ url: settings.smtpUrl!, pool: true, maxConnections: CONNECTIONS } as never);
  const letter = { from: 'suchok@bench.example', to: 'programmer@mowca.example', text: TEXT, html: HTML };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: letters }, () => mailer.sendMail({ ...letter, subject: 'কর্মপরিকল্পনা' })));
  const milliseconds = performance.now() - startedAt;
  mailer.close();
  return { milliseconds };
}

app.startWorkers();
await serve({ outbox, bare }, () => app.close());
