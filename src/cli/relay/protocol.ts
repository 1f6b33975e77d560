import { join, relative } from 'node:path';
import type { CommandContext, NamedFile } from '../context.ts';

/*
 * The embedded database serves one process. While `suchok start` runs, it therefore also runs the commands that are
 * typed at other terminals: they are handed to it over a Unix socket in the data folder, which only the same user may
 * open, as one line of JSON, and what they print comes back as further lines.
 */

/** A command line with all that it may know of the terminal at which it was typed. */
export interface RelayRequest {
  readonly argv: readonly string[];
  /** What the command has read so far; there it reads nothing else. */
  readonly files: readonly (readonly [key: string, file: NamedFile])[];
  readonly env: CommandContext['env'];
  /** The folder in which it was typed. */
  readonly cwd: string;
  readonly out: Terminal;
  readonly err: Terminal;
}

export interface Terminal {
  readonly isTTY: boolean;
  readonly columns: number | undefined;
}

export type RelayAnswer =
  | { readonly out: string }
  | { readonly err: string }
  /** To be written where the command was typed; the content in base64. */
  | {
      readonly file: {
        readonly path: string;
        readonly overwrite: boolean;
        readonly keep: boolean;
        readonly content: string;
      };
    }
  | { readonly exit: number };

/** What of the environment bears on what is printed; nothing else goes over. */
export const PASSED_ON = ['LC_ALL', 'LC_MESSAGES', 'LANG', 'TERM', 'COLUMNS', 'NO_COLOR', 'FORCE_COLOR'] as const;

/** The longest request, in characters: plans are files that people write. */
export const LONGEST_REQUEST = 16 * 1024 * 1024;

/** The most bytes that systems allow for a socket's path, the shortest of them. */
const LONGEST_PATH = 103;

/** Where the socket is, as short as it can be said; null where even that is too long for the system. */
export function socketPath(dataDir: string): string | null {
  const path = join(dataDir, 'suchok.sock');
  const candidates = [path, relative(process.cwd(), path)];
  return candidates.find((candidate) => Buffer.byteLength(candidate) <= LONGEST_PATH) ?? null;
}

export function fileKey(kind: string, name: string): string {
  return `${kind} ${name}`;
}
