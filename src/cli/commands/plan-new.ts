import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { fiscalYearOf } from '../../calendar/fiscal-year.ts';
import { localDate } from '../../calendar/local-time.ts';
import { planFromTemplate } from '../../plan/write-plan.ts';
import { type CommandContext, CommandFailed } from '../context.ts';
import { addExamples } from '../options.ts';

interface Options {
  readonly template: string;
  readonly office: string;
  readonly officeNameBn?: string;
  readonly officeNameEn?: string;
  readonly year?: string;
  readonly out?: string;
}

export function addPlanNew(plan: Command, context: CommandContext): void {
  const command = plan
    .command('new')
    .summary('write a plan from a template')
    .description('Writes the plan of an office for a fiscal year from a template, for you to complete and apply.')
    .option('--template <name>', 'a name in config/templates, or a path', 'egov-innovation')
    .requiredOption('--office <id>', 'lower-case letters, digits and hyphens, as in chatkhil-cooperative')
    .option('--office-name-bn <name>', 'the name of the office in Bengali; its id where left out')
    .option('--office-name-en <name>', 'the name of the office in English; its id where left out')
    .option('--year <year>', 'the fiscal year, as in 2026-27; the current one where left out')
    .option('--out <file>', 'where to write it; standard output where left out')
    .action((options: Options) => write(context, options));
  addExamples(
    command,
    'plan new --office chatkhil-cooperative --year 2026-27 \\\n      --office-name-bn "উপজেলা সমবায় কার্যালয়, চাটখিল" --office-name-en "Upazila Cooperative Office, Chatkhil" \\\n      --out chatkhil-2026-27.yaml',
  );
}

function write(context: CommandContext, options: Options): void {
  const template = context.readFile('templates', options.template);
  const text = planFromTemplate(template.text, {
    officeId: options.office,
    officeName: { bn: options.officeNameBn ?? options.office, en: options.officeNameEn ?? options.office },
    fiscalYear: options.year ?? fiscalYearOf(localDate(context.clock.now(), 'Asia/Dhaka')).label,
  });
  if (options.out === undefined) return void context.out.write(text);
  if (existsSync(options.out)) {
    throw new CommandFailed(`${options.out} is there already: choose another name, or delete it first.`);
  }
  context.writeFile({ path: options.out, content: Buffer.from(text), overwrite: false });
  context.out.write(
    `Written to ${options.out}. Put in your own people and addresses, then:\n  suchok plan check ${options.out}\n  suchok plan apply ${options.out}\n`,
  );
}
