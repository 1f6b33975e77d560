import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '../../src/db/database.ts';
import { type Ministry, ministryInMarch } from '../web/office.ts';
import { ADMINISTRATOR } from '../web/pages.ts';
import { type Asking, Programs } from './programs.ts';

const PLAN = 'mowca-2021-22';
const YAML = readFileSync('config/plans/mowca-2021-22.yaml', 'utf8');

let ministry: Ministry;
let programs: Programs;
let administrator: string;
let secretary: string;
let stranger: string;
beforeAll(async () => {
  ministry = await ministryInMarch();
  programs = new Programs(ministry.database, ministry.office.clock);
  administrator = await programs.token(ADMINISTRATOR, ['read', 'record', 'administer']);
  secretary = await programs.token('secretary@mowca.example', ['read', 'record', 'administer']);
  stranger = await programs.token('stranger@elsewhere.example', ['read', 'record', 'administer']);
});
afterAll(() => ministry.close());

const ask = (path: string, more: Asking = {}) => programs.ask(path, { token: administrator, ...more });
const post = (path: string, body?: unknown, more: Asking = {}) => ask(path, { method: 'POST', body, ...more });

describe('A webhook', () => {
  const wish = { office: 'mowca', url: 'https://receiver.example/suchok', events: ['message.failed'] };
  const add = async (key: string) => (await post('webhooks', wish, { headers: { 'idempotency-key': key } })).body;

  it('is added once, and its secret told then and never again', async () => {
    const made = await add('w-1');
    expect(made.secret).toMatch(/^whsec_/);
    expect(await add('w-1')).toEqual(made);
    const { items } = (await ask('webhooks')).body;
    expect(items).toEqual([
      { id: made.id, ...wish, createdAt: expect.any(String), createdBy: ADMINISTRATOR, disabledAt: null },
    ]);
    expect(JSON.stringify([items, (await ask(`webhooks/${made.id}`)).body])).not.toContain(made.secret);
    const [kept] = await query<{ body: string }>(
      ministry.database.db,
      `select body from idempotency_key where key = 'w-1'`,
    );
    expect(kept!.body).not.toContain(made.secret);
    const other = (await post(`webhooks/${made.id}/rotate`)).body;
    expect([other.id, other.secret === made.secret]).toEqual([made.id, false]);
  });

  it('is refused with all that is wrong with it', async () => {
    const { body } = await post('webhooks', { office: 'none', url: 'ftp://x.example', events: [] });
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['#/office', '#/url', '#/events']);
  });

  it('is called no more, and again', async () => {
    const { id } = await add('w-2');
    expect((await post(`webhooks/${id}/disable`)).body).toMatchObject({ id, disabledAt: expect.any(String) });
    expect((await post(`webhooks/${id}/enable`)).body).toMatchObject({ id, disabledAt: null });
  });

  it('is sent a test, and what it was told once more, with a log of it', async () => {
    const { id } = await add('w-3');
    expect((await post(`webhooks/${id}/test`)).status).toBe(202);
    const { items } = (await ask(`webhooks/${id}/deliveries`)).body;
    expect(items).toMatchObject([
      { event: 'test', status: 'queued', body: { data: { office: 'mowca' } }, attempts: [] },
    ]);
    const delivery = items[0].id;
    expect(programs.enqueued).toEqual([delivery]);
    expect((await post(`webhooks/${id}/deliveries/${delivery}/retry`)).status).toBe(404);
    await query(ministry.database.db, `update webhook_delivery set status = 'failed' where id = $1`, [delivery]);
    expect((await post(`webhooks/${id}/deliveries/${delivery}/retry`)).status).toBe(202);
    expect(programs.enqueued).toEqual([delivery, delivery]);
  });

  it('is nothing that anybody else could find', async () => {
    const { id } = await add('w-4');
    for (const token of [secretary, stranger]) {
      for (const path of ['webhooks', `webhooks/${id}`, `webhooks/${id}/deliveries`]) {
        expect((await ask(path, { token })).status, path).toBe(404);
      }
      for (const act of ['rotate', 'enable', 'disable', 'test', 'deliveries/1/retry']) {
        expect((await post(`webhooks/${id}/${act}`, undefined, { token })).status, act).toBe(404);
      }
      expect((await post('webhooks', wish, { token })).status).toBe(404);
    }
    const reads = await programs.token(ADMINISTRATOR, ['read', 'record']);
    expect((await ask('webhooks', { token: reads })).body.code).toBe('scopeMissing');
  });
});

