import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Language, Plan } from '../../plan/types.ts';
import { makeReport } from '../../report/make-report.ts';
import { bytesOf, type Format } from '../../report/render/report-file.ts';
import { PERIODS, type ReportKind, type ReportTerms, settleTerms } from '../../report/report-terms.ts';
import { CommandFailed, type OfficeContext } from '../context.ts';
import { addExamples, readDate } from '../options.ts';
import { deliver, withFileOptions } from '../report/deliver.ts';
import { notAsAsked, recordFromFiles } from '../report/record-source.ts';
import { reportAll } from '../report/report-all.ts';

interface Options extends Omit<ReportTerms, 'kind' | 'language'> {
  readonly lang?: Language;
  readonly history?: string;
  readonly format: Format;
  readonly out?: string;
  readonly overwrite?: boolean;
  readonly all?: boolean;
}

export function addReports(report: Command, context: OfficeContext): void {
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
      .choices(PERIODS)
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
  readonly kind: ReportKind;
  readonly name: string;
  readonly summary: string;
  readonly description: string;
}

function addReport(report: Command, context: OfficeContext, face: Face): Command {
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
    .option('--all', 'of every plan in force, a file each in the folder --out; files that are there are kept')
    .action((plan: string | undefined, options: Options) => run(context, face.kind, plan, options));
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
  context: OfficeContext,
  kind: ReportKind,
  plan: string | undefined,
  options: Options,
): Promise<void> {
  const { format, out, overwrite, history, all } = options;
  const { period, quarter, on, since, lang: language, memo, memoDate } = options;
  const terms: ReportTerms = { kind, period, quarter, on, since, language, memo, memoDate };
  checkTogether(plan, options);
  if (all) return reportAll(context, { terms, format, out: out!, overwrite: overwrite === true });
  const content = await (history === undefined
    ? ofOffice(context, plan!, terms, format)
    : ofFiles(context, plan!, history, terms, format));
  deliver(context, content, options, out);
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

function ofOffice(context: OfficeContext, plan: string, terms: ReportTerms, format: Format): Promise<Uint8Array> {
  return context.withOffice(async (office) => {
    const content = await office.report(plan, terms, format);
    if (content === null) throw await office.unknownPlan(plan);
    return content;
  });
}

async function ofFiles(
  context: OfficeContext,
  plan: string,
  history: string,
  asked: ReportTerms,
  format: Format,
): Promise<Uint8Array> {
  const now = context.clock.now();
  const settle = (of: Plan) => {
    const settled = settleTerms(of, asked, now);
    if ('faults' in settled) throw notAsAsked(settled.faults);
    return settled.terms;
  };
  const record = recordFromFiles(context, plan, history, (of) => settle(of).on);
  const { facts, paper } = makeReport(record, settle(record.plan), now);
  return bytesOf(format, facts, paper);
}
