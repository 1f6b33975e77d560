import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram } from './available.ts';
import { endWithOwner } from './end-with-owner.ts';
import { freePort } from './free-port.ts';

export interface RedisServer {
  readonly port: number;
  readonly url: string;
  /** Starts it again on the same port, with what its append-only file holds, if it has one. */
  start(): Promise<void>;
  /** SIGKILL by default: nothing is saved that was not on disk. */
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** Freezes the process: connections stay open, and nothing answers. */
  freeze(): void;
  thaw(): void;
  /** Stops it and deletes its files. */
  remove(): Promise<void>;
}

/**
 * Starts a Redis of its own on a free port of 127.0.0.1. It ends with this process at the latest.
 *
 * @param options `sentinelOf` makes it a Sentinel that watches the master on that port; `more` are further arguments of
 * the command line, such as `--cluster-enabled yes`.
 */
export async function startRedis(
  options: {
    readonly appendOnly?: boolean;
    readonly sentinelOf?: { readonly name: string; readonly port: number };
    readonly more?: readonly string[];
  } = {},
): Promise<RedisServer> {
  const program = findProgram('redis-server');
  if (program === null) throw new Error('There is no Redis here. Install it (Debian: apt-get install redis-server).');
  const folder = mkdtempSync(join(tmpdir(), 'suchok-redis-'));
  const port = await freePort();
  const common = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder, '--daemonize', 'no'];
  const args = options.sentinelOf
    ? [sentinelFile(folder, options.sentinelOf), '--sentinel', ...common]
    : [...common, '--save', '', '--appendonly', options.appendOnly ? 'yes' : 'no', '--appendfsync', 'always'];
  args.push(...(options.more ?? []));
  let child: ChildProcess | null = null;
  const end = () => child?.kill('SIGKILL');
  process.once('exit', end);

  const start = async () => {
    child = spawn(program, args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
    await untilReady(child);
    // Its number may be another program's by then.
    endWithOwner(process.pid, folder, `[ /proc/${child.pid}/cwd -ef ${folder} ] && kill -9 ${child.pid}`);
  };
  const stop = async (signal: NodeJS.Signals = 'SIGKILL') => {
    const stopping = child;
    child = null;
    if (!stopping || stopping.exitCode !== null || stopping.signalCode !== null) return;
    stopping.kill(signal);
    await once(stopping, 'exit');
  };
  const server: RedisServer = {
    port,
    url: `redis://127.0.0.1:${port}`,
    start,
    stop,
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
    remove: async () => {
      await stop();
      process.off('exit', end);
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await start();
  return server;
}

function sentinelFile(folder: string, { name, port }: { readonly name: string; readonly port: number }): string {
  const file = join(folder, 'sentinel.conf');
  writeFileSync(file, `sentinel monitor ${name} 127.0.0.1 ${port} 1\n`);
  return file;
}

function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout!.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (/Ready to accept connections|Sentinel ID is/.test(output)) resolve();
    });
    child.once('exit', (code) => reject(new Error(`redis-server ended with code ${code}:\n${output}`)));
  });
}
