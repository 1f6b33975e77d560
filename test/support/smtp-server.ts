import type { AddressInfo, Socket } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** How the server behaves; it can be changed at any moment, for what comes next. */
export type SmtpMode =
  | { readonly kind: 'accept' }
  /** Answers with this code at that stage: so many times when `times` is given (then accepts), and to these only. */
  | {
      readonly kind: 'refuse';
      readonly code: number;
      readonly at: 'sender' | 'recipient' | 'data';
      readonly times?: number;
      readonly recipient?: string;
      readonly words?: string;
    }
  /** Takes the connection and never says a word, or falls silent when the letter has come. */
  | { readonly kind: 'hang'; readonly at: 'greeting' | 'data' }
  /** Takes the whole letter and drops the connection before the reply. */
  | { readonly kind: 'dieAfterData'; readonly times?: number };

export interface TestSmtpOptions {
  /** `never`: offers no TLS. `starttls`: offers it. `required`: takes no letter without. `implicit`: smtps://. */
  readonly tls?: 'never' | 'starttls' | 'required' | 'implicit';
  /** Takes no letter from anybody else. */
  readonly login?: { readonly user: string; readonly password: string };
}

/** A letter as it came over the wire. */
export interface ReceivedMail {
  readonly parsed: ParsedMail;
  readonly raw: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly secure: boolean;
  readonly user: string | null;
  /** False when the server dropped the connection or fell silent before its reply. */
  readonly answered: boolean;
}

export interface TestSmtpServer {
  readonly port: number;
  /** All letters so far, in the order in which they came. */
  readonly mails: readonly ReceivedMail[];
  /** How many connections were made so far. */
  readonly connections: number;
  /** `smtp://127.0.0.1:port`, with the login's user and password, and a query for nodemailer where needed. */
  url(options?: { readonly password?: string; readonly query?: string }): string;
  setMode(mode: SmtpMode): void;
  /** The next letter that no call of this function has returned yet. */
  nextMail(): Promise<ReceivedMail>;
  /** The first letter, past or to come, of which this is true; throws with those that came when it is long in coming. */
  waitFor(predicate: (mail: ReceivedMail) => boolean): Promise<ReceivedMail>;
  close(): Promise<void>;
}

/** Milliseconds: less than a test is given, so that what it waited for is told before it is ended. */
const PATIENCE = 110_000;

interface Waiter {
  readonly wants: (mail: ReceivedMail) => boolean;
  readonly resolve: (mail: ReceivedMail) => void;
  readonly reject: (error: Error) => void;
}

