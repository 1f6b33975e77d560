/**
 * Builds `dist/`, which runs without tsx and without the sources: the program as JavaScript, and beside each file what
 * it reads at run time, at the same place as in the sources (`dist/src/db/migrations`, `dist/config`).
 *
 * Usage: npm run build [-- FOLDER]
 * Into another folder it is built for tests alone: in a moment, for its types are not checked, and with the packages of
 * the sources.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const folder = process.argv[2];
const dist = resolve(root, folder ?? 'dist');

if (folder !== undefined && existsSync(dist)) throw new Error(`${dist} is there already; name a folder that is not.`);
rmSync(dist, { recursive: true, force: true });
const compiler = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/typescript/bin/tsc'),
    ...['-p', 'tsconfig.build.json', '--outDir', dist],
    ...(folder === undefined ? [] : ['--noCheck']),
  ],
  { cwd: root, stdio: 'inherit' },
);
if (compiler.status !== 0) process.exit(compiler.status ?? 1);

cpSync(join(root, 'config'), join(dist, 'config'), { recursive: true });
cpSync(join(root, 'src'), join(dist, 'src'), { recursive: true, filter: (path) => !/\.tsx?$/.test(path) });
cpSync(join(root, 'package.json'), join(dist, 'package.json'));
chmodSync(join(dist, 'src/cli/main.js'), 0o755);
if (folder !== undefined) symlinkSync(join(root, 'node_modules'), join(dist, 'node_modules'));
