/** A mailbox that letters come from: an address, and the name shown beside it. */
export interface Mailbox {
  readonly address: string;
  readonly name: string | null;
}

/**
 * One mailbox and nothing else: the characters of RFC 5321's Dot-string, a host of ordinary labels. Quoted local parts,
 * comments, groups, lists, display names and address literals are all refused. It is on purpose narrower than the
 * standard: nodemailer reads `a@b.c\r\nBcc: x@y.z` as two mailboxes and would send to both.
 */
const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const HOST = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$/;

/** Whether the text is exactly one plain mail address, safe to hand to a mail library and to a header. */
export function isSingleAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, Math.max(at, 0));
  const host = text.slice(at + 1);
  // `$` in a regular expression without the m flag matches only the end, so a trailing line break is refused too.
  return at > 0 && local.length <= 64 && host.length <= 253 && LOCAL_PART.test(local) && HOST.test(host);
}

/**
 * Reads the setting MAIL_FROM: `plan@office.example`, or `Suchok <plan@office.example>`. Gives `null` when it is
 * neither.
 */
export function parseMailbox(text: string): Mailbox | null {
  const named = /^(?<name>[^<>\r\n]*)<(?<address>[^<>\s]+)>$/.exec(text.trim());
  const address = named?.groups?.address ?? text.trim();
  if (!isSingleAddress(address)) return null;
  const name = headerText(named?.groups?.name ?? '').replace(/^"(.*)"$/, '$1');
  return { address, name: name === '' ? null : name };
}

/** The host of an address: `office.example` of `plan@office.example`. */
export function hostOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

/** Text made fit for one header line: line breaks and other control characters become a space. */
export function headerText(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
