import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '../../src/db/database.ts';
import { pdf } from '../evidence/sample-files.ts';
import { databaseFlavours, type TestDatabase } from '../support/databases.ts';
import { UPLOAD_PATH, UploadDesk } from './upload-desk.ts';

let stored: TestDatabase;
let database: OpenDatabase;
let desk: UploadDesk;

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
});
afterEach(() => desk.close());

const file = (content: Uint8Array<ArrayBuffer>, name: string) => new File([content], name);

describe('A form with files', () => {
  it('is read with its texts and its files, by their fields', async () => {
    const answer = await desk.send([
      ['reference', 'স্মারক নং ৩২.০০'],
      ['paper', file(pdf('An office order'), 'অফিস আদেশ.pdf')],
      ['note', 'Two lines\r\nof a note'],
      ['other', new File([], '')],
    ]);
    expect(answer.status).toBe(200);
    const { fields, files, faults } = (await answer.json()) as Awaited<ReturnType<typeof readJson>>;
    expect(fields).toEqual({ token: desk.formToken, reference: 'স্মারক নং ৩২.০০', note: 'Two lines\r\nof a note' });
    expect(faults).toEqual([]);
    expect(files).toMatchObject([
      {
        field: 'paper',
        scan: 'notScanned',
        evidenceFile: {
          name: 'অফিস আদেশ.pdf',
          mediaType: 'application/pdf',
          size: pdf('An office order').length,
          hash: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      },
    ]);
    expect(desk.files()).toHaveLength(2);
  });

  it('is refused before anything is kept when a file stands before its token, and with a wrong one or none', async () => {
    const paper = file(pdf('x'), 'paper.pdf');
    for (const parts of [
      [
        ['paper', paper],
        ['token', desk.formToken],
      ],
      [
        ['token', 'another'],
        ['paper', paper],
      ],
      [['paper', paper]],
      [['reference', 'x']],
    ] as [string, string | File][][]) {
      const form = new FormData();
      for (const [name, value] of parts) form.append(name, value);
      const answer = await desk.app.request(UPLOAD_PATH, { method: 'POST', body: form, headers: desk.headers });
      expect(answer.status).toBe(403);
    }
    expect(desk.files()).toEqual([]);
  });

  it('keeps nothing when the route turns it away before reading it', async () => {
    const answer = await desk.send(
      [['paper', file(pdf('x'), 'paper.pdf')]],
      '/plans/any/indicators/1.1.1/record/refuse',
    );
    expect(answer.status).toBe(403);
    expect(await answer.text()).toBe('You may not do this.');
    expect(desk.files()).toEqual([]);
  });

  it('may be sent without files, as pages without script do', async () => {
    const body = new URLSearchParams({ token: desk.formToken, reference: 'Memo 7' });
    const answer = await desk.app.request(UPLOAD_PATH, { method: 'POST', body, headers: desk.headers });
    expect(await answer.json()).toEqual({
      fields: { token: desk.formToken, reference: 'Memo 7' },
      files: [],
      faults: [],
    });
  });

  it('tells which files were not taken, and why, and takes the others', async () => {
    const answer = await desk.send([
      ['one', file(new Uint8Array(), 'nothing.pdf')],
      ['two', file(new TextEncoder().encode('<html>no</html>'), '../../page.pdf')],
      ['three', file(pdf('x'), 'right.pdf')],
    ]);
    expect(await answer.json()).toMatchObject({
      faults: [
        { field: 'one', name: 'nothing.pdf', code: 'empty' },
        { field: 'two', name: 'page.pdf', code: 'typeNotAllowed' },
      ],
      files: [{ field: 'three' }],
    });
    expect(desk.files()).toHaveLength(2);
  });

  it('takes five files and no more', async () => {
    const papers = [1, 2, 3, 4, 5, 6].map((n) => ['paper', file(pdf(`${n}`), `${n}.pdf`)] as const);
    const answer = (await (await desk.send(papers)).json()) as Awaited<ReturnType<typeof readJson>>;
    expect(answer.files).toHaveLength(5);
    expect(answer.faults).toEqual([{ field: 'paper', name: '6.pdf', code: 'tooMany' }]);
  });

  it('is refused, with all of its files, when its text is too long', async () => {
    const answer = await desk.send([
      ['paper', file(pdf('x'), 'paper.pdf')],
      ['note', 'ক'.repeat(30_000)],
    ]);
    expect(answer.status).toBe(413);
    expect(desk.files()).toEqual([]);
  });

  it('brings the file of an earlier try along, until another is chosen; only to whoever sent it', async () => {
    const first = await readJson(desk.send([['paper', file(pdf('first'), 'first.pdf')]]));
    const receipt = first.files[0]!.receipt;
    const again = await readJson(
      desk.send([
        ['paper-receipt', receipt],
        ['paper', new File([], '')],
      ]),
    );
    expect(again.files).toEqual(first.files);
    const replaced = await readJson(
      desk.send([
        ['paper-receipt', receipt],
        ['paper', file(pdf('second'), 's.pdf')],
      ]),
    );
    expect(replaced.files).toMatchObject([{ field: 'paper', evidenceFile: { name: 's.pdf' } }]);
    for (const forged of ['../../../etc/passwd', 'x'.repeat(32), '']) {
      expect((await readJson(desk.send([['paper-receipt', forged]]))).files).toEqual([]);
    }
    expect(await desk.store.findWaiting(receipt, 'somebody@else.example')).toBeNull();
  });
});

async function readJson(answer: Response | Promise<Response>) {
  return (await (await answer).json()) as {
    fields: Record<string, string>;
    files: { receipt: string; field: string }[];
    faults: object[];
  };
}
