import { type Command, InvalidArgumentError, Option } from 'commander';
import { localDate, localTime } from '../../calendar/local-time.ts';
import type { MessageStatus } from '../../db/queries/messages.ts';
import { toLatinDigits } from '../../i18n/digits.ts';
import { formatDate, formatTime } from '../../i18n/format.ts';
import type { Language } from '../../plan/types.ts';
import { CommandFailed, type OfficeContext } from '../context.ts';
import { counted } from '../office-files.ts';
import { addExamples, columnsOf, jsonOption, languageOption, printJson } from '../options.ts';
import { drawTable } from '../terminal-table.ts';
import { cliWords } from '../words.ts';

interface ListOptions {
  readonly plan?: string;
  readonly status?: MessageStatus;
  readonly limit: number;
  readonly json?: boolean;
  readonly lang: Language;
}

const STATUSES = ['queued', 'sending', 'sent', 'failed', 'unknown', 'cancelled'] as const;

export function addMail(program: Command, context: OfficeContext): void {
  const mail = program.command('mail').summary('look after the letters').description('Looks after the letters.');
  const list = mail
    .command('list')
    .summary('list letters, the newest first')
    .description('Lists letters, the newest first.')
    .option('--plan <id>', 'only those of one plan')
    .addOption(new Option('--status <status>', 'only those in one state').choices(STATUSES))
    .option('--limit <number>', 'so many at most', readCount, 50)
    .addOption(jsonOption())
    .addOption(languageOption(context.env))
    .action((options: ListOptions) => listLetters(context, options));
  addExamples(list, 'mail list', 'mail list --status failed', 'mail list --plan mowca-2021-22 --json');

  const show = mail
    .command('show')
    .summary('show a letter')
    .description('Shows a letter with its text, and every attempt to send it.')
    .argument('<id>', 'the number of the letter', readCount)
    .addOption(jsonOption())
    .action((id: number, { json }: { json?: boolean }) => showLetter(context, id, json === true));
  addExamples(show, 'mail show 12');

  const retry = mail
    .command('retry')
    .summary('send letters again that failed')
    .description(
      'Puts letters that failed back in the queue, for another round of attempts. They go out while `suchok start` runs.',
    )
    .argument('[id...]', 'numbers of letters', (text, earlier: number[] = []) => [...earlier, readCount(text)])
    .option('--all-failed', 'every letter that failed')
    .addOption(jsonOption())
    .action((ids: number[] | undefined, options: { allFailed?: boolean; json?: boolean }) =>
      retryLetters(context, ids ?? [], options.allFailed === true, options.json === true),
    );
  addExamples(retry, 'mail retry 12 13', 'mail retry --all-failed');

  const cancel = mail
    .command('cancel')
    .summary('take letters out of the queue')
    .description(
      'Takes letters that wait out of the queue, for good. What is being sent, or was sent, cannot be called back.',
    )
    .argument('<id...>', 'numbers of letters', (text, earlier: number[] = []) => [...earlier, readCount(text)])
    .addOption(jsonOption())
    .action((ids: number[], { json }: { json?: boolean }) => cancelLetters(context, ids, json === true));
  addExamples(cancel, 'mail cancel 12 13');
}

async function listLetters(context: OfficeContext, options: ListOptions): Promise<void> {
  const { plan, status, limit, json, lang } = options;
  await context.withOffice(async (office) => {
    const letters = await office.letters({ planId: plan, status, limit });
    if (json) return printJson(context.out, letters);
    const plans = new Map((await office.faces()).map((face) => [face.id, face]));
    const say = cliWords(lang);
    if (letters.length === 0) return void context.out.write(`${say.noLetters}\n`);
    const room = columnsOf(context.out, context.env) - 16;
    const [id, written, to, state] = [5, 20, 24, 18];
    const subject = Math.max(30, Math.min(90, room - id - written - to - state));
    const table = drawTable(
      [
        { head: '#', width: id, align: 'right' },
        { head: say.written, width: written },
        { head: say.to, width: to },
        { head: say.subject, width: subject },
        { head: say.status, width: state },
      ],
      letters.map((letter) => {
        const face = plans.get(letter.plan);
        const zone = face?.zone ?? 'UTC';
        const day = formatDate(localDate(Date.parse(letter.createdAt), zone), lang);
        return [
          String(letter.id),
          `${day}\n${formatTime(localTime(Date.parse(letter.createdAt), zone), lang)}`,
          face?.posts.find((post) => post.id === letter.to.post)?.title[lang] ?? letter.to.post,
          letter.subject,
          say.messageStatus[letter.status],
        ];
      }),
    );
    context.out.write(`${table}\n`);
  });
}

async function showLetter(context: OfficeContext, id: number, json: boolean): Promise<void> {
  await context.withOffice(async (office) => {
    const found = await office.letter(id);
    if (found === null) throw new CommandFailed(`There is no letter ${id}. \`suchok mail list\` lists the newest.`);
    const { letter, text, html, ics, attempts } = found;
    if (json) return printJson(context.out, { ...letter, text, html, ics, attempts });
    const head = [
      `Letter ${letter.id} of ${letter.plan}, ${letter.status}`,
      `To: ${letter.to.address}`,
      `Subject: ${letter.subject}`,
      `Message-ID: ${letter.messageId}`,
      ...attempts.map(
        ({ attempt, at, outcome, answer }) => `Attempt ${attempt}: ${at} ${outcome}${answer && `: ${answer}`}`,
      ),
    ];
    context.out.write(`${head.join('\n')}\n\n${text.trimEnd()}\n`);
  });
}

async function retryLetters(
  context: OfficeContext,
  ids: readonly number[],
  all: boolean,
  json: boolean,
): Promise<void> {
  if (all === ids.length > 0) throw new CommandFailed('Name the letters by their numbers, or say --all-failed.');
  await context.withOffice(async (office) => {
    const asked = all ? (await office.letters({ status: 'failed', limit: 100_000 })).map(({ id }) => id) : ids;
    const queued = await office.retry(asked);
    const left = asked.filter((id) => !queued.includes(id));
    if (json) printJson(context.out, { queued, left });
    else context.out.write(`${queued.length === 0 ? 'No letter' : counted(queued.length, 'letter')} queued again.\n`);
    if (left.length > 0) {
      const which = left.length === 1 ? `Letter ${left[0]} has` : `Letters ${left.join(', ')} have`;
      throw new CommandFailed(json ? '' : `${which} not failed: nothing to send again.`);
    }
  });
}

async function cancelLetters(context: OfficeContext, ids: readonly number[], json: boolean): Promise<void> {
  await context.withOffice(async (office) => {
    const cancelled = await office.cancel(ids);
    const left = ids.filter((id) => !cancelled.includes(id));
    if (json) printJson(context.out, { cancelled, left });
    else
      context.out.write(`${cancelled.length === 0 ? 'No letter' : counted(cancelled.length, 'letter')} cancelled.\n`);
    if (left.length > 0) {
      const which = left.length === 1 ? `Letter ${left[0]} does` : `Letters ${left.join(', ')} do`;
      throw new CommandFailed(json ? '' : `${which} not wait to be sent: nothing to cancel.`);
    }
  });
}

function readCount(text: string): number {
  const count = Number(toLatinDigits(text));
  if (!Number.isSafeInteger(count) || count < 1) throw new InvalidArgumentError('Write a whole number of 1 or more.');
  return count;
}
