import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { endWithOwner } from './end-with-owner.ts';
import { attachPostgres } from './postgres-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder that lives as long as one run of the tests. */
    sharedFolder: string;
  }
}

/** What the first suite that needs it puts there, for all others: a Postgres server and a PGlite folder to copy. */
export const SHARED_POSTGRES = 'postgres.json';

/** In bytes: far more than what lies in the folder at any time. */
const ENOUGH_ROOM = 4 * 1024 ** 3;

/**
 * Runs once around all tests. Whatever they put into the system's folder for temporary files lands in one of their own,
 * in memory where there is much of it, for hundreds of databases are made and thrown away; it goes when the run ends.
 */
export default function setup(project: TestProject): () => Promise<void> {
  const folder = mkdtempSync(join(hasRoom('/dev/shm') ? '/dev/shm' : tmpdir(), 'suchok-test-'));
  const temporary = join(folder, 'tmp');
  mkdirSync(temporary);
  for (const each of [folder, temporary]) chmodSync(each, 0o755); // Postgres, which is not root, has to get through.
  process.env.TMPDIR = temporary;
  project.provide('sharedFolder', folder);
  endWithOwner(process.pid, folder, 'true');
  return async () => {
    const postgres = join(folder, SHARED_POSTGRES);
    if (existsSync(postgres)) await attachPostgres(JSON.parse(readFileSync(postgres, 'utf8'))).remove();
    rmSync(folder, { recursive: true, force: true });
  };
}

function hasRoom(folder: string): boolean {
  if (!existsSync(folder) || freemem() < ENOUGH_ROOM) return false;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize >= ENOUGH_ROOM;
}
