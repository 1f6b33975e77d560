/**
 * Takes the pictures of the help pages (`src/web/help-pictures`) and of the README (`docs/pictures`) from a sample office
 * on a fixed clock, in both languages, with the Chromium of this machine.
 *
 * Usage: npm run pictures
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { PICTURE_SCALE, pictureName } from '../src/web/help-assets.ts';
import { findProgram } from '../test/support/available.ts';
import { openSampleOffice } from './pictures/sample-office.ts';
import { HELP_SHOTS, README_SHOTS, type Shot } from './pictures/shots.ts';

/** Bytes of a picture of the help pages, at most. */
const LARGEST = 40_000;

/** Pixels of a page that are shown beside a part of it. */
const MARGIN = 16;

const root = resolve(import.meta.dirname, '..');
const helpFolder = join(root, 'src/web/help-pictures');
const readmeFolder = join(root, 'docs/pictures');
for (const folder of [helpFolder, readmeFolder]) mkdirSync(folder, { recursive: true });

const executablePath = findProgram('chromium', 'chromium-browser', 'google-chrome');
if (!executablePath) throw new Error('There is no Chromium on this machine: install the package chromium.');
const office = await openSampleOffice();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });
try {
  for (const shot of HELP_SHOTS) {
    for (const language of ['bn', 'en'] as const) {
      const file = join(helpFolder, `${pictureName(shot.name, language)}.webp`);
      // Phones are shown as large as they are, desks smaller.
      await look(shot, language, shot.width > 600 ? 1 : PICTURE_SCALE, async (page) => {
        writeFileSync(file, await takeSmall(page, shot));
      });
    }
  }
  for (const shot of README_SHOTS) {
    await look(shot, shot.language, 1, async (page) => {
      await page.screenshot({ path: join(readmeFolder, `${shot.name}.png`) });
    });
  }
} finally {
  await browser.close();
  await office.close();
}

/** Opens the page that a shot shows, as its reader would see it. */
async function look(
  { path, as, width, height }: Shot,
  language: 'bn' | 'en',
  scale: number,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale });
  try {
    await context.addCookies([{ name: 'session', value: await office.sessionOf(as), url: office.url }]);
    const page = await context.newPage();
    const there = path.replace('LETTER', String(await office.letterIn(language)));
    await page.goto(`${office.url}${there}${path.includes('?') ? '&' : '?'}lang=${language}`);
    await page.evaluate('document.fonts.ready');
    await work(page);
  } finally {
    await context.close();
  }
}

/** The part of the page as WebP, as fine as its bytes allow. */
async function takeSmall(page: Page, { name, part, width, height }: Shot): Promise<Buffer> {
  const box = part === undefined ? { x: 0, y: 0, width, height } : await page.locator(part).first().boundingBox();
  if (!box) throw new Error(`${name}: the page has no ${part}.`);
  const left = Math.max(0, box.x - MARGIN);
  const size = { width: Math.min(width - left, box.width + 2 * MARGIN), height: Math.min(box.height, height) };
  const clip = { x: left, y: box.y, ...size, scale: 1 };
  const browserItself = await page.context().newCDPSession(page);
  for (let quality = 90; quality >= 30; quality -= 5) {
    const options = { format: 'webp', quality, clip, captureBeyondViewport: true } as const;
    const { data } = await browserItself.send('Page.captureScreenshot', options);
    const picture = Buffer.from(data, 'base64');
    if (picture.length <= LARGEST) return picture;
  }
  throw new Error(
    `${name}: the picture is larger than ${LARGEST} bytes even when it is coarse. Show less of the page.`,
  );
}
