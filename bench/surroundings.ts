import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../test/support/postgres-server.ts';
import { startRedis } from '../test/support/redis-server.ts';
import { runScript } from '../test/support/run-script.ts';

/** Servers of our own, for one run of the bench. */
export interface Surroundings {
  /** A database and a part of Redis that nobody else uses, as the environment of a process. */
  place(name: string): Promise<{ DATABASE_URL: string; REDIS_URL: string; DATA_DIR: string }>;
  readonly smtpUrl: string;
  readonly versions: { readonly postgres: string; readonly redis: string };
  /** What Postgres says of the settings on which the figures hang. */
  readonly postgresSettings: Readonly<Record<string, string>>;
  remove(): Promise<void>;
}

/**
 * Starts Postgres with its own defaults (a commit waits for the disk), Redis without its append-only file, as which
 * empty jobs are fastest, and an SMTP server, each in a process of its own.
 */
export async function startSurroundings(): Promise<Surroundings> {
  const postgres = await startPostgres({ isDurable: true });
  const redis = await startRedis();
  const sink = runScript(new URL('mail-sink.ts', import.meta.url).pathname, []);
  const folder = mkdtempSync(join(tmpdir(), 'suchok-bench-'));
  const ask = async (sql: string): Promise<string> => {
    const client = new pg.Client(postgres.url('postgres'));
    await client.connect();
    try {
      const { rows } = await client.query({ text: sql, rowMode: 'array' });
      return rows[0]?.[0] ?? '';
    } finally {
      await client.end();
    }
  };
  let places = 0;
  return {
    place: async (name) => {
      await ask(`create database "${name}"`);
      const redisUrl = `${redis.url}/${places}`;
      places += 1;
      return { DATABASE_URL: postgres.url(name), REDIS_URL: redisUrl, DATA_DIR: folder };
    },
    smtpUrl: `smtp://127.0.0.1:${await sink.line()}`,
    versions: { postgres: await ask('show server_version'), redis: await redisVersion(redis.url) },
    postgresSettings: {
      fsync: await ask('show fsync'),
      synchronous_commit: await ask('show synchronous_commit'),
      shared_buffers: await ask('show shared_buffers'),
    },
    remove: async () => {
      sink.child.kill();
      await redis.remove();
      await postgres.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function redisVersion(url: string): Promise<string> {
  const { Redis } = await import('ioredis');
  const client = new Redis(url);
  const about = (await client.info('server')) as string;
  client.disconnect();
  return /redis_version:(\S+)/.exec(about)?.[1] ?? '';
}
