import { createHash } from 'node:crypto';
import { hostOf } from './address.ts';

/**
 * The Message-ID of a letter, from what makes it that letter and no other (say plan, person, day and class) and the
 * host of MAIL_FROM. The same identity gives the same id on every machine and every attempt, so a letter that is sent
 * twice is one letter to the reader's mail program, and a follow-up can point at the letter before it.
 *
 * @param identity parts in a fixed order; `['a', 'bc']` and `['ab', 'c']` are two identities
 * @param fromAddress the address of MAIL_FROM
 * @returns with its angle brackets, as in `<3f9a….suchok@office.example>`
 */
export function messageIdOf(identity: readonly string[], fromAddress: string): string {
  const digest = createHash('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 32);
  return `<${digest}.suchok@${hostOf(fromAddress)}>`;
}

const MESSAGE_ID = /^<[^\s<>@\p{Cc}]+@[^\s<>@\p{Cc}]+>$/u;

/** Whether the text is one Message-ID with its angle brackets, safe for a header. */
export function isMessageId(text: string): boolean {
  return text.length <= 250 && MESSAGE_ID.test(text);
}
