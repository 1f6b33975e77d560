import { createHash } from 'node:crypto';
import type { SendMailOptions } from 'nodemailer';
import { headerText, hostOf, type Mailbox } from './address.ts';
import type { OutgoingMail } from './outgoing-mail.ts';

/**
 * A letter in nodemailer's terms. The same letter gives the same bytes: the date, the Message-ID and the boundaries
 * between its parts come from the letter, never from a clock or from chance.
 */
export function mimeOptionsOf(mail: OutgoingMail, from: Mailbox): SendMailOptions {
  const listId = mail.planId === null ? null : `<${mail.planId}.suchok.${hostOf(from.address)}>`;
  return {
    from: { address: from.address, name: from.name ?? '' },
    to: { address: mail.to, name: headerText(mail.toName ?? '') },
    // The envelope is stated, so that nothing in a header can add a recipient.
    envelope: { from: from.address, to: [mail.to] },
    subject: headerText(mail.subject),
    messageId: mail.messageId,
    ...(mail.inReplyTo === null ? {} : { inReplyTo: mail.inReplyTo }),
    ...(mail.references.length === 0 ? {} : { references: [...mail.references] }),
    date: new Date(mail.date),
    headers: {
      // RFC 3834, and its older counterpart on Exchange: no out-of-office replies to a machine, please.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': mail.language,
      ...(listId === null ? {} : { 'List-Id': { prepared: true, value: listId } }),
      ...(mail.listUnsubscribe === undefined
        ? {}
        : { 'List-Unsubscribe': { prepared: true, value: `<${mail.listUnsubscribe}>` } }),
    },
    xMailer: 'Suchok',
    text: mail.text,
    html: mail.html,
    // Bengali in quoted-printable is three times its size and unreadable in a raw file either way.
    textEncoding: 'base64',
    encoding: 'base64',
    attachments:
      mail.ics === null
        ? []
        : [
            {
              filename: mail.ics.includes('CATEGORIES:MEETING') ? 'meeting.ics' : 'deadline.ics',
              content: mail.ics,
              // What the file says of itself has to stand in its type too (RFC 6047).
              contentType: `text/calendar; charset=utf-8; method=${/^METHOD:(\w+)/m.exec(mail.ics)?.[1] ?? 'PUBLISH'}`,
            },
          ],
    baseBoundary: createHash('sha256').update(mail.messageId).digest('hex').slice(0, 24),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
