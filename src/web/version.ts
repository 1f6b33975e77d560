import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The program's version, as its package says; beside the sources, or above what was built of them. */
export function programVersion(): string {
  const places = ['../../package.json', '../../../package.json'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  const found = places.find((path) => existsSync(path));
  return found ? (JSON.parse(readFileSync(found, 'utf8')) as { version: string }).version : '–';
}
