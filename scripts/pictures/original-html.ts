import { xmlText } from '../../src/report/render/docx-parts.ts';

/**
 * The text of an original, set plainly: its lines as they stand, and its tables, which such texts hold between tabs or
 * bars, as tables.
 */
export function originalHtml(text: string, names: readonly string[]): string {
  const hidden = names.reduce((so, name) => so.replaceAll(name, HIDDEN), text.normalize('NFC'));
  const parts: string[] = [];
  let rows: string[][] = [];
  const endTable = () => {
    if (rows.length > 0) parts.push(`<table>${rows.map(rowHtml).join('')}</table>`);
    rows = [];
  };
  for (const line of hidden.split('\n')) {
    if (line.trim() === '' && rows.length > 0) continue;
    const cells = cellsOf(line);
    if (cells === null) {
      endTable();
      if (line.trim() !== '') parts.push(`<p>${xmlText(line.trim())}</p>`);
    } else if (cells.some((cell) => !/^-*$/.test(cell))) rows.push(cells);
  }
  endTable();
  return `<!DOCTYPE html><html lang="bn"><meta charset="utf-8"><style>${STYLE}</style><body>${parts.join('\n')}</body></html>`;
}

const HIDDEN = '[নাম]'.normalize('NFC');

const STYLE = `
body { margin: 0; padding: 40px; background: #fff; color: #111; font: 16px/1.55 "Noto Serif Bengali", serif; }
p { margin: 0 0 6px; }
table { width: 100%; margin: 10px 0; border-collapse: collapse; font-size: 14px; }
td { padding: 4px 6px; border: 1px solid #777; vertical-align: top; overflow-wrap: anywhere; }
`;

function cellsOf(line: string): string[] | null {
  if (line.includes('\t')) return line.split('\t').map((cell) => cell.trim());
  if (!/^\s*\|.*\|\s*$/.test(line)) return null;
  return line
    .trim()
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());
}

function rowHtml(cells: readonly string[]): string {
  const paragraphs = (cell: string) => cell.replace(/<\/p>\s*<p>|<br\s*\/?>/g, '\n').replace(/<\/?p>/g, '');
  const cell = (text: string) => xmlText(paragraphs(text).replaceAll('\n', '\u2028')).replaceAll('\u2028', '<br>');
  return `<tr>${cells.map((one) => `<td>${cell(one)}</td>`).join('')}</tr>`;
}
