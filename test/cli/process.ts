import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { madeOnce } from '../support/made-once.ts';
import type { Printed } from './terminal.ts';

/** The program as `npm start` runs it, from the sources; it takes a second longer to begin. */
export const MAIN = ['--import', 'tsx', 'src/cli/main.ts'];

/** The program as an image has it, built once in a run of the tests. */
export function builtProgram(): Promise<string[]> {
  return madeOnce('program.json', async (folder) => {
    const program = join(folder, 'program');
    await promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/build.ts', program]);
    return [join(program, 'src', 'cli', 'main.js')];
  });
}

/** Nothing of this process's own environment that Suchok would take for its settings. */
export function cleanEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { PATH, HOME, NODE_OPTIONS } = process.env;
  return { PATH, HOME, NODE_OPTIONS, PORT: '0', ...env };
}

/** Runs the command line in a process of its own, to its end. */
export async function suchok(args: readonly string[], env: NodeJS.ProcessEnv, input = ''): Promise<Printed> {
  const program = await builtProgram();
  const child = spawn(process.execPath, [...program, ...args], { env: cleanEnvironment(env) });
  child.stdin.end(input);
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { code: code as number, out, err };
}

/** Suchok while it runs in a process of its own. */
export interface RunningSuchok {
  readonly child: ChildProcess;
  /** Resolves once it has printed this; throws when it ends before. */
  printed(sentence: string): Promise<void>;
  /** Its exit code or the signal that ended it, with all that it printed. */
  readonly ended: Promise<Printed & { readonly signal: NodeJS.Signals | null }>;
}

/** Starts a command of such a program that goes on until it is stopped. It is killed when this process ends. */
export function startSuchok(args: readonly string[], env: NodeJS.ProcessEnv, script: readonly string[]): RunningSuchok {
  const child = spawn(process.execPath, [...script, ...args], { env: cleanEnvironment(env), stdio: 'pipe' });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const [out, err] = [collect(child.stdout), collect(child.stderr)];
  const ended = once(child, 'close').then(([code, signal]) => {
    process.off('exit', kill);
    return { code, signal, out: out.text(), err: err.text() };
  });
  const printed = async (sentence: string) => {
    const end = ended.then(() => 'ended' as const);
    while (!out.text().includes(sentence)) {
      if ((await Promise.race([out.more(), end])) !== 'ended' || out.text().includes(sentence)) continue;
      throw new Error(`Suchok ended without saying "${sentence}".\n${out.text()}\n${err.text()}`);
    }
  };
  return { child, printed, ended };
}

function collect(stream: NodeJS.ReadableStream) {
  let seen = '';
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    seen += chunk;
  });
  return { text: () => seen, more: () => once(stream, 'data') };
}
