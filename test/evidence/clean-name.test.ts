import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanName, nameFor } from '../../src/evidence/clean-name.ts';

describe('The name of an uploaded file', () => {
  it.each([
    ['order.pdf', 'order.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\office\\order.pdf', 'order.pdf'],
    ['/', ''],
    ['..', ''],
    ['.htaccess', 'htaccess'],
    ['order\u0000.pdf\r\nX-Header: 1', 'order.pdfX-Header_ 1'],
    ['fdp.\u202Eexe.order', 'fdp.exe.order'],
    ['a<b>:"|?*$(rm);&`.pdf', 'a_b_______(rm)___.pdf'],
    ['অফিস আদেশ.pdf', 'অফিস আদেশ.pdf'],
    // The joiners that Bengali is written with stay; য় is kept in the form that the whole program uses.
    ['র\u200Dয্যাব.pdf', 'র\u200Dয্যাব.pdf'],
    ['ব্য\u09DF.pdf', 'ব্য\u09AF\u09BC.pdf'],
  ])('%j becomes %j', (given, clean) => {
    expect(cleanName(given)).toBe(clean);
  });

  it.each([
    ['pdf', 'order.pdf', 'order.pdf'],
    ['pdf', 'order.PDF', 'order.PDF'],
    ['pdf', 'order.exe', 'order.exe.pdf'],
    ['pdf', 'order', 'order.pdf'],
    ['pdf', '', 'evidence.pdf'],
    ['jpeg', 'photo.jpeg', 'photo.jpeg'],
    ['doc', 'আদেশ.docx', 'আদেশ.docx.doc'],
  ] as const)('of a %s called %j ends as files of its type do: %j', (type, given, name) => {
    expect(nameFor(type, given)).toBe(name);
  });

  it('is never too long, never cut inside a character, and never a path', () => {
    const long = 'কর্মপরিকল্পনা '.repeat(40);
    const name = nameFor('pdf', `${long}.pdf`);
    const ends = [...new Intl.Segmenter('bn').segment(long)].map(({ index }) => long.slice(0, index).trimEnd());
    expect(ends.map((end) => `${end}.pdf`)).toContain(name);
    expect(name.length).toBeGreaterThan(50);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const name = nameFor('xlsx', given);
        expect(name).toMatch(/^[^/\\\p{Cc}]+$/u);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
        expect(name).toMatch(/\.xlsx$/i);
        expect(name).not.toMatch(/\p{Cs}/u);
        expect(name).toBe(name.normalize('NFC'));
      }),
    );
  });
});
