import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { findFaults } from '../../scripts/imports/find-faults.ts';
import { readImports } from '../../scripts/imports/read-imports.ts';
import { PARTS } from '../../scripts/imports/rules.ts';

const folder = mkdtempSync(join(tmpdir(), 'suchok-imports-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The faults of a program of these files, under the rules of the real one. */
function faultsOf(files: Readonly<Record<string, string>>): string[] {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return findFaults(
    Object.keys(files).flatMap((file) => readImports(folder, file)),
    PARTS,
  );
}

describe('The rules of import', () => {
  test('let a machine know the types of plans, and XState', () => {
    const text = `import { setup } from 'xstate';\nimport type { Plan } from '../src/plan/types.ts';`;
    expect(faultsOf({ 'machines/one.ts': text })).toEqual([]);
  });

  test('keep machines from calling what compiles plans', () => {
    const text = `// a machine\nimport { compilePlan, type Terms } from '../src/plan/compile.ts';`;
    const [fault, ...others] = faultsOf({ 'machines/one.ts': text });
    expect(fault).toContain('machines/one.ts:2: imports src/plan/compile.ts.');
    expect(fault).toContain('import type');
    expect(others).toEqual([]);
  });

  test('keep files, clocks and databases out of the pure core', () => {
    const text = `import { readFileSync } from 'node:fs/promises';\nimport pg from 'pg';\nexport * from '../db/database.ts';`;
    expect(faultsOf({ 'src/plan/one.ts': text })).toEqual([
      'src/plan/one.ts:1: imports node:fs, but src/plan is to import yaml, zod only.',
      'src/plan/one.ts:2: imports pg, but src/plan is to import yaml, zod only.',
      'src/plan/one.ts:3: imports src/db/database.ts. src/plan may not import from src/db: take it as an argument, or move what both need.',
    ]);
  });

  test('keep the doors into the program apart, even where the import is made at run time', () => {
    const text = `export const open = () => import('../web/server.ts');`;
    expect(faultsOf({ 'workers/one.ts': text.replace('..', '../src') })).toHaveLength(1);
  });

  test('keep tests out of the program', () => {
    const text = `import { startRedis } from '../../test/support/redis-server.ts';`;
    expect(faultsOf({ 'src/queue/one.ts': text })).toEqual([
      'src/queue/one.ts:1: imports test/support/redis-server.ts, which is no part of the program.',
    ]);
  });

  test('find files that import themselves by a detour, but let their types refer to each other', () => {
    const circle = faultsOf({
      'src/db/a.ts': `import { b } from './b.ts';`,
      'src/db/b.ts': `import { c } from './c.ts';`,
      'src/db/c.ts': `import { a } from './a.ts';`,
    });
    expect(circle).toEqual([
      'src/db/a.ts: imports itself by a detour: src/db/a.ts → src/db/b.ts → src/db/c.ts → src/db/a.ts.',
    ]);
    expect(
      faultsOf({ 'src/db/d.ts': `import { e } from './e.ts';`, 'src/db/e.ts': `import type { D } from './d.ts';` }),
    ).toEqual([]);
  });
});
