import type { Command } from 'commander';
import { calendarWarnings } from '../../plan/calendar-warnings.ts';
import { configNames } from '../../plan/config-folder.ts';
import { formatFault } from '../../plan/fault.ts';
import { type CommandContext, CommandFailed } from '../context.ts';
import { indicatorsOf } from '../find-plan.ts';
import { counted, examinePlan, readSoundCalendarFile } from '../office-files.ts';
import { addExamples, jsonOption, printJson } from '../options.ts';

export function addPlanCheck(plan: Command, context: CommandContext): void {
  const command = plan
    .command('check')
    .summary('check plan files and tell all faults')
    .description('Checks plan files and tells every fault of all of them, as file:line:column field: what is wrong.')
    .argument('<file...>', 'paths, or names in config/plans; - is standard input')
    .addOption(jsonOption())
    .action((files: string[], { json }: { json?: boolean }) => check(context, files, json === true));
  addExamples(command, 'plan check my-office.yaml', 'plan check config/plans/*.yaml', 'plan check mowca-2021-22');
}

function check(context: CommandContext, names: readonly string[], json: boolean): void {
  const { configDir } = context;
  const checked = names.map((name) => {
    const file = context.readFile('plans', name);
    const reading = examinePlan(configDir, file);
    if ('faults' in reading) return { file: file.path, plan: null, faults: reading.faults, warnings: [] };
    const { plan } = reading;
    const warnings = configNames(configDir, 'calendars').includes(plan.calendar)
      ? calendarWarnings(plan, readSoundCalendarFile(configDir, plan.calendar))
      : [];
    return { file: file.path, plan, faults: [], warnings };
  });
  const faults = checked.flatMap((one) => one.faults);
  if (json) {
    printJson(
      context.out,
      checked.map(({ plan, ...rest }) => ({ ...rest, plan: plan?.id ?? null })),
    );
  } else {
    for (const { file, plan, warnings } of checked) {
      if (plan) {
        const indicators = counted(indicatorsOf(plan).length, 'indicator');
        context.out.write(`${file}: sound, the plan ${plan.id} with ${indicators}\n`);
      }
      for (const warning of warnings) context.out.write(`${file}: note: ${warning}\n`);
    }
    for (const fault of faults) context.out.write(`${formatFault(fault)}\n`);
  }
  if (faults.length > 0) throw new CommandFailed(json ? '' : `${counted(faults.length, 'fault')} to correct.`);
}
