import { createHash } from 'node:crypto';
import type { Context } from 'hono';

export interface MadeFile {
  readonly content: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
  /** In ASCII. */
  readonly name: string;
}

/**
 * Answers with a file that was made for this request, to be saved under its name. Its ETag is a hash of its bytes: who has
 * that very file already is told so, without getting it again.
 */
export function sendMadeFile(c: Context, { content, mediaType, name }: MadeFile) {
  const etag = `"${createHash('sha256').update(content).digest('base64url')}"`;
  const asked = c.req.header('If-None-Match')?.split(',') ?? [];
  if (asked.some((one) => one.trim().replace(/^W\//, '') === etag)) return c.body(null, 304, { ETag: etag });
  return c.body(content, 200, {
    ETag: etag,
    'Content-Type': mediaType,
    'Content-Length': String(content.byteLength),
    'Content-Disposition': `attachment; filename="${name}"`,
    'X-Content-Type-Options': 'nosniff',
  });
}
