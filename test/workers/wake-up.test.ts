import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { armAlarm } from '../../src/queue/alarms.ts';
import { enqueueMail } from '../../src/queue/mail-jobs.ts';
import { titled } from '../support/available.ts';
import { queueBackends, type TestQueues } from '../support/queue-backends.ts';
import { createTally } from '../support/tally.ts';

const NINE = Date.UTC(2027, 0, 13, 3);
/** A worker that nobody wakes looks by itself after five seconds. */
const AT_ONCE = 3_000;

describe.each(queueBackends)('$name', ({ name, missing, create }) => {
  describe.skipIf(missing)(titled(`An idle mail worker on ${name}`, missing), () => {
    let place: TestQueues;
    beforeAll(async () => {
      place = await create();
    });
    afterAll(() => place?.drop());

    it('sends at once what an alarm has had written, again and again', async () => {
      const queues = await place.open();
      const written = createTally<number>('rounds written');
      const taken = createTally<number>('letters taken');
      queues.worker('mail', async () => taken.add(performance.now()));
      queues.worker('alarms', async () => {
        written.add(performance.now());
        await enqueueMail(queues.queue('mail'), [2 * written.all.length, 2 * written.all.length + 1]);
      });
      for (const round of [1, 2, 3]) {
        // Long enough for the mail worker to have found nothing and to listen.
        await armAlarm(queues.queue('alarms'), NINE + round, 600);
        await taken.reaches(2 * round);
      }
      const late = written.all.map((at, round) => taken.all[2 * round + 1]! - at);
      for (const milliseconds of late) expect(milliseconds).toBeLessThan(AT_ONCE);
      await queues.close();
    });
  });
});
