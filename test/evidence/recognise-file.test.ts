import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { recogniseFile } from '../../src/evidence/recognise-file.ts';
import { compoundFile, contentTypes, docx, EXCEL_MAIN, WORD_MAIN, xlsx, zip } from './sample-archives.ts';
import { heic, jpeg, pdf, png, webp } from './sample-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'suchok-types-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function judge(content: Uint8Array | string) {
  const path = join(folder, 'file');
  writeFileSync(path, content);
  const recognised = await recogniseFile(path);
  return 'type' in recognised ? recognised.type : recognised.fault;
}

const joined = (...parts: (Uint8Array | string)[]) => Buffer.concat(parts.map((part) => Buffer.from(part as string)));
const VBA = 'application/vnd.ms-office.vbaProject';

describe('A file is taken as what it is by its content', () => {
  it.each([
    ['pdf', pdf('An office order')],
    ['png', png()],
    ['jpeg', jpeg()],
    ['webp', webp()],
    ['heic', heic()],
    ['docx', docx()],
    ['xlsx', xlsx()],
    ['doc', compoundFile(['1Table', 'WordDocument'])],
    ['xls', compoundFile(['Workbook'])],
    ['xls', compoundFile(['Book', 'SummaryInformation'])],
    ['doc', compoundFile(['ObjectPool/', 'Data', '1Table', 'WordDocument', 'CompObj'])],
  ])('as %s', async (type, content) => {
    expect(await judge(content)).toBe(type);
  });

  it.each([
    ['a web page', '<!doctype html><html><script>alert(1)</script></html>'],
    ['a picture that is a program', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['plain text', 'An office order'],
    ['a program of Windows', joined('MZ', new Uint8Array(600))],
    ['a program of Linux', joined('\x7fELF', new Uint8Array(600))],
    ['an animation', joined('GIF89a', new Uint8Array(20))],
    ['an archive', zip({ 'order.pdf': 'x' })],
    ['an OpenDocument', zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' })],
    ['slides', zip({ '[Content_Types].xml': contentTypes({ '/ppt/presentation.xml': 'application/x' }) })],
    [
      'a Word file without its document',
      zip({ '[Content_Types].xml': contentTypes({ '/word/document.xml': WORD_MAIN }) }),
    ],
    [
      'a Word and an Excel file at once',
      zip({
        '[Content_Types].xml': contentTypes({ '/word/document.xml': WORD_MAIN, '/xl/workbook.xml': EXCEL_MAIN }),
        'word/document.xml': 'x',
        'xl/workbook.xml': 'x',
      }),
    ],
    ['old slides', compoundFile(['PowerPoint Document'])],
    ['a letter of Outlook', compoundFile(['__properties_version1.0'])],
    ['an old Word and Excel file at once', compoundFile(['WordDocument', 'Workbook'])],
    ['a PDF behind something else', joined('junk\n', pdf('x'))],
    ['a PDF behind a byte order mark', joined('\ufeff', pdf('x'))],
    ['a PDF that begins as a web page', joined('%PDF-1.4\n<html><script>1</script></html>\n', pdf('x'))],
    ['a PDF that ends as an archive', joined(pdf('x'), zip({ 'a.class': 'x' }))],
    ['a picture that ends as an archive', joined(png(), zip({ 'a.class': 'x' }))],
    ['a photo that ends as an archive', joined(jpeg(), zip({ 'a.class': 'x' }))],
  ])('and not taken as evidence: %s', async (_, content) => {
    expect(await judge(content)).toBe('typeNotAllowed');
  });

  it.each([
    [
      'in Word',
      {
        '[Content_Types].xml': contentTypes({
          '/word/document.xml': 'application/vnd.ms-word.document.macroEnabled.main+xml',
        }),
        'word/document.xml': 'x',
      },
    ],
    [
      'in Excel',
      {
        '[Content_Types].xml': contentTypes({
          '/xl/workbook.xml': 'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
        }),
        'xl/workbook.xml': 'x',
      },
    ],
    [
      'hidden in a plain Word file',
      {
        '[Content_Types].xml': contentTypes({ '/word/document.xml': WORD_MAIN }),
        'word/document.xml': 'x',
        'word/vbaProject.bin': 'x',
      },
    ],
    [
      'under another name',
      {
        '[Content_Types].xml': contentTypes({ '/word/document.xml': WORD_MAIN, '/word/a.bin': VBA }),
        'word/document.xml': 'x',
        'word/a.bin': 'x',
      },
    ],
    [
      'of the old kind',
      {
        '[Content_Types].xml': contentTypes({ '/xl/workbook.xml': EXCEL_MAIN }),
        'xl/workbook.xml': 'x',
        'xl/macrosheets/sheet1.xml': 'x',
      },
    ],
  ])('and refused for its macros %s', async (_, files) => {
    expect(await judge(zip(files))).toBe('hasMacros');
  });

  it.each([
    ['Macros/', 'WordDocument'],
    ['_VBA_PROJECT_CUR/', 'Workbook'],
  ])('and refused for its macros in an old file: %s beside %s', async (...names) => {
    expect(await judge(compoundFile(names))).toBe('hasMacros');
  });

  it.each([
    ['a document behind a password', compoundFile(['EncryptionInfo', 'EncryptedPackage'])],
    ['a document in an encrypted archive', zip({ '[Content_Types].xml': 'x' }, { encrypted: true })],
  ])('and refused because nobody can look into it: %s', async (_, content) => {
    expect(await judge(content)).toBe('locked');
  });

  it.each([
    ['a PDF', pdf('x').subarray(0, -20)],
    ['a picture', png().subarray(0, -20)],
    ['a WebP picture', webp().subarray(0, -8)],
    ['a Word file', docx().subarray(0, -30)],
    ['an old Word file', compoundFile(['WordDocument']).subarray(0, 1100)],
    ['a Word file whose list of parts is a bomb', zip({ '[Content_Types].xml': ' '.repeat(5_000_000) })],
  ])('and refused as damaged: %s that is cut off', async (_, content) => {
    expect(await judge(content)).toBe('damaged');
  });

  it('whatever is broken in it, without failing or hanging', async () => {
    const samples = [pdf('x'), png(), docx(), xlsx(), compoundFile(['1Table', 'WordDocument'])];
    const broken = fc.record({
      sample: fc.constantFrom(...samples),
      hits: fc.array(fc.tuple(fc.nat(2000), fc.nat(255)), { minLength: 1, maxLength: 30 }),
      length: fc.nat(3000),
    });
    await fc.assert(
      fc.asyncProperty(broken, async ({ sample, hits, length }) => {
        const content = Buffer.from(sample);
        for (const [at, byte] of hits) content[at % content.length] = byte;
        expect(await judge(content.subarray(0, Math.max(1, length)))).toEqual(expect.any(String));
      }),
      { numRuns: 300 },
    );
  });

  it('even a directory whose sectors lead in a circle', async () => {
    const content = Buffer.from(compoundFile(['a', 'b', 'c', 'd', 'e', 'WordDocument']));
    content.writeUInt32LE(1, 512 + 4);
    expect(await judge(content)).toBe('damaged');
  });
});
