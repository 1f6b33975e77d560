import { createPrivateKey } from 'node:crypto';
import { parseMailbox } from './address.ts';
import { openOutboxTransport } from './outbox-transport.ts';
import type { Transport } from './outgoing-mail.ts';
import { MAIL_TIMEOUTS, type MailTimeouts, openSmtpTransport } from './smtp-transport.ts';
import { parseSmtpUrl, SmtpSettingError } from './smtp-url.ts';

export type { OutgoingMail, Transport } from './outgoing-mail.ts';
export type { MailTimeouts } from './smtp-transport.ts';

/** A key to sign letters with, so that receivers can tell they are ours (DKIM). */
export interface DkimKey {
  readonly domainName: string;
  readonly keySelector: string;
  /** PEM. */
  readonly privateKey: string;
}

export interface MailSettings {
  /** Without it, letters are written to `outboxDir`. */
  readonly smtpUrl?: string | undefined;
  readonly outboxDir: string;
  /** MAIL_FROM: an address, or a name and an address in angle brackets. */
  readonly from: string;
  readonly dkim?: DkimKey | undefined;
  /** Milliseconds; what is left out has its default. */
  readonly timeouts?: Partial<MailTimeouts>;
}

/**
 * Opens the way out for letters: SMTP when there is an SMTP_URL, else the outbox folder. Connects to nothing yet.
 *
 * @throws {SmtpSettingError} when MAIL_FROM, SMTP_URL or the DKIM key cannot be used
 */
export function openTransport(settings: MailSettings): Transport {
  const from = parseMailbox(settings.from);
  if (from === null) {
    throw new SmtpSettingError('MAIL_FROM', [
      `${JSON.stringify(settings.from)} is not one mail address; write plan@office.example or Suchok <plan@office.example>`,
    ]);
  }
  if (settings.dkim !== undefined) checkDkimKey(settings.dkim);
  if (!settings.smtpUrl?.trim()) return openOutboxTransport(settings.outboxDir, from, settings.dkim);
  const server = parseSmtpUrl(settings.smtpUrl);
  return openSmtpTransport(server, from, settings.dkim, { ...MAIL_TIMEOUTS, ...settings.timeouts });
}

/** nodemailer leaves a letter unsigned when its key is broken; we would rather not start. */
function checkDkimKey(key: DkimKey): void {
  const faults: string[] = [];
  const label = /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/;
  if (!label.test(key.domainName)) faults.push('the domain is not a host name; write the domain of MAIL_FROM');
  if (!label.test(key.keySelector)) faults.push('the selector is not a name such as suchok2026');
  try {
    createPrivateKey(key.privateKey);
  } catch {
    faults.push('the private key cannot be read; give a PEM that begins with -----BEGIN PRIVATE KEY-----');
  }
  if (faults.length > 0) throw new SmtpSettingError('DKIM', faults);
}
