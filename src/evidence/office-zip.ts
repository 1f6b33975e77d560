import type { FileBytes } from './file-bytes.ts';
import type { Recognised } from './recognise-file.ts';
import { readZipEntries, unpack } from './zip-file.ts';

/** ECMA-376 part 2, 7.2.3: where a document says what its parts are. */
const CONTENT_TYPES = '[Content_Types].xml';
const LARGEST_CONTENT_TYPES = 1024 * 1024;

const MAIN_PARTS = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
} as const;

/** Programs in a document: VBA, and the macro sheets of old Excel. */
const MACRO_TYPES = /macroenabled|vbaproject|macrosheet/i;
const MACRO_PARTS = /(^|\/)(vbaproject[^/]*\.bin|macrosheets\/.+)$/i;

/** Whether a zip archive is a Word or Excel document: it says so, and the part that it says so of is really in it. */
export async function recogniseOfficeZip(bytes: FileBytes): Promise<Recognised> {
  const entries = await readZipEntries(bytes);
  if (!entries) return { fault: 'damaged' };
  const lists = entries.filter(({ name }) => name === CONTENT_TYPES);
  const [list] = lists;
  if (!list || lists.length > 1) return { fault: 'typeNotAllowed' };
  if (entries.some(({ isEncrypted }) => isEncrypted)) return { fault: 'locked' };
  const xml = (await unpack(bytes, list, LARGEST_CONTENT_TYPES))?.toString('utf8');
  if (xml === undefined) return { fault: 'damaged' };
  const parts = readParts(xml);
  const isMacro = ({ type }: Part) => MACRO_TYPES.test(type);
  if (parts.some(isMacro) || entries.some(({ name }) => MACRO_PARTS.test(name))) return { fault: 'hasMacros' };
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  const found = (Object.keys(MAIN_PARTS) as (keyof typeof MAIN_PARTS)[]).filter((kind) =>
    parts.some(({ name, type }) => type === MAIN_PARTS[kind] && names.has(name)),
  );
  return found.length === 1 ? { type: found[0]! } : { fault: 'typeNotAllowed' };
}

interface Part {
  /** In small letters, without the slash at its beginning; empty for a type given to an ending. */
  readonly name: string;
  readonly type: string;
}

function readParts(xml: string): Part[] {
  return [...xml.matchAll(/<(?:[\w.-]+:)?(?:Override|Default)\s([^>]*)>/g)].map(([, attributes = '']) => ({
    name: attributeOf(attributes, 'PartName').replace(/^\//, '').toLowerCase(),
    type: attributeOf(attributes, 'ContentType'),
  }));
}

function attributeOf(attributes: string, name: string): string {
  const [, , value = ''] = new RegExp(`\\b${name}\\s*=\\s*(["'])(.*?)\\1`).exec(attributes) ?? [];
  return value;
}
