import type { OutgoingMail } from '../../src/mail/transport.ts';

/** An ordinary letter, to be varied. */
export function aLetter(changes: Partial<OutgoingMail> = {}): OutgoingMail {
  return {
    to: 'programmer@mowca.example',
    toName: 'প্রোগ্রামার, আইসিটি শাখা',
    subject: '১.২.১: একটি সেবা সহজিকৃত — ২৫ ফেব্রুয়ারি ২০২২',
    text: 'আগামী ২৫ ফেব্রুয়ারি ২০২২ তারিখের মধ্যে\n',
    html: '<p lang="bn">আগামী ২৫ ফেব্রুয়ারি ২০২২ তারিখের মধ্যে</p>',
    ics: null,
    messageId: '<first.suchok@office.example>',
    inReplyTo: null,
    references: [],
    date: Date.UTC(2022, 1, 17, 3, 0, 0),
    language: 'bn',
    planId: 'mowca-2021-22',
    ...changes,
  };
}
