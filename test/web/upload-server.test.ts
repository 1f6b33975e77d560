import { request } from 'node:http';
import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '../../src/db/database.ts';
import { LARGEST_FILE } from '../../src/evidence/evidence-types.ts';
import { pdf } from '../evidence/sample-files.ts';
import { databaseFlavours, type TestDatabase } from '../support/databases.ts';
import { UPLOAD_PATH, UploadDesk } from './upload-desk.ts';

const MB = 1024 * 1024;

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

  it('a thousand uploads at once are all answered, and stay out of memory', async () => {
    const padding = Buffer.alloc(400 * 1024, 32);
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }, 20);
    const answers = await Promise.all(
      Array.from({ length: 1000 }, async (_, n) => {
        const small = pdf(`${n}`);
        const answer = await upload([['paper', new File([small, padding, small], `${n}.pdf`)]]);
        const { files } = (await answer.json()) as Told;
        return `${answer.status} ${files.length}`;
      }),
    );
    clearInterval(watch);
    expect(new Set(answers)).toEqual(new Set(['200 1']));
    expect(desk.files()).toHaveLength(2000);
    // All of them together are 400 MB; this process is their sender too.
    expect(most / MB).toBeLessThan(150);
  });
});

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await turn();
}
