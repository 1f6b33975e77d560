import type { Command } from 'commander';
import { formatFault } from '../../plan/fault.ts';
import { CommandFailed, type OfficeContext } from '../context.ts';
import type { CheckedFile } from '../office/office.ts';
import { counted } from '../office-files.ts';
import { addExamples, jsonOption, printJson } from '../options.ts';

export function addPlanCheck(plan: Command, context: OfficeContext): void {
  const command = plan
    .command('check')
    .summary('check plan files and tell all faults')
    .description('Checks plan files and tells every fault of all of them, as file:line:column field: what is wrong.')
    .argument('<file...>', 'paths, or names in config/plans; - is standard input')
    .addOption(jsonOption())
    .action((files: string[], { json }: { json?: boolean }) => check(context, files, json === true));
  addExamples(command, 'plan check my-office.yaml', 'plan check config/plans/*.yaml', 'plan check mowca-2021-22');
}

async function check(context: OfficeContext, names: readonly string[], json: boolean): Promise<void> {
  const checked: CheckedFile[] = [];
  for (const name of names) checked.push(await context.checkPlan(context.readFile('plans', name)));
  const faults = checked.flatMap((one) => one.faults);
  if (json) {
    printJson(
      context.out,
      checked.map(({ plan, ...rest }) => ({ ...rest, plan: plan?.id ?? null })),
    );
  } else {
    for (const { file, plan, warnings } of checked) {
      if (plan) {
        const indicators = counted(plan.indicators, 'indicator');
        context.out.write(`${file}: sound, the plan ${plan.id} with ${indicators}\n`);
      }
      for (const warning of warnings) context.out.write(`${file}: note: ${warning}\n`);
    }
    for (const fault of faults) context.out.write(`${formatFault(fault)}\n`);
  }
  if (faults.length > 0) throw new CommandFailed(json ? '' : `${counted(faults.length, 'fault')} to correct.`);
}
