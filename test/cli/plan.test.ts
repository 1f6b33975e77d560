import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOffice, type TestOffice } from './open-office.ts';
import { type } from './terminal.ts';

let office: TestOffice;
let folder: string;

beforeAll(async () => {
  office = await openOffice('2026-11-23T10:00:00');
  folder = mkdtempSync(join(tmpdir(), 'suchok-plans-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await office.close();
});

function written(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('A new plan from the template', () => {
  it('is of the current fiscal year, sound, and applied as it is', async () => {
    const path = join(folder, 'new.yaml');
    const names = ['--office-name-bn', 'উপজেলা সমবায় কার্যালয়', '--office-name-en', 'Upazila Cooperative Office'];
    const made = await type(['plan', 'new', '--office', 'chatkhil', ...names, '--year', '২০২৬-২৭', '--out', path]);
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(await type(['plan', 'check', path])).toMatchObject({
      code: 0,
      out: expect.stringContaining('sound, the plan chatkhil-2026-27 with 13 indicators'),
    });
    const applied = await type(['plan', 'apply', path], { app: office.app });
    expect(applied.out).toBe('chatkhil-2026-27 is in force, with 13 indicators.\n');
  });

  it('never takes the place of a file that is there', async () => {
    const path = written('mine.yaml', 'mine');
    const { code, err } = await type(['plan', 'new', '--office', 'chatkhil', '--year', '2026-27', '--out', path]);
    expect(code).toBe(1);
    expect(err).toContain('is there already');
    expect(readFileSync(path, 'utf8')).toBe('mine');
  });

  it('says what is wrong with a year or an id', async () => {
    expect((await type(['plan', 'new', '--office', 'chatkhil', '--year', '2026-28'])).err).toContain('no fiscal year');
    expect((await type(['plan', 'new', '--office', 'Chat khil', '--year', '2026-27'])).err).toContain(
      'no id of an office',
    );
  });
});

describe('Checking plans', () => {
  it('tells all faults of all files by line and column, and fails', async () => {
    const sound = readFileSync('config/plans/wewb-2021-22.yaml', 'utf8');
    const one = written('one.yaml', sound.replace(/target: 2021-12-30/, 'target: 2023-12-30'));
    const two = written('two.yaml', sound.replace('unit', 'unt').replace(/code: 1\.2\.1/, 'code: 1.1.1'));
    const { code, out, err } = await type(['plan', 'check', one, two, 'mowca-2021-22']);
    expect(code).toBe(1);
    const faults = out.split('\n').filter((line) => /\.yaml:\d+:\d+ \S+: /.test(line));
    expect(faults.some((line) => line.startsWith(`${one}:`))).toBe(true);
    expect(faults.some((line) => line.startsWith(`${two}:`))).toBe(true);
    expect(out).toContain('mowca-2021-22.yaml: sound');
    expect(err).toMatch(/^\d+ faults to correct\.\n$/);
  });

  it('notes a year whose holidays nobody has listed, and holidays that are not certain yet', async () => {
    const text = async (year: string) => (await type(['plan', 'new', '--office', 'o', '--year', year])).out;
    const far = await type(['plan', 'check', written('far.yaml', await text('2035-36'))]);
    expect(far).toMatchObject({ code: 0, out: expect.stringContaining('does not list the holidays of 2035-36') });
    const near = await type(['plan', 'check', written('near.yaml', await text('2026-27'))]);
    expect(near).toMatchObject({ code: 0, out: expect.stringMatching(/not confirmed yet: 202\d-/) });
    const past = await type(['plan', 'check', 'mowca-2021-22']);
    expect(past.out).not.toContain('note:');
  });

  it('says which names there are for one that is none', async () => {
    const { code, err } = await type(['plan', 'check', 'mowca-2021-2']);
    expect(code).toBe(1);
    expect(err).toContain('did you mean "mowca-2021-22"?');
  });
});

describe('Applying a plan', () => {
  it('says nothing changed the second time, and field by field what did the third', async () => {
    const apply = (file: string) => type(['plan', 'apply', file], { app: office.app });
    await apply('dwa-2021-22');
    expect((await apply('dwa-2021-22')).out).toBe('dwa-2021-22: nothing changed, version 1 stands.\n');
    const moved = readFileSync('config/plans/dwa-2021-22.yaml', 'utf8').replace(
      'target: 2022-02-25',
      'target: 2022-02-28',
    );
    const file = written('moved.yaml', moved);
    const difference = await type(['plan', 'diff', file], { app: office.app });
    expect(difference.out).toContain('target: 2022-02-25 → 2022-02-28');
    const { code, out } = await apply(file);
    expect(code).toBe(0);
    expect(out).toContain('dwa-2021-22 is in force as version 2.');
    expect(out).toContain('target: 2022-02-25 → 2022-02-28');
    expect((await type(['plan', 'diff', file], { app: office.app })).out).toBe('Nothing has changed.\n');
  });

  it('does nothing at all for a plan with a fault', async () => {
    const before = await type(['plan', 'list', '--json'], { app: office.app });
    const text = readFileSync('config/plans/wewb-2021-22.yaml', 'utf8').replace(
      'target: 2021-12-30',
      'target: 2023-12-30',
    );
    const { code, err } = await type(['plan', 'apply', written('faulty.yaml', text)], { app: office.app });
    expect(code).toBe(1);
    expect(err).toContain('faulty.yaml:');
    expect(await type(['plan', 'list', '--json'], { app: office.app })).toEqual(before);
  });

  it('refuses to make one kind of indicator into another', async () => {
    const text = readFileSync('config/plans/dwa-2021-22.yaml', 'utf8').replace(
      'kind: count',
      'kind: recurring\n        occurrences: quarterly',
    );
    const { code, err } = await type(['plan', 'apply', written('kind.yaml', text)], { app: office.app });
    expect(code).toBe(1);
    expect(err).toContain('Give it a new code instead');
  });
});

it('shows a plan with its posts, holders and steps', async () => {
  const { out } = await type(['plan', 'show', 'chatkhil-2026-27', '--lang', 'bn'], { app: office.app });
  expect(out).toContain('focal-point: ফোকাল পয়েন্ট\n  ফোকাল পয়েন্ট <focal.point@chatkhil.example>');
  expect(out).toContain('office-order:');
  expect(out).toContain('লক্ষ্যমাত্রা: ২৫ ফেব্রুয়ারি ২০২৭');
});