describe('The people of a plan', () => {
  const people = `plans/${PLAN}/people`;
  const newcomer = { name: { bn: 'নতুন প্রোগ্রামার', en: 'New Programmer' }, email: 'new.programmer@mowca.example' };
  const takeOver = { type: 'add', post: 'programmer-ict', person: newcomer, from: '2022-03-15' };

  it('are listed with the posts they hold, to whoever reads the plan', async () => {
    const { body, headers } = await ask(people, { token: secretary });
    expect(headers.get('etag')).toBe(`"${body.version}"`);
    expect(body.people[0]).toMatchObject({
      id: 'programmer',
      email: 'programmer@mowca.example',
      holds: [{ tenure: 0, post: 'programmer-ict', from: null, to: null, deputy: false }],
    });
    expect(body.mayChange).toBe(false);
    expect((await ask(people, { token: stranger })).status).toBe(404);
  });

  it('are changed by a new version of the plan, as a dry run told before, and over nobody else’s change', async () => {
    const before = (await ask(people)).headers.get('etag')!;
    const dry = await post(`${people}?dryRun=true`, takeOver);
    expect(dry.body).toMatchObject({ plan: PLAN, isDryRun: true, isChanged: true });
    expect((await ask(people)).headers.get('etag')).toBe(before);
    const done = await post(people, takeOver, { headers: { 'if-match': before } });
    expect(done.body).toMatchObject({ isDryRun: false, changes: dry.body.changes });
    const after = await ask(people);
    expect(after.headers.get('etag')).toBe(done.headers.get('etag'));
    expect(after.body.people.find(({ id }: { id: string }) => id === 'programmer').holds[0].to).toBe('2022-03-14');
    const change = { type: 'change', person: 'secretary', email: 'secretary@mowca.example', language: 'en' };
    const late = await post(people, change, { headers: { 'if-match': before } });
    expect(late.body).toMatchObject({ status: 412, code: 'stale' });
    expect((await ask(people)).headers.get('etag')).toBe(done.headers.get('etag'));
  });

  it('are not changed into what cannot be, and all of it is told by field', async () => {
    const wrong = { ...takeOver, person: { name: { bn: '', en: '' }, email: 'nobody' }, to: '2022-03-01' };
    const { body } = await post(people, wrong);
    expect(body).toMatchObject({ status: 422, code: 'refused' });
    expect(body.errors.map(({ pointer, detail }: Record<string, string>) => `${pointer} ${detail}`).sort()).toEqual([
      '#/person/email addressInvalid',
      '#/person/name/bn nameMissing',
      '#/person/name/en nameMissing',
      '#/to endsBeforeBegin',
    ]);
    const none = { type: 'end', person: 'secretary', tenure: 9, to: '2022-04-01' };
    expect((await post(people, none)).body.errors).toEqual([{ pointer: '#/to', detail: 'tenureUnknown' }]);
    expect((await post(people, { type: 'end' })).body.code).toBe('invalidRequest');
  });

  it('are changed by administrators alone', async () => {
    expect((await post(people, takeOver, { token: secretary })).body).toMatchObject({ status: 403, code: 'forbidden' });
    expect((await post(people, takeOver, { token: stranger })).status).toBe(404);
    const records = await programs.token(ADMINISTRATOR, ['read', 'record']);
    expect((await post(people, takeOver, { token: records })).body.code).toBe('scopeMissing');
  });
});

describe('The file of a plan', () => {
  const path = `plans/${PLAN}/file`;
  const headers = { 'content-type': 'application/yaml' };

  it('is downloaded, changed and put in force again, over nobody else’s change; its versions stay', async () => {
    const file = await ask(path);
    expect(file.headers.get('content-type')).toContain('application/yaml');
    const seen = file.headers.get('etag')!;
    const changed = file.body.replace('email: egov@cabinet.example', 'email: desk@cabinet.example');
    expect(changed).not.toBe(file.body);
    const again = (etag: string, search = '') =>
      post(`plans${search}`, changed, { headers: { ...headers, 'if-match': etag } });
    expect((await again('"999"')).body).toMatchObject({ status: 412, code: 'stale' });
    expect((await again('"999"', '?dryRun=true')).body).toMatchObject({ status: 412, code: 'stale' });
    const { body: applied } = await again(seen);
    expect([`"${applied.version - 1}"`, applied.isChanged]).toEqual([seen, true]);
    expect((await again(seen)).body.code).toBe('stale');
    const { items } = (await ask(`plans/${PLAN}/versions?limit=1`)).body;
    expect(items).toMatchObject([{ version: applied.version, appliedBy: ADMINISTRATOR }]);
    const between = `plans/${PLAN}/versions/difference?from=${applied.version - 1}&to=${applied.version}`;
    expect((await ask(between)).body.changes).toEqual(applied.changes);
    expect((await ask(`plans/${PLAN}/versions/difference?from=1&to=999`)).status).toBe(404);
  });

  it('tells which letters it would send before it is in force, and changes nothing', async () => {
    const before = (await ask(path)).headers.get('etag');
    const { body } = await post('plans/notices', YAML.replace('target: 2022-03-16', 'target: 2022-06-15'), { headers });
    const days = body.letters
      .filter(({ items }: { items: { code: string }[] }) => items.some(({ code }) => code === '1.1.1'))
      .map(({ day }: { day: string }) => day);
    expect([days.length > 0, days.every((day: string) => day > '2022-05-01')]).toEqual([true, true]);
    expect((await ask(path)).headers.get('etag')).toBe(before);
    expect((await post('plans/notices', 'x', { headers })).body.code).toBe('planFaulty');
    expect((await post('plans/notices', YAML, { headers, token: secretary })).body.code).toBe('forbidden');
  });

  it('is for administrators alone', async () => {
    for (const one of [path, `plans/${PLAN}/versions`, `plans/${PLAN}/versions/difference?from=1&to=1`]) {
      expect((await ask(one, { token: secretary })).status, one).toBe(404);
    }
  });
});

