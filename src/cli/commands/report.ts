import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { planFaces } from '../../db/queries/plan-faces.ts';
import { DefinitionCache } from '../../engine/definition-cache.ts';
import type { PlanRecord } from '../../report/record.ts';
import { type CommandContext, CommandFailed } from '../context.ts';
import { NO_PLAN } from '../find-plan.ts';
import { counted } from '../office-files.ts';
import { addExamples, readDate } from '../options.ts';
import { startProgress } from '../progress.ts';
import { dayOf, makeReport, type ReportTerms } from '../report/make-report.ts';
import { recordFromDatabase, recordFromFiles } from '../report/record-source.ts';
import { bytesOf, FORMATS, type Format, isText } from '../report/report-formats.ts';

interface Options extends Omit<ReportTerms, 'kind'> {
  readonly history?: string;
  readonly format: Format;
  readonly out?: string;
  readonly overwrite?: boolean;
  readonly all?: boolean;
}

export function addReports(report: Command, context: CommandContext): void {
  const progress = addReport(report, context, {
    kind: 'progress',
    name: 'progress [plan]',
    summary: 'the table of the minutes, for any day or quarter',
    description:
      'Writes the progress report: each indicator with its target, its progress in words, and what changed since the last report.',
  })
    .addOption(quarterOption())
    .option(
      '--since <date>',
      'the day of the last report, or none; the end of the quarter before where left out',
      sinceDay,
    );
  addExamples(
    progress,
    'report progress mowca-2021-22 --format docx --out progress.docx',
    'report progress mowca-2021-22 --quarter q2 --lang en --format html --out q2.html',
    'report progress mowca-2021-22 --history auto --on 2022-06-28 --format json',
    'report progress --all --quarter q1 --format docx --out reports/',
  );
  const assessment = addReport(report, context, {
    kind: 'self-assessment',
    name: 'self-assessment [plan]',
    summary: 'the half-yearly or annual self-assessment',
    description:
      'Writes the self-assessment: weights, targets, achievements, the points claimed and those that evidence supports, with the arithmetic and the papers.',
  }).addOption(
    new Option('--period <period>', 'half-yearly tells of the year until 31 December, annual until 30 June')
      .choices(['half-yearly', 'annual'])
      .makeOptionMandatory(),
  );
  addExamples(
    assessment,
    'report self-assessment mowca-2021-22 --period half-yearly --format docx --out half-year.docx',
    'report self-assessment mowca-2021-22 --period annual --history auto --format xlsx --out annual.xlsx',
  );
  const apa = addReport(report, context, {
    kind: 'apa',
    name: 'apa [plan]',
    summary: 'the columns of form 2.2.2, to be typed into the APA system',
    description:
      "Writes the layout for the government's system of annual performance agreements: the columns of its form 2.2.2 for a quarter.",
  }).addOption(quarterOption());
  addExamples(
    apa,
    'report apa mowca-2021-22 --quarter q3 --format xlsx --out apa.xlsx',
    'report apa chatkhil-2024-25 --history auto --on 2024-07-29 --format html --out apa.html',
  );
}

interface Face {
  readonly kind: ReportTerms['kind'];
  readonly name: string;
  readonly summary: string;
  readonly description: string;
}

function addReport(report: Command, context: CommandContext, face: Face): Command {
  return withFileOptions(
    report
      .command(face.name)
      .summary(face.summary)
      .description(
        `${face.description} It tells what was recorded until the end of its day, and is the same whenever it is made; it carries the plan's version and a hash of the record. What nobody has stated, such as the memo number, is left as a marked blank.`,
      )
      .option('--on <date>', 'the day of which it tells; today where left out', readDate)
      .option(
        '--history <file>',
        "report from the files of plan and minutes instead of the database; auto for the plan's own",
      ),
  )
    .option('--memo <number>', 'the memo number')
    .option('--memo-date <date>', 'the date of the memo, printed in both calendars', readDate)
    .option('--all', 'of every plan in force, a file each in the folder --out')
    .action((plan: string | undefined, options: Options) => run(context, face.kind, plan, options));
}

/** Options of everything that makes a paper. */
export function withFileOptions(command: Command): Command {
  return command
    .addOption(new Option('--format <format>', 'Word, workbook, page or data').choices(FORMATS).default('docx'))
    .addOption(new Option('--lang <language>', 'its language; that of the plan where left out').choices(['bn', 'en']))
    .option('--out <file>', 'where to write it; html and json go to standard output where left out')
    .option('--overwrite', 'also where there is a file already');
}

