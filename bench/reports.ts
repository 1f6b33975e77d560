import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { openApp } from '../src/app.ts';
import { parseLocalDateTime } from '../src/calendar/local-time.ts';
import type { Output } from '../src/cli/context.ts';
import { localContext } from '../src/cli/local-context.ts';
import { runCommand } from '../src/cli/run-command.ts';
import { createLogger } from '../src/log.ts';
import { readSettings } from '../src/settings.ts';
import { shiftedClock } from '../test/support/shifted-clock.ts';
import { serve } from './child.ts';
import { inOffice, readNationalPlan } from './national-plan.ts';

/** Reports of many offices by the very command that people type, into a folder of files. */

const settings = readSettings({ ...process.env, LOG_LEVEL: 'error' }, 'config');
const { plan, history, calendar } = readNationalPlan();
const clock = shiftedClock(parseLocalDateTime('2021-07-01T10:00:00', plan.zone));
const app = await openApp({ settings, clock, logger: createLogger(settings) });

/** Offices in which the first quarter has gone by: some of its work is done, and some is late. */
async function prepare({ offices }: { offices: number }) {
  const done = history.events.filter(({ at }) => at < '2021-10-01');
  const plans = Array.from({ length: offices }, (_, number) => inOffice(plan, number));
  for (const own of plans) await app.engine.apply({ plan: own, calendar, source: 'bench', by: 'bench' });
  for (const { at, on, indicator: code, action, by } of done) {
    clock.put(parseLocalDateTime(at, plan.zone));
    const actor = { post: by, person: null };
    for (const { id, zone } of plans) await app.engine.record({ planId: id, zone, code, action, by: actor, on });
  }
  return { events: done.length };
}

async function write({ format }: { format: string }) {
  clock.put(parseLocalDateTime('2021-10-05T10:00:00', plan.zone));
  const folder = mkdtempSync(join(tmpdir(), 'suchok-reports-'));
  const context = {
    ...localContext({ out: nowhere(), err: process.stderr, env: {} }),
    clock: app.clock,
    settings: () => app.settings,
    withApp: <T>(work: (opened: typeof app) => Promise<T>) => work(app),
  };
  const startedAt = performance.now();
  const argv = ['report', 'progress', '--all', '--quarter', 'q1', '--format', format, '--out', folder];
  const code = await runCommand(argv, context);
  const milliseconds = performance.now() - startedAt;
  rmSync(folder, { recursive: true });
  if (code !== 0) throw new Error(`The command ended with ${code}.`);
  return { milliseconds };
}

function nowhere(): Output {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}

await serve({ prepare, write }, () => app.close());
