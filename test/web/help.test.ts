import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWeb } from '../../src/web/app.ts';
import { loadAssets } from '../../src/web/assets.ts';
import { HELP_TOPICS } from '../../src/web/help/topics.ts';
import type { WebApp } from '../../src/web/web-parts.ts';
import { webpSize } from '../../src/web/webp-size.ts';
import { type Ministry, ministryInMarch } from './office.ts';
import { cookieFor, partsOf, readPage, signedIn } from './pages.ts';

const LANGUAGES = ['bn', 'en'] as const;
const imagesOf = (html: string) => [...html.matchAll(/<img [^>]*>/g)].map(([tag]) => tag);
const attributeOf = (tag: string, name: string) => new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

describe('The help', () => {
  let ministry: Ministry;
  let strangers: WebApp;
  let chair: WebApp;

  beforeAll(async () => {
    ministry = await ministryInMarch();
    const { database, office } = ministry;
    strangers = createWeb(partsOf(database, office.clock));
    chair = signedIn(
      createWeb(partsOf(database, office.clock)),
      cookieFor(database, office.clock, 'secretary@mowca.example'),
    );
  });
  afterAll(() => ministry?.close());

  it('is found from the door, read by strangers without a menu, and leads back there', async () => {
    expect((await readPage(strangers, '/sign-in?lang=en')).html).toContain('href="/help"');
    const { status, html } = await readPage(strangers, '/help?lang=en');
    expect(status).toBe(200);
    expect(html).not.toContain('href="/my-work"');
    expect(html).toContain('href="/sign-in"');
    for (const { id } of HELP_TOPICS) expect(html).toContain(`href="/help/${id}"`);
  });

  it('stands last in the menu of whoever is signed in, who is offered no way in', async () => {
    const { html } = await readPage(chair, '/help?lang=en');
    const menu = /<nav class="menu".*?<\/nav>/s.exec(html)![0];
    expect([...menu.matchAll(/href="(\/[a-z-]+)"/g)].at(-1)![1]).toBe('/help');
    expect(menu).toContain('href="/offices"');
    expect(html).not.toContain('href="/sign-in"');
  });

  it('tells nobody of a plan but those whom it names, and them by which policy they are written to', async () => {
    const own = await readPage(chair, '/help/letters?lang=en');
    expect(own.text).toContain('By the policy of Ministry of Women and Children Affairs, 2021-22, at 9:00 am');
    const { text, html } = await readPage(strangers, '/help/letters?lang=en');
    expect(html).not.toContain('Ministry');
    expect(text).toContain('By the standard policy, at 9:00 am');
    expect(text).toContain('30, 14, 7, 3 and 1 days before, and on the day Focal point, innovation officer');
    expect(text).toContain('1 working day after Supervisor');
    expect(text).toContain('10 working days after Superior authority');
    const { text: bengali } = await readPage(strangers, '/help/letters?lang=bn');
    expect(bengali).toContain('৩০, ১৪, ৭, ৩ ও ১ দিন আগে এবং শেষ দিনে ফোকাল পয়েন্ট, ইনোভেশন অফিসার');
  });

  it('has no topic that nobody wrote', async () => {
    expect((await readPage(strangers, '/help/nothing')).status).toBe(404);
  });

  for (const { id } of HELP_TOPICS) {
    it(`shows the same of ${id} in both languages, with pictures that are there, small, and described`, async () => {
      const shapes: string[] = [];
      for (const language of LANGUAGES) {
        const { status, html } = await readPage(strangers, `/help/${id}?lang=${language}`);
        expect(status).toBe(200);
        expect(html.normalize('NFC')).toBe(html);
        const images = imagesOf(html);
        for (const image of images) {
          const answer = await strangers.request(attributeOf(image, 'src'));
          const content = Buffer.from(await answer.arrayBuffer());
          expect(answer.headers.get('content-type')).toBe('image/webp');
          expect(content.length).toBeLessThanOrEqual(40_000);
          const { width, height } = webpSize(content);
          const ratio = Number(attributeOf(image, 'width')) / Number(attributeOf(image, 'height'));
          expect(Math.abs(ratio - width / height)).toBeLessThan(0.01);
          expect(attributeOf(image, 'src')).toContain(`-${language}.`);
          expect(attributeOf(image, 'loading')).toBe('lazy');
          expect(attributeOf(image, 'alt').length).toBeGreaterThan(20);
        }
        const main = /<main.*<\/main>/s.exec(html)![0];
        shapes.push([...main.matchAll(/<(h2|p|li|dt|dd|ol|ul|img|td)\b/g)].map(([, tag]) => tag).join(' '));
      }
      expect(shapes[0]).toBe(shapes[1]);
    });
  }

  it('uses every picture that was taken, and every picture was taken in both languages', async () => {
    const pages = HELP_TOPICS.flatMap(({ id }) => LANGUAGES.map((language) => `/help/${id}?lang=${language}`));
    const shown = (await Promise.all(pages.map((path) => readPage(strangers, path)))).flatMap(({ html }) =>
      imagesOf(html),
    );
    const taken = [...loadAssets().helpPictures.values()].map(({ path }) => path);
    expect(shown.map((image) => attributeOf(image, 'src')).sort()).toEqual(taken.sort());
    expect(taken).toHaveLength(18);
  });
});
