import { type Command, Option } from 'commander';
import { FORMATS, type Format, isText } from '../../report/render/report-file.ts';
import { type CommandContext, CommandFailed } from '../context.ts';

/** Options of everything that makes a paper. */
export function withFileOptions(command: Command): Command {
  return command
    .addOption(new Option('--format <format>', 'Word, workbook, page or data').choices(FORMATS).default('docx'))
    .addOption(new Option('--lang <language>', 'its language; that of the plan where left out').choices(['bn', 'en']))
    .option('--out <file>', 'where to write it; html and json go to standard output where left out')
    .option('--overwrite', 'also where there is a file already');
}

/** Puts a paper where it was asked for: a file, or standard output where it is text. */
export function deliver(
  context: CommandContext,
  content: Uint8Array,
  { format, overwrite }: { readonly format: Format; readonly overwrite?: boolean },
  path: string | undefined,
): void {
  if (path === undefined) {
    if (isText(format)) return void context.out.write(Buffer.from(content).toString('utf8'));
    throw new CommandFailed(
      `A ${format} file cannot be shown here: say where to write it with --out, or choose --format html.`,
    );
  }
  context.writeFile({ path, content, overwrite: overwrite === true });
  context.out.write(`Written to ${path}\n`);
}
