/**
 * Checks who imports whom: the rules stand in `scripts/imports/rules.ts`, the reasons in CONTRIBUTING.md.
 *
 * Usage: npm run check:imports
 */
import { readdirSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { findFaults } from './imports/find-faults.ts';
import { readImports } from './imports/read-imports.ts';
import { PARTS } from './imports/rules.ts';

const root = resolve(import.meta.dirname, '..');
const files = ['src', 'machines', 'workers'].flatMap((folder) =>
  (readdirSync(posix.join(root, folder), { recursive: true }) as string[])
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => posix.join(folder, name)),
);
const imports = files.flatMap((file) => readImports(root, file));
const faults = findFaults(imports, PARTS);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
else console.log(`${files.length} files, ${imports.length} imports: all as the rules say.`);
