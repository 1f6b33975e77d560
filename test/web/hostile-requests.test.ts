import { readdirSync, readlinkSync, rmSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApi } from '../../src/api/app.ts';
import { makeApiToken } from '../../src/sign-in/api-tokens.ts';
import { openSession } from '../../src/sign-in/sessions.ts';
import { type RunningWeb, startWeb } from '../../src/web/server.ts';
import { pdf } from '../evidence/sample-files.ts';
import { type Ministry, ministryInMarch } from './office.ts';
import { ADMINISTRATOR, partsOf, quietLogger, SETTINGS } from './pages.ts';

const PLAN = 'mowca-2021-22';
const FORM = 'application/x-www-form-urlencoded';

/** Requests as no browser and no decent program sends them, over a real connection. */
describe('The server, asked by hostile or clumsy programs,', () => {
  const errors: unknown[] = [];
  const logger = { ...quietLogger, error: (details: object) => void errors.push(details) } as typeof quietLogger;
  let ministry: Ministry;
  let web: RunningWeb;
  let token: string;
  let administrator: string;

  beforeAll(async () => {
    ministry = await ministryInMarch();
    const { database, office } = ministry;
    const parts = partsOf(database, office.clock, logger);
    web = await startWeb({ ...parts, api: createApi({ ...parts, db: database.db }) });
    const wish = { address: 'programmer@mowca.example', name: 'a test', scopes: ['read', 'record'], days: 1 } as const;
    token = await makeApiToken(database.db, wish, office.clock.now());
    administrator = await openSession(database.db, ADMINISTRATOR, 'a test', office.clock.now());
  });
  afterAll(async () => {
    await web.close();
    await ministry.close();
    rmSync(SETTINGS.dataDir, { recursive: true, force: true });
  });

  interface Answer {
    readonly status: number;
    readonly headers: IncomingHttpHeaders;
    readonly text: string;
  }

  /** Node's own client sends the path and the headers as they are given; chunked where no length is among them. */
  function send(
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    body: string | Uint8Array = '',
  ): Promise<Answer> {
    const { hostname, port } = new URL(web.url);
    return new Promise((answered, failed) => {
      const sent = request({ hostname, port, method, path, headers: { origin: web.url, ...headers } }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (piece: string) => {
          text += piece;
        });
        response.on('end', () => answered({ status: response.statusCode!, headers: response.headers, text }));
      });
      sent.on('error', failed);
      sent.end(body);
    });
  }

  const bearer = () => ({ authorization: `Bearer ${token}` });
  const chunked = { 'transfer-encoding': 'chunked' };

  it('reads a form that does not say how long it is, as proxies pass it on', async () => {
    const form = { ...chunked, 'content-type': FORM };
    expect(await send('POST', '/sign-in', form, 'address=somebody%40office.example')).toMatchObject({
      status: 303,
      headers: { location: '/sign-in/sent' },
    });
    expect((await send('POST', '/sign-in', form, `address=${'x'.repeat(70_000)}`)).status).toBe(413);
  });

  it('answers a write without any body, as curl sends it', async () => {
    const { status } = await send('POST', '/api/v1/messages/999999/retry', { ...bearer(), ...chunked });
    expect(status).toBe(404);
    const other = await send('DELETE', '/api/v1/plans', { ...bearer(), ...chunked });
    expect([other.status, other.headers.allow]).toEqual([405, 'GET, POST']);
  });

  it('takes JSON that does not say how long it is, and no more of it than of other', async () => {
    const path = `/api/v1/plans/${PLAN}/indicators/2.2.1/comments`;
    const json = { ...bearer(), ...chunked, 'content-type': 'application/json' };
    expect((await send('POST', path, json, JSON.stringify({ text: 'In pieces' }))).status).toBe(201);
    expect((await send('POST', path, json, `"${'x'.repeat(1024 * 1024)}"`)).status).toBe(413);
  });

  it('turns away what calls itself a form with files and is none, and has nothing to tell the log', async () => {
    for (const type of ['multipart/form-data', 'multipart/form-data; boundary=x']) {
      for (const path of ['/sign-in', `/sign-in/${'x'.repeat(43)}`, '/account/preferences']) {
        const { status } = await send('POST', path, { 'content-type': type, 'content-length': '2' }, 'xx');
        expect([path, status]).toEqual([path, 403]);
      }
    }
  });

  it('leads nobody to another host from a page that is not there', async () => {
    const { status, text } = await send('GET', '//evil.example/plans', { cookie: `session=${administrator}` });
    expect(status).toBe(404);
    expect(text).toContain('href="/evil.example/plans?lang=en"');
    expect(text).not.toContain('"//');
  });

  it('keeps what people write without the characters that no database holds, and opens no file for its head alone', async () => {
    const binary = { ...bearer(), ...chunked, 'content-type': 'application/octet-stream' };
    const upload = await send('POST', '/api/v1/evidence?name=order.pdf', binary, pdf('head'));
    const { receipt, file } = JSON.parse(upload.text);
    const indicator = `/api/v1/plans/${PLAN}/indicators/2.2.1`;
    const json = { ...bearer(), ...chunked, 'content-type': 'application/json' };
    const empty = '{"action":{"type":"recordNumber","number":1,"evidence":[{"reference":"\\u0000"}]}}';
    expect((await send('POST', `${indicator}/events`, json, empty)).status).toBe(400);
    const written = `"note":"by \\u0000hand \\ud800","evidence":[{"reference":"Memo\\u0000 1","receipt":"${receipt}"}]`;
    const body = `{"action":{"type":"recordNumber","number":1,${written}}}`;
    const { status, text } = await send('POST', `${indicator}/events`, json, body);
    expect(status).toBe(201);
    const told = { note: 'by hand \ufffd', evidence: [{ reference: 'Memo 1', date: null, file }] };
    expect(JSON.parse(text).recorded.at(-1)).toMatchObject(told);

    const path = `${indicator}/evidence/${file.hash}`;
    for (let i = 0; i < 5; i++) {
      const answer = await send('HEAD', path, bearer());
      expect([answer.status, answer.headers['content-length']]).toEqual([200, String(file.size)]);
    }
    expect(openFiles().filter((name) => name.includes(file.hash.slice(2)))).toEqual([]);
    expect((await send('GET', path, bearer())).text).toContain('%PDF');
  });

  it('is not thrown by a zero byte in what is looked for', async () => {
    const cookie = `session=${administrator}`;
    expect((await send('GET', '/administration/sessions?address=a%00', { cookie })).status).toBe(200);
    expect((await send('GET', '/messages?search=a%00&plan=%00', { cookie })).status).toBe(200);
    expect((await send('GET', '/api/v1/messages?plan=%00', bearer())).status).toBe(400);
  });

  it('had nothing to blame itself for in all of that', () => {
    expect(errors).toEqual([]);
  });
});

/** The files that this process has open, where the system tells. */
function openFiles(): string[] {
  const folder = '/proc/self/fd';
  try {
    return readdirSync(folder).flatMap((name) => {
      try {
        return [readlinkSync(`${folder}/${name}`)];
      } catch {
        return [];
      }
    });
  } catch {
    return [];
  }
}
