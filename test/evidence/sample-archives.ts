import { crc32, deflateRawSync } from 'node:zlib';

/** A zip archive of some files, packed as Office packs them. */
export function zip(files: Readonly<Record<string, string>>, { encrypted = false } = {}): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = [];
  const table: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const packed = deflateRawSync(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(encrypted ? 1 : 0, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(Buffer.byteLength(content), 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed]);
    table.push(Buffer.from('PK\x01\x02\x14\x00'), common, place, Buffer.from(name));
    parts.push(local);
    offset += local.length;
  }
  const contents = Buffer.concat(table);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(contents.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...parts, contents, end]));
}

const OOXML = 'application/vnd.openxmlformats-officedocument';
export const WORD_MAIN = `${OOXML}.wordprocessingml.document.main+xml`;
export const EXCEL_MAIN = `${OOXML}.spreadsheetml.sheet.main+xml`;

export function contentTypes(parts: Readonly<Record<string, string>>): string {
  const overrides = Object.entries(parts).map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}

export const docx = (text = 'An office order') =>
  zip({
    '[Content_Types].xml': contentTypes({ '/word/document.xml': WORD_MAIN }),
    'word/document.xml': `<w:document><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`,
  });

export const xlsx = () =>
  zip({
    '[Content_Types].xml': contentTypes({ '/xl/workbook.xml': EXCEL_MAIN }),
    'xl/workbook.xml': '<workbook><sheets/></workbook>',
  });

const SECTOR = 512;
const FREE = 0xffffffff;
const END_OF_CHAIN = 0xfffffffe;
const TABLE_SECTOR = 0xfffffffd;

/**
 * An old Office file ([MS-CFB]): in its topmost folder the named streams, each of one sector, and folders, whose names
 * end in a slash. Its table is sector 0, its directory the next ones.
 */
export function compoundFile(names: readonly string[]): Uint8Array<ArrayBuffer> {
  const directorySectors = Math.ceil((names.length + 1) / 4);
  const directory = Buffer.alloc(directorySectors * SECTOR);
  writeEntry(directory, 0, { name: 'Root Entry', type: 5, child: names.length > 0 ? 1 : FREE, right: FREE });
  names.forEach((name, index) => {
    const isFolder = name.endsWith('/');
    const right = index + 1 < names.length ? index + 2 : FREE;
    writeEntry(directory, index + 1, { name: name.replace('/', ''), type: isFolder ? 1 : 2, child: FREE, right });
  });
  const table = Buffer.alloc(SECTOR, 0xff);
  table.writeUInt32LE(TABLE_SECTOR, 0);
  for (let sector = 1; sector <= directorySectors; sector++) {
    table.writeUInt32LE(sector === directorySectors ? END_OF_CHAIN : sector + 1, sector * 4);
  }
  const header = Buffer.alloc(SECTOR);
  header.write('d0cf11e0a1b11ae1', 'hex');
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(1, 44);
  header.writeUInt32LE(1, 48);
  header.writeUInt32LE(4096, 56);
  header.writeUInt32LE(END_OF_CHAIN, 60);
  header.writeUInt32LE(END_OF_CHAIN, 68);
  header.fill(0xff, 76);
  header.writeUInt32LE(0, 76);
  return new Uint8Array(Buffer.concat([header, table, directory]));
}

function writeEntry(
  directory: Buffer,
  index: number,
  { name, type, child, right }: { name: string; type: number; child: number; right: number },
): void {
  const at = index * 128;
  directory.write(name, at, 'utf16le');
  directory.writeUInt16LE((name.length + 1) * 2, at + 64);
  directory[at + 66] = type;
  directory.writeUInt32LE(FREE, at + 68);
  directory.writeUInt32LE(right, at + 72);
  directory.writeUInt32LE(child, at + 76);
}
