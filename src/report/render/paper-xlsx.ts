import writeWorkbook, { type CellObject, type Row as SheetRow } from 'write-excel-file/node';
import type { Language } from '../../plan/types.ts';
import { type Block, type Cell, type Column, type Paper, plainText, type Table, type Text } from '../paper.ts';
import { FONTS } from './paper-style.ts';
import { withFixedTimes } from './zip-times.ts';

/** Columns of a paper without a table. */
const PLAIN = [26, 74];
/** Characters that fit into a sheet of A4, upright and across. */
const CHARACTERS = { portrait: 74, landscape: 112 };
/** Points to a line of text. */
const LINE = 17;
const LINES = { borderStyle: 'thin', borderColor: '#333333' } as const;
const BASE = { wrap: true, alignVertical: 'top' } as const;

/**
 * A paper as a workbook of one sheet: what is a number in it is one here, shown in the digits of the language. The same
 * paper gives the same bytes.
 */
export async function paperXlsx(paper: Paper): Promise<Buffer> {
  const { blocks, language, orientation } = paper;
  const widths = widestTable(blocks)?.columns.map(({ width }) => width) ?? PLAIN;
  const total = CHARACTERS[orientation];
  const span = widths.length;
  const across = (text: Text, style: Partial<CellObject> = {}): SheetRow => {
    const value = plainText(text);
    // A merged cell does not grow with its text by itself.
    const height = LINE * linesOf(value, total);
    return [{ ...BASE, value, columnSpan: span, height, ...style }, ...filler(span - 1)];
  };
  const centred = { align: 'center' } as const;
  const rows: SheetRow[] = [
    ...paper.letterhead.map((line) => across(line, centred)),
    across(paper.title, { ...centred, fontWeight: 'bold' }),
    ...blocks.flatMap((block) => [...rowsOf(block, widths, total, language, across), []]),
    across(paper.foot, { textColor: '#555555', fontSize: 8 }),
  ];
  const workbook = writeWorkbook(
    rows,
    {
      sheet: language === 'bn' ? 'প্রতিবেদন' : 'Report',
      columns: widths.map((width) => ({ width: (width * total) / 100 })),
      ...(orientation === 'landscape' ? { orientation } : {}),
    },
    { fontFamily: FONTS[0], fontSize: 11 },
  );
  return withFixedTimes(await workbook.toBuffer());
}

type Across = (text: Text, style?: Partial<CellObject>) => SheetRow;

function rowsOf(
  block: Block,
  widths: readonly number[],
  total: number,
  language: Language,
  across: Across,
): SheetRow[] {
  const span = widths.length;
  switch (block.kind) {
    case 'heading':
      return [across(block.text, { fontWeight: 'bold' })];
    case 'paragraph':
      return [across(block.text)];
    case 'facts':
      return block.rows.map(({ label, value }) => across([{ text: `${label}: ` }, { text: plainText(value) }]));
    case 'list':
      return block.items.map((item) => across(item));
    case 'table':
      return tableRows(
        block,
        widths.map((width) => (width * total) / 100),
        language,
      );
    case 'aside': {
      const left = Math.max(1, Math.floor(span / 2));
      return Array.from({ length: Math.max(block.left.length, block.right.length) }, (_, i) => [
        { ...BASE, value: plainText(block.left[i] ?? ''), columnSpan: left },
        ...filler(left - 1),
        { ...BASE, value: plainText(block.right[i] ?? ''), columnSpan: span - left },
        ...filler(span - left - 1),
      ]);
    }
    case 'signature':
      return block.lines.map((text) => across(text, { align: 'right' }));
  }
}

function tableRows({ columns, rows }: Table, widths: readonly number[], language: Language): SheetRow[] {
  const headLines = Math.max(...columns.map(({ head }, i) => linesOf(head, widths[i]!)));
  const heads = columns.map(
    ({ head }): CellObject => ({
      ...BASE,
      ...LINES,
      value: head,
      fontWeight: 'bold',
      align: 'center',
      backgroundColor: '#F1F3F4',
      height: LINE * headLines,
    }),
  );
  return [
    heads as SheetRow,
    ...rows.map(({ cells, strong }): SheetRow => {
      // Spreadsheets do not grow the rows of a file by themselves.
      const lines = cells.map((one, i) => {
        if (one === null || (one.rowSpan ?? 1) > 1) return 1;
        return one.paragraphs.reduce((sum, text) => sum + linesOf(plainText(text), widths[i]!), 0);
      });
      const height = LINE * Math.max(...lines);
      return cells.map((one, i) =>
        one === null ? null : { ...cellOf(one, columns[i]!, strong === true, language), height },
      ) as SheetRow;
    }),
  ];
}

function cellOf(
  { paragraphs, rowSpan, number }: Cell,
  { align }: Column,
  strong: boolean,
  language: Language,
): CellObject {
  const isNumber = number !== undefined && paragraphs.length === 1;
  return {
    ...BASE,
    ...LINES,
    ...(isNumber
      ? { type: Number, value: number, format: FORMAT[language] }
      : { type: String, value: paragraphs.map(plainText).join('\n') }),
    ...(align === undefined ? {} : { align }),
    ...(strong ? { fontWeight: 'bold' as const } : {}),
    ...(rowSpan !== undefined && rowSpan > 1 ? { rowSpan } : {}),
  };
}

/** Numbers as they are, in the digits of Bangladesh or in Latin ones. */
const FORMAT: Readonly<Record<Language, string>> = { bn: '[$-5000845]General', en: 'General' };

/** What a cell that reaches across leaves of the cells it covers. */
function filler(count: number): null[] {
  return Array.from({ length: Math.max(0, count) }, () => null);
}

/** How many lines a text takes in a column of so many characters; Bengali letters are wider than digits. */
function linesOf(text: string, characters: number): number {
  return Math.max(1, Math.ceil((text.length * 1.1) / Math.max(4, characters)));
}

function widestTable(blocks: readonly Block[]): Table | null {
  const tables = blocks.filter((block) => block.kind === 'table');
  return tables.sort((one, other) => other.columns.length - one.columns.length)[0] ?? null;
}
