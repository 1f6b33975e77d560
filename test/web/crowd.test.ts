import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenDatabase, query } from '../../src/db/database.ts';
import { examineEvidence } from '../../src/engine/examine-evidence.ts';
import { verifyLogs } from '../../src/engine/verify.ts';
import { EvidenceStore } from '../../src/evidence/evidence-store.ts';
import { formTokenOf } from '../../src/sign-in/tokens.ts';
import { type RunningWeb, startWeb } from '../../src/web/server.ts';
import type { WebParts } from '../../src/web/web-parts.ts';
import { pdf } from '../evidence/sample-files.ts';
import { indicatorOf } from '../machines/office.ts';
import { EVERY_POST_HELD, staffed } from '../notices/staffed.ts';
import { databaseFlavours, type TestDatabase } from '../support/databases.ts';
import { Office } from './office.ts';
import { partsOf, quietLogger } from './pages.ts';

const STEPS = Array.from({ length: 100 }, (_, n) => `1.1.${n + 1}`);
const COUNTS = Array.from({ length: 10 }, (_, n) => `2.1.${n + 1}`);
const plan = staffed(EVERY_POST_HELD, [
  ...STEPS.map((code) => indicatorOf('milestone', { code })),
  ...COUNTS.map((code) => indicatorOf('count', { code, target: 50 })),
]);
const FOCAL = 'the-focal@office.example';

/** Of 1000 people five complete each step at the same moment, and fifty add to each count. */
const DEEDS = Array.from({ length: 1000 }, (_, n) =>
  n % 2 === 0
    ? { code: STEPS[(n / 2) % STEPS.length]!, action: 'completeStep', field: 'step', value: 'design' }
    : { code: COUNTS[((n - 1) / 2) % COUNTS.length]!, action: 'recordNumber', field: 'number', value: '1' },
);

/** How often each value occurs. */
function timesOf(values: readonly (string | number)[]): Record<string, number> {
  const times: Record<string, number> = {};
  for (const value of values) times[value] = (times[value] ?? 0) + 1;
  return times;
}

/** Postgres where there is one: there they really write side by side. On PGlite they queue for its one connection. */
const { name, create } = databaseFlavours.findLast(({ missing }) => missing === null)!;

describe(`A thousand people at once on ${name}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'suchok-crowd-'));
  let stored: TestDatabase;
  let database: OpenDatabase;
  let parts: WebParts;
  let web: RunningWeb;
  let sessions: string[];

  beforeAll(async () => {
    stored = await create();
    database = await stored.open();
    const office = new Office(database, '2021-08-02T10:00:00');
    await office.apply(plan);
    const store = { folder: join(folder, 'evidence'), scanner: null, logger: quietLogger, realNow: () => Date.now() };
    parts = { ...partsOf(database, office.clock), evidence: new EvidenceStore(store) };
    web = await startWeb(parts);
  });
  afterAll(async () => {
    await web.close();
    await database.close();
    await stored.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Each on a connection of its own, as from a thousand phones. */
  async function post(path: string, form: FormData, cookie = ''): Promise<{ status: number; cookie: string }> {
    const whole = new Response(form);
    const headers = { origin: web.url, cookie, 'content-type': whole.headers.get('content-type')! };
    const sending = request(`${web.url}${path}`, { method: 'POST', agent: false, headers });
    sending.end(Buffer.from(await whole.arrayBuffer()));
    const [answer] = (await once(sending, 'response')) as [IncomingMessage];
    answer.resume();
    await once(answer, 'end');
    return { status: answer.statusCode!, cookie: answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '' };
  }

  it('sign in, and each has a session of their own', async () => {
    const links: string[] = [];
    for (const _ of DEEDS) links.push(await parts.signIn.makeLink(FOCAL, '/', web.url));
    const answers = await Promise.all(links.map((link) => post(new URL(link).pathname, new FormData())));
    expect(timesOf(answers.map(({ status }) => status))).toEqual({ 303: DEEDS.length });
    sessions = answers.map(({ cookie }) => cookie);
    expect(new Set(sessions).size).toBe(DEEDS.length);
    const again = await Promise.all(links.slice(0, 50).map((link) => post(new URL(link).pathname, new FormData())));
    expect(again.every(({ status }) => status !== 303 && status < 500)).toBe(true);
  });

  it('upload a paper and record with it: every number counts, every step is completed once, and no page fails', async () => {
    const answers = await Promise.all(
      DEEDS.map(async ({ code, action, field, value }, n) => {
        const form = new FormData();
        form.append('token', formTokenOf(sessions[n]!.replace('session=', '')));
        form.append(field, value);
        form.append('on', '2021-08-02');
        form.append('file1', new File([pdf(`Paper ${n}`)], `${n}.pdf`));
        const { status } = await post(`/plans/${plan.id}/indicators/${code}/record/${action}`, form, sessions[n]);
        return { action, status };
      }),
    );
    const statusesOf = (action: string) =>
      timesOf(answers.filter((answer) => answer.action === action).map(({ status }) => status));
    expect(statusesOf('recordNumber')).toEqual({ 303: 500 });
    const { 303: done, ...others } = statusesOf('completeStep');
    expect(done).toBe(STEPS.length);
    expect(Object.keys(others).every((status) => ['409', '422'].includes(status))).toBe(true);

    const recorded = await query<{ type: string; code: string; count: number }>(
      database.db,
      `select e.entry ->> 'type' as type, i.code, count(*)::int as count
       from event_log e join indicator i on i.id = e.indicator_id
       where e.entry ->> 'type' in ('completeStep', 'recordNumber') group by 1, 2`,
    );
    expect(timesOf(recorded.map(({ type, count }) => `${type} ${count}`))).toEqual({
      'completeStep 1': STEPS.length,
      'recordNumber 50': COUNTS.length,
    });
    expect(await verifyLogs(database.db)).toMatchObject({ faults: [] });
    expect(await examineEvidence(database.db, parts.evidence, true)).toEqual({ files: 600, faults: [] });
    // What the losers of a race uploaded waits for them to try again.
    expect(readdirSync(join(folder, 'evidence', 'incoming'))).toHaveLength(2 * 400);
  });
});
