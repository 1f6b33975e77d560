#!/usr/bin/env node
import { FolderLocked } from '../db/errors.ts';
import { addDemo } from './commands/demo.ts';
import { addStart } from './commands/start.ts';
import { EXIT } from './context.ts';
import { explainError } from './explain-error.ts';
import { localContext } from './local-context.ts';
import { handOver } from './relay/relay-client.ts';
import { runCommand, tellError } from './run-command.ts';

/** Runs a command here, or in the process that has the data open. */
async function main(argv: readonly string[]): Promise<number> {
  const context = localContext({ out: process.stdout, err: process.stderr, env: process.env });
  try {
    return await runCommand(argv, context, [addStart, addDemo]);
  } catch (error) {
    const code = error instanceof FolderLocked ? await handOver(argv, context.filesRead, context) : null;
    if (code !== null) return code;
    tellError(context, error);
    return EXIT.failed;
  }
}

function endWithUnforeseen(error: unknown): void {
  process.stderr.write(`${explainError(error)}\n`);
  process.exit(EXIT.failed);
}

// Whoever reads has read enough (`suchok mail list | head`): the command itself goes on to its end.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') endWithUnforeseen(error);
  });
}
process.on('uncaughtException', endWithUnforeseen);

const exitCode = await main(process.argv.slice(2));
// What is printed to a pipe leaves the process later than it is written.
process.stdout.write('', () => process.stderr.write('', () => process.exit(exitCode)));
