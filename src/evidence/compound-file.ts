import type { FileBytes } from './file-bytes.ts';
import type { Recognised } from './recognise-file.ts';

/*
 * As much of Microsoft's compound file format ([MS-CFB]) as tells an old Word file from an old Excel file: a small file
 * system in a file, of sectors that a table (FAT) chains together, with a directory that is a chain itself.
 */

const MAGIC = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** Sector numbers above this one mean something else: free, end of chain, a sector of the table. */
const LAST_SECTOR = 0xfffffffa;
const ENTRY_SIZE = 128;
/** Entries of a directory that are read, at most; a file with more is none that people write. */
const MOST_ENTRIES = 16_384;
const NOBODY = 0xffffffff;

interface DirectoryEntry {
  readonly name: string;
  readonly isStorage: boolean;
  readonly left: number;
  readonly right: number;
  readonly child: number;
}

export function isCompoundFile(head: Buffer): boolean {
  return head.length >= 512 && head.subarray(0, 8).equals(MAGIC);
}

/** Whether a compound file is an old Word or Excel document, by what its topmost folder holds. */
export async function recogniseCompoundFile(bytes: FileBytes): Promise<Recognised> {
  const directory = await readDirectory(bytes);
  if (!directory) return { fault: 'damaged' };
  const top = new Set(childrenOf(directory, 0).map(({ name }) => name.toLowerCase()));
  if (top.has('encryptedpackage')) return { fault: 'locked' };
  const isWord = top.has('worddocument');
  const isExcel = top.has('workbook') || top.has('book');
  if (isWord === isExcel) return { fault: 'typeNotAllowed' };
  const hasMacros = directory.some(({ name, isStorage }) => isStorage && /^(macros|_vba_project_cur|vba)$/i.test(name));
  if (hasMacros) return { fault: 'hasMacros' };
  return { type: isWord ? 'doc' : 'xls' };
}

/** All entries of the directory, the root first; null where the chain of its sectors leads astray. */
async function readDirectory(bytes: FileBytes): Promise<DirectoryEntry[] | null> {
  const header = await bytes.read(0, 512);
  const shift = header.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) return null;
  const sectorSize = 1 << shift;
  const readSector = (sector: number) => bytes.read((sector + 1) * sectorSize, sectorSize);
  const table = await readTable(header, readSector, bytes.size / sectorSize);
  if (!table) return null;
  const entries: DirectoryEntry[] = [];
  for (let sector = header.readUInt32LE(48); sector < LAST_SECTOR; ) {
    const content = await readSector(sector);
    if (content.length < sectorSize || entries.length > MOST_ENTRIES) return null;
    for (let at = 0; at < sectorSize; at += ENTRY_SIZE) entries.push(readEntry(content.subarray(at, at + ENTRY_SIZE)));
    const next = await table(sector);
    if (next === null) return null;
    sector = next;
  }
  return entries.length > 0 ? entries : null;
}

/** A way to look up which sector follows another; null where the table itself is not there. */
async function readTable(
  header: Buffer,
  readSector: (sector: number) => Promise<Buffer>,
  mostSectors: number,
): Promise<((sector: number) => Promise<number | null>) | null> {
  const places = words(header.subarray(76)).filter((sector) => sector < LAST_SECTOR);
  // Where the header has no room for the places of a large table, they go on in sectors of their own.
  for (let sector = header.readUInt32LE(68); sector < LAST_SECTOR; ) {
    const more = words(await readSector(sector));
    if (more.length === 0 || places.length > mostSectors) return null;
    places.push(...more.slice(0, -1).filter((place) => place < LAST_SECTOR));
    sector = more.at(-1)!;
  }
  if (places.length === 0) return null;
  const perSector = (1 << header.readUInt16LE(30)) / 4;
  return async (sector) => {
    const place = places[Math.floor(sector / perSector)];
    const content = place === undefined ? Buffer.alloc(0) : await readSector(place);
    const at = (sector % perSector) * 4;
    return at + 4 <= content.length ? content.readUInt32LE(at) : null;
  };
}

function words(content: Buffer): number[] {
  return Array.from({ length: Math.floor(content.length / 4) }, (_, index) => content.readUInt32LE(index * 4));
}

function readEntry(entry: Buffer): DirectoryEntry {
  const nameSize = Math.min(64, entry.readUInt16LE(64));
  return {
    name: entry.toString('utf16le', 0, Math.max(0, nameSize - 2)),
    isStorage: entry[66] === 1,
    left: entry.readUInt32LE(68),
    right: entry.readUInt32LE(72),
    child: entry.readUInt32LE(76),
  };
}

/** What a folder holds: a tree whose branches are its neighbours. */
function childrenOf(directory: readonly DirectoryEntry[], folder: number): DirectoryEntry[] {
  const found = new Map<number, DirectoryEntry>();
  const ahead = [directory[folder]?.child ?? NOBODY];
  while (ahead.length > 0) {
    const index = ahead.pop()!;
    const entry = directory[index];
    if (!entry || found.has(index)) continue;
    found.set(index, entry);
    ahead.push(entry.left, entry.right);
  }
  return [...found.values()];
}
