import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import type { CommandContext, NamedFile } from '../context.ts';
import { EXIT } from '../context.ts';
import { explainError } from '../explain-error.ts';
import { PASSED_ON, type RelayAnswer, type RelayRequest, socketPath } from './protocol.ts';

/**
 * Has a command run by the process that has the data folder open, and prints what comes back. Returns its exit code, or
 * null where no process listens there.
 */
export async function handOver(
  argv: readonly string[],
  files: ReadonlyMap<string, NamedFile>,
  { out, err, env, settings, writeFile }: CommandContext,
): Promise<number | null> {
  const path = socketPath(settings().dataDir);
  if (path === null) return null;
  const socket = connect(path);
  try {
    await once(socket, 'connect');
  } catch {
    return null;
  }
  const request: RelayRequest = {
    argv,
    files: [...files],
    env: Object.fromEntries(PASSED_ON.map((name) => [name, env[name]])),
    cwd: process.cwd(),
    out: { isTTY: out.isTTY === true, columns: out.columns },
    err: { isTTY: err.isTTY === true, columns: err.columns },
  };
  socket.write(`${JSON.stringify(request)}\n`);
  let refused: string | null = null;
  try {
    for await (const line of createInterface({ input: socket })) {
      const answer = JSON.parse(line) as RelayAnswer;
      if ('exit' in answer) {
        if (refused === null) return answer.exit;
        err.write(`${refused}\n`);
        return EXIT.failed;
      }
      if ('file' in answer) {
        const { content, ...file } = answer.file;
        refused ??= attempt(() => writeFile({ ...file, content: Buffer.from(content, 'base64') }));
      } else if ('out' in answer) {
        // What follows would say that the file was written.
        if (refused === null) out.write(answer.out);
      } else err.write(answer.err);
    }
  } catch {
    // Told below: it went away in the middle.
  } finally {
    socket.destroy();
  }
  err.write('The running Suchok stopped before the command was done: `suchok status` tells what was recorded.\n');
  return EXIT.failed;
}

/** Why a file could not be written here; null where it was. */
function attempt(write: () => void): string | null {
  try {
    write();
    return null;
  } catch (error) {
    return explainError(error);
  }
}
