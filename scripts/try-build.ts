/**
 * Tries what `npm run build` made as an office would run it: in a folder of its own with production packages only, started
 * from yet another folder, asked for its pages with what they load, its health and its plan, and stopped.
 *
 * Usage: npm run build && npm run check:build
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'suchok-build-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

for (const file of ['package.json', 'package-lock.json', 'dist']) {
  cpSync(join(root, file), join(folder, file), { recursive: true });
}
execFileSync('npm', ['ci', '--omit=dev', '--ignore-scripts', '--loglevel=error'], { cwd: folder, stdio: 'inherit' });

const main = join(folder, 'dist/src/cli/main.js');
const { PATH } = process.env;
const env = { PATH, NODE_ENV: 'production', PORT: '0', DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'warn' };
const child = spawn(process.execPath, [main, 'start'], { cwd: tmpdir(), env, stdio: ['ignore', 'pipe', 'inherit'] });
process.once('exit', () => child.kill('SIGKILL'));
const ended = once(child, 'exit');

const page = await addressOf(child);
await expectAnswer(new URL('/healthz', page), '"status":"ok"');
const html = await expectAnswer(page, '<html lang="');
const css = await expectLinked(html, /href="(\/assets\/[^"]+\.css)"/, '@font-face');
await expectLinked(css, /url\("?'?(\/assets\/[^"')]+\.woff2)/, 'wOF2');
await expectLinked(await expectAnswer(new URL('/help/letters', page)), /<img src="(\/assets\/[^"]+\.webp)"/, 'WEBP');
// With a single plan, whoever administers is led to its page, which follows along by a script.
const planPage = await expectAnswer(page, '<table', await signIn());
await expectLinked(planPage, /<script src="(\/assets\/[^"]+\.js)"/, 'EventSource');
const status = execFileSync(process.execPath, [main, 'status', '--json'], { cwd: tmpdir(), env, encoding: 'utf8' });
if (!status.includes('"1.1.1"')) fail(`The plan that it made has no indicator 1.1.1: ${status}`);

child.kill('SIGTERM');
const [code] = await ended;
if (code !== 0) fail(`It ended with ${code} when it was told to stop.`);
console.log('The built program starts, answers and stops, on production packages alone.');

/** Where the page is, from what the program says once it is open. */
async function addressOf({ stdout }: ChildProcess): Promise<URL> {
  for await (const line of createInterface({ input: stdout! })) {
    const address = /http:\/\/\S+/.exec(line)?.[0];
    if (address) {
      stdout!.resume();
      return new URL(address);
    }
  }
  return fail('It ended before it opened its page.');
}

async function expectAnswer(url: URL, text = '', cookie = ''): Promise<string> {
  const answer = await fetch(url, { headers: { cookie } });
  const body = await answer.text();
  if (!answer.ok || !body.includes(text)) fail(`${url} answers ${answer.status}: ${body.slice(0, 300)}`);
  return body;
}

/** What a text links to, which has to be there and hold something. */
function expectLinked(text: string, link: RegExp, holds: string): Promise<string> {
  const path = link.exec(text)?.[1] ?? fail(`Nothing is like ${link} in ${text.slice(0, 300)}`);
  return expectAnswer(new URL(path, page), holds);
}

/** The cookie of an administrator who used a link of the console. */
async function signIn(): Promise<string> {
  const printed = execFileSync(process.execPath, [main, 'sign-in-link'], { cwd: tmpdir(), env, encoding: 'utf8' });
  const [link] = /http\S+\/sign-in\/\S+/.exec(printed) ?? fail(`This is no link to sign in: ${printed}`);
  const { pathname } = new URL(link);
  const url = new URL(pathname, page);
  const answer = await fetch(url, { method: 'POST', redirect: 'manual', headers: { origin: url.origin } });
  const cookie = answer.headers.get('set-cookie') ?? fail(`${url} lets nobody in: ${answer.status}`);
  return cookie.split(';')[0]!;
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
