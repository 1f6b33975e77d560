import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import type { OpenDatabase } from '../../src/db/database.ts';
import { EvidenceStore } from '../../src/evidence/evidence-store.ts';
import type { Scanner } from '../../src/evidence/scanner.ts';
import { openSession } from '../../src/sign-in/sessions.ts';
import { formTokenOf } from '../../src/sign-in/tokens.ts';
import { readForm } from '../../src/web/read-form.ts';
import { requireSession } from '../../src/web/require-session.ts';
import { sessionCookie } from '../../src/web/session-cookie.ts';
import type { WebApp, WebEnv } from '../../src/web/web-parts.ts';
import { partsOf, quietLogger, SETTINGS } from './pages.ts';

export const UPLOAD_PATH = '/plans/any/indicators/1.1.1/record/complete';

/** A page that takes a form with files and tells what it read, behind the real session and over a real store. */
export class UploadDesk {
  readonly folder = mkdtempSync(join(tmpdir(), 'suchok-upload-'));
  readonly store: EvidenceStore;
  readonly app: WebApp;
  readonly cookie: string;
  readonly formToken: string;

  static async open(database: OpenDatabase, scanner: Scanner | null = null, address = 'focal@office.example') {
    const clock = { now: () => Date.parse('2022-03-02T04:30:00Z'), waitFor: () => 0 };
    return new UploadDesk(database, scanner, await openSession(database.db, address, 'a test', clock.now()), clock);
  }

  private constructor(
    database: OpenDatabase,
    scanner: Scanner | null,
    session: string,
    clock: Parameters<typeof partsOf>[1],
  ) {
    this.store = new EvidenceStore({ folder: this.folder, scanner, logger: quietLogger, realNow: () => Date.now() });
    this.cookie = `session=${session}`;
    this.formToken = formTokenOf(session);
    const parts = { ...partsOf(database, clock), evidence: this.store };
    const app = new Hono<WebEnv>();
    app.use(csrf());
    app.use(requireSession(parts, sessionCookie(SETTINGS.baseUrl)));
    app.post(UPLOAD_PATH, async (c) => c.json(await readForm(c, this.store)));
    app.post('/plans/any/indicators/1.1.1/record/refuse', (c) => c.text('You may not do this.', 403));
    app.onError((error, c) => c.text(error.message, error instanceof HTTPException ? error.status : 500));
    this.app = app;
  }

  /** Sends a form, with its token first. */
  send(fields: readonly (readonly [string, string | File])[], path = UPLOAD_PATH): Promise<Response> | Response {
    return this.app.request(path, { method: 'POST', body: this.form(fields), headers: this.headers });
  }

  form(fields: readonly (readonly [string, string | File])[]): FormData {
    const form = new FormData();
    form.append('token', this.formToken);
    for (const [name, value] of fields) form.append(name, value);
    return form;
  }

  get headers() {
    return { cookie: this.cookie, origin: 'http://localhost' };
  }

  /** Opens a real server for it. */
  async listen(): Promise<{ readonly port: number; close(): Promise<void> }> {
    const server = createAdaptorServer({ fetch: this.app.fetch, overrideGlobalObjects: false }) as Server;
    server.listen(0, '127.0.0.1', 4096);
    await once(server, 'listening');
    return {
      port: (server.address() as AddressInfo).port,
      close: async () => {
        server.closeAllConnections();
        server.close();
        await once(server, 'close');
      },
    };
  }

  /** Every file in the store's folder. */
  files(): string[] {
    const all = readdirSync(this.folder, { recursive: true, withFileTypes: true });
    return all.filter((one) => one.isFile()).map(({ name }) => name);
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
