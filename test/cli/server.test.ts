import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createAdaptorServer, getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, createApi } from '../../src/api/app.ts';
import { SuchokClient } from '../../src/client/client.ts';
import { query } from '../../src/db/database.ts';
import type { Scope } from '../../src/db/queries/api-tokens.ts';
import { makeApiToken } from '../../src/sign-in/api-tokens.ts';
import { freePort } from '../support/free-port.ts';
import { openOffice, type TestOffice } from './open-office.ts';
import { type Printed, type } from './terminal.ts';

const PLAN = 'mowca-2021-22';
const PROGRAMMER = 'programmer@mowca.example';

let office: TestOffice;
let api: Api;
let server: Server;
let administrator: string;
let programmer: string;

async function listen(made: Server): Promise<Server> {
  made.listen(0, '127.0.0.1');
  await once(made, 'listening');
  return made;
}
const urlOf = (listening: Server) => `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;

const token = (address: string | null, ...scopes: Scope[]) =>
  makeApiToken(office.app.database.db, { address, name: 'elsewhere', scopes, days: null }, office.app.clock.now());

beforeAll(async () => {
  office = await openOffice('2022-02-20T10:00:00');
  await type(['plan', 'apply', PLAN], { app: office.app });
  await office.app.engine.run();
  const { settings, database, engine, evidence, clock, calendars, library, logger } = office.app;
  api = createApi({ settings, db: database.db, engine, evidence, clock, calendars, library, logger });
  server = await listen(createAdaptorServer({ fetch: api.fetch, overrideGlobalObjects: false }) as Server);
  administrator = await token(null, 'read', 'record', 'administer');
  programmer = await token(PROGRAMMER, 'read', 'record');
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await office.close();
});

const here = (...args: string[]): Promise<Printed> => type(args, { app: office.app });
const elsewhere = (as: string, ...args: string[]): Promise<Printed> =>
  type(args, { env: { SUCHOK_SERVER: urlOf(server), SUCHOK_TOKEN: as } });

describe('On another computer', () => {
  it.each([
    [['status']],
    [['status', PLAN, '--lang', 'bn']],
    [['status', PLAN, '--json']],
    [['status', 'mowca-2021-2']],
    [['plan', 'list']],
    [['plan', 'list', '--json']],
    [['plan', 'show', PLAN]],
    [['plan', 'show', PLAN, '--json']],
    [['plan', 'check', 'dwa-2021-22', PLAN]],
    [['plan', 'check', PLAN, '--json']],
    [['plan', 'diff', 'dwa-2021-22']],
    [['plan', 'diff', PLAN, '--json']],
    [['plan', 'apply', PLAN]],
    [['mail', 'list', '--limit', '3']],
    [['mail', 'list', '--json']],
    [['mail', 'show', '1']],
    [['mail', 'show', '1', '--json']],
    [['mail', 'show', '9999']],
    [['mail', 'retry', '1']],
    [['report', 'progress', PLAN, '--format', 'json']],
    [['report', 'progress', PLAN, '--since', 'none', '--lang', 'en', '--format', 'html', '--memo', '৩২.০০.০০']],
    [['report', 'apa', PLAN, '--quarter', 'q3', '--format', 'html']],
    [['report', 'self-assessment', PLAN, '--period', 'annual', '--format', 'json']],
    [['report', 'progress', PLAN, '--on', '2023-01-01', '--format', 'html']],
    [['report', 'apa', PLAN, '--quarter', 'q4', '--format', 'html']],
    [['report', 'progress', 'mowca-2021-2', '--format', 'html']],
    [['report', 'progress', PLAN, '--on', '2022-02-01', '--format', 'html']],
  ])('%j prints what it prints where the data are', async (args) => {
    const local = await here(...args);
    const remote = await elsewhere(administrator, ...args);
    if (!args.includes('mowca-2021-2')) expect(remote).toEqual(local);
    else expect(remote).toMatchObject({ code: 1, err: expect.stringContaining(`did you mean "${PLAN}"?`) });
  });

  it('applies plans, and tells the faults of one by line', async () => {
    const applied = await elsewhere(administrator, 'plan', 'apply', 'dwa-2021-22');
    expect(applied).toMatchObject({ code: 0, out: expect.stringContaining('dwa-2021-22 is in force, with') });
    expect((await here('plan', 'list')).out).toContain('dwa-2021-22');
    const faultyFile = join(office.dataDir, 'faulty-plan.yaml');
    const sound = readFileSync(`config/plans/${PLAN}.yaml`, 'utf8');
    writeFileSync(
      faultyFile,
      sound.replace(/^calendar: .*/m, 'calendar: none').replace('kind: milestone', 'kind: mile'),
    );
    const faulty = await elsewhere(administrator, 'plan', 'apply', faultyFile);
    expect(faulty).toEqual(await here('plan', 'apply', faultyFile));
    expect(faulty.err).toMatch(/faulty-plan\.yaml:\d+:\d+ /);
  });

  it('records in the own post, and is refused with the reason as at home', async () => {
    const step = ['record', PLAN, '1.2.1', 'complete-step', '--step', 'select-service', '--by', 'programmer-ict'];
    const recorded = await elsewhere(programmer, ...step);
    expect(recorded).toMatchObject({ code: 0, err: '' });
    expect(recorded.out).toContain('1.2.1');
    const again = await elsewhere(programmer, ...step);
    expect(again).toEqual(await here(...step));
    expect(again.code).toBe(2);
    const posing = await elsewhere(programmer, ...step.slice(0, -1), 'secretary');
    expect(posing).toMatchObject({ code: 1, err: expect.stringContaining('programmer-ict') });
    expect((await elsewhere(programmer, 'plan', 'apply', PLAN)).err).toContain('scope');
  });

  it('says which commands have to run where the data are, and what else is missing', async () => {
    for (const command of ['verify', 'doctor', 'sign-in-link']) {
      expect(await elsewhere(administrator, command)).toMatchObject({
        code: 1,
        err: expect.stringContaining('the computer it runs on'),
      });
    }
    const env = { SUCHOK_SERVER: urlOf(server) };
    expect((await type(['status'], { env })).err).toContain('SUCHOK_TOKEN');
    expect((await elsewhere(`suchok_${'x'.repeat(43)}`, 'status')).err).toContain('unknown, revoked or over');
    expect((await type(['status', '--server', 'office', '--token', 'x'])).err).toContain('https://');
    const nobody = new SuchokClient({ server: `http://127.0.0.1:${await freePort()}`, token: 'x', pauses: [] });
    await expect(nobody.me()).rejects.toThrow('cannot be asked: ECONNREFUSED');
  });
});

