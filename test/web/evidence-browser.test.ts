import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EvidenceStore } from '../../src/evidence/evidence-store.ts';
import { type RunningWeb, startWeb } from '../../src/web/server.ts';
import { pdf } from '../evidence/sample-files.ts';
import { findProgram, missing, titled } from '../support/available.ts';
import { type Ministry, ministryInMarch } from './office.ts';
import { cookieFor, partsOf, quietLogger } from './pages.ts';

const FLAGS =
  '--no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update --disable-sync';
const INDICATOR = '/plans/mowca-2021-22/indicators/1.2.1';
const WIDTH = 360;

const reason = missing('chromium', 'bengali-font');
describe.skipIf(reason)(titled('An office order on a phone, in Bengali, without JavaScript', reason), () => {
  let ministry: Ministry;
  let web: RunningWeb;
  let browser: Browser;
  let folder: string;

  beforeAll(async () => {
    mkdirSync('artefacts', { recursive: true });
    folder = mkdtempSync(join(tmpdir(), 'suchok-evidence-'));
    ministry = await ministryInMarch();
    const { database, office } = ministry;
    const store = { folder: join(folder, 'evidence'), scanner: null, logger: quietLogger, realNow: () => Date.now() };
    web = await startWeb({ ...partsOf(database, office.clock), evidence: new EvidenceStore(store) });
    const executablePath = findProgram('chromium', 'chromium-browser', 'google-chrome')!;
    browser = await chromium.launch({ executablePath, args: FLAGS.split(' ') });
  });
  afterAll(async () => {
    await browser?.close();
    await web?.close();
    await ministry?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is refused where it is none, kept while the form is mended, recorded with its step, and saved again by a reader', async () => {
    const { database, office } = ministry;
    const contextOf = async (address: string) => {
      const viewport = { width: WIDTH, height: 740 };
      const context = await browser.newContext({ viewport, javaScriptEnabled: false, acceptDownloads: true });
      const session = (await cookieFor(database, office.clock, address)).replace('session=', '');
      await context.addCookies([{ name: 'session', value: session, url: web.url }]);
      return context;
    };
    const chosen = (name: string, content: Uint8Array | string) => {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    };
    const context = await contextOf('programmer@mowca.example');
    const page = await context.newPage();
    const shoot = (name: string) => page.screenshot({ path: `artefacts/${name}-bn-${WIDTH}.png`, fullPage: true });
    const form = page.locator('form.act-form').first();
    const send = () => form.locator('button[type=submit]').click();

    await page.goto(`${web.url}${INDICATOR}`);
    await form.locator('input[type=file]').first().setInputFiles(chosen('আদেশ.pdf', '<html>not a PDF</html>'));
    await send();
    expect(await page.getByRole('alert').textContent()).toContain('“আদেশ.pdf”');
    await shoot('evidence-refused');

    await form
      .locator('input[type=file]')
      .first()
      .setInputFiles(chosen('অফিস আদেশ.pdf', pdf('order')));
    await form.locator('input[name=on]').fill('কাল');
    await send();
    expect(await form.textContent()).toContain('অফিস আদেশ.pdf');
    await shoot('evidence-kept');
    await form.locator('input[name=on]').fill('০১/০৩/২০২২');
    await send();
    await page.waitForURL(/done=/);
    await shoot('evidence-recorded');

    const reader = await contextOf('addl.secretary.admin@mowca.example');
    const reading = await reader.newPage();
    await reading.goto(`${web.url}${INDICATOR}`);
    const saving = reading.waitForEvent('download');
    await reading.getByRole('link', { name: 'অফিস আদেশ.pdf' }).first().click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe('অফিস আদেশ.pdf');
    expect(readFileSync(await saved.path()).equals(Buffer.from(pdf('order')))).toBe(true);
    await reader.close();
    await context.close();
  });
});
