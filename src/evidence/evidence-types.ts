import type { EvidenceFile } from '../../machines/types.ts';

/** Bytes of a file, at most. */
export const LARGEST_FILE = 20 * 1024 * 1024;

/**
 * Why a file is not taken. `typeNotAllowed`: by its content it is nothing that may serve as evidence. `damaged`: it
 * begins as one of those, and is cut off or not whole.
 * `tooManyWaiting`: too much of the person waits already to be recorded. `locked`: behind a password. `notScanned`: the virus scanner did not answer.
 */
export type FileFaultCode =
  | 'tooLarge'
  | 'empty'
  | 'typeNotAllowed'
  | 'damaged'
  | 'locked'
  | 'hasMacros'
  | 'infected'
  | 'notScanned'
  | 'tooMany'
  | 'tooManyWaiting';

export interface FileFault {
  readonly code: FileFaultCode;
  /** As the person's computer called the file, cleaned for showing. */
  readonly name: string;
}

/** What the virus scanner said of a file: nothing bad, or that there is none. */
export type Scan = 'clean' | 'notScanned';

/** A file that was taken in. It waits until an event that names it is recorded, or a day has passed. */
export interface ReceivedFile {
  /** Under which it waits; a form that is shown again carries it, so that nobody has to upload twice. */
  readonly receipt: string;
  readonly evidenceFile: EvidenceFile;
  readonly scan: Scan;
}

/** A kind of file that may serve as evidence. */
export interface FileType {
  readonly mediaType: string;
  /** How its names end; the first is given to a name that ends otherwise. */
  readonly endings: readonly [string, ...string[]];
}

/** Everything that may serve as evidence. */
export const FILE_TYPES = {
  pdf: { mediaType: 'application/pdf', endings: ['pdf'] },
  jpeg: { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  png: { mediaType: 'image/png', endings: ['png'] },
  webp: { mediaType: 'image/webp', endings: ['webp'] },
  heic: { mediaType: 'image/heic', endings: ['heic', 'heif'] },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    endings: ['docx'],
  },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['xlsx'] },
  doc: { mediaType: 'application/msword', endings: ['doc'] },
  xls: { mediaType: 'application/vnd.ms-excel', endings: ['xls'] },
} as const satisfies Record<string, FileType>;

export type FileTypeName = keyof typeof FILE_TYPES;
