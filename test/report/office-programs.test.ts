import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bytesOf } from '../../src/report/render/report-file.ts';
import { findProgram, LEFT_OUT, titled } from '../support/available.ts';
import { draftOf } from './records.ts';

/** Too large to be installed for a test; where it is there, it opens what we write. */
const soffice = findProgram('soffice', 'libreoffice');
const reason = soffice === null ? `${LEFT_OUT} no LibreOffice on this machine` : null;

describe.skipIf(reason)(titled('LibreOffice', reason), () => {
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'suchok-soffice-'));
    const { paper } = draftOf('mowca-2022-06-28');
    for (const format of ['docx', 'xlsx'] as const) {
      writeFileSync(join(folder, `minutes.${format}`), await bytesOf(format, {}, paper));
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const convert = (to: string, ...files: string[]) =>
    promisify(execFile)(
      soffice!,
      // A profile of its own: it refuses to run twice on one.
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        to,
        '--outdir',
        folder,
        ...files,
      ],
      { cwd: folder, env: { ...process.env, LC_ALL: 'C.UTF-8' }, timeout: 110_000 },
    );

  it('opens a Word file and prints it, and reads in it what it says', async () => {
    await convert('pdf', 'minutes.docx');
    expect(readFileSync(join(folder, 'minutes.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    await convert('txt:Text (encoded):UTF8', 'minutes.docx');
    const text = readFileSync(join(folder, 'minutes.txt'), 'utf8').normalize('NFC');
    expect(text).toContain('ই-গভর্ন্যান্স ও উদ্ভাবন কর্মপরিকল্পনা ২০২১-২২ এর বাস্তবায়ন সংক্রান্ত সভার কার্যবিবরণী'.normalize('NFC'));
    expect(text).toContain('১৬ আষাঢ় ১৪২৯'.normalize('NFC'));
  }, 240_000);

  it('opens a workbook, and reads its table', async () => {
    await convert('csv:Text - txt - csv (StarCalc):44,34,76,1', 'minutes.xlsx');
    const table = readFileSync(join(folder, 'minutes.csv'), 'utf8').normalize('NFC');
    expect(table).toContain('একটি সেবা সহজিকৃত'.normalize('NFC'));
    expect(table).toContain('২৫/০২/২০২২'.normalize('NFC'));
  }, 120_000);
});