/** Parameters and bodies with which every operation gets as far as to its rights. */
const PARAMS: Readonly<Record<string, string>> = {
  planId: PLAN,
  code: '1.2.1',
  id: '1',
  delivery: '1',
  hash: 'a'.repeat(64),
  number: '1',
  report: 'progress',
};

const BODIES: Readonly<Record<string, unknown>> = {
  'post /plans': YAML,
  'post /plans/notices': YAML,
  'post /plans/{planId}/indicators/{code}/events': { action: { type: 'recordNumber', number: 1 } },
  'post /plans/{planId}/indicators/{code}/comments': { text: 'x' },
  'post /plans/{planId}/indicators/{code}/answers': { kind: 'acknowledgement', checkpoint: 'x', generation: 1 },
  'post /plans/{planId}/indicators/{code}/explanations': { answers: 1, text: 'x' },
  'post /plans/{planId}/leaves': { person: 'x', deputy: 'y', from: '2022-03-06', to: '2022-03-06' },
  'post /plans/{planId}/people': { type: 'end', person: 'x', tenure: 0, to: '2022-03-06' },
  'post /evidence': 'x',
  'put /me/preferences': { language: null, hour: null, delivery: 'digest' },
  'post /me/calendar-feeds': {},
  'post /webhooks': { office: 'mowca', url: 'https://receiver.example', events: ['message.sent'] },
  'post /plans/{planId}/assessments': { period: 'halfYear' },
  'post /plans/{planId}/assessments/{id}/acts': { act: 'approve', seen: 1 },
  'post /plans/{planId}/meetings': { kind: 'review', day: '2022-06-28' },
  'post /plans/{planId}/meetings/{number}/acts': { act: 'issue' },
};

const SEARCH: Readonly<Record<string, string>> = {
  'post /evidence': '?name=x.pdf',
  'get /plans/{planId}/versions/difference': '?from=1&to=1',
  'get /plans/{planId}/reports/{report}': '?format=json',
};

/** What a stranger may: be told who they are and that nothing is theirs; and keep what is anybody's own. */
const FOR_STRANGERS: Readonly<Record<string, number>> = {
  'get /me': 200,
  'get /me/preferences': 200,
  'put /me/preferences': 200,
  'get /me/duties': 200,
  'get /me/questions': 200,
  'get /me/escalations': 200,
  'get /me/calendar-feeds': 200,
  'post /me/calendar-feeds': 201,
  'get /plans': 200,
  'get /offices': 200,
  'get /messages': 200,
  'get /calendar': 200,
  // An empty file is nothing for anybody, a person of the plan or not.
  'post /evidence': 422,
  'post /plans': 403,
  'post /plans/notices': 403,
};

describe('Every operation', () => {
  function operations() {
    return Object.entries(programs.api.document.paths ?? {}).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path.replace('/api/v1', '')}`),
    );
  }

  function send(operation: string, token: string | null) {
    const [method, path] = operation.split(' ') as [string, string];
    const address = path.replace(/\{(\w+)\}/g, (_, name) => PARAMS[name]!);
    const body = BODIES[operation];
    const type =
      operation === 'post /evidence' ? 'application/octet-stream' : body === YAML ? 'application/yaml' : undefined;
    return programs.ask(`/api/v1${address}${SEARCH[operation] ?? ''}`, {
      method: method.toUpperCase(),
      token,
      ...(body === undefined ? {} : { body }),
      ...(type === undefined ? {} : { headers: { 'content-type': type } }),
    });
  }

  it('is closed to whoever brings no token, and to a token without the scope', async () => {
    const reads = await programs.token(ADMINISTRATOR, ['read']);
    const records = await programs.token(ADMINISTRATOR, ['record']);
    expect(operations().length).toBeGreaterThan(40);
    for (const operation of operations()) {
      expect((await send(operation, null)).status, operation).toBe(401);
      const wrong = operation.startsWith('get ') ? records : reads;
      expect((await send(operation, wrong)).body, operation).toMatchObject({ status: 403, code: 'scopeMissing' });
    }
  });

  it('tells a stranger nothing of others, and does nothing to what is theirs', async () => {
    // Something of others stands under every number that is asked for.
    const away = { person: 'secretary', deputy: 'deputy-secretary', from: '2022-04-03', to: '2022-04-07' };
    const { body: leave } = await post(`plans/${PLAN}/leaves`, away, { token: secretary });
    const { body: feed } = await post('me/calendar-feeds', {}, { token: secretary });
    expect([leave.id, feed.id]).toEqual([1, 1]);
    for (const operation of operations()) {
      const { status, body } = await send(operation, stranger);
      expect(status, `${operation} ${JSON.stringify(body)}`).toBe(FOR_STRANGERS[operation] ?? 404);
      if (operation.startsWith('get ') && status === 200)
        expect(JSON.stringify(body), operation).not.toContain('mowca');
    }
  });
});