function quarterOption(): Option {
  return new Option('--quarter <quarter>', 'a quarter of the fiscal year, until its last day').choices([
    'q1',
    'q2',
    'q3',
    'q4',
  ]);
}

function sinceDay(text: string): string {
  if (text === 'none') return text;
  try {
    return readDate(text);
  } catch {
    throw new InvalidArgumentError('Write a date as in 2026-11-25, or none.');
  }
}

async function run(
  context: CommandContext,
  kind: ReportTerms['kind'],
  plan: string | undefined,
  options: Options,
): Promise<void> {
  const terms: ReportTerms = { ...options, kind };
  checkTogether(plan, options);
  if (options.all) return runAll(context, terms, options);
  const now = context.clock.now();
  const day = (of: Parameters<typeof dayOf>[0]) => dayOf(of, terms, now);
  const record =
    options.history === undefined
      ? await context.withApp((app) => recordFromDatabase(app, plan!, now, day))
      : recordFromFiles(context, plan!, options.history, day);
  await write(context, record, terms, options, options.out);
}

function checkTogether(plan: string | undefined, { all, history, out, on, quarter }: Options): void {
  const faults = [
    ...(plan === undefined && !all ? ['Name a plan, or write --all: `suchok plan list` shows which there are.'] : []),
    ...(plan !== undefined && all ? [`--all is of every plan, so leave out ${plan}.`] : []),
    ...(all && out === undefined ? ['--all writes a file for each plan: say in which folder with --out.'] : []),
    ...(all && history !== undefined ? ['--history is of one plan, and cannot stand with --all.'] : []),
    ...(on !== undefined && quarter !== undefined ? ['--on and --quarter both name the day: leave out one.'] : []),
  ];
  if (faults.length > 0) throw new CommandFailed(faults.join('\n'));
}

async function runAll(context: CommandContext, terms: ReportTerms, options: Options): Promise<void> {
  const refused: string[] = [];
  const written = await context.withApp(async (app) => {
    const faces = await planFaces(app.database.db);
    if (faces.length === 0) throw new CommandFailed(NO_PLAN);
    const now = app.clock.now();
    const definitions = new DefinitionCache();
    const progress = startProgress(context.err, 'Reporting');
    let done = 0;
    try {
      for (const { id } of faces) {
        try {
          const record = await recordFromDatabase(app, id, now, (plan) => dayOf(plan, terms, now), definitions);
          await write(
            context,
            record,
            terms,
            options,
            join(options.out!, `${id}-${terms.kind}.${options.format}`),
            true,
          );
          done += 1;
        } catch (error) {
          if (!(error instanceof CommandFailed)) throw error;
          refused.push(`${id}: ${error.message}`);
        }
        progress.update(done + refused.length, faces.length);
        // The embedded database never lets go of the process by itself, and the process may be serving pages.
        await setImmediate();
      }
    } finally {
      progress.end();
    }
    return done;
  });
  context.out.write(`${counted(written, 'report')} written to ${options.out}\n`);
  if (refused.length > 0)
    throw new CommandFailed(`${refused.join('\n')}\n${counted(refused.length, 'plan')} left out.`);
}

async function write(
  context: CommandContext,
  record: PlanRecord,
  terms: ReportTerms,
  options: Options,
  path: string | undefined,
  quietly = false,
): Promise<void> {
  const { facts, paper } = makeReport(record, terms, context.clock.now());
  const content = await bytesOf(options.format, facts, paper);
  deliver(context, content, options, path, quietly);
}

/** Puts a paper where it was asked for: a file, or standard output where it is text. */
export function deliver(
  context: CommandContext,
  content: Uint8Array,
  { format, overwrite }: Pick<Options, 'format' | 'overwrite'>,
  path: string | undefined,
  quietly = false,
): void {
  if (path === undefined) {
    if (isText(format)) return void context.out.write(Buffer.from(content).toString('utf8'));
    throw new CommandFailed(
      `A ${format} file cannot be shown here: say where to write it with --out, or choose --format html.`,
    );
  }
  context.writeFile({ path, content, overwrite: overwrite === true });
  if (!quietly) context.out.write(`Written to ${path}\n`);
}
