import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attachRunner, type Database, type OpenDatabase } from '../../src/db/database.ts';
import { DatabaseUnavailable } from '../../src/db/errors.ts';
import { createWeb } from '../../src/web/app.ts';
import type { WebApp, WebParts } from '../../src/web/web-parts.ts';
import { databaseFlavours, type TestDatabase } from '../support/databases.ts';
import { pagesOf, partsOf, quietLogger, readPage, SETTINGS } from './pages.ts';

const clock = { now: () => Date.parse('2022-03-02T04:30:00Z'), waitFor: () => 0 };

describe('Every page', () => {
  let stored: TestDatabase;
  let database: OpenDatabase;
  let app: WebApp;

  beforeAll(async () => {
    stored = await databaseFlavours[0]!.create();
    database = await stored.open();
    app = pagesOf(database, clock);
  });
  afterAll(async () => {
    await database.close();
    await stored.drop();
  });

  it('lets browsers run no script, load from no other host, and put it into no frame', async () => {
    for (const path of ['/plans', '/messages', '/nowhere']) {
      const { headers } = await app.request(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|script-src|https?:|\*/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('cache-control')).toBe('private, no-store');
    }
  });

  it('promises https only where people come by https', async () => {
    expect((await app.request('/plans')).headers.get('strict-transport-security')).toBeNull();
    const settings = { ...SETTINGS, baseUrl: 'https://suchok.office.example' };
    const secure = createWeb({ ...partsOf(database, clock), settings });
    expect((await secure.request('/sign-in')).headers.get('strict-transport-security')).toMatch(/^max-age=\d+/);
  });

  it('holds no script and no address of another host', async () => {
    for (const path of ['/plans', '/messages', '/nowhere']) {
      const { html } = await readPage(app, path);
      expect(html).not.toMatch(/<script|style="|\son\w+="|(?:src|href)="(?:https?:)?\/\//);
    }
  });

  it('loads a style sheet, fonts and an icon that browsers may keep for ever', async () => {
    const { html } = await readPage(app, '/plans');
    const style = /href="(\/assets\/style\.[^"]+\.css)"/.exec(html)![1]!;
    const css = await (await app.request(style)).text();
    const fonts = [...css.matchAll(/url\("([^"]+)"\)/g)].map(([, path]) => path!);
    expect(fonts).toHaveLength(2);
    for (const path of [style, ...fonts, /href="(\/assets\/suchok[^"]+)"/.exec(html)![1]!]) {
      const response = await app.request(path);
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    }
    expect((await app.request('/assets/style.0000000000000000.css')).status).toBe(404);
  });

  it('sends the style sheet compressed to whoever takes it so, and it is the same sheet', async () => {
    const { html } = await readPage(app, '/plans');
    const style = /href="(\/assets\/style\.[^"]+\.css)"/.exec(html)![1]!;
    const plain = await app.request(style);
    expect(plain.headers.get('content-encoding')).toBeNull();
    const sent = await app.request(style, { headers: { 'Accept-Encoding': 'br, gzip' } });
    expect([sent.headers.get('content-encoding'), sent.headers.get('vary')]).toEqual(['gzip', 'Accept-Encoding']);
    expect(gunzipSync(await sent.arrayBuffer()).toString()).toBe(await plain.text());
  });

  it('says in both languages that a page is not there', async () => {
    const bengali = await readPage(app, '/plans/nobody-2021-22');
    expect(bengali.status).toBe(404);
    expect(bengali.text).toContain('পৃষ্ঠাটি পাওয়া যায়নি');
    expect((await readPage(app, '/nowhere?lang=en')).text).toContain('Page not found');
  });

  it('says that something went wrong without saying what, and tells the log', async () => {
    const logged: unknown[] = [];
    const logger = { ...quietLogger, error: (details: object) => logged.push(details) } as WebParts['logger'];
    const broken = pagesOf(failing(new Error('password=secret')), clock, logger);
    const bengali = await readPage(broken, '/plans');
    expect(bengali.status).toBe(500);
    expect(bengali.text).toContain('পৃষ্ঠাটি দেখানো যাচ্ছে না');
    expect((await readPage(broken, '/plans?lang=en')).text).toContain('This page cannot be shown');
    expect(bengali.html).not.toContain('secret');
    expect(logged).toMatchObject([{ path: '/plans' }, { path: '/plans' }]);
  });

  it('asks for patience while the database is away', async () => {
    const away = pagesOf(failing(new DatabaseUnavailable('connect ECONNREFUSED 10.0.0.7:5432')), clock);
    const response = await away.request('/plans?lang=en');
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('60');
    const html = await response.text();
    expect(html).toContain('The database does not answer');
    expect(html).not.toContain('10.0.0.7');
  });

  function failing(error: Error): OpenDatabase {
    const fail = () => Promise.reject(error);
    return { ...database, db: attachRunner<Database>({}, { run: fail, transaction: fail }) };
  }
});
