import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { FolderLocked } from './errors.ts';
import { describeProcess, isAlive, type ProcessMark } from './process-mark.ts';

/*
 * PGlite does not notice a second process on its files, and rows are then lost without a word. So whoever opens the
 * folder leaves a note in it first, whose name tells which process that is, and then looks whether there is another
 * note of a living process; if so, it takes its own away again. Of two that come at once the later one sees the
 * earlier, so never do both stay. No two notes have the same name, so that a dead one can be swept away by anybody:
 * it is never the note of somebody who has just come.
 */

const PREFIX = 'pglite.lock.';

/** Two that come at the same moment both step back, and try again at different times. */
const ATTEMPTS = 10;
const PAUSE_MS = 30;

export interface FolderLock {
  /** The note that holds the folder. */
  readonly file: string;
  release(): void;
}

/**
 * Takes the folder for this process, until `release` or the end of the process. What a dead process left is taken over.
 *
 * @throws FolderLocked that names the process which has it, and what to do.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  mkdirSync(folder, { recursive: true });
  const own = describeProcess(process.pid);
  const file = join(folder, nameOf(own));
  for (let attempt = 1; ; attempt++) {
    const holder = leaveNote(file) ? findOther(folder, own) : own;
    if (holder === null) return hold(file);
    if (holder !== own) takeAway(file);
    if (holder === own || attempt === ATTEMPTS) throw locked(folder, holder);
    await wait(PAUSE_MS * Math.random());
  }
}

/** The notes of this process. */
const left = new Set<string>();

/**
 * False when this very process has left one already. Where the system does not tell when a process started, one that
 * is dead may have had our number, and then its note our note's name.
 */
function leaveNote(file: string): boolean {
  if (left.has(resolve(file))) return false;
  rmSync(file, { force: true });
  writeFileSync(file, `${new Date().toISOString()}\n`, { flag: 'wx' });
  left.add(resolve(file));
  return true;
}

function takeAway(file: string): void {
  rmSync(file, { force: true });
  left.delete(resolve(file));
}

/** Another living process with a note in the folder. Sweeps the notes of dead ones away. */
function findOther(folder: string, own: ProcessMark): ProcessMark | null {
  for (const name of readdirSync(folder)) {
    const other = parseName(name);
    if (other === null || name === nameOf(own)) continue;
    // Of a process on another machine nobody here can tell whether it lives.
    if (other.host !== own.host || isAlive(other)) return other;
    rmSync(join(folder, name), { force: true });
  }
  return null;
}

function hold(file: string): FolderLock {
  const release = () => {
    process.off('exit', release);
    takeAway(file);
  };
  process.once('exit', release);
  return { file, release };
}

function locked(folder: string, holder: ProcessMark): FolderLocked {
  const file = join(folder, nameOf(holder));
  const who = holder.pid === process.pid && holder.host === hostname() ? 'this very process' : 'another process';
  return new FolderLocked(
    `The data in ${resolve(folder)} is in use by ${who}: number ${holder.pid} on ${holder.host}, since ${since(file)}. ` +
      'The embedded database serves one process. Stop that process, set another DATA_DIR, or set DATABASE_URL to a ' +
      `Postgres server, which serves many. If you are sure that the process is gone, delete ${resolve(file)}.`,
  );
}

function since(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim() || 'just now';
  } catch {
    return 'just now';
  }
}

function nameOf({ host, pid, start }: ProcessMark): string {
  return `${PREFIX}${encodeURIComponent(host)}.${pid}.${start ?? 'unknown'}`;
}

function parseName(name: string): ProcessMark | null {
  const [, host, pid, start] = /^pglite\.lock\.(.+)\.(\d+)\.([\w-]+)$/.exec(name) ?? [];
  if (host === undefined) return null;
  return { host: decodeURIComponent(host), pid: Number(pid), start: start === 'unknown' ? null : start! };
}
