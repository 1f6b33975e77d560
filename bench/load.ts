import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** How fast a page was answered: milliseconds that half, and 99 of 100, did not exceed, and answers a second. */
export interface Answered {
  readonly p50: number;
  readonly p99: number;
  readonly perSecond: number;
}

/** So many readers ask at once, each again as soon as it has its answer, for so many seconds. */
const READERS = 10;
const SECONDS = 4;

/**
 * Asks for a page as often as it is answered, by wrk (Debian's package of that name), whose own cost per request is
 * far below a bare server's.
 */
export async function load(url: string, cookie: string): Promise<Answered> {
  const args = [
    '--threads',
    '1',
    '--connections',
    String(READERS),
    '--duration',
    `${SECONDS}s`,
    '--timeout',
    '30s',
    '--latency',
  ];
  const { stdout } = await promisify(execFile)('wrk', [...args, '--header', `cookie: ${cookie}`, url]).catch(
    (error) => {
      throw new Error('The pages are measured with wrk: apt-get install wrk', { cause: error });
    },
  );
  const faults = /Non-2xx or 3xx responses: \d+|Socket errors: .*/.exec(stdout);
  if (faults) throw new Error(`${url}: ${faults[0]}`);
  const perSecond = Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]);
  return { p50: quantile(stdout, 50), p99: quantile(stdout, 99), perSecond };
}

const MILLISECONDS: Readonly<Record<string, number>> = { us: 0.001, ms: 1, s: 1_000 };

function quantile(report: string, percent: number): number {
  const [, number, unit] = new RegExp(`^\\s+${percent}%\\s+([\\d.]+)(us|ms|s)`, 'm').exec(report) ?? [];
  if (!number || !unit) throw new Error(`wrk did not tell its ${percent} % quantile:\n${report}`);
  return Number(number) * MILLISECONDS[unit]!;
}
