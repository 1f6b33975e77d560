import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemClock } from '../clock.ts';
import { createLogger } from '../log.ts';
import { type ConfigKind, configFile, readConfigFile } from '../plan/config-folder.ts';
import { readSettings, type Settings } from '../settings.ts';
import { type CommandContext, CommandFailed, type NamedFile, type NewFile, type Output } from './context.ts';
import { fileKey } from './relay/protocol.ts';

export interface LocalContext extends CommandContext {
  /** What was read so far, by what was asked for. */
  readonly filesRead: ReadonlyMap<string, NamedFile>;
}

/** The context of a command in the process of whoever typed it: it opens the office's data for itself. */
export function localContext(terminal: {
  readonly out: Output;
  readonly err: Output;
  readonly env: CommandContext['env'];
}): LocalContext {
  const filesRead = new Map<string, NamedFile>();
  const configDir = terminal.env.CONFIG_DIR?.trim() || configFolder();
  let known: Settings | null = null;
  const settings = () => {
    known ??= readSettings(terminal.env, configDir);
    return known;
  };
  return {
    ...terminal,
    clock: systemClock,
    configDir,
    filesRead,
    settings,
    readFile: (kind, name) => {
      const file = readNamed(configDir, kind, name);
      filesRead.set(fileKey(kind, name), file);
      return file;
    },
    writeFile: writeNamed,
    hasFile: existsSync,
    withApp: async (work) => {
      // A command prints its own answer: of the log, only trouble belongs beside it, unless it is asked for.
      const logger = createLogger({ logLevel: terminal.env.LOG_LEVEL ? settings().logLevel : 'warn' });
      const { openApp } = await import('../app.ts');
      const app = await openApp({ settings: settings(), logger });
      try {
        return await work(app);
      } finally {
        await app.close();
      }
    },
  };
}

function readNamed(configDir: string, kind: ConfigKind, name: string): NamedFile {
  if (name === '-') return { path: 'standard input', text: readFileSync(0, 'utf8') };
  const path = configFile(configDir, kind, name);
  return { path, text: readConfigFile(path) };
}

function writeNamed({ path, content, overwrite, keep = false }: NewFile): void {
  if (!overwrite && existsSync(path)) {
    if (keep) return;
    throw new CommandFailed(`${path} is there already: choose another name, or add --overwrite.`);
  }
  mkdirSync(dirname(path), { recursive: true });
  // Under its name it is whole, or not there: whoever interrupts the command finds no half of it.
  const part = `${path}.${process.pid}.part`;
  try {
    writeFileSync(part, content);
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/** The folder `config` that came with the program: beside `src`, and two levels up from what was built. */
function configFolder(): string {
  const candidates = ['../../config', '../../../config'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const folder = candidates.find((path) => existsSync(path)) ?? candidates[0]!;
  // Faults name files as a person would, from where that person stands.
  const near = relative(process.cwd(), folder);
  return near === '' || near.startsWith('..') || isAbsolute(near) ? folder : near;
}
