import { openDatabase } from '../../src/db/open-database.ts';
import { armAlarm } from '../../src/queue/alarms.ts';
import { openQueues } from '../../src/queue/open-queue.ts';

// Opens everything, lets one alarm ring, closes everything, and then has nothing left to wait for.
const [dataDir, databaseUrl, redisUrl] = process.argv.slice(2);
const database = redisUrl ? null : await openDatabase({ dataDir: dataDir!, databaseUrl: databaseUrl || undefined });
const queues = await openQueues({
  database: database as NonNullable<typeof database>,
  redisUrl: redisUrl || undefined,
});
const rung = new Promise<void>((resolve) => {
  queues.worker('alarms', async () => resolve());
  queues.worker('mail', async () => {});
});
await armAlarm(queues.queue('alarms'), Date.UTC(2027, 0, 13, 3), 1);
await rung;
console.log('rung');
await queues.close();
await database?.close();
console.log('closed');
