import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What a suite may need besides Node, and the package of Debian that has it. */
export const NEEDS = {
  postgres: 'postgresql',
  redis: 'redis-server',
  chromium: 'chromium',
  'bengali-font': 'fonts-noto-core',
  clamd: 'clamav-daemon',
} as const;
export type Need = keyof typeof NEEDS;

/** Stands in the title of a suite that is left out. */
export const LEFT_OUT = 'left out:';

/** What `npm test` found missing, in `SUCHOK_TEST_WITHOUT=redis,postgres`. */
const without = new Set((process.env.SUCHOK_TEST_WITHOUT ?? '').split(',').filter(Boolean));

/**
 * Why a suite that needs these cannot run here, or `null` when it can. Use it as
 * `describe.skipIf(missing('redis'))(titled('Alarms on Redis', missing('redis')), …)`.
 */
export function missing(...needs: Need[]): string | null {
  const absent = needs.filter((need) => without.has(need) || !isInstalled(need));
  return absent.length ? `${LEFT_OUT} no ${absent.join(', no ')} on this machine` : null;
}

/** The title of a suite, with the reason when it is left out. */
export function titled(title: string, reason: string | null): string {
  return reason ? `${title} (${reason})` : title;
}

/** Whether this machine has it now. */
export function isInstalled(need: Need): boolean {
  if (need === 'postgres') return findPostgresBinaries() !== null;
  if (need === 'redis') return findProgram('redis-server') !== null;
  if (need === 'chromium') return findProgram('chromium', 'chromium-browser', 'google-chrome') !== null;
  if (need === 'clamd') return findClamd() !== null;
  return findBengaliFont() !== null;
}

/** The folder that holds `initdb` and `postgres`; Debian keeps it off the path, one for each version. */
export function findPostgresBinaries(): string | null {
  const initdb = findProgram('initdb');
  if (initdb) return join(initdb, '..');
  const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql') : [];
  const newest = versions
    .map(Number)
    .filter(Number.isFinite)
    .sort((a, b) => b - a)[0];
  return newest === undefined ? null : `/usr/lib/postgresql/${newest}/bin`;
}

/** The virus scanner; Debian keeps it where only root looks. */
export function findClamd(): string | null {
  return findProgram('clamd') ?? ['/usr/sbin/clamd', '/usr/local/sbin/clamd'].find((path) => existsSync(path)) ?? null;
}

/** The first of the programs that is on the path. */
export function findProgram(...names: string[]): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const name of names) {
    const folder = folders.find((candidate) => existsSync(join(candidate, name)));
    if (folder !== undefined) return join(folder, name);
  }
  return null;
}

/** A file with the letters of Bengali, as pictures of pages need one. */
export function findBengaliFont(): string | null {
  for (const folder of ['/usr/share/fonts', '/usr/local/share/fonts']) {
    if (!existsSync(folder)) continue;
    const files = readdirSync(folder, { recursive: true }) as string[];
    const font = files.find((file) => /beng|lohit-be|mukti/i.test(file) && /\.(ttf|otf|woff2?)$/.test(file));
    if (font !== undefined) return join(folder, font);
  }
  return null;
}
