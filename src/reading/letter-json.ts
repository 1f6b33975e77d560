import { toIsoWithOffset } from '../calendar/local-time.ts';
import type { MessageSummary } from '../db/queries/messages.ts';

/** A letter without its text, as JSON: what the command line prints and the API answers. */
export function letterJson(letter: MessageSummary, zone: string) {
  const { id, planId, post, personId, address, language, subject, headerId, inReplyTo, status, attempts, answer } =
    letter;
  return {
    id,
    plan: planId,
    class: letter.class,
    to: { post, person: personId, address },
    language,
    subject,
    status,
    attempts,
    answer,
    messageId: headerId,
    inReplyTo,
    createdAt: toIsoWithOffset(letter.createdAt, zone),
    sentAt: letter.sentAt === null ? null : toIsoWithOffset(letter.sentAt, zone),
  };
}
