import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '../../src/db/database.ts';
import { openOffice, type TestOffice } from './open-office.ts';
import { type } from './terminal.ts';

const PLAN = 'mowca-2021-22';
let office: TestOffice;
let folder: string;

const report = (...args: string[]) => type(['report', ...args], { app: office.app });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'suchok-report-'));
  office = await openOffice('2021-07-05T10:00:00');
  await type(['plan', 'apply', PLAN], { app: office.app });
  await act('2021-08-25T12:00:00', '1.4.1', 'complete-step', '--step', 'gather-services');
  await act('2021-08-26T12:00:00', '1.4.1', 'complete-step', '--step', 'meeting', '--evidence', 'Minutes 7');
});
afterAll(async () => {
  await office.close();
  rmSync(folder, { recursive: true });
});

async function act(time: string, ...args: string[]): Promise<void> {
  office.put(time);
  const { code, err } = await type(['record', PLAN, ...args, '--by', 'programmer-ict'], { app: office.app });
  expect({ code, err }).toEqual({ code: 0, err: '' });
}

describe('Reports of what is on record', () => {
  it('of an earlier day are the same the year after, whatever was done since', async () => {
    office.put('2021-09-30T18:00:00');
    const asked = ['progress', PLAN, '--on', '2021-08-25', '--format', 'json'];
    const then = await report(...asked);
    expect(JSON.parse(then.out)).toMatchObject({
      source: { plan: PLAN, version: 1, on: '2021-08-25' },
      counts: { inProgress: 1, achieved: 0 },
    });
    await act('2021-10-12T12:00:00', '1.1.1', 'complete-step', '--step', 'select-idea');
    expect(await report(...asked)).toEqual(then);
  });

  it('tell of a quarter until its last day, and of one that runs until now', async () => {
    office.put('2021-11-01T10:00:00');
    const quarter = async (id: string) =>
      JSON.parse((await report('apa', PLAN, '--quarter', id, '--format', 'json')).out).source.on;
    expect([await quarter('q1'), await quarter('q2')]).toEqual(['2021-09-30', '2021-11-01']);
  });

  it('are pages on standard output, and files where asked for', async () => {
    office.put('2021-11-01T10:00:00');
    const page = await report('self-assessment', PLAN, '--period', 'half-yearly', '--format', 'html', '--lang', 'en');
    expect(page.out).toContain('Half-yearly self-assessment');
    expect(page.out).toContain('version 1');
    const out = join(folder, 'new', 'progress.docx');
    expect(await report('progress', PLAN, '--out', out)).toEqual({ code: 0, out: `Written to ${out}\n`, err: '' });
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
    const again = await report('progress', PLAN, '--out', out);
    expect(again).toMatchObject({
      code: 1,
      err: `${out} is there already: choose another name, or add --overwrite.\n`,
    });
    expect((await report('progress', PLAN, '--out', out, '--overwrite')).code).toBe(0);
  });

  it('carry the memo number and date that are given', async () => {
    const { out } = await report(
      'progress',
      PLAN,
      '--format',
      'html',
      '--memo',
      '৩২.০০',
      '--memo-date',
      '২ ডিসেম্বর ২০২১',
    );
    expect(out).toContain('১৭ অগ্রহায়ণ ১৪২৮'.normalize('NFC'));
    expect(out).not.toContain('[স্মারক নম্বর]');
  });

  it('of all plans are a file each', async () => {
    const out = join(folder, 'all');
    const { code, out: said } = await report('progress', '--all', '--format', 'json', '--out', out);
    expect({ code, said }).toEqual({ code: 0, said: `1 report written to ${out}\n` });
    const file = join(out, `${PLAN}-progress.json`);
    expect(readdirSync(out)).toEqual([`${PLAN}-progress.json`]);
    writeFileSync(file, 'by hand');
    const again = await report('progress', '--all', '--format', 'json', '--out', out);
    expect(again.out).toBe(
      `0 reports written to ${out}\n1 file kept that was there already; --overwrite writes them anew\n`,
    );
    expect(readFileSync(file, 'utf8')).toBe('by hand');
    await report('progress', '--all', '--format', 'json', '--out', out, '--overwrite');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ kind: 'progress' });
  });

  it('of all plans are told of on a terminal while they are made, and in a pipe only at the end', async () => {
    const all = (name: string, isTTY: boolean) =>
      type(['report', 'progress', '--all', '--format', 'json', '--out', join(folder, name)], {
        app: office.app,
        terminal: { isTTY, columns: 100 },
      });
    expect((await all('terminal', true)).err).toContain('1/1');
    expect((await all('pipe', false)).err).toBe('');
  });

  it('of all plans are written although one cannot be made, which is told at the end', async () => {
    const { db } = office.app.database;
    expect((await type(['plan', 'apply', 'dwa-2021-22'], { app: office.app })).code).toBe(0);
    // A log without its beginning, as only a damaged database can have it.
    await query(db, 'alter table event_log disable trigger event_log_append_only');
    await query(
      db,
      `delete from event_log where seq = 1 and indicator_id in (select id from indicator where plan_id = 'dwa-2021-22')`,
    );
    const out = join(folder, 'broken');
    const { code, out: said, err } = await report('progress', '--all', '--format', 'json', '--out', out);
    expect({ code, said }).toEqual({ code: 1, said: `1 report written to ${out}\n` });
    expect(err).toMatch(/^1 plan left out:\ndwa-2021-22: .*A log does not begin with a beginning.*\n$/);
    expect(readdirSync(out)).toEqual([`${PLAN}-progress.json`]);
  });
});

