import { mkdirSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { findProgram } from './available.ts';

const FLAGS =
  '--no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update --disable-sync';

/** The screens that pages are looked at on: a small phone, and a desk. */
export const PHONE = { width: 360, height: 740 };
export const DESK = { width: 1280, height: 900 };

/** Where pictures of pages are kept to be looked at; git does not track it. */
const PICTURES = 'artefacts';

/** A browser for a file of tests. Pictures of its pages go to `artefacts/`. */
export function launchBrowser(): Promise<Browser> {
  mkdirSync(PICTURES, { recursive: true });
  return chromium.launch({
    executablePath: findProgram('chromium', 'chromium-browser', 'google-chrome')!,
    args: FLAGS.split(' '),
  });
}

export interface Visit extends BrowserContextOptions {
  /** Where the pages are; all that a page asks for has to be there. */
  readonly url: string;
  /** The cookie of somebody who is signed in, as `cookieFor` gives it. */
  readonly cookie?: string;
  /** The checker's own script may run then; the pages themselves allow none. */
  readonly withChecker?: boolean;
  /** Other places that pages may lead to, such as the office's own sign-in. */
  readonly also?: readonly string[];
}

/** Opens a browser window of its own, and fails afterwards when a page complained or asked another host for anything. */
export async function visit(browser: Browser, terms: Visit, work: (page: Page) => Promise<void>): Promise<void> {
  const { url, cookie, withChecker, also = [], ...options } = terms;
  const context = await browser.newContext({ ...options, ...(withChecker ? { bypassCSP: true } : {}) });
  const complaints = listen(context, [url, ...also, 'data:', 'blob:']);
  try {
    if (cookie) await context.addCookies([{ name: 'session', value: cookie.replace('session=', ''), url }]);
    await work(await context.newPage());
  } finally {
    await context.close();
  }
  expect(complaints).toEqual([]);
}

/** What pages of a window complain of, as it comes. */
function listen(context: BrowserContext, places: readonly string[]): string[] {
  const complaints: string[] = [];
  context.on('console', (message) => {
    const text = message.text();
    // The tool that drives the browser reaches into frames too; a letter's frame lets no script in, not even that.
    const isTool = text.startsWith('Blocked script execution');
    // That a form was refused is told by its status too, and by browsers as a complaint.
    if (!isTool && !/status of (403|404|409|410|422)/.test(text)) complaints.push(text);
  });
  context.on('weberror', (error) => complaints.push(error.error().message));
  context.on('request', (request) => {
    if (!places.some((place) => request.url().startsWith(place))) complaints.push(`asked for ${request.url()}`);
  });
  return complaints;
}

/** Keeps a picture of the whole page to be looked at. */
export async function shoot(page: Page, name: string): Promise<void> {
  await page.evaluate('document.fonts.ready');
  await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
}

/** Fails when a page is wider than its window, and names what pushes it out. */
export async function expectToFit(page: Page): Promise<void> {
  const { width } = page.viewportSize()!;
  const pushing = await page.evaluate<string[]>(`(() => {
    if (document.documentElement.scrollWidth <= ${width}) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > ${width} + 0.5)
      .map(({ tagName, className, textContent }) => tagName + '.' + className + ': ' + textContent.slice(0, 40));
  })()`);
  expect(pushing.join('\n'), `${page.url()} at ${width}`).toBe('');
}

/** Fails on a serious or critical fault of access. The page has to be visited with `withChecker`. */
export async function expectAccessible(page: Page): Promise<void> {
  if (!(await page.evaluate('"axe" in window'))) await page.addScriptTag({ content: axe.source });
  const faults = await page.evaluate<
    string[]
  >(`axe.run(document, { iframes: false, resultTypes: ['violations'] }).then(({ violations }) =>
    violations.filter(({ impact }) => ['serious', 'critical'].includes(impact))
      .map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | ')))`);
  expect(faults.join('\n'), page.url()).toBe('');
}
