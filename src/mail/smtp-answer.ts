import type { NodemailerError } from 'nodemailer';
import { headerText } from './address.ts';
import type { SendResult } from './outgoing-mail.ts';

/** Replies that speak of signing in or of TLS wherever they come: RFC 4954 section 6, RFC 3207 section 4. */
const ABOUT_THE_LOGIN = [530, 534, 535, 538];

/** The longest answer that is kept. */
const LONGEST = 400;

/**
 * What an attempt's failure means. Only a 5xx to RCPT or DATA is about the letter and final; whatever is refused
 * before (greeting, TLS, password, sender) is about a setting or the server, and the same letter goes once it is put
 * right. 552 is the size of the letter at any stage; 503 is a confused session, not a judgement.
 *
 * @param letterLeft whether the whole letter had been handed to the connection
 */
export function resultOfFailure(
  error: NodemailerError,
  letterLeft: boolean,
  secrets: readonly string[],
): SendResult & { readonly outcome: 'retry' | 'refused' } {
  const code = error.responseCode ?? null;
  const stage = error.command ?? '';
  const aboutTheLetter = stage === 'RCPT TO' || stage === 'DATA' || code === 552 || error.code === 'EMESSAGE';
  const final = code === null ? error.code === 'EMESSAGE' : code >= 500 && code !== 503;
  const refused = final && aboutTheLetter && !ABOUT_THE_LOGIN.includes(code ?? 0);
  const hint = refused ? null : hintFor(error, stage, code);
  const words = error.response ?? error.message;
  return {
    outcome: refused ? 'refused' : 'retry',
    answer: withoutSecrets(hint === null ? words : `${hint}: ${words}`, secrets),
    code,
    mayHaveArrived: letterLeft && code === null,
  };
}

/** What to look at when the trouble is not the letter; `null` when the server's own words say enough. */
function hintFor(error: NodemailerError, stage: string, code: number | null): string | null {
  if (error.code === 'EAUTH' || error.code === 'ENOAUTH' || ABOUT_THE_LOGIN.includes(code ?? 0)) {
    return 'the server did not accept the sign-in; check the user and password in SMTP_URL';
  }
  if (error.code === 'ETLS') {
    return 'no secure connection; check smtp:// or smtps:// and the port in SMTP_URL (or tls.* and requireTLS)';
  }
  if (error.code === 'EDNS') return 'the host in SMTP_URL was not found';
  if (error.code === 'EABORT' || error.name === 'AbortError') return 'given up, the server took too long';
  if (error.code === 'ETIMEDOUT') return 'the server did not answer in time';
  if (stage === 'MAIL FROM' && code !== null && code >= 500) {
    return 'the server did not accept the sender; check MAIL_FROM';
  }
  if (error.code === 'ESOCKET' || error.code === 'ECONNECTION') return 'the connection failed';
  return null;
}

/** An answer on one line, with every form of the password blotted out. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  let clean = text;
  for (const secret of secrets) if (secret !== '') clean = clean.replaceAll(secret, '***');
  clean = headerText(clean);
  return clean.length > LONGEST ? `${clean.slice(0, LONGEST - 1)}…` : clean;
}
