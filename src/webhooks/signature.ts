import { createHmac, randomBytes } from 'node:crypto';

/* How webhooks are signed: https://www.standardwebhooks.com, version 1 with a shared secret. */

const PREFIX = 'whsec_';

/** A secret that sender and receiver share: 32 random bytes, as the standard writes it. */
export function newWebhookSecret(): string {
  return `${PREFIX}${randomBytes(32).toString('base64')}`;
}

/**
 * The headers that show who sent a message, when, and that nobody changed it on the way.
 *
 * @param at seconds since 1970 of this attempt, so that receivers can refuse what is old
 */
export function signedHeaders(secret: string, id: string, at: number, body: string): Record<string, string> {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': String(at), 'webhook-signature': `v1,${signature}` };
}
