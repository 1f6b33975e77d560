import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  Table as WordTable,
} from 'docx';
import { type Block, type Cell, type Column, isLong, type Paper, runsOf, type Table, type Text } from '../paper.ts';
import { coreProperties, FONT_TABLE } from './docx-parts.ts';
import { FONTS, LATIN_FONT } from './paper-style.ts';
import { withFixedTimes } from './zip-times.ts';

type Align = (typeof AlignmentType)[keyof typeof AlignmentType];

/** Twentieths of a point: an A4 sheet and its margins. */
const SHEET = { short: 11906, long: 16838, margin: 960 };
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const WITHOUT_LINES = {
  top: NO_LINE,
  bottom: NO_LINE,
  left: NO_LINE,
  right: NO_LINE,
  insideHorizontal: NO_LINE,
  insideVertical: NO_LINE,
};

/**
 * A paper as a Word file to be edited further. The same paper gives the same bytes: its own day stands where Word keeps
 * the time of making.
 */
export async function paperDocx(paper: Paper): Promise<Buffer> {
  const isLandscape = paper.orientation === 'landscape';
  const width = (isLandscape ? SHEET.long : SHEET.short) - 2 * SHEET.margin;
  const document = new Document({
    styles: {
      default: {
        document: {
          run: {
            font: { ascii: LATIN_FONT, hAnsi: LATIN_FONT, cs: FONTS[0], eastAsia: FONTS[0] },
            size: 24,
            language: { value: paper.language === 'bn' ? 'bn-BD' : 'en-GB', bidirectional: 'bn-BD' },
          },
          paragraph: { spacing: { after: 70, line: 264 } },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: {
              width: SHEET.short,
              height: SHEET.long,
              orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: { top: SHEET.margin, bottom: SHEET.margin, left: SHEET.margin, right: SHEET.margin },
          },
        },
        footers: { default: footer(paper) },
        children: [
          ...head(paper),
          ...paper.blocks.flatMap((block, i) => blockOf(block, width, paper.blocks[i + 1]?.kind === 'signature')),
        ],
      },
    ],
  });
  const overrides = [
    { path: 'docProps/core.xml', data: coreProperties(paper) },
    { path: 'word/fontTable.xml', data: FONT_TABLE },
  ];
  return withFixedTimes(await Packer.toBuffer(document, undefined, overrides));
}

function head({ letterhead, title }: Paper): Paragraph[] {
  return [
    ...letterhead.map((text, i) => line(text, AlignmentType.CENTER, { size: i === 0 ? 26 : 24, after: 0 })),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: 280, after: 280 },
      keepNext: true,
      children: [new TextRun({ text: title, bold: true, underline: {}, size: 26 })],
    }),
  ];
}

function footer({ foot }: Paper): Footer {
  const small = { size: 14, color: '555555' };
  const page = new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], ...small });
  return new Footer({
    children: [
      new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 0 }, children: [page] }),
      new Paragraph({ spacing: { after: 0 }, children: [new TextRun({ text: foot, ...small })] }),
    ],
  });
}

/** @param isSigned whoever signs next does not stand on a page of their own: the last lines go along */
function blockOf(block: Block, width: number, isSigned: boolean): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          spacing: { before: 160 },
          keepNext: true,
          children: [new TextRun({ text: block.text, bold: true })],
        }),
      ];
    case 'paragraph':
      return [
        new Paragraph({
          alignment: AlignmentType.BOTH,
          keepNext: isSigned,
          ...(block.indent ? { indent: { left: 360 } } : {}),
          children: runs(block.text),
        }),
      ];
    case 'facts':
      return [
        withoutLines(
          block.rows.map(({ label, value }) => [label, prefixed(value)]),
          [26, 74],
          width,
        ),
        gap(),
      ];
    case 'list':
      return block.items.map(
        (item, i) =>
          new Paragraph({
            indent: { left: 480, hanging: 480 },
            spacing: { after: 40 },
            keepNext: isSigned && i >= block.items.length - 2,
            children: runs(item),
          }),
      );
    case 'table':
      return [tableOf(block, width), gap()];
    case 'aside': {
      const rows = Math.max(block.left.length, block.right.length);
      const cells = Array.from({ length: rows }, (_, i) => [block.left[i] ?? '', block.right[i] ?? '']);
      return [withoutLines(cells, [62, 38], width), gap()];
    }
    case 'signature':
      return signature(block.lines, width);
  }
}

