import type { SMTPPoolOptions } from 'nodemailer';

/** A mail setting cannot be used. The message says which, what is wrong and what to do, and never shows a password. */
export class SmtpSettingError extends Error {
  readonly code = 'SMTP_SETTING';
  readonly setting: 'SMTP_URL' | 'MAIL_FROM' | 'DKIM';

  constructor(setting: SmtpSettingError['setting'], faults: readonly string[]) {
    super(faults.map((fault) => `${setting}: ${fault}`).join('\n'));
    this.name = 'SmtpSettingError';
    this.setting = setting;
  }
}

const EXAMPLE = 'smtps://user:password@mail.office.example:465';

const FLAGS = ['pool', 'requireTLS', 'ignoreTLS', 'opportunisticTLS', 'tls.rejectUnauthorized'] as const;
const NUMBERS = ['maxConnections', 'maxMessages', 'rateLimit', 'rateDelta', 'idleTimeout'] as const;
const TEXTS = ['name', 'authMethod', 'localAddress', 'tls.servername', 'tls.minVersion'] as const;
const KNOWN: readonly string[] = [...FLAGS, ...NUMBERS, ...TEXTS];

/** Where and how to reach the server, and the words that must never be shown. */
export interface SmtpServer {
  readonly options: SMTPPoolOptions & { readonly host: string };
  readonly secrets: readonly string[];
}

/**
 * Reads SMTP_URL: `smtp://[user:password@]host[:port][?requireTLS=true…]`, or `smtps://` for TLS from the first byte.
 * With a password, and a host other than this machine, TLS is required unless the address says `requireTLS=false`.
 *
 * @throws {SmtpSettingError} with all faults at once
 */
export function parseSmtpUrl(text: string): SmtpServer {
  let url: URL;
  try {
    url = new URL(text.trim());
  } catch {
    throw new SmtpSettingError('SMTP_URL', [
      `is not an address; write it like ${EXAMPLE}, with / ? # % in the password as %2F %3F %23 %25`,
    ]);
  }
  const faults: string[] = [];
  if (url.protocol !== 'smtp:' && url.protocol !== 'smtps:') {
    faults.push(`begins with ${url.protocol}//; use smtp:// (STARTTLS where offered) or smtps:// (TLS)`);
  }
  if (url.hostname === '') faults.push(`names no host; write it like ${EXAMPLE}`);
  if (url.pathname !== '' && url.pathname !== '/') {
    faults.push('has a path after the host; write a / in the password as %2F, and options after a ?');
  }
  if (url.hash !== '') faults.push('has a # in it; write a # in the password as %23');

  const user = decoded(url.username);
  const pass = decoded(url.password);
  if (user === null || pass === null) faults.push('has a stray % in the user or password; write it as %25');
  if (pass && !user) faults.push('has a password without a user; write user:password@host');

  const { values, faults: parameterFaults } = readParameters(url.searchParams);
  faults.push(...parameterFaults);
  if (faults.length > 0) throw new SmtpSettingError('SMTP_URL', faults);

  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const hasPassword = Boolean(user && pass);
  const { tls, ...rest } = values;
  return {
    options: {
      host,
      secure: url.protocol === 'smtps:',
      ...(url.port === '' ? {} : { port: Number(url.port) }),
      ...(user ? { auth: { user, pass: pass ?? '' } } : {}),
      requireTLS: hasPassword && url.protocol === 'smtp:' && !isThisMachine(host) && rest.ignoreTLS !== true,
      ...rest,
      ...(Object.keys(tls).length > 0 ? { tls } : {}),
    },
    secrets: pass ? secretsOf(user ?? '', pass) : [],
  };
}

function readParameters(parameters: URLSearchParams) {
  const values: Record<string, unknown> & { tls: Record<string, unknown> } = { tls: {} };
  const faults: string[] = [];
  for (const [key, text] of parameters) {
    let value: unknown = text;
    if (!KNOWN.includes(key)) {
      faults.push(`has the unknown option "${key}"; the known ones are ${KNOWN.join(', ')}`);
    } else if ((FLAGS as readonly string[]).includes(key)) {
      if (text !== 'true' && text !== 'false') faults.push(`has ${key}=${text}; write true or false`);
      value = text === 'true';
    } else if ((NUMBERS as readonly string[]).includes(key)) {
      if (!/^[1-9]\d{0,8}$/.test(text)) faults.push(`has ${key}=${text}; write a whole number above 0`);
      value = Number(text);
    }
    if (key === 'pool') continue;
    if (key.startsWith('tls.')) values.tls[key.slice(4)] = value;
    else values[key] = value;
  }
  return { values, faults };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\./.test(host);
}

/** Every form in which the password travels, so that none of them comes back in an answer. */
function secretsOf(user: string, pass: string): string[] {
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  return [pass, encodeURIComponent(pass), base64(pass), base64(`\0${user}\0${pass}`)];
}
