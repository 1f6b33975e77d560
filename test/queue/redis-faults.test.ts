import { Redis } from 'ioredis';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { armAlarm, keepWatchdog, scheduleWatchdog } from '../../src/queue/alarms.ts';
import { QueueUnavailable } from '../../src/queue/errors.ts';
import type { OpenQueues } from '../../src/queue/queues.ts';
import { missing, titled } from '../support/available.ts';
import { freePort } from '../support/free-port.ts';
import { openRedisQueuesAt } from '../support/queue-backends.ts';
import { type RedisServer, startRedis } from '../support/redis-server.ts';
import { createTally, type Tally } from '../support/tally.ts';

const NINE = Date.UTC(2027, 0, 13, 3);
const reason = missing('redis');

describe.skipIf(reason)(titled('When Redis has trouble', reason), () => {
  let server: RedisServer;
  let queues: OpenQueues;
  let log: Tally<string>;
  let rung: Tally<string>;
  beforeEach(async () => {
    server = await startRedis({ appendOnly: true });
    log = createTally('lines of the log');
    rung = createTally('alarms rung');
    const note = (_details: object, message: string) => {
      if (message.startsWith('Redis')) log.add(message);
    };
    queues = await openRedisQueuesAt(server.url, { logger: { info: note, warn: note } });
    queues.worker('alarms', async (job) => rung.add(job.name));
  });
  afterEach(async () => {
    await queues.close();
    await server.remove();
  });

  it('an alarm cannot be armed, and says so within seconds', async () => {
    await server.stop();
    await log.reaches(2);
    const armed = armAlarm(queues.queue('alarms'), NINE, 0);
    await expect(armed).rejects.toBeInstanceOf(QueueUnavailable);
    await expect(queues.ping()).rejects.toBeInstanceOf(QueueUnavailable);
    await expect(scheduleWatchdog(queues.queue('alarms'), 60_000)).rejects.toBeInstanceOf(QueueUnavailable);
    expect(new Set(log.all)).toEqual(new Set(['Redis cannot be reached; trying again until it can']));
  });

  it('one that hangs is given up as well', async () => {
    server.freeze();
    await expect(armAlarm(queues.queue('alarms'), NINE, 0)).rejects.toBeInstanceOf(QueueUnavailable);
    server.thaw();
  });

  it('alarms ring that were armed before, once it is back', async () => {
    await armAlarm(queues.queue('alarms'), NINE, 1_000);
    await server.stop();
    await server.start();
    expect(await rung.reaches(1)).toEqual(['alarm']);
  });

  it('a worker waits, and works on when it is back', async () => {
    await server.stop();
    await log.reaches(2);
    await server.start();
    expect((await log.reaches(4)).slice(2)).toEqual(['Redis is back', 'Redis is back']);
    await armAlarm(queues.queue('alarms'), NINE, 0);
    expect(await rung.reaches(1)).toEqual(['alarm']);
  });

  it('the watchdog comes back after everything in it was deleted', async () => {
    const stop = keepWatchdog(queues.queue('alarms'), 300, { info: () => {}, warn: () => {} });
    await rung.reaches(1);
    const administrator = new Redis(server.port);
    await administrator.flushall();
    await administrator.quit();
    const runs = rung.all.length;
    await rung.reaches(runs + 2);
    stop();
    expect(new Set(rung.all)).toEqual(new Set(['watchdog']));
  });

  it('the queues can be closed all the same', async () => {
    await server.stop();
    await log.reaches(2);
    await expect(queues.close()).resolves.toBeUndefined();
  });

  it('and does not answer from the start, opening the queues fails and says where to look', async () => {
    const nowhere = `redis://127.0.0.1:${await freePort()}`;
    const opening = openRedisQueuesAt(nowhere, { connectWithinMs: 500 });
    await expect(opening).rejects.toBeInstanceOf(QueueUnavailable);
    await expect(opening).rejects.toThrow(/Redis does not answer: connect ECONNREFUSED .*REDIS_URL/);
  });
});

describe.skipIf(reason)(titled('Redis of a larger kind', reason), () => {
  const ringOnce = async (url: string) => {
    const queues = await openRedisQueuesAt(url);
    const rung = createTally<string>('alarms rung');
    queues.worker('alarms', async (job) => rung.add(job.name));
    await armAlarm(queues.queue('alarms'), NINE, 100);
    expect(await rung.reaches(1)).toEqual(['alarm']);
    await queues.close();
  };

  it('is found through Sentinels', async () => {
    const master = await startRedis();
    const sentinel = await startRedis({ sentinelOf: { name: 'suchok', port: master.port } });
    await ringOnce(`redis+sentinel://127.0.0.1:${sentinel.port}/1?master=suchok`);
    await sentinel.remove();
    await master.remove();
  });

  it('may be a Cluster', async () => {
    const node = await startRedis({ more: ['--cluster-enabled', 'yes', '--cluster-announce-ip', '127.0.0.1'] });
    const administrator = new Redis(node.port);
    const usable = createTally<boolean>('answers whether Redis is usable');
    await administrator.cluster('ADDSLOTSRANGE', 0, 16383);
    while (usable.all.length === 0) {
      if ((await administrator.cluster('INFO')).includes('cluster_state:ok')) usable.add(true);
    }
    await administrator.quit();
    await ringOnce(`redis+cluster://127.0.0.1:${node.port}`);
    await node.remove();
  });
});
