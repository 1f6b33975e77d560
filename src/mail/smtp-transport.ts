import type { Readable } from 'node:stream';
import { createTransport, type DKIMOptions, type NodemailerError, type SMTPPoolSentMessageInfo } from 'nodemailer';
import type { Mailbox } from './address.ts';
import { mimeOptionsOf } from './mime.ts';
import { faultsOf, type OutgoingMail, type SendResult, type Transport } from './outgoing-mail.ts';
import { resultOfFailure, withoutSecrets } from './smtp-answer.ts';
import type { SmtpServer } from './smtp-url.ts';

/** How long to wait, in milliseconds. */
export interface MailTimeouts {
  /** For the connection to stand. */
  readonly connect: number;
  /** For the server's greeting. */
  readonly greeting: number;
  /** For any sign of life while speaking. */
  readonly silence: number;
  /** For one attempt from beginning to end, the wait for a free connection included. */
  readonly attempt: number;
}

/** Below a BullMQ job's lock of 30 s for silence, and well within a minute for a whole attempt. */
export const MAIL_TIMEOUTS: MailTimeouts = { connect: 10_000, greeting: 10_000, silence: 20_000, attempt: 45_000 };

/** Letters through an SMTP server, over a pool of connections that are used again. */
export function openSmtpTransport(
  server: SmtpServer,
  from: Mailbox,
  dkim: DKIMOptions | undefined,
  timeouts: MailTimeouts,
): Transport {
  const { secrets } = server;
  const mailer = createTransport({
    ...server.options,
    pool: true,
    connectionTimeout: timeouts.connect,
    greetingTimeout: timeouts.greeting,
    dnsTimeout: timeouts.connect,
    socketTimeout: timeouts.silence,
    // The pool must not send a letter again by itself: each attempt is counted where the message is kept.
    maxRequeues: 0,
    socketCloseTimeout: 1000,
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: false,
    ...(dkim === undefined ? {} : { dkim }),
  });

  // The stream of each attempt, by the attempt's signal: one read to its end has left for the server.
  const streams = new WeakMap<AbortSignal, Readable>();
  mailer.use('stream', ({ message, data }, done) => {
    const createReadStream = message.createReadStream.bind(message);
    message.createReadStream = (options) => {
      const stream = createReadStream(options);
      if (data.signal) streams.set(data.signal, stream);
      return stream;
    };
    done();
  });

  async function send(mail: OutgoingMail): Promise<SendResult> {
    const faults = faultsOf(mail);
    if (faults.length > 0) {
      return {
        outcome: 'refused',
        answer: withoutSecrets(faults.join('; '), secrets),
        code: null,
        mayHaveArrived: false,
      };
    }
    const signal = AbortSignal.timeout(timeouts.attempt);
    try {
      return resultOfInfo(await mailer.sendMail({ ...mimeOptionsOf(mail, from), signal }));
    } catch (error) {
      const letterLeft = streams.get(signal)?.readableEnded ?? false;
      return resultOfFailure(error as NodemailerError, letterLeft, secrets);
    }
  }

  function resultOfInfo(info: SMTPPoolSentMessageInfo): SendResult {
    const rejection = info.rejectedErrors?.[0];
    if (rejection !== undefined) return resultOfFailure(rejection, false, secrets);
    const code = Number.parseInt(info.response, 10);
    return {
      outcome: 'sent',
      answer: withoutSecrets(info.response, secrets),
      code: Number.isNaN(code) ? null : code,
      mayHaveArrived: false,
    };
  }

  async function verify() {
    try {
      await mailer.verify();
      return { ok: true, answer: `${server.options.host} is ready for letters` };
    } catch (error) {
      return { ok: false, answer: resultOfFailure(error as NodemailerError, false, secrets).answer };
    }
  }

  return { kind: 'smtp', send, verify, close: async () => mailer.close() };
}