describe('Minutes of what is on record', () => {
  const meeting = (date: string) => `id: review-1
plan: ${PLAN}
kind: review
layout: indicators
title: ত্রৈমাসিক পর্যালোচনা সভার কার্যবিবরণী
chair: অতিরিক্ত সচিব (প্রশাসন)
date: ${date}
signature: অতিরিক্ত সচিব
memo: {}
`;

  it('tell the progress of the day of the meeting, and leave blank what nobody stated', async () => {
    office.put('2021-11-01T10:00:00');
    const file = join(folder, 'review.yaml');
    writeFileSync(file, meeting('2021-09-28'));
    const { code, out, err } = await report('minutes', PLAN, '--meeting', file, '--format', 'html');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('[১.৪.১] সভা আয়োজিত'.normalize('NFC'));
    expect(out).toContain('প্রমাণক (Minutes 7) সভায় উপস্থাপন করা হয়।'.normalize('NFC'));
    for (const blank of ['সময়', 'স্থান', 'স্মারক নম্বর', 'তারিখ', 'বাস্তবায়নকারী']) {
      expect(out).toContain(`<mark>........................ [${blank.normalize('NFC')}]</mark>`);
    }
  });

  it('are not drafted of a meeting that lies ahead, nor from a faulty file', async () => {
    office.put('2021-11-01T10:00:00');
    const file = join(folder, 'ahead.yaml');
    writeFileSync(file, meeting('2021-12-28'));
    expect((await report('minutes', PLAN, '--meeting', file, '--format', 'html')).err).toContain(
      'The meeting of 2021-12-28 lies ahead',
    );
    writeFileSync(file, meeting('2021-12-28').replace('indicators', 'table'));
    const faulty = await report('minutes', PLAN, '--meeting', file, '--format', 'html');
    expect(faulty.code).toBe(1);
    expect(faulty.err).toContain(`${file}:4:9 layout: "table" is not known here`);
  });

  it('come in the language of their file, and never in another', async () => {
    const { code, err } = await type([
      ...['report', 'minutes', PLAN, '--meeting', 'mowca-2022-06-28'],
      ...['--history', 'auto', '--lang', 'en', '--format', 'html'],
    ]);
    expect(code).toBe(1);
    expect(err).toContain('is in Bengali, and minutes come in its language');
  });
});

describe('What is asked wrongly', () => {
  it('is told, all of it, and nothing is written', async () => {
    office.put('2021-11-01T10:00:00');
    const refusal = async (...args: string[]) => (await report(...args)).err;
    expect(await refusal('progress')).toContain('Name a plan, or write --all');
    expect(await refusal('progress', PLAN, '--all', '--history', 'auto')).toBe(
      `--all is of every plan, so leave out ${PLAN}.\n--all writes a file for each plan: say in which folder with --out.\n--history is of one plan, and cannot stand with --all.\n`,
    );
    expect(await refusal('progress', PLAN, '--on', '2022-01-01')).toContain('--on: 1 January 2022 lies ahead');
    expect(await refusal('progress', PLAN, '--on', '2021-06-30')).toContain("lies before the plan's first day");
    expect(await refusal('progress', PLAN, '--on', '2021-07-02')).toContain('was put in force on 5 July 2021');
    expect(await refusal('progress', PLAN, '--since', '2021-11-01', '--format', 'json')).toContain(
      'choose an earlier one',
    );
    expect(await refusal('progress', PLAN, '--since', '2021-06-30', '--format', 'json')).toContain(
      "--since: 30 June 2021, the day of the last report, lies before the plan's first day, 1 July 2021",
    );
    expect(await refusal('progress', PLAN, '--quarter', 'q3', '--format', 'json')).toContain(
      '--quarter: This quarter begins on 1 January 2022, and today is 1 November 2021',
    );
    expect(await refusal('progress', PLAN, '--on', '2021-08-01', '--quarter', 'q1')).toContain('both name the day');
    expect(await refusal('progress', PLAN)).toContain('A docx file cannot be shown here');
    expect(await refusal('self-assessment', PLAN)).toContain("required option '--period <period>'");
    expect(await refusal('progress', 'mowca-2021')).toContain('There is no plan "mowca-2021" in force');
    expect(existsSync(join(folder, 'nothing'))).toBe(false);
  });
});

it('makes the same reports from files of plan and minutes, without a database', async () => {
  const { code, out } = await type([
    ...['report', 'progress', PLAN, '--history', 'auto', '--on', '2022-06-28', '--since', 'none', '--format', 'json'],
  ]);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    source: { version: null, history: expect.stringContaining('Minutes of the meeting of 28 June 2022') },
    counts: { achieved: 12, inProgress: 1 },
    score: { points: 44, total: 50 },
  });
});
