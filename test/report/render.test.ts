import { afterEach, describe, expect, it, vi } from 'vitest';
import { assessmentPaper } from '../../src/report/assessment-paper.ts';
import { type Paper, plainText } from '../../src/report/paper.ts';
import { progressPaper } from '../../src/report/progress-paper.ts';
import { progressReport } from '../../src/report/progress-report.ts';
import { paperDocx } from '../../src/report/render/paper-docx.ts';
import { paperHtml } from '../../src/report/render/paper-html.tsx';
import { paperXlsx } from '../../src/report/render/paper-xlsx.ts';
import { withFixedTimes } from '../../src/report/render/zip-times.ts';
import { type Cover, plainLetterhead } from '../../src/report/report-cover.ts';
import { selfAssessment } from '../../src/report/self-assessment.ts';
import { reportTime } from '../../src/report/standings.ts';
import { draftOf, recordNamed } from './records.ts';
import { unzip } from './unzip.ts';

const record = recordNamed('mowca-2021-22', '2022-06-28');
const time = reportTime(record.plan, '2022-06-28');

function cover(language: 'bn' | 'en', memo: Cover['memo'] = { number: null, date: null }): Cover {
  return { language, letterhead: plainLetterhead(record.plan, language), memo };
}

const progress = (terms: Cover) => progressPaper(progressReport(record, time, '2022-03-31'), terms);
const assessment = (terms: Cover) => assessmentPaper(selfAssessment(record, time, 'annual'), terms);

/** The texts of a Word file's body, without its marks. */
const wordText = (docx: Uint8Array) =>
  unzip(docx)
    .get('word/document.xml')!
    .text.replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&apos;', "'")
    .replaceAll('\u200B', '');

afterEach(() => {
  vi.useRealTimers();
});

describe('The same report', () => {
  const papers: readonly (readonly [string, Paper])[] = [
    ['progress', progress(cover('bn'))],
    ['self-assessment', assessment(cover('en'))],
    ['minutes', draftOf('mowca-2022-06-28').paper],
  ];
  const renderers = { docx: paperDocx, xlsx: paperXlsx, html: async (paper: Paper) => Buffer.from(paperHtml(paper)) };

  it.each(papers)('%s gives the same bytes in another year and on another machine', async (_, paper) => {
    for (const render of Object.values(renderers)) {
      vi.useFakeTimers({ toFake: ['Date'], now: new Date('2022-06-30T09:00:00Z') });
      const once = await render(paper);
      vi.setSystemTime(new Date('2027-11-02T23:59:59Z'));
      expect(Buffer.compare(Buffer.from(once), Buffer.from(await render(paper)))).toBe(0);
    }
  });

  it('carries its own day where Word keeps the time of making, and in no entry any other', async () => {
    const files = unzip(await paperDocx(papers[0]![1]));
    expect(files.get('docProps/core.xml')!.text).toContain('2022-06-28T00:00:00Z');
    expect(new Set([...files.values()].map(({ time: packed }) => packed)).size).toBe(1);
  });
});

describe('A Word file', () => {
  it('says all that the paper says, in the offices’ own font with others to fall back on', async () => {
    const { paper } = draftOf('chatkhil-2024-07-29');
    const docx = await paperDocx(paper);
    const text = wordText(docx);
    const tables = paper.blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
    for (const { rows } of tables) {
      for (const { cells } of rows) {
        for (const paragraph of cells.flatMap((one) => one?.paragraphs ?? []))
          expect(text).toContain(plainText(paragraph));
      }
    }
    const files = unzip(docx);
    expect(files.get('word/styles.xml')!.text).toContain('w:cs="Nikosh"');
    expect(files.get('word/fontTable.xml')!.text).toContain('Noto Serif Bengali');
    expect(files.get('word/styles.xml')!.text).toContain('w:bidi="bn-BD"');
  });

  it('repeats the heads of its tables on each page, and tells what it was made from at the foot', async () => {
    const paper = assessment(cover('bn'));
    const files = unzip(await paperDocx(paper));
    expect(files.get('word/document.xml')!.text).toContain('<w:tblHeader/>');
    expect(files.get('word/footer1.xml')!.text).toContain(paper.foot);
    expect(files.get('docProps/core.xml')!.text).toContain(paper.foot);
  });
});

describe('A workbook', () => {
  it('holds numbers as numbers, in the digits of the language', async () => {
    const files = unzip(await paperXlsx(assessment(cover('bn'))));
    const sheet = files.get('xl/worksheets/sheet1.xml')!.text;
    expect(sheet).toMatch(/<c [^>]*><v>44<\/v><\/c>/);
    expect(files.get('xl/styles.xml')!.text).toContain('[$-5000845]General');
    expect(sheet).toContain('orientation="landscape"');
  });
});

describe('A page', () => {
  it('stands alone, prints on A4, and asks nobody for anything', () => {
    const html = paperHtml(progress(cover('bn')));
    expect(html).toContain('<html lang="bn"');
    expect(html).toContain('@page { size: A4 landscape; }');
    expect(html).not.toMatch(/<script|<link|<img|https?:\/\/|url\(/);
  });

  it('marks what nobody has stated, and nothing once it is', () => {
    expect(paperHtml(progress(cover('bn')))).toContain('<mark>........................ [স্মারক নম্বর]</mark>');
    const memo = { number: '৩২.০০.০০০০.০৩৪', date: '2022-06-30' };
    const html = paperHtml(progress(cover('bn', memo)));
    expect(html).toContain('৩২.০০.০০০০.০৩৪');
    expect(html).toContain('১৬ আষাঢ় ১৪২৯'.normalize('NFC'));
    expect(html).toContain('৩০ জুন ২০২২');
    expect(html).not.toContain('[স্মারক নম্বর]');
  });

  it('shows what people wrote as they wrote it', () => {
    const { paper } = draftOf('mowca-2022-06-28');
    const html = paperHtml({ ...paper, title: '<b>1 & 2</b>' });
    expect(html).toContain('<h1>&lt;b&gt;1 &amp; 2&lt;/b&gt;</h1>');
  });
});

it('refuses to set the times of what is no zip file', () => {
  expect(() => withFixedTimes(Buffer.from('no zip'))).toThrow('no zip file');
});
