import type { Paper } from '../paper.ts';
import { FONTS } from './paper-style.ts';

/** A Word file's own properties: title, source, and the paper's day where Word would write the time of making. */
export function coreProperties({ title, foot, day }: Paper): string {
  const time = `${day}T00:00:00Z`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${xmlText(title)}</dc:title><dc:creator>Suchok</dc:creator>`,
    `<dc:description>${xmlText(foot)}</dc:description>`,
    '<cp:lastModifiedBy>Suchok</cp:lastModifiedBy><cp:revision>1</cp:revision>',
    `<dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified>`,
    '</cp:coreProperties>',
  ].join('');
}

/** The offices' own font, and what to take where it is not installed. */
export const FONT_TABLE = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
  '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
  `<w:font w:name="${FONTS[0]}"><w:altName w:val="${FONTS.slice(1).join(',')}"/>`,
  '<w:charset w:val="00"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>',
  '</w:fonts>',
].join('');

/** A text inside XML, which cannot hold control characters. */
export function xmlText(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ').replace(/[&<>"]/g, (one) => ENTITIES[one]!);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
