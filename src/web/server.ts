import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { createWeb } from './app.ts';
import type { WebParts } from './web-parts.ts';

export interface RunningWeb {
  /** Where the pages are, as in `http://127.0.0.1:3000`, with the port that was really taken. */
  readonly url: string;
  /** Answers what was asked already, for some seconds at most, and takes no more. */
  close(): Promise<void>;
}

/** The web pages cannot listen where the settings say. `cause` holds the system's own error. */
export class WebCannotListen extends Error {
  readonly code = 'webCannotListen';
  readonly host: string;
  readonly port: number;

  constructor(host: string, port: number, cause: NodeJS.ErrnoException) {
    super(`The web page cannot be opened on ${host}, port ${port}: ${adviceFor(cause, port)}`, { cause });
    this.name = 'WebCannotListen';
    this.host = host;
    this.port = port;
  }
}

/** Milliseconds for a request to arrive: a file of 20 MB over a line of 300 kbit/s. */
const UPLOAD_MAY_TAKE = 10 * 60_000;

/** Connections that may wait to be taken up, where the system allows as many; Node's own 511 turn a crowd away. */
const CALLERS_WAITING = 4096;

/** Milliseconds for answers at hand when the server closes. */
const FAREWELL = 5_000;

/**
 * Serves the web pages on the settings' host and port; port 0 takes any that is free.
 *
 * @throws WebCannotListen when the port is in use, not allowed, or the host is not of this machine.
 */
export async function startWeb(parts: WebParts): Promise<RunningWeb> {
  const { host, port } = parts.settings;
  const stopping = new AbortController();
  const app = createWeb(parts, stopping.signal);
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false }) as Server;
  server.requestTimeout = UPLOAD_MAY_TAKE;
  server.listen(port, host, CALLERS_WAITING);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new WebCannotListen(host, port, error as NodeJS.ErrnoException);
  }
  const address = server.address() as AddressInfo;
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
  parts.logger.info({ host, port: address.port }, 'The web page is open');
  return { url, close: () => closeServer(server, stopping) };
}

async function closeServer(server: Server, stopping: AbortController): Promise<void> {
  stopping.abort();
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const impatience = setTimeout(() => server.closeAllConnections(), FAREWELL);
  await closed;
  clearTimeout(impatience);
}

function adviceFor({ code, message }: NodeJS.ErrnoException, port: number): string {
  if (code === 'EADDRINUSE') {
    return `another program listens on port ${port}. Stop it, or choose another port, as in PORT=${port < 65_535 ? port + 1 : 3000}.`;
  }
  if (code === 'EACCES') return `this user may not open port ${port}. Choose one above 1023, as in PORT=3000.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return 'this machine does not have that address. Set HOST=127.0.0.1 for this machine alone, or HOST=0.0.0.0 for all.';
  }
  return `${message}. Check HOST and PORT.`;
}
