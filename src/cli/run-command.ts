import { CommanderError } from 'commander';
import { FolderLocked } from '../db/errors.ts';
import { type CommandContext, CommandFailed, EXIT } from './context.ts';
import { explainError } from './explain-error.ts';
import { type AddCommand, createProgram } from './program.ts';

/**
 * Runs one command line and returns its exit code. What goes wrong is told on standard error.
 *
 * @throws FolderLocked when another process has the office's data open: the command may be handed to that one.
 */
export async function runCommand(
  argv: readonly string[],
  context: CommandContext,
  furtherCommands: readonly AddCommand[] = [],
): Promise<number> {
  try {
    await createProgram(context, furtherCommands).parseAsync([...argv], { from: 'user' });
    return EXIT.done;
  } catch (error) {
    if (error instanceof FolderLocked) throw error;
    // Commander has said what was wrong, or has printed the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode;
    tellError(context, error);
    return error instanceof CommandFailed ? error.exitCode : EXIT.failed;
  }
}

export function tellError({ err }: Pick<CommandContext, 'err'>, error: unknown): void {
  const explanation = explainError(error);
  if (explanation !== '') err.write(`${explanation}\n`);
}
