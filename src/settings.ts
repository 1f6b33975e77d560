import { z } from 'zod';

/** What the environment sets; every name has a default that suits a first look on one's own machine. */
export interface Settings {
  /** The web page's port and address. */
  readonly port: number;
  readonly host: string;
  /** Where the embedded database, the outbox and locks are. */
  readonly dataDir: string;
  /** Plans, policies, calendars and templates. */
  readonly configDir: string;
  /** How people reach the web pages: the beginning of every link in a letter. */
  readonly baseUrl: string;
  /** Postgres; PGlite in the data folder when absent. */
  readonly databaseUrl: string | undefined;
  /** Redis; the queue is in the database when absent. */
  readonly redisUrl: string | undefined;
  /** The mail server; letters go to the outbox folder when absent. */
  readonly smtpUrl: string | undefined;
  /** The longest that one attempt to send a letter may take, in milliseconds. */
  readonly smtpTimeout: number;
  readonly mailFrom: string;
  readonly mailPerSecond: number;
  /** Mail addresses of the administrators. */
  readonly adminEmails: readonly string[];
  readonly dkim: { readonly domainName: string; readonly keySelector: string; readonly keyFile: string } | undefined;
  /** Webhooks may also go to this machine and the office's own network. */
  readonly webhookAllowPrivate: boolean;
  /** The virus scanner clamd; uploaded files are not scanned when absent. */
  readonly clamdUrl: string | undefined;
  /** The office's own sign-in (OpenID Connect), where it has one. */
  readonly oidc:
    | {
        readonly issuer: string;
        readonly clientId: string;
        readonly clientSecret: string;
        readonly label: string | undefined;
        readonly scopes: string;
        readonly trustEmail: boolean;
      }
    | undefined;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
}

/** One or more settings cannot be used; the message names all of them. */
export class SettingsError extends Error {
  readonly code = 'settingsInvalid';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`Suchok cannot start with these settings:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'SettingsError';
    this.faults = faults;
  }
}

const url = (protocols: readonly string[], example: string) =>
  z
    .string()
    .refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), `write it as ${example}`)
    .optional();

const whole = (least: number, most: number, fallback: number) =>
  z.coerce
    .number({ error: `write a whole number from ${least} to ${most}` })
    .int(`write a whole number from ${least} to ${most}`)
    .min(least, `write a whole number from ${least} to ${most}`)
    .max(most, `write a whole number from ${least} to ${most}`)
    .default(fallback);

const ADDRESS = /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+$/;

const addresses = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((address) => address.trim())
      .filter(Boolean),
  )
  .refine((list) => list.every((address) => ADDRESS.test(address)), {
    error: 'write mail addresses with commas between them, as in first@office.example,second@office.example',
  });

/** Tokens and secrets go to the issuer: only over TLS, or not over a network at all. */
function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname));
}

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

const environment = z.object({
  PORT: whole(0, 65_535, 3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('./data'),
  CONFIG_DIR: z.string().optional(),
  BASE_URL: url(['http:', 'https:'], 'https://suchok.office.example'),
  DATABASE_URL: url(['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/database'),
  REDIS_URL: z
    .string()
    .regex(/^(redis|rediss)(\+sentinel|\+cluster)?:\/\//, 'write it as redis://host:6379')
    .optional(),
  SMTP_URL: url(['smtp:', 'smtps:'], 'smtp://user:password@host:587 (or smtps:// for TLS from the start)'),
  SMTP_TIMEOUT: whole(1, 600, 45),
  MAIL_FROM: z.string().default('Suchok <suchok@localhost.example>'),
  MAIL_PER_SECOND: whole(1, 10_000, 20),
  ADMIN_EMAIL: addresses,
  DKIM_DOMAIN: z.string().optional(),
  DKIM_SELECTOR: z.string().optional(),
  DKIM_KEY_FILE: z.string().optional(),
  WEBHOOK_ALLOW_PRIVATE: z
    .enum(['true', 'false'], { error: 'write true or false' })
    .default('false')
    .transform((text) => text === 'true'),
  CLAMD_URL: url(['tcp:', 'unix:'], 'tcp://127.0.0.1:3310 or unix:///run/clamav/clamd.ctl'),
  OIDC_ISSUER: z
    .string()
    .refine(isIssuer, 'write it as https://login.office.example; plain http is for this very machine alone')
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_LABEL: z.string().max(60, 'write 60 characters at most').optional(),
  OIDC_SCOPES: z
    .string()
    .refine((text) => text.split(' ').includes('openid'), 'write scopes with spaces between, openid among them')
    .default('openid email'),
  OIDC_TRUST_EMAIL: z.enum(['yes', 'no'], { error: 'write yes or no' }).default('no'),
  LOG_LEVEL: z.enum(LEVELS, { error: `write one of ${LEVELS.join(', ')}` }).default('info'),
});

/** The name of every setting in the environment. */
export const SETTING_NAMES: readonly string[] = Object.keys(environment.shape);

/**
 * Reads the settings from the environment. An empty value counts as absent.
 *
 * @param configDir the folder of plans and policies that came with the program
 * @throws SettingsError with every fault at once; values are not repeated in it, since some are secret.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>, configDir: string): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const reading = environment.safeParse(given);
  const faults = reading.success
    ? []
    : reading.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  const signing = [given.DKIM_DOMAIN, given.DKIM_SELECTOR, given.DKIM_KEY_FILE];
  if (signing.some(Boolean) && !signing.every(Boolean)) {
    faults.push('DKIM_DOMAIN, DKIM_SELECTOR, DKIM_KEY_FILE: set all three, or none');
  }
  const office = [given.OIDC_ISSUER, given.OIDC_CLIENT_ID, given.OIDC_CLIENT_SECRET];
  if (office.some(Boolean) && !office.every(Boolean)) {
    faults.push('OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET: set all three, or none');
  }
  if (faults.length > 0 || !reading.success) throw new SettingsError(faults);
  const values = reading.data;
  const { DKIM_DOMAIN: domainName, DKIM_SELECTOR: keySelector, DKIM_KEY_FILE: keyFile } = values;
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = values;
  return {
    port: values.PORT,
    host: values.HOST,
    dataDir: values.DATA_DIR,
    configDir: values.CONFIG_DIR ?? configDir,
    baseUrl: values.BASE_URL ?? `http://${urlHost(values.HOST)}:${values.PORT}`,
    databaseUrl: values.DATABASE_URL,
    redisUrl: values.REDIS_URL,
    smtpUrl: values.SMTP_URL,
    smtpTimeout: values.SMTP_TIMEOUT * 1_000,
    mailFrom: values.MAIL_FROM,
    mailPerSecond: values.MAIL_PER_SECOND,
    adminEmails: values.ADMIN_EMAIL,
    dkim: domainName && keySelector && keyFile ? { domainName, keySelector, keyFile } : undefined,
    webhookAllowPrivate: values.WEBHOOK_ALLOW_PRIVATE,
    clamdUrl: values.CLAMD_URL,
    oidc:
      issuer && clientId && clientSecret
        ? {
            issuer,
            clientId,
            clientSecret,
            label: values.OIDC_LABEL,
            scopes: values.OIDC_SCOPES,
            trustEmail: values.OIDC_TRUST_EMAIL === 'yes',
          }
        : undefined,
    logLevel: values.LOG_LEVEL,
  };
}

/** Nobody can follow a link to "every address of this machine". */
function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
