import { stripVTControlCharacters } from 'node:util';
import Table from 'cli-table3';

/** Marks that a terminal draws onto the letter before them, without a cell of their own: ু, ্, ় and the joiners. */
const MARKED = /[^\p{Mn}\p{Me}\p{Cf}][\p{Mn}\p{Me}\p{Cf}]+/gu;
const MARKS = /[\p{Mn}\p{Me}\p{Cf}]/gu;

/** Unicode's private letters, which take one cell each and break no word. */
const FIRST_STAND_IN = 0xe000;

export interface Column {
  readonly head: string;
  /** Characters for its content; as wide as the widest content where none is given. */
  readonly width?: number | undefined;
  readonly align?: 'left' | 'right' | undefined;
}

/** How many cells the longest line of a text takes in a terminal, as Linux's `wcwidth` counts, which most of them go by. */
export function cellsOf(text: string): number {
  const lines = stripVTControlCharacters(text).replace(MARKS, '').split('\n');
  return Math.max(...lines.map((line) => [...line].length));
}

/**
 * A table with rules, its cells wrapped at words. cli-table3 counts every vowel sign and hasanta of Bengali as a cell,
 * so that its rules would run ragged: letters with such marks go through it as one private letter each.
 */
export function drawTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const standIns = new Map<string, string>();
  const encode = (text: string) =>
    text.replace(MARKED, (letter) => {
      const known = standIns.get(letter) ?? String.fromCharCode(FIRST_STAND_IN + standIns.size);
      standIns.set(letter, known);
      return known;
    });
  const table = new Table({
    head: columns.map(({ head }) => encode(head)),
    colAligns: columns.map(({ align = 'left' }) => align),
    colWidths: columns.map(({ width }) => (width === undefined ? null : width + 2)),
    wordWrap: true,
    style: { head: [], border: [], compact: true },
  });
  table.push(...rows.map((row) => row.map(encode)));
  const letters = new Map([...standIns].map(([letter, standIn]) => [standIn, letter]));
  return table.toString().replace(/[\ue000-\uf8ff]/g, (standIn) => letters.get(standIn) ?? standIn);
}
