import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { serve } from './child.ts';

/** BullMQ alone: jobs without any work in them, added beforehand, done at this concurrency. */
const CONCURRENCY = 100;
const BULK = 1_000;

const connection = new Redis(process.env.REDIS_URL!, { maxRetriesPerRequest: null });
const queue = new Queue('empty', { connection });

async function round({ jobs }: { jobs: number }) {
  for (let start = 0; start < jobs; start += BULK) {
    const some = Math.min(BULK, jobs - start);
    await queue.addBulk(
      Array.from({ length: some }, () => ({ name: 'empty', data: {}, opts: { removeOnComplete: true } })),
    );
  }
  let done = 0;
  const worker = new Worker('empty', async () => {}, { connection, concurrency: CONCURRENCY, autorun: false });
  await worker.waitUntilReady();
  const startedAt = performance.now();
  const milliseconds = await new Promise<number>((resolve) => {
    worker.on('completed', () => {
      done += 1;
      if (done === jobs) resolve(performance.now() - startedAt);
    });
    void worker.run();
  });
  await worker.close();
  return { milliseconds };
}

await serve({ round }, async () => {
  await queue.close();
  connection.disconnect();
});
