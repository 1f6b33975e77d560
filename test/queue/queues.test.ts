import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { alarmId, armAlarm, armAlarms, keepWatchdog, scheduleWatchdog } from '../../src/queue/alarms.ts';
import type { JobProcessor, OpenQueues } from '../../src/queue/queues.ts';
import { titled } from '../support/available.ts';
import { queueBackends, type TestQueues } from '../support/queue-backends.ts';
import { runScript } from '../support/run-script.ts';
import { createTally } from '../support/tally.ts';

const OPEN_AND_CLOSE = fileURLToPath(new URL('./open-and-close.ts', import.meta.url));
const NINE = Date.UTC(2027, 0, 13, 3);

describe.each(queueBackends)('$name', ({ name, missing: reason, create }) => {
  describe.skipIf(reason)(titled(`Queues on ${name}`, reason), () => {
    let place: TestQueues;
    const opened: OpenQueues[] = [];
    const open = async () => {
      const queues = await place.open();
      opened.push(queues);
      return queues;
    };
    beforeAll(async () => {
      place = await create();
    });
    afterEach(async () => {
      for (const queues of opened.splice(0)) await queues.close();
      await place?.empty();
    });
    afterAll(() => place?.drop());

    it('answer a ping', async () => {
      const queues = await open();
      await expect(queues.ping()).resolves.toBeUndefined();
      expect(queues.flavour).toBe(name.toLowerCase());
    });

    it('ring an alarm when its time has come, and not before', async () => {
      const queues = await open();
      const rung = createTally<number>('alarms rung');
      queues.worker('alarms', async () => rung.add(performance.now()));
      const armed = performance.now();
      await armAlarm(queues.queue('alarms'), NINE, 300);
      const [at] = await rung.reaches(1);
      expect(at! - armed).toBeGreaterThan(299);
    });

    it('ring once, however often an instant is armed', async () => {
      const queues = await open();
      const queue = queues.queue('alarms');
      await armAlarms(queue, [
        { at: NINE, delayMs: 200 },
        { at: NINE, delayMs: 200 },
        { at: NINE + 60_000, delayMs: 400 },
      ]);
      await armAlarm(queue, NINE, 200);
      expect(await queue.getDelayedCount()).toBe(2);
      const rung = createTally<string>('alarms rung');
      queues.worker('alarms', async (job) => rung.add(job.id!));
      expect(await rung.reaches(2)).toEqual([alarmId(NINE), alarmId(NINE + 60_000)]);
    });

    it('let an instant be armed again after its alarm has rung, or has failed', async () => {
      const queues = await open();
      const queue = queues.queue('alarms');
      const finished = createTally<string>('jobs finished');
      const fail: JobProcessor<unknown> = async (job) => {
        if (finished.all.length === 0) throw new Error(`${job.id} fails`);
      };
      const worker = queues.worker('alarms', fail);
      worker.on('failed', () => finished.add('failed'));
      worker.on('completed', () => finished.add('completed'));
      for (const count of [1, 2, 3]) {
        await armAlarm(queue, NINE, 0);
        await finished.reaches(count);
      }
      expect(finished.all).toEqual(['failed', 'completed', 'completed']);
    });

    it('run one watchdog for two processes that both keep it, even where they clash at its rounds', async () => {
      const both = [await open(), await open()];
      const runs = createTally<string>('runs');
      for (const queues of both) queues.worker('alarms', async (job) => runs.add(job.name));
      const ends = both.map((queues) => keepWatchdog(queues.queue('alarms'), 200, pino({ level: 'silent' })));
      await runs.reaches(8);
      for (const end of ends) end();
      expect(await both[0]!.queue('alarms').getJobSchedulersCount()).toBe(1);
      expect(new Set(runs.all)).toEqual(new Set(['watchdog']));
    });

    it('do not put the watchdog off when it is scheduled over and over', async () => {
      const queue = (await open()).queue('alarms');
      await scheduleWatchdog(queue, 60_000);
      const first = await queue.getJobScheduler('watchdog');
      for (let again = 0; again < 3; again++) await scheduleWatchdog(queue, 60_000);
      expect((await queue.getJobScheduler('watchdog'))?.next).toBe(first?.next);
      expect((await queue.getDelayedCount()) + (await queue.getWaitingCount())).toBe(1);
    });

    it('take a thousand alarms at once', async () => {
      const queue = (await open()).queue('alarms');
      const alarms = Array.from({ length: 1_500 }, (_, minute) => ({ at: NINE + minute * 60_000, delayMs: 3_600_000 }));
      await armAlarms(queue, alarms);
      expect(await queue.getDelayedCount()).toBe(1_500);
    });

    it('let the process end when they are closed', async () => {
      const { dataDir, databaseUrl = '', redisUrl = '' } = place.settings;
      // The embedded database belongs to one process at a time.
      const own = name === 'PGlite' ? await create() : null;
      const script = runScript(OPEN_AND_CLOSE, [own?.settings.dataDir ?? dataDir, databaseUrl, redisUrl]);
      expect(await script.line()).toBe('rung');
      expect(await script.line()).toBe('closed');
      expect(await script.ended).toBe(0);
      await own?.drop();
    });
  });
});
