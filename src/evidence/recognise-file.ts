import { fileTypeFromBuffer } from 'file-type';
import { isCompoundFile, recogniseCompoundFile } from './compound-file.ts';
import type { FileFaultCode, FileTypeName } from './evidence-types.ts';
import { type FileBytes, withFileBytes } from './file-bytes.ts';
import { recogniseOfficeZip } from './office-zip.ts';
import { findZipEnd, isZip } from './zip-file.ts';

/** What a file is by its content, or why it may not serve as evidence. */
export type Recognised = { readonly type: FileTypeName } | { readonly fault: FileFaultCode };

const NOT_ALLOWED: Recognised = { fault: 'typeNotAllowed' };
const DAMAGED: Recognised = { fault: 'damaged' };

const BY_MEDIA_TYPE: Readonly<Record<string, FileTypeName>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'image/heif': 'heic',
};

/** What stands in a file at its very first byte, or a little behind; nothing is skipped to find it. */
const BEGINNINGS: Partial<Record<FileTypeName, (head: Buffer) => boolean>> = {
  pdf: (head) => head.toString('latin1', 0, 5) === '%PDF-',
  jpeg: (head) => head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff,
  png: (head) => head.toString('latin1', 1, 4) === 'PNG' && head.toString('latin1', 12, 16) === 'IHDR',
  webp: (head) => head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP',
  heic: (head) => head.toString('latin1', 4, 8) === 'ftyp',
};

/**
 * Tells what a file is by what is in it; its name and what a browser says of it do not count. Refused is also what is two
 * things at once: a picture or a PDF that is a web page to some programs, or an archive to others.
 *
 * @throws what the disk throws
 */
export function recogniseFile(path: string): Promise<Recognised> {
  return withFileBytes(path, recognise);
}

async function recognise(bytes: FileBytes): Promise<Recognised> {
  const head = await bytes.read(0, 4096);
  if (isZip(head)) return recogniseOfficeZip(bytes);
  if (isCompoundFile(head)) return recogniseCompoundFile(bytes);
  const found = await fileTypeFromBuffer(head).catch(() => undefined);
  const type = BY_MEDIA_TYPE[found?.mime ?? ''];
  if (!type || BEGINNINGS[type]?.(head) !== true) return NOT_ALLOWED;
  if (looksLikePage(head) || (await findZipEnd(bytes)) !== null) return NOT_ALLOWED;
  return (await isWhole(type, head, bytes)) ? { type } : DAMAGED;
}

/** Programs that guess find a web page in what begins like this. */
function looksLikePage(head: Buffer): boolean {
  return /<(!doctype\s+html|html|script|svg|iframe|body)[\s>]/i.test(head.toString('latin1', 0, 1024));
}

/** Whether the end is there too, of types that tell their end; behind it a scanner may have left some bytes. */
async function isWhole(type: FileTypeName, head: Buffer, bytes: FileBytes): Promise<boolean> {
  if (type === 'webp') return head.readUInt32LE(4) + 8 <= bytes.size;
  if (type !== 'pdf' && type !== 'png') return true;
  const tail = await bytes.read(Math.max(0, bytes.size - 4096), 4096);
  return tail.includes(type === 'pdf' ? '%%EOF' : 'IEND');
}
