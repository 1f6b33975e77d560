import type { CommandContext, Output } from './context.ts';

/** How terminals are told to begin and to end each of them (ECMA-48, Select Graphic Rendition). */
const CODES = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
} as const;

export type Colour = keyof typeof CODES;

/** Paints a text. */
export type Paint = (colour: Colour, text: string) => string;

/** Colours for a terminal, none for a file or a pipe; NO_COLOR and FORCE_COLOR decide where they are set. */
export function paintFor(out: Output, env: CommandContext['env']): Paint {
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0';
  const isPainted = env.NO_COLOR ? false : forced || (out.isTTY === true && env.TERM !== 'dumb');
  if (!isPainted) return (_colour, text) => text;
  // Line by line: in a table, a colour may not run on into the next cell.
  return (colour, text) => {
    const [begin, end] = CODES[colour];
    return text.replace(/[^\n]+/g, (line) => `\u001b[${begin}m${line}\u001b[${end}m`);
  };
}
