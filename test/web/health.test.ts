import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { OpenDatabase } from '../../src/db/database.ts';
import { openQueues } from '../../src/queue/open-queue.ts';
import type { OpenQueues } from '../../src/queue/queues.ts';
import { createWeb } from '../../src/web/app.ts';
import type { WebParts } from '../../src/web/web-parts.ts';
import { databaseFlavours, type TestDatabase } from '../support/databases.ts';
import { partsOf, quietLogger } from './pages.ts';

const clock = { now: () => Date.parse('2022-03-02T04:30:00Z'), waitFor: () => 0 };

describe('The health check', () => {
  let stored: TestDatabase;
  let database: OpenDatabase;
  let queues: OpenQueues;

  beforeAll(async () => {
    stored = await databaseFlavours[0]!.create();
    database = await stored.open();
    queues = await openQueues({ database });
  });
  afterAll(async () => {
    await queues.close();
    await database.close();
    await stored.drop();
  });
  afterEach(() => void vi.useRealTimers());

  const ask = (parts: Partial<WebParts> = {}) =>
    createWeb({ ...partsOf(database, clock), queues, ...parts }).request('/healthz');

  it('is well while the database and the queue answer', async () => {
    const response = await ask();
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual({
      status: 'ok',
      database: { status: 'ok', kind: 'pglite' },
      queue: { status: 'ok', kind: 'pglite' },
      time: '2022-03-02T04:30:00.000Z',
    });
  });

  it('asks no queue where the page stands alone', async () => {
    const response = await ask({ queues: undefined });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ queue: null });
  });

  it('is not well when a part does not answer, and keeps the reason for the log', async () => {
    const logged: object[] = [];
    const logger = { ...quietLogger, warn: (details: object) => logged.push(details) } as WebParts['logger'];
    const away = { ...database, ping: () => Promise.reject(new Error('postgres://user:secret@db refused')) };
    const response = await ask({ database: away, logger });
    expect(response.status).toBe(503);
    const answer = await response.text();
    expect(JSON.parse(answer)).toMatchObject({ status: 'down', database: { status: 'down' }, queue: { status: 'ok' } });
    expect(answer).not.toContain('secret');
    expect(logged).toMatchObject([{ part: 'database' }]);
  });

  it('does not wait for a part that hangs', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const hanging = { ...queues, ping: () => new Promise<void>(() => {}) };
    const asked = ask({ queues: hanging });
    await vi.advanceTimersByTimeAsync(2_000);
    const response = await asked;
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ database: { status: 'ok' }, queue: { status: 'down' } });
  });
});
