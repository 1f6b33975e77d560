import { describe, expect, it } from 'vitest';
import { parseSmtpUrl, SmtpSettingError } from '../../src/mail/smtp-url.ts';
import { openTransport } from '../../src/mail/transport.ts';

function faultOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof SmtpSettingError) return error.message;
    throw error;
  }
  return 'no fault';
}

describe('SMTP_URL', () => {
  it('says where the server is and how to sign in', () => {
    const { options } = parseSmtpUrl('smtps://plan%40office:p%2Fw@mail.office.example:465/?maxConnections=3&pool=true');
    expect(options).toEqual({
      host: 'mail.office.example',
      port: 465,
      secure: true,
      auth: { user: 'plan@office', pass: 'p/w' },
      requireTLS: false,
      maxConnections: 3,
    });
  });

  it('never lets a password travel in the clear, unless the address says so or the server is this machine', () => {
    const requiresTls = (url: string) => parseSmtpUrl(url).options.requireTLS;
    expect(requiresTls('smtp://u:p@mail.office.example')).toBe(true);
    expect(requiresTls('smtp://u:p@mail.office.example?requireTLS=false')).toBe(false);
    expect(requiresTls('smtp://u:p@127.0.0.1:1025')).toBe(false);
    expect(requiresTls('smtp://mail.office.example')).toBe(false);
  });

  it('tells every fault at once and what to do, and never shows the password', () => {
    expect(
      faultOf(() => parseSmtpUrl('http://u:geheim%@mail.example/x?requireTls=1&maxConnections=0')),
    ).toMatchInlineSnapshot(`
      "SMTP_URL: begins with http://; use smtp:// (STARTTLS where offered) or smtps:// (TLS)
      SMTP_URL: has a path after the host; write a / in the password as %2F, and options after a ?
      SMTP_URL: has a stray % in the user or password; write it as %25
      SMTP_URL: has the unknown option "requireTls"; the known ones are pool, requireTLS, ignoreTLS, opportunisticTLS, tls.rejectUnauthorized, maxConnections, maxMessages, rateLimit, rateDelta, idleTimeout, name, authMethod, localAddress, tls.servername, tls.minVersion
      SMTP_URL: has maxConnections=0; write a whole number above 0"
    `);
    for (const url of ['mail.example', 'smtp://', 'smtp://u:geheim/x@h', 'smtp://u:geheim#x@h', 'smtp://:geheim@h']) {
      expect(faultOf(() => parseSmtpUrl(url))).toMatch(/^SMTP_URL: /);
      expect(faultOf(() => parseSmtpUrl(url))).not.toContain('geheim');
    }
  });
});

describe('the other mail settings', () => {
  it('a MAIL_FROM with two addresses is refused before anything is sent', () => {
    expect(faultOf(() => openTransport({ outboxDir: 'unused', from: 'a@b.c, d@e.f' }))).toMatchInlineSnapshot(
      `"MAIL_FROM: "a@b.c, d@e.f" is not one mail address; write plan@office.example or Suchok <plan@office.example>"`,
    );
  });

  it('a DKIM key that cannot sign is refused, and is not shown', () => {
    const dkim = { domainName: 'office.example', keySelector: 'two words', privateKey: 'not a key' };
    expect(faultOf(() => openTransport({ outboxDir: 'unused', from: 'a@b.c', dkim }))).toMatchInlineSnapshot(`
      "DKIM: the selector is not a name such as suchok2026
      DKIM: the private key cannot be read; give a PEM that begins with -----BEGIN PRIVATE KEY-----"
    `);
  });
});
