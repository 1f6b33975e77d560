import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { isInstalled, NEEDS, type Need } from './support/available.ts';
import type { Counts } from './support/count-reporter.ts';

/*
 * `npm test`: gets what the tests need besides Node where it may, runs them, and says on the last line how many passed
 * and failed. Further arguments go to vitest, as in `npm test -- test/queue`.
 */

const isDebianRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
const before = missingNeeds();
if (before.length && isDebianRoot) await install(before.map((need) => NEEDS[need]));
const without = missingNeeds();
if (without.length) explain(without);
process.exitCode = await runTests(without, process.argv.slice(2));

function missingNeeds(): Need[] {
  return (Object.keys(NEEDS) as Need[]).filter((need) => !isInstalled(need));
}

/** Installs packages of Debian. One line tells how far it is; a failure is no reason not to run the other tests. */
async function install(packages: readonly string[]): Promise<void> {
  const names = packages.join(', ');
  say(`Installing ${names} for the tests …`);
  const apt = ['-o', 'DPkg::Lock::Timeout=60', '-q', '-y'];
  const isDone =
    (await aptGet(names, [...apt, 'update'])) &&
    (await aptGet(names, [...apt, 'install', '--no-install-recommends', ...packages]));
  say(isDone ? `Installed ${names}.\n` : `Could not install ${names}: see apt-get install ${packages.join(' ')}\n`);
}

async function aptGet(names: string, args: readonly string[]): Promise<boolean> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const child = spawn('apt-get', args, { env, stdio: ['ignore', 'pipe', 'ignore'] });
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (process.stderr.isTTY) say(`Installing ${names}: ${line}`);
  });
  const [code] = await once(child, 'close');
  return code === 0;
}

/** On a terminal each line replaces the last. */
function say(line: string): void {
  const width = process.stderr.columns || 80;
  process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${line.slice(0, width)}` : `${line.trimEnd()}\n`);
}

function explain(needs: readonly Need[]): void {
  for (const need of needs) console.error(`Without ${need}, the suites that need it are left out and say so.`);
  console.error(`To run them too: apt-get install ${needs.map((need) => NEEDS[need]).join(' ')}`);
}

async function runTests(needs: readonly Need[], args: readonly string[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'suchok-counts-'));
  const file = join(folder, 'counts.json');
  const without = [process.env.SUCHOK_TEST_WITHOUT, ...needs].filter(Boolean).join(',');
  const env = { ...process.env, SUCHOK_TEST_WITHOUT: without, SUCHOK_TEST_COUNTS: file };
  const vitest = join(import.meta.dirname, '..', 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', `--reporter=${join(import.meta.dirname, 'support', 'count-reporter.ts')}`];
  const child = spawn(process.execPath, [vitest, 'run', ...reporters, ...args], { env, stdio: 'inherit' });
  const [code] = await once(child, 'close');
  const exitCode: number = code ?? 1;
  report(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null, exitCode);
  rmSync(folder, { recursive: true, force: true });
  return exitCode;
}

/** A run that ended before it was counted has failed at least once. */
function report(counts: Counts | null, exitCode: number): void {
  const { passed, failed, skipped, leftOut } = counts ?? { passed: 0, failed: 0, skipped: 0, leftOut: [] };
  for (const title of leftOut) console.log(`- ${title}`);
  const parts = [`${passed} passed`, `${exitCode === 0 ? failed : Math.max(failed, 1)} failed`];
  if (skipped > 0) parts.push(`${skipped} skipped`);
  console.log(parts.join(', '));
}
