import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' });
const files = existsSync(join(root, '.git')) ? git('ls-files', '-z').split('\0').filter(Boolean) : [];
const isText = (content: Buffer) => !content.includes(0);

/** Lines of tracked text files that match, as `file:line`. */
function linesWith(pattern: RegExp): string[] {
  return files.flatMap((file) => {
    const path = join(root, file);
    const content = statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path) : Buffer.alloc(1);
    if (!isText(content)) return [];
    const lines = content.toString('utf8').split('\n');
    return lines.flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}`] : []));
  });
}

describe.skipIf(!existsSync(join(root, '.git')))('The files of the project', () => {
  test('hold no path of one machine', () => {
    expect(linesWith(/(^|[^\w./~@-])\/(work|root|home|Users)\/\w/)).toEqual([]);
  });

  test('name no registry: whoever installs has one of their own', () => {
    const hosts = ['registry.npmjs', 'registry.yarnpkg', 'deb.debian'].join('|').replaceAll('.', '\\.');
    expect(linesWith(new RegExp(`//(${hosts})`))).toEqual([]);
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
    expect(Object.keys(packages).filter((name) => packages[name].resolved !== undefined)).toEqual([]);
  });

  test('end their lines as Unix does', () => {
    expect(linesWith(/\r$/)).toEqual([]);
  });

  test('are source, not what is made from it', () => {
    expect(files.filter((file) => /^(dist|data|node_modules|coverage)\/|\.(eml|log)$/.test(file))).toEqual([]);
    const sizeOf = (file: string) => statSync(join(root, file), { throwIfNoEntry: false })?.size ?? 0;
    expect(files.filter((file) => sizeOf(file) > 1_000_000)).toEqual([]);
  });

  test('can be run where they are programs', () => {
    expect(git('ls-files', '--stage', '.ci/run')).toMatch(/^100755 /);
  });
});
