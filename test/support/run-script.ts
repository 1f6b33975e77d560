import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A program of ours in a process of its own, that speaks in lines. */
export interface Script {
  readonly child: ChildProcess;
  /** The next line of its standard output; throws when it ends before, with what it wrote to standard error. */
  line(): Promise<string>;
  tell(line: string): void;
  /** Resolves to its exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals>;
}

/** Runs a TypeScript file with Node, as `npm start` does. It is killed when this process ends. */
export function runScript(path: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Script {
  const child = spawn(process.execPath, ['--import', 'tsx', path, ...args], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const ended = once(child, 'exit').then(([code, signal]) => {
    process.off('exit', kill);
    return code ?? signal;
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    child,
    ended,
    line: async () => {
      const { value, done } = await lines.next();
      if (done) throw new Error(`${path} ended (${await ended}) before it said more.\n${complaint}`);
      return value;
    },
    tell: (line) => void child.stdin.write(`${line}\n`),
  };
}
