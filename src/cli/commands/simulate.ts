import type { Command } from 'commander';
import { viewOf } from '../../../machines/view.ts';
import { daysBetween } from '../../calendar/local-time.ts';
import type { LocalDate } from '../../calendar/types.ts';
import { formatDateLong } from '../../i18n/format.ts';
import { ConfigFileMissing } from '../../plan/config-folder.ts';
import type { History } from '../../plan/history.ts';
import type { Language, Plan } from '../../plan/types.ts';
import { type Moment, type Simulation, simulate } from '../../simulate/simulate.ts';
import { simulationJson } from '../../simulate/simulation-json.ts';
import { storyOf } from '../../simulate/story.ts';
import { paintFor } from '../colour.ts';
import { type CommandContext, CommandFailed } from '../context.ts';
import { calendarOf, readSoundHistory, readSoundPlan } from '../office-files.ts';
import { addExamples, columnsOf, jsonOption, languageOption, printJson, readDate } from '../options.ts';
import { drawStatus, headOf } from '../status-table.ts';
import { drawLine } from '../story-line.ts';
import { cliWords } from '../words.ts';

interface Options {
  readonly history?: string;
  readonly from?: LocalDate;
  readonly until?: LocalDate;
  readonly json?: boolean;
  readonly lang: Language;
}

export function addSimulate(program: Command, context: CommandContext): void {
  const command = program
    .command('simulate')
    .summary("tell a plan's year before it happens")
    .description(
      "Runs a plan's year in a moment, on virtual time and without a database, and tells day by day what becomes due and who is written to. Nothing is sent. The same input always gives the same output.",
    )
    .argument('<plan>', 'a name in config/plans, or a path; - is standard input')
    .option('--history <file>', 'what people did: a name in config/histories, a path, or auto for the name of the plan')
    .option('--from <date>', "the day on which the plan is put into Suchok; the year's first where left out", readDate)
    .option('--until <date>', "the last day to tell of; the year's last where left out", readDate)
    .addOption(jsonOption())
    .addOption(languageOption(context.env))
    .action((plan: string, options: Options) => run(context, plan, options));
  addExamples(
    command,
    'simulate mowca-2021-22',
    'simulate mowca-2021-22 --history auto --until 2022-06-28 --lang bn',
    'simulate my-office.yaml --from 2026-11-01 --json',
  );
}

function run(context: CommandContext, name: string, options: Options): void {
  const { configDir } = context;
  const plan = readSoundPlan(configDir, context.readFile('plans', name));
  const calendar = calendarOf(configDir, plan);
  const history = historyFor(context, plan, options.history);
  const { from = plan.opens, until = plan.closes } = options;
  if (from > until) throw new CommandFailed(`--from ${from} lies after --until ${until}: turn them round.`);
  if (from > plan.closes) throw new CommandFailed(`--from ${from} lies after the plan's last day, ${plan.closes}.`);
  const moments: Moment[] = [];
  const telling = simulate(plan, { calendar, history, from, until });
  let next = telling.next();
  for (; !next.done; next = telling.next()) moments.push(next.value);
  if (options.json) printJson(context.out, simulationJson(plan, moments, next.value));
  else tell(context, plan, history, moments, next.value, options.lang);
}

function historyFor(context: CommandContext, plan: Plan, asked: string | undefined): History | null {
  if (asked === undefined) return null;
  try {
    return readSoundHistory(context.readFile('histories', asked === 'auto' ? plan.id : asked), plan);
  } catch (error) {
    if (asked === 'auto' && error instanceof ConfigFileMissing) return null;
    throw error;
  }
}

function tell(
  { out, env }: CommandContext,
  plan: Plan,
  history: History | null,
  moments: readonly Moment[],
  end: Simulation,
  language: Language,
): void {
  const say = cliWords(language);
  const paint = paintFor(out, env);
  const opening = history === null ? say.withoutHistory : say.withHistory(history.source);
  out.write(`${headOf(plan, { language, paint })}\n${say.period(end.from, end.until)}\n${opening}\n`);
  for (const { date, lines } of storyOf(plan, moments, language)) {
    out.write(`\n${paint('bold', formatDateLong(date, language))}\n`);
    for (const line of lines) out.write(`${drawLine(line, plan.zone, language, paint)}\n`);
  }
  const rows = end.indicators.map(({ indicator, definition, state }) => {
    const view = viewOf(definition, state);
    return { indicator, view, daysLeft: daysBetween(end.until, view.due) };
  });
  const letters = moments.reduce((sum, { messages }) => sum + messages.length, 0);
  out.write(`\n${drawStatus(plan, rows, { language, paint, columns: columnsOf(out, env) })}${say.letters(letters)}\n`);
}
