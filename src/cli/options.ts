import { type Command, InvalidArgumentError, Option } from 'commander';
import { parseHumanDate } from '../calendar/parse-date.ts';
import type { LocalDate } from '../calendar/types.ts';
import type { Language } from '../plan/types.ts';
import type { CommandContext, Output } from './context.ts';

type Environment = CommandContext['env'];

/** The language of the person at the terminal: Bengali where the environment says so, else English. */
export function preferredLanguage(env: Environment): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^bn([_.@-]|$)/i.test(locale) ? 'bn' : 'en';
}

export function languageOption(env: Environment): Option {
  return new Option('--lang <language>', 'the language of what is printed')
    .choices(['bn', 'en'])
    .default(preferredLanguage(env));
}

export function jsonOption(): Option {
  return new Option('--json', 'print the data as JSON');
}

/** Reads a date as people type it; commander tells a text that is none together with the option's name. */
export function readDate(text: string): LocalDate {
  const date = parseHumanDate(text);
  if (date !== null) return date;
  throw new InvalidArgumentError('Write a date as in 2026-11-25, 25/11/2026, "25 November 2026" or "২৫ নভেম্বর ২০২৬".');
}

/** Lines to try, under a command's help. */
export function addExamples(command: Command, ...examples: readonly string[]): Command {
  return command.addHelpText('after', `\nExamples:\n${examples.map((line) => `  $ suchok ${line}`).join('\n')}`);
}

export function printJson(out: Output, value: unknown): void {
  out.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** Characters to a line: what the terminal says, what a shell exports, else enough for a table. */
export function columnsOf(out: Output, env: Environment): number {
  return out.columns ?? (Number(env.COLUMNS) || 140);
}
