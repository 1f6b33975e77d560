import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';

/** What is known of a file once it has arrived. */
export interface Arrived {
  /** SHA-256 of the content, in hexadecimal. */
  readonly hash: string;
  readonly size: number;
}

/**
 * Writes a stream to a new file and hashes it on the way; what was written is safe on the disk when this returns. Of a
 * stream that is longer than `largest` the rest is read and dropped, so that whoever sends it can be answered.
 *
 * @returns null when it was longer.
 * @throws what the stream or the disk throws; the file is then still there, for the caller to take away.
 */
export async function takeIn(content: Readable, path: string, largest: number): Promise<Arrived | null> {
  try {
    return await write(content, path, largest);
  } catch (error) {
    // The rest of the form has to be read before anything can be answered.
    content.resume();
    throw error;
  }
}

async function write(content: Readable, path: string, largest: number): Promise<Arrived | null> {
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    // Not destroyed when the disk is full: a form cannot be read to its end past a file that is gone.
    const chunks = content.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > largest) continue;
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    if (size > largest) return null;
    await file.datasync();
  } finally {
    await file.close();
  }
  return { hash: hash.digest('hex'), size };
}
