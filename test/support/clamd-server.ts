import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findClamd } from './available.ts';
import { endWithOwner } from './end-with-owner.ts';
import { freePort } from './free-port.ts';

export interface ClamdServer {
  readonly tcpUrl: string;
  readonly socketUrl: string;
  /** Freezes the process: connections are taken, and nothing answers. */
  freeze(): void;
  thaw(): void;
  /** Stops it and deletes its files. */
  remove(): Promise<void>;
}

/** Harmless, and known to every scanner as a test; in two halves, so that none of them finds it in this file. */
export const TEST_VIRUS = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** Bytes that this scanner takes of a file, at most; real ones take 25 MB or more. */
const STREAM_LIMIT = '30M';

/** Starts a clamd of its own that knows one signature: nothing is fetched. It ends with this process at the latest. */
export async function startClamd(): Promise<ClamdServer> {
  const program = findClamd();
  if (program === null) throw new Error('There is no clamd here. Install it (Debian: apt-get install clamav-daemon).');
  const folder = mkdtempSync(join(tmpdir(), 'suchok-clamd-'));
  const port = await freePort();
  const signatures = join(folder, 'signatures');
  mkdirSync(signatures);
  writeFileSync(join(signatures, 'test.ndb'), `Test.Virus:0:*:${Buffer.from(TEST_VIRUS).toString('hex')}\n`);
  const settings = {
    Foreground: 'yes',
    DatabaseDirectory: signatures,
    TemporaryDirectory: folder,
    LocalSocket: join(folder, 'clamd.ctl'),
    TCPAddr: '127.0.0.1',
    TCPSocket: port,
    StreamMaxLength: STREAM_LIMIT,
    MaxThreads: 4,
  };
  const file = join(folder, 'clamd.conf');
  const lines = Object.entries(settings).map(([name, value]) => `${name} ${value}\n`);
  writeFileSync(file, lines.join(''));
  const child = spawn(program, [`--config-file=${file}`], { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });
  const end = () => void child.kill('SIGKILL');
  process.once('exit', end);
  await untilReady(child);
  endWithOwner(process.pid, folder, `[ /proc/${child.pid}/cwd -ef ${folder} ] && kill -9 ${child.pid}`);
  return {
    tcpUrl: `tcp://127.0.0.1:${port}`,
    socketUrl: `unix://${settings.LocalSocket}`,
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    remove: async () => {
      const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : null;
      end();
      await ended;
      process.off('exit', end);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout!.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (output.includes('Self checking')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`clamd ended with code ${code}:\n${output}`)));
  });
}
