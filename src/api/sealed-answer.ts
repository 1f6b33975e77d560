import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/* An answer that tells a secret is kept for whoever asks again, and for nobody who reads the database: sealed with a key
   made of the token that it was asked with, of which the database has but a hash. */

const MARK = 'sealed.';
const NONCE = 12;
const TAG = 16;

/** A text that only the holder of the token can open again, and only as the answer to this key. */
export function seal(text: string, token: string, key: string): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', cipherKey(token, key), nonce);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return MARK + Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url');
}

/** What was sealed; any other text as it is. */
export function unseal(text: string, token: string, key: string): string {
  if (!text.startsWith(MARK)) return text;
  const bytes = Buffer.from(text.slice(MARK.length), 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', cipherKey(token, key), bytes.subarray(0, NONCE));
  decipher.setAuthTag(bytes.subarray(-TAG));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]).toString('utf8');
}

function cipherKey(token: string, key: string): Buffer {
  return Buffer.from(hkdfSync('sha256', token, key, 'suchok kept answer', 32));
}
