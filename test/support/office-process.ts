import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { openApp } from '../../src/app.ts';
import { createLogger } from '../../src/log.ts';
import { keepWatchdog } from '../../src/queue/alarms.ts';
import { readSettings } from '../../src/settings.ts';
import { calendar } from '../engine/office.ts';
import { sharedClock } from './shifted-clock.ts';

/*
 * One process of an office, to be killed, frozen and starved: the whole program with its workers, on the clock of the
 * file TEST_CLOCK and with a watchdog that looks several times a second. It says "ready", and then of each transaction
 * how many indicators it has changed. A line "apply FILE" puts the plan in that JSON file in force, "wake" has it look
 * at what is due; at the end of its input it finishes the work at hand.
 */

/** Milliseconds. */
const WATCHDOG_EVERY = 250;

const settings = readSettings(process.env, 'config');
const app = await openApp({
  settings,
  clock: sharedClock(process.env.TEST_CLOCK!),
  logger: createLogger(settings),
  onChanges: (changes) => console.log(`changed ${changes.length}`),
});
app.startWorkers();
const endWatch = keepWatchdog(app.queues.queue('alarms'), WATCHDOG_EVERY, app.logger);
console.log('ready');

for await (const line of createInterface({ input: process.stdin })) {
  if (line === 'wake') {
    await app.rearm(app.clock.now());
    continue;
  }
  const plan = JSON.parse(readFileSync(line.replace(/^apply /, ''), 'utf8'));
  await app.engine.apply({ plan, calendar, source: 'test', by: 'test' });
}
endWatch();
await app.close();
