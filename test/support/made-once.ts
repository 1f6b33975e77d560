import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inject } from 'vitest';

/**
 * Makes something once in a run of the tests, in whichever process asks first, and gives all of them what `make`
 * resolved to. Suites that never ask do not pay for it.
 *
 * @param file the name of a JSON file in the run's folder.
 */
export async function madeOnce<T>(file: string, make: (folder: string) => Promise<T>): Promise<T> {
  const folder = inject('sharedFolder');
  const path = join(folder, file);
  try {
    mkdirSync(`${path}.making`);
  } catch {
    return whenWritten<T>(path);
  }
  try {
    const made = await make(folder);
    publish(path, JSON.stringify(made));
    return made;
  } catch (error) {
    publish(`${path}.failed`, String(error));
    throw error;
  }
}

async function whenWritten<T>(path: string): Promise<T> {
  for (;;) {
    if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as T;
    if (existsSync(`${path}.failed`)) throw new Error(readFileSync(`${path}.failed`, 'utf8'));
    await wait(20);
  }
}

/** A rename, so that nobody reads half a file. */
function publish(path: string, text: string): void {
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}
