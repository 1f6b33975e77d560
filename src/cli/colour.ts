import { styleText } from 'node:util';
import type { CommandContext, Output } from './context.ts';

export type Colour = 'green' | 'red' | 'yellow' | 'cyan' | 'dim' | 'bold';

/** Paints a text. */
export type Paint = (colour: Colour, text: string) => string;

/** Colours for a terminal, none for a file or a pipe; NO_COLOR and FORCE_COLOR decide where they are set. */
export function paintFor(out: Output, env: CommandContext['env']): Paint {
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0';
  const isPainted = env.NO_COLOR ? false : forced || (out.isTTY === true && env.TERM !== 'dumb');
  if (!isPainted) return (_colour, text) => text;
  // Line by line: in a table, a colour may not run on into the next cell.
  return (colour, text) =>
    text
      .split('\n')
      .map((line) => (line === '' ? '' : styleText(colour, line)))
      .join('\n');
}
