import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Takes away the files of a folder that nobody has touched since the time that `before` gives for their names. */
export async function sweepFolder(folder: string, before: (name: string) => number): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const path = join(folder, name);
    // Somebody else may be sweeping too.
    const touchedAt = (await stat(path).catch(() => null))?.mtimeMs;
    if (touchedAt !== undefined && touchedAt < before(name)) await rm(path, { force: true });
  }
}
