import fc from 'fast-check';
import { convert } from 'html-to-text';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/calendar/local-time.ts';
import { formatCode, formatDateLong } from '../../src/i18n/format.ts';
import { daysLeftPhrase, words } from '../../src/i18n/words.ts';
import { composeLetter, type LetterItem } from '../../src/letters/letter.ts';
import { plainLine, shortened } from '../../src/letters/plain-line.ts';
import { aDigest, anEscalation, anItem, BUSY_MORNING } from './facts.ts';

/** The HTML as a reader sees it, on one line. */
const readable = (html: string) =>
  convert(html, {
    wordwrap: false,
    selectors: ['h1', 'h2', 'h3'].map((selector) => ({ selector, options: { uppercase: false } })),
  }).replace(/\s+/g, ' ');

const bilingual = fc.string({ minLength: 1, maxLength: 30 }).map((text) => ({ bn: `ক ${text}`, en: `a ${text}` }));
const someItem: fc.Arbitrary<LetterItem> = fc
  .record({
    code: fc.stringMatching(/^[1-9]\.[1-9]\d?\.[1-9]\d?$/),
    title: bilingual,
    kind: fc.constantFrom('milestone', 'recurring', 'count', 'percentage', 'report'),
    daysLeft: fc.integer({ min: -60, max: 60 }),
    status: fc.constantFrom('notStarted', 'inProgress'),
    checkpointTitle: fc.option(bilingual),
    stepsLeft: fc.array(bilingual, { maxLength: 3 }),
    guidance: fc.option(bilingual),
    responsible: fc.option(bilingual),
  })
  .map((facts) => anItem({ ...facts, due: addDays('2022-02-17', facts.daysLeft) }));

describe('text and HTML', () => {
  it('tell the same facts, all of them, in both languages', () => {
    fc.assert(
      fc.property(
        fc.array(someItem, { minLength: 1, maxLength: 5 }),
        fc.constantFrom('bn', 'en'),
        fc.constantFrom('digest', 'escalation'),
        (items, language, letterClass) => {
          const { text, html } = composeLetter(aDigest(items, { language, class: letterClass }));
          const bodies = [text.replace(/\s+/g, ' '), readable(html)];
          for (const item of items) {
            const isDigest = letterClass === 'digest';
            const told = [
              formatCode(item.code, language),
              plainLine(item.title[language]),
              formatDateLong(item.due, language),
              words(language).workStatus[item.status],
              ...(isDigest ? [daysLeftPhrase(item.daysLeft, language)] : []),
              ...(item.checkpointTitle ? [plainLine(item.checkpointTitle[language])] : []),
              ...item.stepsLeft.map((step) => plainLine(step[language])),
              ...(item.guidance ? [plainLine(item.guidance[language])] : []),
              ...(!isDigest && item.responsible ? [plainLine(item.responsible[language])] : []),
            ];
            for (const fact of told) for (const body of bodies) expect(body).toContain(fact);
            expect(text).toContain(`https://plan.mowca.example${item.path}\n`);
            expect(html).toContain(`href="https://plan.mowca.example${item.path}"`);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are the same bytes for the same facts, in whatever order they come', () => {
    const letter = composeLetter(aDigest(BUSY_MORNING));
    expect(composeLetter(aDigest(BUSY_MORNING))).toEqual(letter);
    expect(composeLetter(aDigest([...BUSY_MORNING].reverse()))).toEqual(letter);
  });

  it('put 1.2.1 before 1.10.1 on the same day', () => {
    const { text } = composeLetter(
      aDigest([anItem({ code: '1.10.1' }), anItem({ code: '1.2.1' })], { language: 'en' }),
    );
    expect(text.indexOf('1.2.1 One')).toBeLessThan(text.indexOf('1.10.1 One'));
  });

  it('a letter about nothing is not written', () => {
    expect(() => composeLetter(aDigest([]))).toThrow('has no items');
  });
});

describe('the HTML', () => {
  it('says its language, needs nothing from elsewhere, and runs nothing', () => {
    const { html } = composeLetter(anEscalation());
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="bn" dir="ltr">/);
    expect(html).not.toMatch(/<img|<script|<link|@import|url\(|src=/);
    expect(html.match(/https?:[^"]+/g)).toEqual(['https://plan.mowca.example/plans/mowca-2021-22/indicators/1.2.1']);
  });

  it('looks right where style sheets are dropped, and keeps one for dark screens', () => {
    const { html } = composeLetter(aDigest());
    expect(html.match(/ class="[^"]*" style=""/g)).toBeNull();
    expect(html).toContain('<h3 class="title" style="margin: 0; font-size: 17px;');
    expect(html).toContain('@media (prefers-color-scheme: dark)');
    expect(html).toContain('&#39;Noto Sans Bengali&#39;');
  });

  it('shows hostile words as words', () => {
    const hostile = `<script>alert("1")</script> & 'q' {{ x }} <% y %> </title></style>\u202Etxt.exe\u2066`;
    const words = { bn: hostile, en: hostile };
    const items = [
      anItem({ title: words, guidance: words, checkpointTitle: words, stepsLeft: [words, words], path: '/"><b>x' }),
    ];
    const { html, text, subject } = composeLetter(
      aDigest(items, { office: words, recipient: { name: words, postTitle: words } }),
    );
    expect(html).not.toMatch(/<script|<b>|<%/);
    expect(html.match(/<\/title>|<\/style>/g)).toEqual(['</title>', '</style>']);
    expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;q&#39; {{ x }} &lt;% y %&gt;');
    for (const body of [html, text, subject]) expect(body).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
    expect(text).toContain(`<script>alert("1")</script> & 'q' {{ x }} <% y %> </title></style>txt.exe`);
  });
});

describe('one line', () => {
  it('of a title has no line break, and keeps what Bengali needs', () => {
    expect(plainLine(' ক\r\nBcc: x@y.z\t\u0000\u200Fখ ')).toBe('ক Bcc: x@y.z খ');
    expect(plainLine('র‍্যাব')).toBe('র‍্যাব');
    expect(plainLine('\u09AF\u09BC')).toBe('\u09DF'.normalize('NFC'));
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { subject } = composeLetter(aDigest([anItem({ title: { bn: text, en: text } })]));
        expect(subject).not.toMatch(/\p{Cc}/u);
      }),
    );
  });

  it('is shortened as a reader counts, never within a conjunct', () => {
    expect(shortened('সংক্ষিপ্ত', 10)).toBe('সংক্ষিপ্ত');
    expect(shortened('ক্ষক্ষক্ষক্ষ', 3)).toBe('ক্ষক্ষ…');
    expect(shortened('one two three, four', 16)).toBe('one two three…');
  });
});
