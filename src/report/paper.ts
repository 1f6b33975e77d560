import type { LocalDate } from '../calendar/types.ts';
import type { Language } from '../plan/types.ts';

/** A paper of an office in its words and order, before it is set as a page, a Word file or a workbook: all say the same. */
export interface Paper {
  readonly language: Language;
  readonly orientation: 'portrait' | 'landscape';
  /** The office, line by line, the highest first. */
  readonly letterhead: readonly string[];
  readonly title: string;
  readonly blocks: readonly Block[];
  /** What it was made from, in a line at the foot. */
  readonly foot: string;
  /** The day of the paper: the date in a file's own properties. */
  readonly day: LocalDate;
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: Text; readonly indent?: boolean }
  /** Labels with what stands behind their colon: chair, date, place. */
  | { readonly kind: 'facts'; readonly rows: readonly { readonly label: string; readonly value: Text }[] }
  /** Lines with markers of their own: ১), ২), ক), -. */
  | { readonly kind: 'list'; readonly items: readonly Text[] }
  | Table
  /** Two columns without lines: memo number and date. */
  | { readonly kind: 'aside'; readonly left: readonly Text[]; readonly right: readonly Text[] }
  /** Who signs, at the right. */
  | { readonly kind: 'signature'; readonly lines: readonly Text[] };

export interface Table {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

export interface Column {
  readonly head: string;
  /** Its share of the width, in percent; those of a table add up to 100. */
  readonly width: number;
  readonly align?: 'center' | 'right';
}

export interface Row {
  /** Null where the cell of a row above reaches down. */
  readonly cells: readonly (Cell | null)[];
  /** A row of sums. */
  readonly strong?: boolean;
}

export interface Cell {
  readonly paragraphs: readonly Text[];
  readonly rowSpan?: number;
  /** The number that it says, for a workbook to reckon with. */
  readonly number?: number;
}

/** A text, or pieces of one of which some are strong or left blank. */
export type Text = string | readonly Run[];

export interface Run {
  readonly text: string;
  readonly strong?: boolean;
  /** Something that nobody has stated, to be filled in by hand; marked so that nobody overlooks it. */
  readonly blank?: boolean;
}

export function runsOf(text: Text): readonly Run[] {
  return typeof text === 'string' ? [{ text }] : text;
}

export function plainText(text: Text): string {
  return runsOf(text)
    .map((run) => run.text)
    .join('');
}

/** A blank to be filled in, which says what belongs there. */
export function blank(what: string): readonly Run[] {
  return [{ text: `........................ [${what}]`, blank: true }];
}

export function cell(...paragraphs: readonly Text[]): Cell {
  return { paragraphs };
}

/** A cell of a number: as people read it, and as a workbook reckons with it. */
export function numberCell(text: string, number: number): Cell {
  return { paragraphs: [text], number };
}

/** A row of more letters than this may break over two pages: kept whole, it would leave half a page empty. */
const LONG = 900;

export function isLong(cells: Row['cells']): boolean {
  return cells.some((one) => one !== null && one.paragraphs.map(plainText).join('').length > LONG);
}

/** All that a paper says, line by line, as somebody would read it out. */
export function* linesOf(paper: Paper): Generator<string> {
  yield* paper.letterhead;
  yield paper.title;
  for (const block of paper.blocks) yield* linesOfBlock(block);
  yield paper.foot;
}

function* linesOfBlock(block: Block): Generator<string> {
  switch (block.kind) {
    case 'heading':
      yield block.text;
      return;
    case 'paragraph':
      yield plainText(block.text);
      return;
    case 'facts':
      for (const { label, value } of block.rows) yield `${label}: ${plainText(value)}`;
      return;
    case 'list':
      yield* block.items.map(plainText);
      return;
    case 'table':
      yield block.columns.map(({ head }) => head).join('\t');
      for (const { cells } of block.rows) {
        yield cells.map((one) => one?.paragraphs.map(plainText).join(' ') ?? '').join('\t');
      }
      return;
    case 'aside':
      yield* [...block.left, ...block.right].map(plainText);
      return;
    case 'signature':
      yield* block.lines.map(plainText);
  }
}
