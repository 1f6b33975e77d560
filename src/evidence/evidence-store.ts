import { createHash, randomBytes } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { copyFile, link, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Turns } from '../turns.ts';
import { cleanName, nameFor } from './clean-name.ts';
import {
  FILE_TYPES,
  type FileFault,
  type FileFaultCode,
  LARGEST_FILE,
  type ReceivedFile,
  type Scan,
} from './evidence-types.ts';
import { hashFile } from './hash-file.ts';
import { recogniseFile } from './recognise-file.ts';
import type { Scanner } from './scanner.ts';
import { sweepFolder } from './sweep-folder.ts';
import { takeIn } from './take-in.ts';

export interface EvidenceParts {
  /** Where the files are; made when the first one comes. */
  readonly folder: string;
  /** Null where no virus scanner is set. */
  readonly scanner: Scanner | null;
  readonly logger: { warn(details: object, message: string): void };
  /** How much of one person may wait at a time. */
  readonly mostWaiting?: { readonly files: number; readonly bytes: number } | undefined;
  /** Real time in milliseconds, as the file system counts it. */
  readonly realNow: () => number;
}

/** Files in examination at once; clamd by itself works on ten. */
const EXAMINED_AT_ONCE = 6;

const HOUR = 60 * 60 * 1000;

/**
 * So much of one person may wait at a time: many times what forms carry that are being filled in, and too little for
 * anybody to fill a disk with files that nothing names.
 */
const MOST_WAITING = { files: 2_000, bytes: 500 * 1024 * 1024 };

/** What waits is counted on the disk only so often, in milliseconds; in between what comes is added. */
const COUNTED_EVERY = 60_000;

/** So long a file waits for the form that it came with to be right, in milliseconds; and so long one may be arriving. */
const WAITS = 24 * HOUR;
const ARRIVES = HOUR;

/**
 * The files that show achievements, each kept once under the hash of its content: `ab/cdef…` in a folder that no web
 * server sees. What arrives waits in `incoming` under a receipt until an event that names it is about to be recorded.
 * Several processes may share the folder.
 */
export class EvidenceStore {
  readonly #parts: EvidenceParts;
  readonly #incoming: string;
  readonly #examination = new Turns(EXAMINED_AT_ONCE);
  /** What waits of a person, by the mark in its receipts, as counted a while ago, and what has come since. */
  readonly #tallies = new Map<string, { readonly at: number; readonly waiting: Promise<Waiting> }>();
  #sweptAt = Number.NEGATIVE_INFINITY;

  constructor(parts: EvidenceParts) {
    this.#parts = parts;
    this.#incoming = join(parts.folder, 'incoming');
  }

  get scanner(): Scanner | null {
    return this.#parts.scanner;
  }

