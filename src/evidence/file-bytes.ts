import { type FileHandle, open } from 'node:fs/promises';

/** A file to look into here and there, without reading the whole of it. */
export interface FileBytes {
  readonly size: number;
  /** The bytes from `offset`, fewer where the file ends before; none where it is asked for what no file has. */
  read(offset: number, length: number): Promise<Buffer>;
}

export async function withFileBytes<T>(path: string, look: (bytes: FileBytes) => Promise<T>): Promise<T> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    return await look({ size, read: (offset, length) => readAt(file, size, offset, length) });
  } finally {
    await file.close();
  }
}

async function readAt(file: FileHandle, size: number, offset: number, length: number): Promise<Buffer> {
  const wanted = Math.min(length, size - offset);
  if (!(offset >= 0 && wanted > 0)) return Buffer.alloc(0);
  const buffer = Buffer.alloc(wanted);
  const { bytesRead } = await file.read(buffer, 0, wanted, offset);
  return buffer.subarray(0, bytesRead);
}
