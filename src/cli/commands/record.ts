import { type Command, InvalidArgumentError } from 'commander';
import type { Evidence, PersonAction } from '../../../machines/types.ts';
import { parseHumanDate, parseNumber } from '../../calendar/parse-date.ts';
import type { LocalDate } from '../../calendar/types.ts';
import { toLatinDigits } from '../../i18n/digits.ts';
import { formatCode } from '../../i18n/format.ts';
import { explainRefusal } from '../../i18n/refusals.ts';
import { ACTIONS, DETAILS } from '../../plan/history-form.ts';
import { suggest } from '../../plan/nearest-word.ts';
import type { Language } from '../../plan/types.ts';
import { indicatorJson } from '../../reading/status-json.ts';
import { paintFor } from '../colour.ts';
import { CommandFailed, EXIT, type OfficeContext } from '../context.ts';
import { findIndicator } from '../find-plan.ts';
import { addExamples, jsonOption, languageOption, printJson, readDate } from '../options.ts';
import { drawOne } from '../status-table.ts';

interface Options {
  readonly by: string;
  readonly on?: LocalDate;
  readonly evidence?: readonly Evidence[];
  readonly note?: string;
  readonly reason?: string;
  readonly number?: number;
  readonly value?: number;
  readonly step?: string;
  readonly occurrence?: string;
  readonly json?: boolean;
  readonly lang: Language;
}

/** What each action says, for the help. */
const ACTION_HELP: Readonly<Record<PersonAction['type'], string>> = {
  completeStep: 'one step is done; of a report, one stage',
  complete: 'the whole target is met; refused while steps or numbers are missing',
  recordNumber: 'so many more were done',
  recordReading: 'the percentage as it stands on that day',
  holdOccurrence: 'one occurrence (a quarterly meeting, an update) was held',
  suspend: 'put on hold: nobody is reminded until it is resumed',
  resume: 'go on with what was on hold',
  declareNotAchieved: 'it will not be achieved this year',
  withdraw: 'it is taken out of the plan',
  reopen: 'take back what settled it',
};
const ACTION_NAMES = (Object.keys(ACTION_HELP) as PersonAction['type'][]).map(kebab);

export function addRecord(program: Command, context: OfficeContext): void {
  const command = program
    .command('record')
    .summary('record what was done')
    .description(
      'Records what was done about an indicator. Nothing that is recorded can be changed or deleted later; what was settled can be reopened.',
    )
    .argument('<plan>', 'the id of the plan')
    .argument('<indicator>', 'its code, as in 1.2.1 or ১.২.১')
    .argument('<action>', 'what was done', readAction)
    .requiredOption('--by <post>', 'the post of the plan that records it')
    .option('--on <date>', 'the day it happened, in any spelling of a date; today where left out', readDate)
    .option('--step <id>', 'complete-step: which step')
    .option('--number <number>', 'record-number: how many more were done; a negative number corrects', readNumber)
    .option('--value <percent>', 'record-reading: the percentage as it stands', readNumber)
    .option('--occurrence <id>', 'hold-occurrence: which one, as in q2; else the one of that day')
    .option(
      '--evidence <paper>',
      'the paper that shows it, by memo number or title, with its date behind an @ where it has one; repeatable',
      readEvidence,
    )
    .option('--note <text>', 'a remark for the record')
    .option('--reason <text>', 'suspend, resume, declare-not-achieved, withdraw, reopen: why')
    .addOption(jsonOption())
    .addOption(languageOption(context.env))
    .addHelpText('after', `\nActions:\n${actionLines()}`)
    .addHelpText('after', '\nA refusal changes nothing, says why, and ends with exit code 2.')
    .action((planId: string, code: string, type: PersonAction['type'], options: Options) =>
      record(context, planId, toLatinDigits(code), type, options),
    );
  addExamples(
    command,
    'record sample-office-2026-27 1.2.1 complete-step --step select-service --by focal-point',
    'record sample-office-2026-27 1.2.1 complete-step --step office-order --by focal-point \\\n      --evidence "Memo 12.34 @ 20 February 2027" --on 20/02/2027',
    'record sample-office-2026-27 2.2.3 hold-occurrence --by focal-point --on ২২-১২-২০২৬',
    'record sample-office-2026-27 2.2.1 record-number --number 1 --by focal-point',
    'record sample-office-2026-27 2.2.5 suspend --reason "No travel this year" --by head-of-office',
  );
}