function prefixed(value: Text): Text {
  return [{ text: ': ' }, ...runsOf(value)];
}

/** Who signs stands centred in the right half, and is not torn apart by a page's end. */
function signature(lines: readonly Text[], width: number): Paragraph[] {
  return lines.map(
    (text, i) =>
      new Paragraph({
        alignment: AlignmentType.CENTER,
        indent: { left: Math.round(width * 0.5) },
        spacing: { before: i === 0 ? 480 : 0, after: i === lines.length - 1 ? 240 : 0 },
        keepLines: true,
        keepNext: i < lines.length - 1,
        children: runs(text),
      }),
  );
}

function withoutLines(rows: readonly (readonly Text[])[], shares: readonly number[], width: number): WordTable {
  const widths = shares.map((share) => Math.round((share * width) / 100));
  return new WordTable({
    borders: WITHOUT_LINES,
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    rows: rows.map(
      (texts) =>
        new TableRow({
          cantSplit: true,
          children: texts.map(
            (text, i) =>
              new TableCell({
                borders: WITHOUT_LINES,
                width: { size: widths[i]!, type: WidthType.DXA },
                children: [new Paragraph({ spacing: { after: 20 }, children: runs(text) })],
              }),
          ),
        }),
    ),
  });
}

function tableOf({ columns, rows }: Table, width: number): WordTable {
  const widths = columns.map((column) => Math.round((column.width * width) / 100));
  const heads = columns.map(
    ({ head: text }, i) =>
      new TableCell({
        width: { size: widths[i]!, type: WidthType.DXA },
        shading: { fill: 'F1F3F4' },
        margins: MARGINS,
        verticalAlign: VerticalAlignTable.CENTER,
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: 0 },
            children: [new TextRun({ text, bold: true, size: 21 })],
          }),
        ],
      }),
  );
  return new WordTable({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: heads }),
      ...rows.map(
        ({ cells, strong }) =>
          new TableRow({
            cantSplit: !isLong(cells),
            children: cells.flatMap((one, i) =>
              one === null ? [] : [cellOf(one, columns[i]!, widths[i]!, strong === true)],
            ),
          }),
      ),
    ],
  });
}

const MARGINS = { top: 40, bottom: 40, left: 90, right: 90, marginUnitType: WidthType.DXA } as const;

function cellOf({ paragraphs, rowSpan }: Cell, { align }: Column, width: number, strong: boolean): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: MARGINS,
    ...(rowSpan !== undefined && rowSpan > 1 ? { rowSpan } : {}),
    children: paragraphs.map(
      (text) =>
        new Paragraph({
          alignment:
            align === 'center' ? AlignmentType.CENTER : align === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
          spacing: { after: 20 },
          children: runs(text, { strong, size: 21, narrow: true }),
        }),
    ),
  });
}

function runs(
  text: Text,
  { strong = false, size, narrow = false }: { strong?: boolean; size?: number; narrow?: boolean } = {},
): TextRun[] {
  return runsOf(text).map(
    (run) =>
      new TextRun({
        text: narrow ? breakable(run.text) : run.text,
        ...(run.strong || strong ? { bold: true } : {}),
        ...(size === undefined ? {} : { size }),
        ...(run.blank ? { highlight: 'yellow' as const } : {}),
      }),
  );
}

function line(text: string, alignment: Align, { size, after }: { size: number; after: number }): Paragraph {
  return new Paragraph({ alignment, spacing: { after }, children: [new TextRun({ text, size })] });
}

/** Word glues tables together that nothing stands between. */
function gap(): Paragraph {
  return new Paragraph({ spacing: { after: 60, line: 200 }, children: [] });
}

/** Lets a line of a narrow cell end behind a slash between words: সহজিকরণ/ডিজিটাইজেশন. */
function breakable(text: string): string {
  return text.replace(/(?<=[\p{L}\p{M}])\/(?=\p{L})/gu, '/\u200B');
}
