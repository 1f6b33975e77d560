import { lookup as resolve } from 'node:dns/promises';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPrivateAddress } from './private-address.ts';
import { signedHeaders } from './signature.ts';

/** What a receiver said, or why there was no answer. */
export interface WebhookAnswer {
  readonly status: number | null;
  readonly answer: string;
}

export interface CallTerms {
  /** Also to this machine and its own network. */
  readonly allowPrivate: boolean;
  /** Milliseconds for the whole call. */
  readonly timeout?: number;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Milliseconds that a receiver has to answer. */
const TIMEOUT = 10_000;

/** So many characters of an answer are kept. */
const KEPT = 500;

/**
 * Calls a webhook once: POST, signed, redirects not followed. The name is resolved here, and the connection goes to the
 * very address that was looked at, so that a name cannot mean one thing to the check and another to the call.
 */
export async function callWebhook(
  to: { readonly url: string; readonly secret: string },
  message: { readonly id: string; readonly body: string },
  { allowPrivate, timeout = TIMEOUT, now }: CallTerms,
): Promise<WebhookAnswer> {
  const url = URL.canParse(to.url) ? new URL(to.url) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol)) return noAnswer('The address is not one of http or https.');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!allowPrivate && isIP(host) !== 0 && isPrivateAddress(host)) return noAnswer(refusalOf(host));
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  const headers = {
    'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(message.body)),
    'User-Agent': 'Suchok-Webhooks/1',
    ...signedHeaders(to.secret, message.id, Math.floor(now / 1_000), message.body),
  };
  return new Promise((done) => {
    const signal = AbortSignal.timeout(timeout);
    const fail = (error: Error) =>
      done(noAnswer(signal.aborted ? `No answer within ${timeout / 1_000} seconds.` : error.message));
    const request = send(url, { method: 'POST', headers, agent: false, signal, lookup: checkedLookup(allowPrivate) });
    request.on('error', fail);
    request.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      const end = () => {
        done({ status: response.statusCode!, answer: clean(text) });
        response.destroy();
      };
      response.on('data', (chunk: string) => {
        text += chunk;
        if (text.length >= KEPT) end();
      });
      response.on('end', end);
      response.on('error', fail);
    });
    request.end(message.body);
  });
}

/** Gives only addresses that may be reached; one that may not among them spoils the name. */
function checkedLookup(allowPrivate: boolean): LookupFunction {
  return (host, options, callback) => {
    resolve(host, { all: true, ...(options.family ? { family: Number(options.family) } : {}) }).then(
      (addresses) => {
        const closed = allowPrivate ? undefined : addresses.find(({ address }) => isPrivateAddress(address));
        if (closed) return callback(new Error(refusalOf(`${host} (${closed.address})`)), '');
        if (options.all) return callback(null, addresses);
        return callback(null, addresses[0]!.address, addresses[0]!.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, ''),
    );
  };
}

function refusalOf(host: string): string {
  return `${host} is an address of a private network, which WEBHOOK_ALLOW_PRIVATE would allow.`;
}

function noAnswer(reason: string): WebhookAnswer {
  return { status: null, answer: clean(reason) };
}

/** Postgres holds no zero bytes, and a log no lines of anybody else's making. */
function clean(text: string): string {
  return text
    .replace(/[^\P{Cc}\n\t]/gu, ' ')
    .trim()
    .slice(0, KEPT);
}
