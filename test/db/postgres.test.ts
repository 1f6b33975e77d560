import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query, withTransaction } from '../../src/db/database.ts';
import { DatabaseUnavailable, SerializationFailure } from '../../src/db/errors.ts';
import { openDatabase } from '../../src/db/open-database.ts';
import { missing, titled } from '../support/available.ts';
import { createBarePostgres, databaseFlavours } from '../support/databases.ts';
import { freePort } from '../support/free-port.ts';
import { type PostgresServer, startPostgres } from '../support/postgres-server.ts';
import { runScript } from '../support/run-script.ts';
import { insertIndicator } from './rows.ts';

const reason = missing('postgres');
const OPEN_ONCE = fileURLToPath(new URL('./open-once.ts', import.meta.url));

describe.skipIf(reason)(titled('A Postgres server', reason), () => {
  it('is set up once by several processes that start at the same moment', async () => {
    const place = await createBarePostgres();
    const processes = [1, 2, 3].map(() => runScript(OPEN_ONCE, ['/nonexistent', place.settings.databaseUrl!]));
    expect(await Promise.all(processes.map((each) => each.line()))).toEqual(['open', 'open', 'open']);
    for (const each of processes) each.tell('close');
    expect(await Promise.all(processes.map((each) => each.ended))).toEqual([0, 0, 0]);
    const database = await place.open();
    const [migrations] = await query(
      database.db,
      'select count(*) = count(distinct hash) as once from drizzle.__drizzle_migrations',
    );
    expect(migrations).toEqual({ once: true });
    await database.close();
    await place.drop();
  });

  it('tells one of two transactions that lock each other out to try again', async () => {
    const place = await databaseFlavours[1]!.create();
    const { db, close } = await place.open();
    const ids = [await insertIndicator(db, 'a'), await insertIndicator(db, 'b')];
    const lock = 'select id from indicator where id = $1 for update';
    let arrived = 0;
    const meet = async () => {
      arrived += 1;
      while (arrived < 2) await wait(5);
    };
    const lockBoth = (first: number, second: number) =>
      withTransaction(db, async (tx) => {
        await query(tx, lock, [first]);
        await meet();
        await query(tx, lock, [second]);
      });
    const results = await Promise.allSettled([lockBoth(ids[0]!, ids[1]!), lockBoth(ids[1]!, ids[0]!)]);
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]!.reason).toBeInstanceOf(SerializationFailure);
    await close();
    await place.drop();
  });

  it('is named in the error when nothing listens there', async () => {
    const databaseUrl = `postgres://suchok@127.0.0.1:${await freePort()}/suchok`;
    const opening = openDatabase({ databaseUrl, dataDir: '/nonexistent' });
    await expect(opening).rejects.toBeInstanceOf(DatabaseUnavailable);
    await expect(opening).rejects.toThrow(/ECONNREFUSED 127\.0\.0\.1:\d+.*DATABASE_URL/);
  });
});

describe.skipIf(reason)(titled('A Postgres server that goes away', reason), () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server?.remove());

  it('fails what runs at that moment, and serves again when it is back', async () => {
    const warnings: string[] = [];
    const logger = { warn: (_details: object, message: string) => warnings.push(message) };
    const database = await openDatabase({ databaseUrl: server.url('postgres'), dataDir: '/nonexistent', logger });
    const running = withTransaction(database.db, async (tx) => {
      await query(tx, 'select 1');
      await server.stop('immediate');
      await query(tx, 'select 2');
    });
    await expect(running).rejects.toBeInstanceOf(DatabaseUnavailable);
    await expect(database.ping()).rejects.toBeInstanceOf(DatabaseUnavailable);
    await server.start();
    await expect(database.ping()).resolves.toBeUndefined();
    expect(new Set(warnings)).toEqual(new Set(['A connection to the database broke']));
    await database.close();
  });
});
