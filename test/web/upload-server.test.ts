import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '../../src/db/database.ts';
import { LARGEST_FILE } from '../../src/evidence/evidence-types.ts';
import { pdf } from '../evidence/sample-files.ts';
import { databaseFlavours, type TestDatabase } from '../support/databases.ts';
import { UPLOAD_PATH, UploadDesk } from './upload-desk.ts';

const MB = 1024 * 1024;
const PADDING = Buffer.alloc(64 * 1024, 32);

let stored: TestDatabase;
let database: OpenDatabase;
let desk: UploadDesk;
let server: Awaited<ReturnType<UploadDesk['listen']>>;

beforeAll(async () => {
  stored = await databaseFlavours[0]!.create();
  database = await stored.open();
});
afterAll(async () => {
  await database.close();
  await stored.drop();
});
beforeEach(async () => {
  desk = await UploadDesk.open(database);
  server = await desk.listen();
});
afterEach(async () => {
  await server.close();
  desk.close();
});

const origin = () => `http://127.0.0.1:${server.port}`;
const headers = () => ({ ...desk.headers, origin: origin() });

function upload(fields: readonly (readonly [string, string | File])[], path = UPLOAD_PATH) {
  return fetch(`${origin()}${path}`, { method: 'POST', body: desk.form(fields), headers: headers() });
}

/** A PDF of exactly that many bytes. */
function pdfOf(size: number, name = 'large.pdf'): File {
  const small = pdf('large');
  return new File([small, Buffer.alloc(size - 2 * small.length, 32), small], name);
}

interface Told {
  readonly files: { evidenceFile: { size: number } }[];
  readonly faults: { code: string; name: string }[];
}

describe('Over a real connection', () => {
  it('a file of 20 MB arrives whole', async () => {
    const answer = await upload([['paper', pdfOf(LARGEST_FILE)]]);
    expect(answer.status).toBe(200);
    const { files, faults } = (await answer.json()) as Told;
    expect(faults).toEqual([]);
    expect(files).toMatchObject([{ evidenceFile: { size: LARGEST_FILE } }]);
  });

  it.each([1, 60 * MB])(
    'a file of 20 MB and %i bytes more is told of in the form, beside what is right',
    async (more) => {
      const answer = await upload([
        ['paper', pdfOf(LARGEST_FILE + more)],
        ['other', new File([pdf('x')], 'right.pdf')],
        ['note', 'A note'],
      ]);
      expect(answer.status).toBe(200);
      expect(await answer.json()).toMatchObject({
        fields: { note: 'A note' },
        faults: [{ field: 'paper', code: 'tooLarge', name: 'large.pdf' }],
        files: [{ field: 'other' }],
      });
      expect(desk.files()).toHaveLength(2);
    },
  );

  it('whoever may not upload is told so, and not cut off, however much is sent', async () => {
    const answer = await upload([['paper', pdfOf(90 * MB)]], '/plans/any/indicators/1.1.1/record/refuse');
    expect(answer.status).toBe(403);
    expect(await answer.text()).toBe('You may not do this.');
    expect(desk.files()).toEqual([]);
  });

  it('nothing is left of a file whose sender hangs up midway, and others go on', async () => {
    const boundary = 'b'.repeat(30);
    const body = [
      `--${boundary}\r\nContent-Disposition: form-data; name="token"\r\n\r\n${desk.formToken}\r\n`,
      `--${boundary}\r\nContent-Disposition: form-data; name="paper"; filename="a.pdf"\r\n\r\n%PDF-1.4\n`,
    ].join('');
    const sending = request(`${origin()}${UPLOAD_PATH}`, {
      method: 'POST',
      headers: {
        ...headers(),
        'content-type': `multipart/form-data; boundary=${boundary}`,
        'content-length': 10 * MB,
      },
    });
    sending.on('error', () => {});
    sending.write(body);
    sending.write(Buffer.alloc(2 * MB));
    await until(() => desk.files().some((name) => name.endsWith('.part')));
    sending.destroy();
    await until(() => desk.files().length === 0);
    expect((await upload([['paper', new File([pdf('x')], 'a.pdf')]])).status).toBe(200);
  });

  it('a thousand uploads at once are all answered', async () => {
    const answers = await Promise.all(
      Array.from({ length: 1000 }, async (_, n) => {
        const answer = await upload([['paper', new File([pdf(`${n}`)], `${n}.pdf`)]]);
        const { files } = (await answer.json()) as Told;
        return `${answer.status} ${files.length}`;
      }),
    );
    expect(new Set(answers)).toEqual(new Set(['200 1']));
    expect(desk.files()).toHaveLength(2000);
  });

  it('twenty large files at once never are in memory', async () => {
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }, 10);
    const statuses = await Promise.all(Array.from({ length: 20 }, () => sendLarge()));
    clearInterval(watch);
    expect(statuses).toEqual(Array(20).fill(200));
    expect(desk.files()).toHaveLength(40);
    // All of them together are 400 MB.
    expect(most / MB).toBeLessThan(100);
  });
});

/** Sends 20 MB out of one small piece of memory, as fast as they are taken. */
async function sendLarge(): Promise<number> {
  const boundary = 'b'.repeat(30);
  const type = `multipart/form-data; boundary=${boundary}`;
  const sending = request(`${origin()}${UPLOAD_PATH}`, {
    method: 'POST',
    agent: false,
    headers: { ...headers(), 'content-type': type },
  });
  const answered = once(sending, 'response') as Promise<[IncomingMessage]>;
  const part = (name: string) => `--${boundary}\r\nContent-Disposition: form-data; name=${name}\r\n\r\n`;
  sending.write(`${part('"token"')}${desk.formToken}\r\n${part('"paper"; filename="large.pdf"')}`);
  sending.write(pdf('large'));
  for (let sent = 0; sent < 19 * MB; sent += PADDING.length) {
    if (!sending.write(PADDING)) await once(sending, 'drain');
  }
  sending.write(pdf('large'));
  sending.end(`\r\n--${boundary}--\r\n`);
  const [answer] = await answered;
  answer.resume();
  return answer.statusCode!;
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await turn();
}