describe('A program that uses the client', () => {
  it('reads what waits, what comes and who is there, and takes leave', async () => {
    const client = new SuchokClient({ server: urlOf(server), token: programmer });
    expect((await client.duties()).map(({ code }) => code)).toContain('1.2.1');
    expect([await client.questions(), await client.escalations()]).toEqual([[], []]);
    const { deadlines } = await client.calendar({ month: '2022-02', plan: PLAN });
    expect(deadlines.map(({ code, due }) => [code, due])).toContainEqual(['1.2.1', '2022-02-25']);
    const leave = { person: 'programmer', deputy: 'deputy-secretary', from: '2022-04-03', to: '2022-04-07' };
    const { id } = await client.takeLeave(PLAN, leave);
    expect((await client.leaves(PLAN)).items).toMatchObject([leave]);
    expect(await client.endLeave(id)).toEqual({ id, plan: PLAN });
    await expect(client.noticesAhead(PLAN, '2022-03-01')).rejects.toMatchObject({ problem: { code: 'notFound' } });
    const boss = new SuchokClient({ server: urlOf(server), token: administrator });
    expect((await boss.noticesAhead(PLAN, '2022-03-01')).letters.length).toBeGreaterThan(0);
    const { version } = await boss.people(PLAN);
    const change = { type: 'change', person: 'secretary', email: 'secretary@mowca.example', language: 'en' } as const;
    expect((await boss.changePeople(PLAN, change, version)).version).toBe(version + 1);
    await expect(boss.changePeople(PLAN, change, version)).rejects.toMatchObject({ problem: { code: 'stale' } });
  });
});

describe('A connection that breaks before the answer', () => {
  it('has nothing done twice', async () => {
    const forward = getRequestListener(api.fetch, { overrideGlobalObjects: false });
    let broken = 0;
    const cutting = createServer(async (request, response) => {
      if (request.method !== 'POST' || broken === 2) return forward(request, response);
      broken += 1;
      // It is done, and the answer is lost on the way.
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      await api.fetch(
        new Request(new URL(request.url!, 'http://here.invalid'), {
          method: 'POST',
          headers: request.headers as Record<string, string>,
          body: Buffer.concat(chunks),
        }),
      );
      response.destroy();
    });
    const shaky = await listen(cutting);
    const client = new SuchokClient({ server: urlOf(shaky), token: programmer, pauses: [0, 0, 0] });
    const { achieved } = await client.indicator(PLAN, '2.2.1');
    const recorded = await client.record(PLAN, '2.2.1', { action: { type: 'recordNumber', number: 1 } });
    expect(broken).toBe(2);
    expect(recorded.indicator.achieved).toBe((achieved ?? 0) + 1);
    const rows = await query<{ count: number }>(
      office.app.database.db,
      `select count(*) as count from event_log where entry->>'type' = 'recordNumber'`,
    );
    expect(rows).toEqual([{ count: 1 }]);
    shaky.closeAllConnections();
    shaky.close();
  });
});
