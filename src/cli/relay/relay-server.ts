import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { App } from '../../app.ts';
import { type CommandContext, CommandFailed, type Output } from '../context.ts';
import { runCommand, tellError } from '../run-command.ts';
import {
  fileKey,
  LONGEST_REQUEST,
  type RelayAnswer,
  type RelayRequest,
  socketPath,
  type Terminal,
} from './protocol.ts';

export interface Relay {
  /** Lets the commands at hand finish and takes no more. */
  close(): Promise<void>;
}

/**
 * Runs the commands of other terminals on the data that this process has open. Null where the data folder cannot hold
 * a socket: those commands are then told that the folder is locked.
 */
export async function startRelay(app: App): Promise<Relay | null> {
  const path = socketPath(app.settings.dataDir);
  if (path === null) {
    app.logger.warn({}, 'The path of the data folder is too long for a socket: other commands have to wait');
    return null;
  }
  const running = new Set<Promise<void>>();
  const server = createServer((socket) => {
    const work = serve(app, socket).finally(() => running.delete(work));
    running.add(work);
  });
  server.on('error', (error) => app.logger.warn({ err: error }, 'Commands of other terminals cannot be taken'));
  // Whoever holds the folder's lock is the only one to listen here: what lies there was left by a process that died.
  rmSync(path, { force: true });
  // Listening makes the file within this very call, so that nobody else may open it even for a moment.
  const mask = process.umask(0o177);
  try {
    server.listen(path);
  } finally {
    process.umask(mask);
  }
  try {
    await once(server, 'listening');
  } catch {
    // Logged above; not every file system can hold a socket.
    return null;
  }
  return {
    close: async () => {
      server.close();
      await Promise.all(running);
      rmSync(path, { force: true });
    },
  };
}

async function serve(app: App, socket: Socket): Promise<void> {
  // A terminal that has gone away: the command finishes without it.
  socket.on('error', () => {});
  const answer = (message: RelayAnswer) => {
    if (socket.writable) socket.write(`${JSON.stringify(message)}\n`);
  };
  const request = await readRequest(socket);
  if (request === null) return void socket.destroy();
  const context = contextOf(app, request, answer);
  try {
    answer({ exit: await runCommand(request.argv, context) });
  } catch (error) {
    tellError(context, error);
    answer({ exit: 1 });
  }
  socket.end();
}

async function readRequest(socket: Socket): Promise<RelayRequest | null> {
  let received = 0;
  socket.on('data', (chunk: Buffer) => {
    received += chunk.length;
    if (received > LONGEST_REQUEST) socket.destroy();
  });
  try {
    for await (const line of createInterface({ input: socket })) return JSON.parse(line) as RelayRequest;
  } catch {
    // Not a line of ours.
  }
  return null;
}

function contextOf(app: App, request: RelayRequest, answer: (message: RelayAnswer) => void): CommandContext {
  const files = new Map(request.files);
  return {
    out: outputTo((text) => answer({ out: text }), request.out),
    err: outputTo((text) => answer({ err: text }), request.err),
    env: request.env,
    clock: app.clock,
    configDir: app.settings.configDir,
    settings: () => app.settings,
    readFile: (kind, name) => {
      const file = files.get(fileKey(kind, name));
      if (file) return file;
      throw new CommandFailed(`The file ${name} was not handed over; stop the running Suchok and try again.`);
    },
    writeFile: ({ path, overwrite, keep = false, content }) =>
      answer({ file: { path, overwrite, keep, content: Buffer.from(content).toString('base64') } }),
    hasFile: (path) => existsSync(resolve(request.cwd, path)),
    withApp: (work) => work(app),
  };
}

function outputTo(send: (text: string) => void, terminal: Terminal): Output {
  const stream = new Writable({
    decodeStrings: false,
    write(chunk: string | Buffer, _encoding, done) {
      send(chunk.toString());
      done();
    },
  });
  return Object.assign(stream, terminal);
}
