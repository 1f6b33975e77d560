import type { Paper } from '../paper.ts';
import { paperHtml } from './paper-html.tsx';

export const FORMATS = ['docx', 'xlsx', 'html', 'json'] as const;
export type Format = (typeof FORMATS)[number];

export const MEDIA_TYPES: Readonly<Record<Format, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  html: 'text/html; charset=utf-8',
  json: 'application/json',
};

/** Whether a format is text that a terminal can show. */
export function isText(format: Format): boolean {
  return format === 'html' || format === 'json';
}

/** The bytes of a report: its paper as Word, workbook or page, or its facts as JSON. The same report, the same bytes. */
export async function bytesOf(format: Format, facts: object, paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  switch (format) {
    case 'json':
      return new TextEncoder().encode(`${JSON.stringify(facts, null, 2)}\n`);
    case 'html':
      return new TextEncoder().encode(paperHtml(paper));
    // These two take long to load, and most of the time nobody asks for them.
    case 'docx':
      return new Uint8Array(await (await import('./paper-docx.ts')).paperDocx(paper));
    case 'xlsx':
      return new Uint8Array(await (await import('./paper-xlsx.ts')).paperXlsx(paper));
  }
}
