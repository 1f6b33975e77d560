import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '../../src/db/database.ts';
import { openDatabase } from '../../src/db/open-database.ts';
import { armAlarm } from '../../src/queue/alarms.ts';
import { QueueUnavailable } from '../../src/queue/errors.ts';
import { openQueues } from '../../src/queue/open-queue.ts';
import type { OpenQueues } from '../../src/queue/queues.ts';
import { missing, titled } from '../support/available.ts';
import { type PostgresServer, startPostgres } from '../support/postgres-server.ts';
import { createTally } from '../support/tally.ts';

const NINE = Date.UTC(2027, 0, 13, 3);
const reason = missing('postgres');

describe.skipIf(reason)(titled('When the Postgres server that holds the queues goes away', reason), () => {
  let server: PostgresServer;
  let database: OpenDatabase;
  let queues: OpenQueues;
  beforeAll(async () => {
    server = await startPostgres();
    database = await openDatabase({ databaseUrl: server.url('postgres'), dataDir: '/nonexistent' });
    queues = await openQueues({ database });
  });
  afterAll(async () => {
    await queues?.close();
    await database?.close();
    await server?.remove();
  });

  it('no alarm can be armed until it is back, and then its workers work on', async () => {
    const queue = queues.queue('alarms');
    const rung = createTally<string>('alarms rung');
    queues.worker('alarms', async (job) => rung.add(job.name));
    await armAlarm(queue, NINE, 0);
    await rung.reaches(1);
    await server.stop('immediate');
    await expect(armAlarm(queue, NINE, 0)).rejects.toBeInstanceOf(QueueUnavailable);
    await expect(queues.ping()).rejects.toBeInstanceOf(QueueUnavailable);
    await server.start();
    await armAlarm(queue, NINE, 0);
    expect(await rung.reaches(2)).toEqual(['alarm', 'alarm']);
  });
});
