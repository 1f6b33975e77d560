import type { Paper } from '../../report/paper.ts';
import { paperHtml } from '../../report/render/paper-html.tsx';

export const FORMATS = ['docx', 'xlsx', 'html', 'json'] as const;
export type Format = (typeof FORMATS)[number];

/** Whether a format is text that a terminal can show. */
export function isText(format: Format): boolean {
  return format === 'html' || format === 'json';
}

/** The bytes of a report: its paper as Word, workbook or page, or its facts as JSON. The same report, the same bytes. */
export async function bytesOf(format: Format, facts: object, paper: Paper): Promise<Uint8Array> {
  switch (format) {
    case 'json':
      return Buffer.from(`${JSON.stringify(facts, null, 2)}\n`);
    case 'html':
      return Buffer.from(paperHtml(paper));
    // These two take long to load, and most commands do without them.
    case 'docx':
      return (await import('../../report/render/paper-docx.ts')).paperDocx(paper);
    case 'xlsx':
      return (await import('../../report/render/paper-xlsx.ts')).paperXlsx(paper);
  }
}
