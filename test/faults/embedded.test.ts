import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { query } from '../../src/db/database.ts';
import { openDatabase } from '../../src/db/open-database.ts';
import { verifyLogs } from '../../src/engine/verify.ts';
import { at, planOfMany, silent } from '../engine/office.ts';
import { databaseFlavours, type TestDatabase } from '../support/databases.ts';
import { runScript, type Script } from '../support/run-script.ts';
import { sharedClock } from '../support/shifted-clock.ts';
import { officeNamed } from '../workers/post-office.ts';
import { punctualStates } from './punctual.ts';
import { PATIENCE } from './town.ts';

const OFFICE_PROCESS = fileURLToPath(new URL('../support/office-process.ts', import.meta.url));
const FIRST = at('2022-01-26');

/** Reads on until the process has changed that many indicators in all. */
async function changed(script: Script, count: number): Promise<void> {
  for (let sum = 0; sum < count; ) {
    const [, number] = /^changed (\d+)$/.exec(await script.line()) ?? [];
    sum += Number(number ?? 0);
  }
}

describe('An office on one machine, with nothing but Node', () => {
  let place: TestDatabase;
  beforeAll(async () => {
    place = await databaseFlavours[0]!.create();
  });
  afterAll(() => place?.drop());

  it('loses nothing when its process is killed between two batches, and tells each person once', {
    timeout: 90_000,
  }, async () => {
    const folder = place.settings.dataDir;
    const clock = sharedClock(join(folder, 'clock'));
    clock.put(FIRST - 3_600_000);
    const plans = [silent(planOfMany(1_020, 'crowd-2021-22')), officeNamed('alone')];
    const env = {
      DATA_DIR: folder,
      DATABASE_URL: '',
      REDIS_URL: '',
      SMTP_URL: '',
      LOG_LEVEL: 'warn',
      BASE_URL: 'http://127.0.0.1:3000',
      TEST_CLOCK: join(folder, 'clock'),
    };
    const first = runScript(OFFICE_PROCESS, [], env);
    expect(await first.line()).toBe('ready');
    for (const plan of plans) {
      const file = join(folder, `${plan.id}.json`);
      writeFileSync(file, JSON.stringify(plan));
      first.tell(`apply ${file}`);
    }
    await changed(first, 1_021);
    clock.put(FIRST);
    first.tell('wake');
    await changed(first, 1);
    first.child.kill('SIGKILL');
    await first.ended;

    const second = runScript(OFFICE_PROCESS, [], env);
    expect(await second.line()).toBe('ready');
    const outbox = join(folder, 'outbox');
    await vi.waitFor(() => expect(readdirSync(outbox)).toHaveLength(2), PATIENCE);
    second.child.stdin!.end();
    await second.ended;

    const { db, close } = await openDatabase({ dataDir: folder });
    for (const plan of plans) {
      const found = await query<{ code: string; state: unknown }>(
        db,
        'select code, state from indicator where plan_id = $1',
        [plan.id],
      );
      expect(new Map(found.map(({ code, state }) => [code, state]))).toEqual(punctualStates(plan, FIRST));
    }
    expect(await verifyLogs(db)).toMatchObject({ indicators: 1_021, faults: [] });
    expect(await query(db, 'select status, count(*) as count from message group by 1')).toEqual([
      { status: 'sent', count: 2 },
    ]);
    await close();
  });
});