/** Starts a real SMTP server on a free port of 127.0.0.1, which remembers every letter. */
export async function startSmtpServer(options: TestSmtpOptions = {}): Promise<TestSmtpServer> {
  const { tls = 'never', login } = options;
  const mails: ReceivedMail[] = [];
  const handedOut = new Set<ReceivedMail>();
  const waiters = new Set<Waiter>();
  let connections = 0;
  let mode: SmtpMode = { kind: 'accept' };
  let used = 0;

  const modeApplies = (times: number | undefined) => times === undefined || used++ < times;

  function refusal(at: 'sender' | 'recipient' | 'data', recipient: string | null): Error | null {
    if (mode.kind !== 'refuse' || mode.at !== at) return null;
    if (mode.recipient !== undefined && mode.recipient !== recipient) return null;
    if (!modeApplies(mode.times)) return null;
    return Object.assign(new Error(mode.words ?? `refused with ${mode.code} by the test`), { responseCode: mode.code });
  }

  function record(mail: ReceivedMail): void {
    mails.push(mail);
    for (const waiter of [...waiters]) {
      if (!waiter.wants(mail)) continue;
      waiters.delete(waiter);
      waiter.resolve(mail);
    }
  }

  const server = new SMTPServer({
    secure: tls === 'implicit',
    authOptional: login === undefined,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    // Without it, a warning about the built-in certificate, which is what a test wants.
    logger: false,
    closeTimeout: 50,
    disabledCommands: [...(tls === 'never' ? ['STARTTLS'] : []), ...(login === undefined ? ['AUTH'] : [])],
    onConnect(_session, callback) {
      connections += 1;
      if (mode.kind === 'hang' && mode.at === 'greeting') return;
      callback();
    },
    onAuth({ username, password }, _session, callback) {
      const known = username === login?.user && password === login?.password;
      // The password is in the answer on purpose: a careless server does that.
      callback(known ? null : new Error(`5.7.8 no such user with password ${password}`), { user: username });
    },
    onMailFrom(_address, session, callback) {
      if (tls === 'required' && !session.secure) {
        return callback(Object.assign(new Error('5.7.0 Must issue a STARTTLS command first'), { responseCode: 530 }));
      }
      callback(refusal('sender', null));
    },
    onRcptTo({ address }, _session, callback) {
      callback(refusal('recipient', address));
    },
    async onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk as Buffer);
      const raw = Buffer.concat(chunks);
      const error = refusal('data', null);
      if (error !== null) return callback(error);
      const dies = mode.kind === 'dieAfterData' && modeApplies(mode.times);
      const falls = mode.kind === 'hang' && mode.at === 'data';
      record(await receivedMail(raw, session, !dies && !falls));
      if (dies) dropConnections(server);
      else if (!falls) callback(null, `queued as ${mails.length}`);
    },
  });
  // A client that hangs up in the middle is the business of the tests that make it do so.
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;

  function waitFor(wants: (mail: ReceivedMail) => boolean): Promise<ReceivedMail> {
    const already = mails.find(wants);
    if (already !== undefined) return Promise.resolve(already);
    return new Promise((resolve, reject) => {
      const waiter = { wants, resolve, reject };
      waiters.add(waiter);
      const tell = () => {
        const subjects = mails.map(({ to, parsed }) => `${parsed.subject} (to ${to})`);
        const message = `Waited in vain for a letter of which this is true: ${wants}\nThere came: ${subjects.join(', ') || 'none'}`;
        if (waiters.delete(waiter)) reject(new Error(message));
      };
      setTimeout(tell, PATIENCE).unref();
    });
  }

  return {
    port,
    mails,
    get connections() {
      return connections;
    },
    url({ password = login?.password, query } = {}) {
      const credentials = login === undefined ? '' : `${login.user}:${encodeURIComponent(password ?? '')}@`;
      const scheme = tls === 'implicit' ? 'smtps' : 'smtp';
      const parameters = [...(tls === 'never' ? [] : ['tls.rejectUnauthorized=false']), ...(query ? [query] : [])];
      return `${scheme}://${credentials}127.0.0.1:${port}${parameters.length > 0 ? `?${parameters.join('&')}` : ''}`;
    },
    setMode(next) {
      mode = next;
      used = 0;
    },
    async nextMail() {
      const mail = await waitFor((candidate) => {
        if (handedOut.has(candidate)) return false;
        handedOut.add(candidate);
        return true;
      });
      return mail;
    },
    waitFor,
    async close() {
      dropConnections(server);
      await new Promise<void>((resolve) => server.close(resolve));
      for (const waiter of waiters) waiter.reject(new Error('the SMTP server was closed before the letter came'));
      waiters.clear();
    },
  };
}

/** Hangs up on every client: on the outermost socket, since tearing TLS down from below can crash Node. */
function dropConnections(server: SMTPServer): void {
  for (const connection of server.connections as Set<{ readonly _socket?: Socket }>) connection._socket?.destroy();
}

async function receivedMail(raw: Buffer, session: SMTPServerSession, answered: boolean): Promise<ReceivedMail> {
  const { mailFrom, rcptTo } = session.envelope;
  return {
    parsed: await simpleParser(raw),
    raw: raw.toString('utf8'),
    from: mailFrom === false ? '' : mailFrom.address,
    to: rcptTo.map(({ address }) => address),
    secure: session.secure,
    user: session.user ?? null,
    answered,
  };
}