function actionLines(): string {
  const width = Math.max(...ACTION_NAMES.map((name) => name.length));
  return Object.entries(ACTION_HELP)
    .map(([type, help]) => `  ${kebab(type).padEnd(width)}  ${help}`)
    .join('\n');
}

async function record(
  context: OfficeContext,
  planId: string,
  code: string,
  type: PersonAction['type'],
  options: Options,
): Promise<void> {
  const action = actionOf(type, options);
  await context.withOffice(async (office) => {
    const plan = (await office.plan(planId))?.body;
    if (!plan) throw await office.unknownPlan(planId);
    const indicator = findIndicator(plan, code);
    const refusal = await office.record({ plan, code, action, on: options.on, by: options.by });
    const row = (await office.status(planId))!.rows.find((one) => one.indicator.code === indicator.code)!;
    const message = refusal && explainRefusal(refusal, options.lang);
    if (options.json) {
      const result = { plan: planId, recorded: refusal === null, refusal: refusal && { ...refusal, message } };
      printJson(context.out, { ...result, indicator: indicatorJson(row, plan.zone) });
    } else if (refusal === null) {
      const style = { language: options.lang, paint: paintFor(context.out, context.env) };
      context.out.write(`${drawOne(plan, row, style)}\n`);
    }
    if (refusal)
      throw new CommandFailed(options.json ? '' : `${formatCode(code, options.lang)}: ${message}`, EXIT.refused);
  });
}

/** @throws CommandFailed when a detail is missing that the action needs, or given that it does not take. */
function actionOf(type: PersonAction['type'], options: Options): PersonAction {
  const { needs, allows } = ACTIONS[type];
  const faults = DETAILS.flatMap((detail) => {
    const given = options[detail] !== undefined;
    if (!given && needs.includes(detail)) return [`the action ${kebab(type)} needs --${detail}`];
    if (given && ![...needs, ...allows].includes(detail)) return [`--${detail} does not belong to ${kebab(type)}`];
    return [];
  });
  if (faults.length > 0) throw new CommandFailed(`${faults.join('; ')}. See: suchok record --help`);
  const { evidence = [], note = null, reason = null } = options;
  switch (type) {
    case 'completeStep':
      return { type, step: options.step!, evidence, note };
    case 'complete':
      return { type, evidence, note };
    case 'recordNumber':
      return { type, number: options.number!, evidence, note };
    case 'recordReading':
      return { type, value: options.value!, evidence, note };
    case 'holdOccurrence':
      return { type, occurrence: options.occurrence ?? null, evidence, note };
    case 'resume':
      return { type, reason };
    default:
      return { type, reason: reason! };
  }
}

function readAction(text: string): PersonAction['type'] {
  const type = (Object.keys(ACTION_HELP) as PersonAction['type'][]).find(
    (known) => known === text || kebab(known) === text,
  );
  if (type) return type;
  throw new InvalidArgumentError(`There is no such action: ${suggest(text, ACTION_NAMES)}`);
}

function readNumber(text: string): number {
  const number = parseNumber(text);
  if (number === null) throw new InvalidArgumentError('Write a number, as in 4, 23.44 or ৪.');
  return number;
}

/** `Memo 12.34 @ 20 February 2027`: what stands behind the last @ counts as a date only where it is one. */
function readEvidence(text: string, earlier: readonly Evidence[] = []): Evidence[] {
  const at = text.lastIndexOf('@');
  const date = at < 0 ? null : parseHumanDate(text.slice(at + 1).trim());
  const reference = (date === null ? text : text.slice(0, at)).trim();
  if (reference === '') throw new InvalidArgumentError('Name the paper by its memo number or title.');
  return [...earlier, { reference, date }];
}

function kebab(type: string): string {
  return type.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
