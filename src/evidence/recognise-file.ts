import { open } from 'node:fs/promises';
import { fileTypeFromBuffer } from 'file-type';
import type { FileFaultCode, FileTypeName } from './evidence-types.ts';

/** What a file is by its content, or why it may not serve as evidence. */
export type Recognised = { readonly name: FileTypeName } | FileFaultCode;

const BY_MEDIA_TYPE: Readonly<Record<string, FileTypeName>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
};

export async function recogniseFile(path: string): Promise<Recognised> {
  const file = await open(path, 'r');
  try {
    const head = Buffer.alloc(4096);
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    const found = await fileTypeFromBuffer(head.subarray(0, bytesRead));
    const name = BY_MEDIA_TYPE[found?.mime ?? ''];
    return name ? { name } : 'typeNotAllowed';
  } finally {
    await file.close();
  }
}
