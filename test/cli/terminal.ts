import { Writable } from 'node:stream';
import type { App } from '../../src/app.ts';
import type { CommandContext, Output } from '../../src/cli/context.ts';
import { localContext } from '../../src/cli/local-context.ts';
import type { AddCommand } from '../../src/cli/program.ts';
import { runCommand } from '../../src/cli/run-command.ts';

/** What a command printed, and how it ended. */
export interface Printed {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface TerminalTerms {
  /** The office whose data are open already; without it, a command opens its own. */
  readonly app?: App;
  readonly env?: CommandContext['env'];
  readonly terminal?: { readonly isTTY: boolean; readonly columns: number };
  readonly commands?: readonly AddCommand[];
}

/** Types a command line, and reads what it prints. */
export async function type(argv: readonly string[], terms: TerminalTerms = {}): Promise<Printed> {
  const { app, env = {}, terminal = { isTTY: false, columns: undefined }, commands = [] } = terms;
  const [out, err] = [page(terminal), page(terminal)];
  const own = localContext({ out: out.stream, err: err.stream, env });
  const context = app
    ? {
        ...own,
        clock: app.clock,
        settings: () => app.settings,
        withApp: <T>(work: (app: App) => Promise<T>) => work(app),
      }
    : own;
  const code = await runCommand(argv, context, commands);
  return { code, out: out.text(), err: err.text() };
}

/** A terminal's page, or a pipe, that keeps what was written. */
export function page(terminal: { readonly isTTY: boolean; readonly columns: number | undefined }) {
  let text = '';
  const stream = new Writable({
    decodeStrings: false,
    write(chunk: string | Buffer, _encoding, done) {
      text += chunk.toString();
      done();
    },
  });
  return { stream: Object.assign(stream, terminal) as Output, text: () => text };
}
