import type { Command } from 'commander';
import { describeChanges } from '../../plan/plan-difference.ts';
import type { OfficeContext } from '../context.ts';
import { counted } from '../office-files.ts';
import { addExamples, jsonOption, printJson } from '../options.ts';

export function addPlanApply(plan: Command, context: OfficeContext): void {
  const command = plan
    .command('apply')
    .summary('put a plan in force')
    .description(
      'Puts a plan in force, all of it or nothing, and says what changed. What the plan no longer has is withdrawn and keeps its history. The same file twice changes nothing.',
    )
    .argument('<file>', 'a path, or a name in config/plans; - is standard input')
    .addOption(jsonOption())
    .action((file: string, { json }: { json?: boolean }) => apply(context, file, json === true));
  addExamples(command, 'plan apply my-office.yaml', 'plan apply mowca-2021-22 --json');
}

async function apply(context: OfficeContext, name: string, json: boolean): Promise<void> {
  const file = context.readFile('plans', name);
  await context.withOffice(async (office) => {
    const { plan, version, isNew, isChanged, added, redefined, withdrawn, changes } = await office.apply(file);
    if (json) return printJson(context.out, { plan, version, isChanged, added, redefined, withdrawn, changes });
    if (!isChanged) return void context.out.write(`${plan}: nothing changed, version ${version} stands.\n`);
    if (isNew) return void context.out.write(`${plan} is in force, with ${counted(added.length, 'indicator')}.\n`);
    // A changed calendar or program can move notices although the plan reads as before.
    const moved = redefined.filter((code) => !changes.some(({ id }) => id === code));
    context.out.write(`${plan} is in force as version ${version}.\n`);
    if (changes.length > 0) context.out.write(`${describeChanges(changes)}\n`);
    if (moved.length > 0) context.out.write(`The notices of ${moved.join(', ')} are set anew.\n`);
    if (withdrawn.length > 0) context.out.write(`Withdrawn, with their history kept: ${withdrawn.join(', ')}.\n`);
  });
}

export function addPlanDiff(plan: Command, context: OfficeContext): void {
  const command = plan
    .command('diff')
    .summary('show what applying a file would change')
    .description('Shows what `plan apply` would change, and changes nothing.')
    .argument('<file>', 'a path, or a name in config/plans; - is standard input')
    .addOption(jsonOption())
    .action((file: string, { json }: { json?: boolean }) => diff(context, file, json === true));
  addExamples(command, 'plan diff my-office.yaml');
}

async function diff(context: OfficeContext, name: string, json: boolean): Promise<void> {
  const file = context.readFile('plans', name);
  await context.withOffice(async (office) => {
    const { plan, version, changes } = await office.difference(file);
    if (json) return printJson(context.out, { plan, version, changes });
    if (version === null) context.out.write(`${plan} is not in force yet: all of it would be new.\n`);
    context.out.write(`${describeChanges(changes)}\n`);
  });
}
