/**
 * Builds `dist/`, which runs without tsx and without the sources: the program as JavaScript, and beside each file what
 * it reads at run time, at the same place as in the sources (`dist/src/db/migrations`, `dist/config`).
 *
 * Usage: npm run build
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const dist = join(root, 'dist');

rmSync(dist, { recursive: true, force: true });
const compiler = spawnSync(
  process.execPath,
  [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'],
  {
    cwd: root,
    stdio: 'inherit',
  },
);
if (compiler.status !== 0) process.exit(compiler.status ?? 1);

cpSync(join(root, 'config'), join(dist, 'config'), { recursive: true });
cpSync(join(root, 'src'), join(dist, 'src'), { recursive: true, filter: (path) => !/\.tsx?$/.test(path) });
cpSync(join(root, 'package.json'), join(dist, 'package.json'));
chmodSync(join(dist, 'src/cli/main.js'), 0o755);