  /**
   * Takes a file in: writes it down, looks what it is, has it scanned. What is not taken leaves nothing behind.
   *
   * @param owner who may name its receipt
   * @throws what the stream or the disk throws
   */
  async receive(given: string, content: Readable, owner: string): Promise<ReceivedFile | FileFault> {
    const receipt = newReceipt(owner);
    const path = this.#waiting(receipt);
    try {
      await mkdir(this.#incoming, { recursive: true, mode: 0o700 });
      await this.#sweepNowAndThen();
      const arrived = await takeIn(content, `${path}.part`, LARGEST_FILE);
      const isTooMuch = arrived !== null && (await this.#isTooMuch(owner, arrived.size));
      const judged = isTooMuch ? 'tooManyWaiting' : await this.#judge(`${path}.part`, arrived?.size ?? null, given);
      if (typeof judged === 'string') {
        await this.release(receipt);
        return { code: judged, name: cleanName(given) };
      }
      const evidenceFile = { ...arrived!, name: judged.name, mediaType: judged.mediaType };
      await rename(`${path}.part`, path);
      await writeFile(`${path}.json`, JSON.stringify({ owner, evidenceFile, scan: judged.scan }), { mode: 0o600 });
      return { receipt, evidenceFile, scan: judged.scan };
    } catch (error) {
      content.resume();
      await this.release(receipt);
      throw error;
    }
  }

  /** A file that waits under this receipt for this person. */
  async findWaiting(receipt: string, owner: string): Promise<ReceivedFile | null> {
    const facts = await this.#facts(receipt);
    if (facts?.owner !== owner) return null;
    return { receipt, evidenceFile: facts.evidenceFile, scan: facts.scan };
  }

  /**
   * Puts a waiting file where it stays; what it is recorded by may be committed once this has returned. The same
   * content is kept once, however often it comes.
   *
   * @throws EvidenceGone when it does not wait any more and was not kept either
   */
  async keep({ receipt, evidenceFile: { hash, size } }: ReceivedFile): Promise<void> {
    const path = this.#kept(hash);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    try {
      // Over one that is there already too: should that have been damaged, it is mended.
      await putWhole(this.#waiting(receipt), path);
    } catch (error) {
      if ((await sizeOf(path)) !== size) throw error;
    }
    await syncFolder(dirname(path));
    await syncFolder(this.#parts.folder);
  }

  /** Forgets what waits under a receipt; what was kept stays. */
  async release(receipt: string): Promise<void> {
    const path = this.#waiting(receipt);
    for (const each of [`${path}.json`, path, `${path}.part`]) await rm(each, { force: true });
  }

  /** A kept file by the hash of its content; null where there is none. */
  async find(hash: string): Promise<{ readonly size: number; open(): Readable } | null> {
    const path = this.#kept(hash);
    const size = await sizeOf(path);
    return size === null ? null : { size, open: () => createReadStream(path) };
  }

  /** What is wrong with a kept file: by its size alone, or, when `whole`, by its content. */
  async faultOf(hash: string, size: number, whole: boolean): Promise<'missing' | 'changed' | null> {
    const path = this.#kept(hash);
    const found = await sizeOf(path);
    if (found === null) return 'missing';
    if (found !== size) return 'changed';
    return whole && (await hashFile(path)) !== hash ? 'changed' : null;
  }

  /** Takes away what a crash left, and what has waited for longer than a day. */
  async sweep(): Promise<void> {
    this.#sweptAt = this.#parts.realNow();
    const now = this.#sweptAt;
    await sweepFolder(this.#incoming, (name) => now - (name.endsWith('.part') ? ARRIVES : WAITS));
  }

  async #sweepNowAndThen(): Promise<void> {
    if (this.#parts.realNow() - this.#sweptAt > HOUR) await this.sweep();
  }

  /** Whether what waits of a person is more than may, with a file of this size that has just arrived. */
  async #isTooMuch(owner: string, size: number): Promise<boolean> {
    const most = this.#parts.mostWaiting ?? MOST_WAITING;
    const mark = markOf(owner);
    const now = this.#parts.realNow();
    for (const [one, { at }] of this.#tallies) if (now - at > COUNTED_EVERY) this.#tallies.delete(one);
    const known = await this.#tallies.get(mark)?.waiting;
    if (known) {
      known.files += 1;
      known.bytes += size;
      if (known.files <= most.files && known.bytes <= most.bytes) return false;
    }
    // What was recorded since was not taken off; nor is known what came to other processes.
    const counted = this.#countWaiting(mark);
    this.#tallies.set(mark, { at: now, waiting: counted });
    const { files, bytes } = await counted;
    return files > most.files || bytes > most.bytes;
  }

  async #countWaiting(mark: string): Promise<Waiting> {
    const names = (await readdir(this.#incoming)).filter((name) => name.startsWith(mark) && !name.endsWith('.json'));
    const sizes = await Promise.all(names.map(async (name) => (await sizeOf(join(this.#incoming, name))) ?? 0));
    return { files: names.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
  }

  /** What a file is and whether it is clean, or why it is not taken. */
  async #judge(path: string, size: number | null, given: string): Promise<Judged | FileFaultCode> {
    if (size === null) return 'tooLarge';
    if (size === 0) return 'empty';
    return this.#examination.take(async () => {
      const recognised = await recogniseFile(path);
      if ('fault' in recognised) return recognised.fault;
      const { type } = recognised;
      const scan = await this.#scan(path);
      if (scan === 'infected' || scan === 'unanswered') return scan === 'infected' ? 'infected' : 'notScanned';
      return { name: nameFor(type, given), mediaType: FILE_TYPES[type].mediaType, scan };
    });
  }

  async #scan(path: string): Promise<Scan | 'infected' | 'unanswered'> {
    const { scanner, logger } = this.#parts;
    if (!scanner) return 'notScanned';
    try {
      const found = await scanner.scan(path);
      if (found === null) return 'clean';
      logger.warn({ virus: found }, 'An uploaded file has a virus and was not kept');
      return 'infected';
    } catch (error) {
      logger.warn({ err: error }, 'An uploaded file could not be scanned and was not kept');
      return 'unanswered';
    }
  }

  async #facts(receipt: string): Promise<WaitingFile | null> {
    if (!/^[A-Za-z0-9_-]{32}$/.test(receipt)) return null;
    const text = await readFile(`${this.#waiting(receipt)}.json`, 'utf8').catch(() => null);
    return text === null ? null : (JSON.parse(text) as WaitingFile);
  }

  #waiting(receipt: string): string {
    return join(this.#incoming, receipt);
  }

  #kept(hash: string): string {
    return join(this.#parts.folder, hash.slice(0, 2), hash.slice(2));
  }
}

/** Begins with a mark of its owner, so that what waits of a person is found by name; the rest nobody guesses. */
function newReceipt(owner: string): string {
  return `${markOf(owner)}${randomBytes(18).toString('base64url')}`;
}

function markOf(owner: string): string {
  return createHash('sha256').update(owner).digest('base64url').slice(0, 8);
}

interface Waiting {
  files: number;
  bytes: number;
}

interface Judged {
  readonly name: string;
  readonly mediaType: string;
  readonly scan: Scan;
}

interface WaitingFile extends Omit<ReceivedFile, 'receipt'> {
  readonly owner: string;
}

/** A file that was to be recorded does not wait any more. */
export class EvidenceGone extends Error {
  readonly code = 'evidenceGone';

  constructor(path: string) {
    super(`The uploaded file ${path} does not wait any more: upload it again.`);
    this.name = 'EvidenceGone';
  }
}

/** Whole or not at all, under a name that others may be taking for the same content at the same moment. */
async function putWhole(from: string, to: string): Promise<void> {
  if ((await sizeOf(from)) === null) throw new EvidenceGone(from);
  const between = `${from}.${randomBytes(6).toString('hex')}.part`;
  try {
    // A second name for the same file costs nothing; where the file system knows none, it is copied.
    await link(from, between).catch(() => copySafely(from, between));
    await rename(between, to);
  } finally {
    await rm(between, { force: true });
  }
}

async function copySafely(from: string, to: string): Promise<void> {
  await copyFile(from, to, constants.COPYFILE_EXCL);
  const copy = await open(to, 'r+');
  await copy.sync().finally(() => copy.close());
}

/** Makes a new name in a folder last, where the system can; Windows cannot open folders. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  if (!handle) return;
  try {
    await handle.sync();
  } catch {
  } finally {
    await handle.close();
  }
}

async function sizeOf(path: string): Promise<number | null> {
  return (await stat(path).catch(() => null))?.size ?? null;
}
