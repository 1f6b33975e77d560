import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { addDemo } from '../../src/cli/commands/demo.ts';
import { addStart } from '../../src/cli/commands/start.ts';
import type { CommandContext } from '../../src/cli/context.ts';
import { createProgram } from '../../src/cli/program.ts';
import { readSettings, SETTING_NAMES } from '../../src/settings.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(posix.join(root, file), 'utf8');
const decisions = readdirSync(posix.join(root, 'docs/decisions')).map((name) => `docs/decisions/${name}`);
const documents = [
  ...[
    'README.md',
    'CONTRIBUTING.md',
    'docs/operations.md',
    'docs/api.md',
    'docs/rights.md',
    'machines/README.md',
    'bench/README.md',
  ],
  ...decisions,
].filter((file) => existsSync(posix.join(root, file)));
const readme = read('README.md');
const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };

/** Every command line of ours in a document, without `suchok` and what stands before it. */
function commandLines(text: string): string[] {
  const inFences = [...text.matchAll(/^```\w*\n([\s\S]*?)^```/gm)].flatMap(([, body]) => body!.split('\n'));
  const inSentences = [...text.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code!);
  return [...inFences, ...inSentences].flatMap((line) => {
    const [, command] =
      /^(?:npm run -s suchok --|suchok|docker compose exec web suchok|docker exec suchok suchok)\s+([^#]+)/.exec(
        line.trim(),
      ) ?? [];
    return command ? [command.trim()] : [];
  });
}

/** The command that a line names, and the options it gives that the command does not have. */
function findCommand(line: string): { command: Command; unknown: string[] } {
  const context = { out: process.stdout, err: process.stderr, env: {} } as unknown as CommandContext;
  let command = createProgram(context, [addStart, addDemo]);
  const words = line.split(/\s+/);
  for (const word of words) {
    const child = command.commands.find((one) => one.name() === word);
    if (!child) break;
    command = child;
  }
  const known = command.options.map((option) => option.long);
  const unknown = words.filter((word) => word.startsWith('--')).filter((word) => !known.includes(word));
  return { command, unknown };
}

describe.each(documents)('%s', (document) => {
  const text = read(document);

  test('links to files that are there', () => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link!.split('#')[0]!);
    const files = links.filter((link) => link !== '' && !/^[a-z]+:/.test(link));
    const missing = files.filter((file) => !existsSync(posix.join(root, posix.dirname(document), file)));
    expect(missing).toEqual([]);
  });

  test('names commands and options that the program has', () => {
    for (const line of commandLines(text)) {
      if (line.startsWith('--help')) continue;
      const { command, unknown } = findCommand(line);
      expect(command.name(), line).not.toBe('suchok');
      expect(unknown, line).toEqual([]);
    }
  });

  test('names npm scripts that there are', () => {
    const named = [...text.matchAll(/npm (?:run (?:-s )?)([a-z:]+)/g)].map(([, name]) => name!);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});

describe('README.md', () => {
  const rows = [...readme.matchAll(/^\| `([A-Z_]+)` +\| (.+?) +\|/gm)].map(([, name, told]) => ({
    name: name!,
    told: told!,
  }));

  test('tells every setting, in one table', () => {
    expect(rows.map(({ name }) => name).sort()).toEqual([...SETTING_NAMES].sort());
  });

  test('tells the defaults that the settings have', () => {
    const defaults = readSettings({}, 'config');
    const told = new Map(rows.map(({ name, told }) => [name, told.replaceAll('`', '')]));
    expect(told.get('PORT')).toBe(String(defaults.port));
    expect(told.get('HOST')).toBe(defaults.host);
    expect(told.get('DATA_DIR')).toBe(defaults.dataDir);
    expect(told.get('MAIL_FROM')).toBe(defaults.mailFrom);
    expect(told.get('MAIL_PER_SECOND')).toBe(String(defaults.mailPerSecond));
    expect(told.get('SMTP_TIMEOUT')).toBe(String(defaults.smtpTimeout / 1_000));
    expect(told.get('LOG_LEVEL')).toBe(defaults.logLevel);
    expect(rows.filter(({ told }) => told.startsWith('none'))).toHaveLength(8);
  });
});

test('Every decision stands in the list of decisions', () => {
  const list = read('docs/decisions/README.md');
  const pages = decisions.map((file) => posix.basename(file)).filter((name) => /^\d{4}-/.test(name));
  expect(pages.filter((name) => !list.includes(`(${name})`))).toEqual([]);
});

test('Decisions are numbered from 1 on, each number once', () => {
  const numbers = decisions.flatMap((file) => /\/(\d{4})-/.exec(file)?.[1] ?? []).sort();
  expect(numbers).toEqual(numbers.map((_, place) => String(place + 1).padStart(4, '0')));
});

test('The example of the settings names each once', () => {
  const named = [...read('.env.example').matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name!);
  expect(named.sort()).toEqual([...SETTING_NAMES, 'POSTGRES_PASSWORD'].sort());
});
