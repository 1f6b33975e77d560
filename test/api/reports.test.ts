import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ministry, ministryInMarch } from '../web/office.ts';
import { Programs } from './programs.ts';

const REPORTS = 'plans/mowca-2021-22/reports';
let ministry: Ministry;
let programs: Programs;
let token: string;

beforeAll(async () => {
  ministry = await ministryInMarch();
  programs = new Programs(ministry.database, ministry.office.clock);
  token = await programs.token('programmer@mowca.example');
});
afterAll(() => ministry.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  programs.ask(`${REPORTS}/${path}`, { token, headers });

describe('A program that asks for reports', () => {
  it('gets them as data, with what they were made from', async () => {
    const { status, body, headers } = await get('progress?format=json&quarter=q2');
    expect(status).toBe(200);
    expect(headers.get('content-disposition')).toContain('mowca-2021-22-progress-2021-12-31-bn.json');
    expect(body).toMatchObject({
      kind: 'progress',
      since: '2021-09-30',
      source: { plan: 'mowca-2021-22', version: 1, on: '2021-12-31' },
    });
    const none = await get('progress?format=json&quarter=q2&since=none');
    expect(none.body.since).toBeNull();
  });

  it('gets files in the language it names, and is told when it has that very file already', async () => {
    const first = await get('self-assessment?format=html&period=half-yearly&language=en');
    expect(first.body).toContain('Half-yearly self-assessment');
    expect(first.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const again = await get('self-assessment?format=html&period=half-yearly&language=en', {
      'If-None-Match': first.headers.get('etag')!,
    });
    expect([again.status, again.body]).toEqual([304, '']);
  });

  it.each([
    ['progress?quarter=q1', 'format'],
    ['progress?format=json&on=yesterday', 'on'],
    ['progress?format=json&on=2030-01-01', 'on'],
    ['progress?format=json&on=2021-06-30', 'on'],
    ['progress?format=json&quarter=q4', 'quarter'],
    ['progress?format=json&since=2022-03-02', 'since'],
    ['progress?format=json&period=annual', 'period'],
    ['self-assessment?format=json', 'period'],
    ['apa?format=json&since=2021-12-31', 'since'],
  ])('is told what is wrong with %s', async (path, parameter) => {
    const { status, body } = await get(path);
    expect([status, body.code]).toEqual([400, 'invalidRequest']);
    expect(body.errors.map((one: { parameter: string }) => one.parameter)).toContain(parameter);
  });

  it('is told so in the language that it reads', async () => {
    const { body } = await get('self-assessment?format=json', { 'Accept-Language': 'bn' });
    expect(body.errors[0].detail).toContain('কোন মেয়াদের'.normalize('NFC'));
  });

  it('gets none of a plan that its person may not read, and none without a token', async () => {
    const stranger = await programs.token('somebody@elsewhere.example');
    const asked = await programs.ask(`${REPORTS}/progress?format=json`, { token: stranger });
    expect([asked.status, asked.body.code]).toEqual([404, 'notFound']);
    expect((await programs.ask(`${REPORTS}/progress?format=json`)).status).toBe(401);
    expect((await get('minutes?format=json')).status).toBe(400);
  });
});
