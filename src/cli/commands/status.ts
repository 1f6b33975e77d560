import type { Command } from 'commander';
import { formatFiscalYear } from '../../i18n/format.ts';
import { words } from '../../i18n/words.ts';
import type { Language } from '../../plan/types.ts';
import { statusJson } from '../../reading/status-json.ts';
import { paintFor } from '../colour.ts';
import { CommandFailed, type OfficeContext } from '../context.ts';
import { NO_PLAN } from '../find-plan.ts';
import type { Office } from '../office/office.ts';
import { addExamples, columnsOf, jsonOption, languageOption, printJson } from '../options.ts';
import { drawStatus } from '../status-table.ts';
import { drawTable } from '../terminal-table.ts';
import { cliWords } from '../words.ts';

interface Options {
  readonly json?: boolean;
  readonly lang: Language;
}

export function addStatus(program: Command, context: OfficeContext): void {
  const command = program
    .command('status')
    .summary('show how a plan stands')
    .description(
      'Shows how a plan stands: each indicator with its progress, status, due day and next notice. Without PLAN, the only plan there is, or a list of all.',
    )
    .argument('[plan]', 'the id of the plan, as in mowca-2021-22')
    .addOption(jsonOption())
    .addOption(languageOption(context.env))
    .action((plan: string | undefined, options: Options) =>
      context.withOffice((office) =>
        plan === undefined ? showAll(context, office, options) : show(context, office, plan, options),
      ),
    );
  addExamples(command, 'status', 'status mowca-2021-22 --lang bn', 'status mowca-2021-22 --json');
}

async function showAll(context: OfficeContext, office: Office, options: Options): Promise<void> {
  const faces = await office.faces();
  const [only] = faces;
  if (faces.length === 1 && only && !options.json) return show(context, office, only.id, options);
  if (options.json) {
    const all: object[] = [];
    for (const { id } of faces) all.push(statusJson((await office.status(id))!));
    return printJson(context.out, all);
  }
  if (!only) throw new CommandFailed(NO_PLAN);
  const counts = await office.counts();
  const say = cliWords(options.lang);
  const statuses = Object.entries(words(options.lang).workStatus);
  const table = drawTable(
    [{ head: say.plan }, { head: say.office }, { head: say.fiscalYear }, { head: say.status }],
    faces.map(({ id, office: name, fiscalYear }) => [
      id,
      name[options.lang],
      formatFiscalYear(fiscalYear, options.lang),
      statuses
        .map(([status, word]) => ({ word, count: counts.get(id)?.[status as keyof StatusCounts] ?? 0 }))
        .filter(({ count }) => count > 0)
        .map(({ word, count }) => say.counted(count, word))
        .join(', '),
    ]),
  );
  context.out.write(`${table}\n`);
}

type StatusCounts = ReturnType<typeof words>['workStatus'];

async function show(context: OfficeContext, office: Office, planId: string, { json, lang }: Options): Promise<void> {
  const status = await office.status(planId);
  if (status === null) throw await office.unknownPlan(planId);
  if (json) return printJson(context.out, statusJson(status));
  const style = {
    language: lang,
    paint: paintFor(context.out, context.env),
    columns: columnsOf(context.out, context.env),
  };
  context.out.write(drawStatus(status.plan, status.rows, style));
}
