import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import type { FileBytes } from './file-bytes.ts';

/* As much of the zip format as Word and Excel files need (PKWARE's APPNOTE 6.3, without zip64, which is for more than 4 GB). */

/** A file in a zip archive, as its table of contents has it. */
export interface ZipEntry {
  readonly name: string;
  readonly isEncrypted: boolean;
  readonly method: number;
  readonly packedSize: number;
  /** Where its own header begins. */
  readonly offset: number;
}

interface ZipEnd {
  readonly entries: number;
  readonly tableOffset: number;
  readonly tableSize: number;
}

const END = 0x06054b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const TABLE_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const LOCAL_HEADER_SIZE = 30;

/** A table of contents that is larger belongs to no document. */
const LARGEST_TABLE = 4 * 1024 * 1024;

const inflate = promisify(inflateRaw);

export function isZip(head: Buffer): boolean {
  return head.length >= 4 && head.readUInt32LE(0) === LOCAL_HEADER;
}

/** The record at the end of an archive; null where the file does not end as an archive does. */
export async function findZipEnd(bytes: FileBytes): Promise<ZipEnd | null> {
  const start = Math.max(0, bytes.size - END_SIZE - LONGEST_COMMENT);
  const tail = await bytes.read(start, bytes.size - start);
  for (let at = tail.length - END_SIZE; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== END || at + END_SIZE + tail.readUInt16LE(at + 20) !== tail.length) continue;
    return {
      entries: tail.readUInt16LE(at + 10),
      tableSize: tail.readUInt32LE(at + 12),
      tableOffset: tail.readUInt32LE(at + 16),
    };
  }
  return null;
}

/** Everything that an archive says it holds; null where its table of contents cannot be read. */
export async function readZipEntries(bytes: FileBytes): Promise<ZipEntry[] | null> {
  const end = await findZipEnd(bytes);
  if (!end || end.tableSize > LARGEST_TABLE) return null;
  const table = await bytes.read(end.tableOffset, end.tableSize);
  const entries: ZipEntry[] = [];
  let at = 0;
  while (entries.length < end.entries) {
    if (at + 46 > table.length || table.readUInt32LE(at) !== TABLE_ENTRY) return null;
    const [nameSize, extraSize, commentSize] = [28, 30, 32].map((field) => table.readUInt16LE(at + field));
    entries.push({
      name: table.toString('utf8', at + 46, at + 46 + nameSize!),
      isEncrypted: (table.readUInt16LE(at + 8) & 1) === 1,
      method: table.readUInt16LE(at + 10),
      packedSize: table.readUInt32LE(at + 20),
      offset: table.readUInt32LE(at + 42),
    });
    at += 46 + nameSize! + extraSize! + commentSize!;
  }
  return entries;
}

/** What is in a file of an archive; null where it cannot be unpacked, or is larger than `largest` bytes. */
export async function unpack(bytes: FileBytes, entry: ZipEntry, largest: number): Promise<Buffer | null> {
  const header = await bytes.read(entry.offset, LOCAL_HEADER_SIZE);
  if (header.length < LOCAL_HEADER_SIZE || header.readUInt32LE(0) !== LOCAL_HEADER) return null;
  if (entry.packedSize > largest) return null;
  const start = entry.offset + LOCAL_HEADER_SIZE + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = await bytes.read(start, entry.packedSize);
  if (entry.method === 0) return packed;
  if (entry.method !== 8) return null;
  return inflate(packed, { maxOutputLength: largest }).catch(() => null);
}
