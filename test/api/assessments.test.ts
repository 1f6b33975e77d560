import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ministry, ministryInMarch } from '../web/office.ts';
import { SETTINGS } from '../web/pages.ts';
import { type Asking, Programs } from './programs.ts';

const LIST = 'plans/mowca-2021-22/assessments';

describe('A program with self-assessments', () => {
  let ministry: Ministry;
  let programs: Programs;
  let focalPoint: string;
  let head: string;
  let above: string;
  beforeAll(async () => {
    ministry = await ministryInMarch();
    programs = new Programs(ministry.database, ministry.office.clock);
    focalPoint = await programs.token('programmer@mowca.example');
    head = await programs.token('secretary@mowca.example');
    above = await programs.token('egov@cabinet.example');
  });
  afterAll(async () => {
    await ministry.close();
    rmSync(SETTINGS.dataDir, { recursive: true, force: true });
  });

  const get = (path = '', token = focalPoint) => programs.ask(`${LIST}${path}`, { token });
  const post = (path: string, body: unknown, token: string, more: Asking = {}) =>
    programs.ask(`${LIST}${path}`, { method: 'POST', token, body, ...more });
  const act = (body: unknown, token: string) => post('/1/acts', body, token);

  it('prepares one, once under the same key, and is told what cannot be prepared', async () => {
    const early = await post('', { period: 'year' }, focalPoint);
    expect(early.body).toMatchObject({ code: 'refused', errors: [{ pointer: '#/until', detail: 'notEnded' }] });
    const wish = { period: 'halfYear', until: 'today', language: 'en' };
    const headers = { 'idempotency-key': 'a-1' };
    const made = await post('', wish, focalPoint, { headers });
    expect(made).toMatchObject({ status: 201, body: { id: 1, status: 'prepared', version: 1, letters: 0 } });
    expect((await post('', wish, focalPoint, { headers })).body).toEqual(made.body);
    const again = await post('', wish, focalPoint);
    expect(again.body).toMatchObject({ status: 412, code: 'stale', detail: 'id: 1, version: 1, prepared' });
    expect(await post('', { ...wish, seen: { id: 1, version: 1 } }, focalPoint)).toMatchObject({
      status: 201,
      body: { id: 1, version: 2 },
    });
  });

  it('is refused what is for another post', async () => {
    for (const token of [focalPoint, above]) {
      expect((await act({ act: 'approve', seen: 2 }, token)).body).toMatchObject({ status: 403, code: 'forbidden' });
    }
    expect((await post('', { period: 'halfYear' }, head)).body).toMatchObject({ status: 403, code: 'forbidden' });
    expect((await act({ act: 'approve' }, head)).body.errors[0].pointer).toBe('#/seen');
    expect((await act({ act: 'approve', seen: 1 }, head)).body.code).toBe('stale');
    expect((await post('/9/acts', { act: 'approve', seen: 1 }, head)).status).toBe(404);
  });

  it('takes it from the head to the superior authority and its judgement', async () => {
    expect((await act({ act: 'approve', seen: 2 }, head)).body).toMatchObject({ status: 'approved', version: 3 });
    const sent = await act({ act: 'send', seen: 3, memo: '32.00.0000' }, head);
    expect(sent.body).toMatchObject({ status: 'sent', version: 4, letters: 1 });
    expect((await post('', { period: 'halfYear', seen: { id: 1, version: 4 } }, focalPoint)).body).toMatchObject({
      code: 'conflict',
      detail: 'sent',
    });
    expect((await act({ act: 'judge', seen: 4, verdict: 'accepted' }, head)).status).toBe(403);
    const indicators = [
      { code: '1.3.1', accepted: 99 },
      { code: '9.9', accepted: 0 },
    ];
    const faulty = await act({ act: 'judge', seen: 4, verdict: 'returned', indicators }, above);
    expect(faulty.status).toBe(422);
    expect(faulty.body.errors).toEqual([
      { pointer: '#/indicators/0/accepted', detail: 'aboveClaimed' },
      { pointer: '#/indicators/1/code', detail: 'unknown' },
      { pointer: '#/word', detail: 'missing' },
    ]);
    const fewer = { code: '1.3.1', accepted: 0, reason: 'No paper shows it.' };
    const judged = await act({ act: 'judge', seen: 4, verdict: 'accepted', indicators: [fewer] }, above);
    expect(judged.body).toMatchObject({ status: 'accepted', version: 5 });
    const { body } = await get('/1');
    expect(body).toMatchObject({ memo: '32.00.0000', judged: { post: expect.any(String) } });
    expect(body.indicators.find(({ code }: { code: string }) => code === '1.3.1')).toMatchObject(fewer);
    expect((await get()).body.items).toMatchObject([{ id: 1, status: 'accepted' }]);
  });

  it('downloads the kept document, and the same facts as a workbook and a page', async () => {
    const { body: facts } = await get('/1');
    const web = await programs.api.fetch(
      new Request(`http://suchok.example/api/v1/${LIST}/1/document`, {
        headers: { authorization: `Bearer ${focalPoint}` },
      }),
    );
    const bytes = Buffer.from(await web.arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(facts.documentHash);
    expect(web.headers.get('content-disposition')).toContain('mowca-2021-22-half-yearly-self-assessment.docx');
    expect((await get('/1/document?format=xlsx')).body.slice(0, 2)).toBe('PK');
    expect((await get('/1/document?format=html')).body).toContain('Half-yearly self-assessment');
    const stranger = await programs.token('stranger@elsewhere.example');
    expect((await get('/1/document', stranger)).status).toBe(404);
  });
});
