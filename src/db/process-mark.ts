import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** Tells one process from every other, also from a later one with the same number. */
export interface ProcessMark {
  readonly host: string;
  readonly pid: number;
  /** When it started, as the kernel counts, with the boot it started in; `null` where the system does not tell. */
  readonly start: string | null;
}

/** The mark of a process of this machine. */
export function describeProcess(pid: number): ProcessMark {
  const start = readStat(pid)?.start;
  return { host: hostname(), pid, start: start === undefined ? null : `${start}-${bootId()}` };
}

/** Whether that very process still runs on this machine. One that was killed and not yet buried does not. */
export function isAlive({ pid, start }: ProcessMark): boolean {
  if (!exists(pid)) return false;
  if (start === null || process.platform !== 'linux') return true;
  return readStat(pid)?.state !== 'Z' && describeProcess(pid).start === start;
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Fields 3 and 22 of `/proc/<pid>/stat` (proc(5)); field 2, the program's name, may hold blanks and brackets. */
function readStat(pid: number): { readonly state: string; readonly start: string } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0]!, start: fields[19]! };
  } catch {
    return null;
  }
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8);
  } catch {
    return 'boot';
  }
}
