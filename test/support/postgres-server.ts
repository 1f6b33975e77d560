import { execFile } from 'node:child_process';
import { chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findPostgresBinaries } from './available.ts';
import { endWithOwner } from './end-with-owner.ts';
import { freePort } from './free-port.ts';

const run = promisify(execFile);

export interface PostgresServer {
  readonly port: number;
  readonly folder: string;
  url(database: string): string;
  start(): Promise<void>;
  /** `fast` ends connections and shuts down in order; `immediate` is a crash, recovered from at the next start. */
  stop(mode?: 'fast' | 'immediate'): Promise<void>;
  restart(): Promise<void>;
  /** Stops it and deletes its files. */
  remove(): Promise<void>;
}

/**
 * Starts a Postgres cluster of its own on a free port, on 127.0.0.1, with everybody trusted. Postgres refuses to run as
 * root, so then it runs as the system's user `postgres`, or `nobody`.
 *
 * @param options `isDurable` tells whether a commit waits for the disk, as in an office; tests are in more of a hurry.
 * `owner` is the process with which the server ends at the latest.
 */
export async function startPostgres({ isDurable = false, owner = process.pid } = {}): Promise<PostgresServer> {
  const binaries = findPostgresBinaries();
  if (binaries === null) throw new Error('There is no Postgres here. Install it (Debian: apt-get install postgresql).');
  const folder = mkdtempSync(join(tmpdir(), 'suchok-postgres-'));
  const user = unprivilegedUser();
  if (user) chownSync(folder, user.uid, user.gid);
  const server = serverIn(folder, await freePort(), binaries, user, isDurable);
  const data = join(folder, 'data');
  await run(
    join(binaries, 'initdb'),
    ['-D', data, '-U', 'suchok', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync', '--no-instructions'],
    { cwd: folder, ...user },
  );
  await server.start();
  endWithOwner(owner, folder, `${join(binaries, 'pg_ctl')} -D ${data} -m immediate stop`, user ?? {});
  return server;
}

/** The handle of a cluster that some process has started. */
export function attachPostgres({ folder, port }: { readonly folder: string; readonly port: number }): PostgresServer {
  return serverIn(folder, port, findPostgresBinaries() ?? '', unprivilegedUser(), false);
}

interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

function serverIn(
  folder: string,
  port: number,
  binaries: string,
  user: SystemUser | null,
  isDurable: boolean,
): PostgresServer {
  const settings = [
    `-p ${port}`,
    `-c listen_addresses=127.0.0.1`,
    `-c unix_socket_directories=''`,
    `-c max_connections=200`,
    ...(isDurable ? [] : ['-c fsync=off', '-c full_page_writes=off', '-c synchronous_commit=off']),
  ].join(' ');
  const control = (...args: string[]) =>
    run(join(binaries, 'pg_ctl'), ['-D', join(folder, 'data'), '-w', '-s', ...args], { cwd: folder, ...user });
  const start = async () => {
    await control('start', '-l', join(folder, 'log'), '-o', settings);
  };
  const stop = async (mode: 'fast' | 'immediate' = 'fast') => {
    await control('stop', '-m', mode);
  };
  return {
    port,
    folder,
    url: (database) => `postgres://suchok@127.0.0.1:${port}/${database}`,
    start,
    stop,
    restart: async () => {
      await stop('fast');
      await start();
    },
    remove: async () => {
      await stop('immediate').catch(() => {}); // Stopped already.
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function unprivilegedUser(): SystemUser | null {
  if (process.getuid?.() !== 0) return null;
  const users = readFileSync('/etc/passwd', 'utf8').split('\n');
  const line = ['postgres', 'nobody'].map((name) => users.find((user) => user.startsWith(`${name}:`))).find(Boolean);
  const [, , uid, gid] = line?.split(':') ?? [];
  if (!uid || !gid) throw new Error('Postgres refuses to run as root, and there is no user "postgres" or "nobody".');
  return { uid: Number(uid), gid: Number(gid) };
}
