import type { Instant } from '../calendar/types.ts';
import type { Language } from '../plan/types.ts';
import { isSingleAddress } from './address.ts';
import { isMessageId } from './message-id.ts';

/** One letter to one person, with everything that its headers need. */
export interface OutgoingMail {
  /** One plain address. */
  readonly to: string;
  readonly toName?: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The calendar file to attach, or `null`. */
  readonly ics: string | null;
  /** Fixed by the caller before the first attempt, with its angle brackets. */
  readonly messageId: string;
  readonly inReplyTo: string | null;
  /** Oldest first. */
  readonly references: readonly string[];
  readonly date: Instant;
  readonly language: Language;
  /** Makes the List-Id, by which a reader can file the letters of one plan; `null` for a letter of no plan. */
  readonly planId: string | null;
  /** The https page on which the person chooses what to receive. */
  readonly listUnsubscribe?: string;
}

/** What became of one attempt. */
export interface SendResult {
  /** `retry`: later, the same letter may go. `refused`: the letter itself is not wanted, and trying again is no use. */
  readonly outcome: 'sent' | 'retry' | 'refused';
  /** The server's words, or ours where it had none; without secrets, on one line. */
  readonly answer: string;
  /** The SMTP reply code, or `null` where no server answered. */
  readonly code: number | null;
  /**
   * True when the connection was lost after the whole letter had gone out and before the server's word: the letter may
   * be there already, and another attempt may be a second copy (with the same Message-ID).
   */
  readonly mayHaveArrived: boolean;
}

/** Where letters go: an SMTP server, or a folder of `.eml` files. */
export interface Transport {
  readonly kind: 'smtp' | 'outbox';
  /** Never throws for what a server or a letter can do wrong: that is the result. */
  send(mail: OutgoingMail): Promise<SendResult>;
  /** Whether letters could go now, in a sentence: for `doctor`. Sends nothing. */
  verify(): Promise<{ readonly ok: boolean; readonly answer: string }>;
  close(): Promise<void>;
}

/** What in the letter itself cannot be put into headers safely, each with what to do; empty when all is well. */
export function faultsOf(mail: OutgoingMail): string[] {
  const faults: string[] = [];
  if (!isSingleAddress(mail.to)) {
    faults.push(`to: ${JSON.stringify(mail.to)} is not one plain mail address; correct the person's email in the plan`);
  }
  for (const id of [mail.messageId, mail.inReplyTo, ...mail.references]) {
    if (id !== null && !isMessageId(id)) faults.push(`message id: ${JSON.stringify(id)} is not of the form <id@host>`);
  }
  if (mail.listUnsubscribe !== undefined && !/^https?:\/\/[^\s<>,"]+$/.test(mail.listUnsubscribe)) {
    faults.push(`listUnsubscribe: ${JSON.stringify(mail.listUnsubscribe)} is not an http(s) address`);
  }
  if (mail.planId !== null && !/^[a-z0-9-]+$/.test(mail.planId)) {
    faults.push(`planId: ${JSON.stringify(mail.planId)} may hold only lower-case letters, digits and hyphens`);
  }
  return faults;
}
