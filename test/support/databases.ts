import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { describe } from 'vitest';
import type { OpenDatabase } from '../../src/db/database.ts';
import { openDatabase } from '../../src/db/open-database.ts';
import { createQueueTables } from '../../src/queue/queue-tables.ts';
import { missing, titled } from './available.ts';
import { madeOnce } from './made-once.ts';
import { attachPostgres, type PostgresServer, startPostgres } from './postgres-server.ts';
import { SHARED_POSTGRES } from './shared-folder.ts';

/** An empty database with all tables, for one suite. */
export interface TestDatabase {
  /** What `openDatabase` takes to open it (again, or from another process). */
  readonly settings: { readonly databaseUrl?: string; readonly dataDir: string };
  open(): Promise<OpenDatabase>;
  /** After everybody has closed it. */
  drop(): Promise<void>;
}

export interface DatabaseFlavour {
  readonly name: 'PGlite' | 'Postgres';
  /** Why it is left out here, or `null`. */
  readonly missing: string | null;
  create(): Promise<TestDatabase>;
}

/** The two databases on which every repository has to work. */
export const databaseFlavours: readonly DatabaseFlavour[] = [
  { name: 'PGlite', missing: null, create: createPglite },
  { name: 'Postgres', missing: missing('postgres'), create: createPostgres },
];

/** A suite that runs once on PGlite and once on Postgres, as in `describeOnDatabases('Messages', (create) => { … })`. */
export function describeOnDatabases(title: string, suite: (create: () => Promise<TestDatabase>) => void): void {
  for (const flavour of databaseFlavours) {
    const reason = flavour.missing;
    describe.skipIf(reason)(titled(`${title} on ${flavour.name}`, reason), () => suite(flavour.create));
  }
}

/** Creating a PGlite takes seconds, copying one takes a quarter of one. */
async function createPglite(): Promise<TestDatabase> {
  const template = await madeOnce('pglite.json', async (folder) => {
    const dataDir = join(folder, 'pglite-template');
    await prepare({ dataDir });
    return dataDir;
  });
  const dataDir = mkdtempSync(join(tmpdir(), 'suchok-pglite-'));
  cpSync(template, dataDir, { recursive: true });
  return testDatabase({ dataDir }, async () => rmSync(dataDir, { recursive: true, force: true }));
}

async function createPostgres(): Promise<TestDatabase> {
  const server = await sharedPostgres();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asAdministrator(server, `create database ${name} template suchok_template`);
  return testDatabase({ databaseUrl: server.url(name), dataDir: '/nonexistent' }, () =>
    asAdministrator(server, `drop database ${name} with (force)`),
  );
}

/** One server for all suites of a run, which they must not stop: start another to hurt it. */
export async function sharedPostgres(): Promise<PostgresServer> {
  const address = await madeOnce(SHARED_POSTGRES, async () => {
    // For all of vitest's processes, so it belongs to the one above them.
    const server = await startPostgres({ owner: process.ppid });
    await asAdministrator(server, 'create database suchok_template');
    await prepare({ databaseUrl: server.url('suchok_template'), dataDir: '/nonexistent' });
    return { folder: server.folder, port: server.port };
  });
  return attachPostgres(address);
}

/** A database without any table on the shared server. */
export async function createBarePostgres(): Promise<TestDatabase> {
  const server = await sharedPostgres();
  const name = `bare_${randomUUID().replaceAll('-', '')}`;
  await asAdministrator(server, `create database ${name}`);
  return testDatabase({ databaseUrl: server.url(name), dataDir: '/nonexistent' }, () =>
    asAdministrator(server, `drop database ${name} with (force)`),
  );
}

function testDatabase(settings: TestDatabase['settings'], drop: () => Promise<void>): TestDatabase {
  return { settings, open: () => openDatabase(settings), drop };
}

async function prepare(settings: TestDatabase['settings']): Promise<void> {
  const database = await openDatabase(settings);
  await createQueueTables(database.pool);
  await database.close();
}

async function asAdministrator(server: PostgresServer, sql: string): Promise<void> {
  const client = new pg.Client(server.url('postgres'));
  await client.connect();
  await client.query(sql);
  await client.end();
}
