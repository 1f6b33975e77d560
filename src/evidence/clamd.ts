import { createReadStream } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { type Scanner, ScannerUnavailable } from './scanner.ts';

/** Milliseconds that clamd may take for a file; while it reads new signatures it does not answer for some seconds. */
const PATIENCE = 60_000;
/** An answer is a line; whoever sends more is no clamd. */
const LONGEST_ANSWER = 4096;

/**
 * The virus scanner clamd, at `tcp://host:port` or `unix:///path/of/its/socket`. Files are sent to it (INSTREAM of
 * clamd(8)), so it may run on another machine and under another user.
 */
export function clamdScanner(url: string, patience = PATIENCE): Scanner {
  return {
    scan: async (path) => {
      const answer = await ask(url, 'INSTREAM', path, patience);
      if (answer === 'stream: OK') return null;
      const [, virus] = /^stream: (.+) FOUND$/.exec(answer) ?? [];
      if (virus === undefined) throw new ScannerUnavailable(url, `could not look into a file: “${answer}”`);
      return virus;
    },
    ping: async () => {
      const answer = await ask(url, 'PING', null, patience);
      if (answer !== 'PONG') throw new ScannerUnavailable(url, `answered “${answer}” to a ping`);
    },
  };
}

function ask(url: string, command: string, path: string | null, patience: number): Promise<string> {
  return new Promise((answered, fail) => {
    const socket = connectTo(url);
    const give = (what: string, cause?: Error) => {
      clearTimeout(impatience);
      socket.destroy();
      fail(new ScannerUnavailable(url, what, { cause }));
    };
    const impatience = setTimeout(() => give(`did not answer within ${patience / 1000} s`), patience);
    let answer = '';
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      answer += text;
      if (answer.length > LONGEST_ANSWER) return give('gave no answer of clamd');
      if (!answer.includes('\0')) return;
      clearTimeout(impatience);
      socket.destroy();
      answered(answer.slice(0, answer.indexOf('\0')).trim());
    });
    socket.on('error', (error) => give(`cannot be reached: ${error.message}`, error));
    socket.on('close', () => give('hung up without an answer'));
    socket.write(`z${command}\0`);
    if (path !== null) sendFile(path, socket).catch((error) => give('could not be sent a file', error));
  });
}

/** In pieces, each with its length before it; a length of nothing ends the file. */
async function sendFile(path: string, socket: Socket): Promise<void> {
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    // It has answered already, as it does when a file is too large for it.
    if (socket.destroyed) return;
    socket.write(lengthOf(piece.length));
    if (!socket.write(piece)) await roomIn(socket);
  }
  socket.write(lengthOf(0));
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}

function roomIn(socket: Socket): Promise<void> {
  return new Promise((done) => {
    const goOn = () => {
      socket.off('drain', goOn);
      socket.off('close', goOn);
      done();
    };
    socket.on('drain', goOn);
    socket.on('close', goOn);
  });
}

function connectTo(url: string): Socket {
  const { protocol, hostname, port, pathname } = new URL(url);
  if (protocol === 'unix:') return connect({ path: decodeURIComponent(pathname) });
  return connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 3310) });
}
