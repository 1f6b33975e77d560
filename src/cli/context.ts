import type { Writable } from 'node:stream';
import type { App } from '../app.ts';
import type { Clock } from '../clock.ts';
import type { ConfigKind } from '../plan/config-folder.ts';
import type { Settings } from '../settings.ts';
import type { CheckedFile, Office } from './office/office.ts';

/** Where a command writes: a terminal, a file, a pipe, or the far end of a socket. */
export type Output = Writable & {
  readonly isTTY?: boolean | undefined;
  /** Characters to a line; only terminals have it. */
  readonly columns?: number | undefined;
};

/** A settings file as a person named it. */
export interface NamedFile {
  readonly path: string;
  readonly text: string;
}

/** A file that a command makes. */
export interface NewFile {
  readonly path: string;
  readonly content: Uint8Array;
  readonly overwrite: boolean;
  /** Where there is one already, it is left as it is, and nothing is said. */
  readonly keep?: boolean;
}

/**
 * All that a command gets from outside. A command is a function of this and its arguments, so that it can run in the
 * process of whoever typed it, in one that already has the office's data open, or in a test.
 */
export interface CommandContext {
  readonly out: Output;
  readonly err: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  /** The folder of plans, policies, calendars and templates. */
  readonly configDir: string;
  /** For commands that need more than that folder. Throws SettingsError with every fault at once. */
  settings(): Settings;
  /**
   * A settings file, by its name in the folder or by a path; `-` is standard input. Read before the office's data is
   * opened: where another process has them open, what was read goes there with the arguments.
   *
   * @throws ConfigFileMissing
   */
  readFile(kind: ConfigKind, nameOrPath: string): NamedFile;
  /**
   * Writes a file where the person stands who typed the command, with the folders that lead to it. Throws CommandFailed
   * where there is one already and it is not to be overwritten.
   */
  writeFile(file: NewFile): void;
  /** Whether there is a file, where the person stands who typed the command. */
  hasFile(path: string): boolean;
  /** Opens the office's data for as long as the work lasts. Throws what `openApp` throws. */
  withApp<T>(work: (app: App) => Promise<T>): Promise<T>;
}

/** What commands get beside: an office that is here or elsewhere. */
export interface OfficeContext extends CommandContext {
  /** Reaches the office for as long as the work lasts. Throws what `withApp` throws, ApiProblem, ServerUnreachable. */
  withOffice<T>(work: (office: Office) => Promise<T>): Promise<T>;
  /** Checks a plan's file against the policies and calendars where the office is. */
  checkPlan(file: NamedFile): Promise<CheckedFile>;
}

/** A command could not do what it was asked, for a reason that the person can mend. */
export class CommandFailed extends Error {
  readonly code = 'commandFailed';
  readonly exitCode: number;

  /** @param message told on standard error; empty when all is said already */
  constructor(message: string, exitCode: number = EXIT.failed) {
    super(message);
    this.name = 'CommandFailed';
    this.exitCode = exitCode;
  }
}

/** What the shell is told. */
export const EXIT = { done: 0, failed: 1, refused: 2 } as const;
