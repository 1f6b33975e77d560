import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { attachPostgres } from './postgres-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder that lives as long as one run of the tests. */
    sharedFolder: string;
  }
}

/** What the first suite that needs it puts there, for all others: a Postgres server and a PGlite folder to copy. */
export const SHARED_POSTGRES = 'postgres.json';

/** Runs once around all tests. */
export default function setup(project: TestProject): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'suchok-test-'));
  project.provide('sharedFolder', folder);
  return async () => {
    const postgres = join(folder, SHARED_POSTGRES);
    if (existsSync(postgres)) await attachPostgres(JSON.parse(readFileSync(postgres, 'utf8'))).remove();
    rmSync(folder, { recursive: true, force: true });
  };
}
