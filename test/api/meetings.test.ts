import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ministry, ministryInMarch } from '../web/office.ts';
import { SETTINGS } from '../web/pages.ts';
import { Programs } from './programs.ts';

const PLAN = 'plans/mowca-2021-22';

describe('A program that arranges meetings', () => {
  let ministry: Ministry;
  let programs: Programs;
  let officer: string;
  let focalPoint: string;
  beforeAll(async () => {
    ministry = await ministryInMarch();
    programs = new Programs(ministry.database, ministry.office.clock);
    officer = await programs.token('admin1@mowca.example');
    focalPoint = await programs.token('programmer@mowca.example');
  });
  afterAll(async () => {
    await ministry.close();
    rmSync(SETTINGS.dataDir, { recursive: true, force: true });
  });

  const get = (path: string, token = focalPoint) => programs.ask(`${PLAN}/${path}`, { token });
  const post = (path: string, body: unknown, token = officer) =>
    programs.ask(`${PLAN}/${path}`, { method: 'POST', token, body });

  it('plans one, and reads it with what can be done now', async () => {
    const wish = { kind: 'review', settles: '2.2.3', occurrence: 'q3', day: '2022-03-02', time: '11:00' };
    const planned = await post('meetings', wish);
    expect(planned.status).toBe(201);
    expect(planned.body).toMatchObject({ number: 1, version: 1 });
    const { body } = await get('meetings/1');
    expect(body).toMatchObject({
      code: 'M1',
      stage: 'planned',
      settles: '2.2.3',
      acts: expect.arrayContaining(['sendNotice']),
    });
    expect(body.body.agenda[0].subject).toContain('কর্মপরিকল্পনা');
    expect((await get('meetings')).body.items).toHaveLength(1);
  });

  it('is told all faults by their place, and what the stage does not allow', async () => {
    const faulty = await post('meetings', { kind: 'review', settles: '9.9.9', day: '2030-01-01', time: '25:99' });
    expect(faulty.status).toBe(400);
    expect(faulty.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '#/day',
      '#/settles',
      '#/time',
    ]);
    const early = await post('meetings/1/acts', { act: 'issue' });
    expect(early.status).toBe(409);
    expect(early.body).toMatchObject({ code: 'conflict', detail: 'stage: planned' });
    const stale = await post('meetings/1/acts', { act: 'sendNotice', seen: 99 });
    expect(stale.status).toBe(412);
    expect((await post('meetings/7/acts', { act: 'issue' })).status).toBe(404);
  });

  it('may bring what no database can hold, and is kept without it', async () => {
    const place = 'Main\u0000 hall\u0007\ud800';
    const answer = await post('meetings', { kind: 'workshop', day: '2022-05-02', place });
    expect(answer.status).toBe(201);
    expect((await get(`meetings/${answer.body.number}`)).body.place).toBe('Main hall\ufffd');
  });

  it('of a post that may only read is refused', async () => {
    const answer = await post('meetings/1/acts', { act: 'sendNotice' }, focalPoint);
    expect(answer.status).toBe(403);
  });

  it('takes it from the notice to issued minutes, whose decisions are owed then', async () => {
    expect((await post('meetings/1/acts', { act: 'sendNotice' })).body.letters).toBeGreaterThan(0);
    expect((await post('meetings/1/acts', { act: 'hold' })).status).toBe(200);
    const decisions = [{ text: 'পোর্টাল হালনাগাদ করতে হবে', post: 'programmer-ict', by: '2022-04-14' }];
    expect((await post('meetings/1/acts', { act: 'draft', decisions })).status).toBe(200);
    const issued = await post('meetings/1/acts', { act: 'issue' });
    expect(issued.body).toMatchObject({ actions: ['M1.1'], settled: '2.2.3' });
    const { body } = await get('actions?open=true');
    expect(body.items).toMatchObject([{ code: 'M1.1', meeting: 1, due: '2022-04-14', status: 'notStarted' }]);
  });

  it('reads the minutes as data, as a page and as a Word file', async () => {
    const facts = await get('meetings/1/minutes');
    expect(facts.body).toMatchObject({ kind: 'minutes', meeting: { id: 'M1', date: '2022-03-02' } });
    expect(facts.body.rows).toHaveLength(13);
    const page = await get('meetings/1/minutes?format=html');
    expect(page.body).toContain('পোর্টাল হালনাগাদ করতে হবে');
    const file = await get('meetings/1/minutes?format=docx');
    expect(file.headers.get('content-type')).toContain('wordprocessingml');
    expect(file.body.slice(0, 2)).toBe('PK');
  });
});
