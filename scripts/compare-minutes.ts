/**
 * Sets the originals of minutes beside the drafts that Suchok makes of the same meetings (`config/meetings`), a picture
 * each in `docs/pictures`, with the Chromium of this machine. The originals are no part of this repository: their texts
 * lie in a folder, each under the name of its meeting, as in mowca-2022-06-28.txt. Names of persons are left out of the
 * pictures: a file lists them, one a line.
 *
 * Usage: npm run compare -- FOLDER --names FILE
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { configNames } from '../src/plan/config-folder.ts';
import { paperHtml } from '../src/report/render/paper-html.tsx';
import { draftOf } from '../test/report/records.ts';
import { findProgram } from '../test/support/available.ts';
import { originalHtml } from './pictures/original-html.ts';

/** Bytes of a picture, at most. */
const LARGEST = 250_000;
const SHEET = 780;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { names: { type: 'string' } } });
const [originals] = positionals;
if (originals === undefined || values.names === undefined) {
  throw new Error('Say where the originals are, and which names to leave out: npm run compare -- FOLDER --names FILE');
}
const names = readFileSync(values.names, 'utf8')
  .normalize('NFC')
  .split('\n')
  .map((line) => line.trim())
  .filter(Boolean);
const root = resolve(import.meta.dirname, '..');
process.chdir(root);
const executablePath = findProgram('chromium', 'chromium-browser', 'google-chrome');
if (!executablePath) throw new Error('There is no Chromium on this machine: install the package chromium.');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });
try {
  for (const meeting of configNames('config', 'meetings')) {
    const original = join(originals, `${meeting}.txt`);
    if (!existsSync(original)) {
      process.stdout.write(`${meeting}: left out, there is no original\n`);
      continue;
    }
    const [left, right] = [originalHtml(readFileSync(original, 'utf8'), names), paperHtml(draftOf(meeting).paper)];
    const picture = await sideBySide(browser, left, right);
    const file = join('docs/pictures', `compared-${meeting}.webp`);
    writeFileSync(file, picture);
    process.stdout.write(`${file}: ${picture.length} bytes\n`);
  }
} finally {
  await browser.close();
}

/** Both as one picture, as fine as its bytes allow. */
async function sideBySide(chrome: Browser, left: string, right: string): Promise<Buffer> {
  const page = await chrome.newPage({ viewport: { width: 2 * SHEET + 36, height: 800 } });
  try {
    const frame = (name: string) => `<iframe name="${name}" width="${SHEET}" height="800" scrolling="no"></iframe>`;
    await page.setContent(
      `<style>body { margin: 12px; display: flex; gap: 12px; background: #cfd8dc; } iframe { border: 0; background: #fff; }</style>${frame('left')}${frame('right')}`,
    );
    for (const [name, html] of [
      ['left', left],
      ['right', right],
    ] as const) {
      const inner = page.frame(name)!;
      await inner.setContent(html);
      await inner.evaluate('document.fonts.ready');
      const height = await inner.evaluate<number>('document.documentElement.scrollHeight');
      await page
        .locator(`iframe[name=${name}]`)
        .evaluate((one, tall) => one.setAttribute('height', String(tall)), height);
    }
    const { width, height } = await page.evaluate<{ width: number; height: number }>(
      '({ width: document.body.scrollWidth, height: document.documentElement.scrollHeight })',
    );
    const browserItself = await page.context().newCDPSession(page);
    for (const scale of [0.8, 0.7, 0.6, 0.5]) {
      for (const quality of [70, 55, 40]) {
        const clip = { x: 0, y: 0, width, height, scale };
        const options = { format: 'webp', quality, clip, captureBeyondViewport: true } as const;
        const { data } = await browserItself.send('Page.captureScreenshot', options);
        const picture = Buffer.from(data, 'base64');
        if (picture.length <= LARGEST) return picture;
      }
    }
    throw new Error(`A picture is larger than ${LARGEST} bytes even when it is coarse.`);
  } finally {
    await page.close();
  }
}
