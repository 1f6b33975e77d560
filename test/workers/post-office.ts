import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { vi } from 'vitest';
import { type App, openApp } from '../../src/app.ts';
import { query } from '../../src/db/database.ts';
import { type Attempt, listAttempts } from '../../src/db/queries/attempts.ts';
import type { Plan } from '../../src/plan/types.ts';
import { readSettings } from '../../src/settings.ts';
import { at, calendar, planWith } from '../engine/office.ts';
import { missing } from '../support/available.ts';
import { databaseFlavours } from '../support/databases.ts';
import { startRedis } from '../support/redis-server.ts';
import { type ShiftedClock, shiftedClock } from '../support/shifted-clock.ts';
import { startSmtpServer, type TestSmtpServer } from '../support/smtp-server.ts';

/** The whole program in this process, with a mail server beside it and a clock that the test sets. */
export interface PostOffice {
  readonly app: App;
  readonly clock: ShiftedClock;
  readonly smtp: TestSmtpServer;
  /** Puts the plan in force half a second before its first reminder, and lets alarms do the rest. */
  remind(plan: Plan): Promise<void>;
  /** The letters of a plan, by person. */
  letters(planId: string): Promise<LetterRow[]>;
  attempts(messageId: number): Promise<Attempt[]>;
  /** Lets the time until the next try pass: puts the waiting jobs of these letters in front. Resolves to their delays. */
  hurry(messageIds: readonly number[]): Promise<number[]>;
  close(): Promise<void>;
}

export interface LetterRow {
  readonly id: number;
  readonly person: string;
  readonly status: string;
  readonly attempts: number;
  readonly answer: string | null;
  readonly headerId: string;
}

/** Where the parts may stand: everything in one process, or with Postgres, or with Redis as well. */
export const places = [
  { name: 'PGlite alone', missing: null, database: databaseFlavours[0]!, hasRedis: false },
  { name: 'Postgres alone', missing: missing('postgres'), database: databaseFlavours[1]!, hasRedis: false },
  { name: 'Postgres and Redis', missing: missing('postgres', 'redis'), database: databaseFlavours[1]!, hasRedis: true },
] as const;

/** How long anything may take on a busy machine. */
export const PATIENCE = { timeout: 20_000, interval: 25 };

export const FIRST_REMINDER = at('2022-01-26');

export async function openPostOffice({ database, hasRedis }: (typeof places)[number]): Promise<PostOffice> {
  const place = await database.create();
  const redis = hasRedis ? await startRedis() : null;
  const smtp = await startSmtpServer();
  const clock = shiftedClock(at('2021-07-01'));
  const folder = mkdtempSync(join(tmpdir(), 'suchok-post-'));
  const settings = readSettings(
    { SMTP_URL: smtp.url(), SMTP_TIMEOUT: '8', MAIL_PER_SECOND: '1000', WEBHOOK_ALLOW_PRIVATE: 'true' },
    'config',
  );
  const { dataDir, databaseUrl } = place.settings;
  const app = await openApp({
    settings: { ...settings, dataDir: databaseUrl ? folder : dataDir, databaseUrl, redisUrl: redis?.url },
    logger: pino({ level: 'silent' }),
    clock,
  });
  app.startWorkers();
  const { db } = app.database;
  return {
    app,
    clock,
    smtp,
    remind: async (plan) => {
      clock.put(FIRST_REMINDER - 500);
      await app.engine.apply({ plan, calendar, source: 'test', by: 'test' });
    },
    letters: (planId) =>
      query<LetterRow>(
        db,
        `select id, person_id as person, status, attempts, answer, header_id as "headerId"
         from message where plan_id = $1 order by person_id, id`,
        [planId],
      ),
    attempts: (messageId) => listAttempts(db, messageId),
    hurry: async (messageIds) => {
      const ids = new Set(messageIds.map((id) => `message-${id}`));
      const jobs = await vi.waitFor(async () => {
        const waiting = (await app.queues.queue('mail').getDelayed()).filter((job) => ids.has(job.id!));
        if (waiting.length < ids.size)
          throw new Error(`${waiting.length} of ${ids.size} letters wait for another try.`);
        return waiting;
      }, PATIENCE);
      const delays = jobs.map((job) => job.delay);
      await Promise.all(jobs.map((job) => job.promote()));
      return delays;
    },
    close: async () => {
      await app.close();
      await smtp.close();
      await redis?.remove();
      await place.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A plan of one milestone, due on 25 February 2022, in an office of its own: `secretary@NAME.example`. */
export function officeNamed(name: string): Plan {
  const plan = planWith('1.2.1');
  const people = plan.people.map((person) => ({ ...person, email: `${person.id}@${name}.example` }));
  return { ...plan, id: `${name}-2021-22`, people };
}

/** Who is reminded in such an office. */
export const REMINDED = ['deputy-secretary', 'programmer'];
