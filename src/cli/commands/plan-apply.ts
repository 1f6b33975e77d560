import { userInfo } from 'node:os';
import type { Command } from 'commander';
import { findPlan } from '../../db/queries/plans.ts';
import { describeChanges, planDifference } from '../../plan/plan-difference.ts';
import type { CommandContext } from '../context.ts';
import { calendarOf, counted, readSoundPlan } from '../office-files.ts';
import { addExamples, jsonOption, printJson } from '../options.ts';

export function addPlanApply(plan: Command, context: CommandContext): void {
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

async function apply(context: CommandContext, name: string, json: boolean): Promise<void> {
  const { configDir } = context;
  const file = context.readFile('plans', name);
  const plan = readSoundPlan(configDir, file);
  const calendar = calendarOf(configDir, plan);
  await context.withApp(async ({ engine }) => {
    const applied = await engine.apply({ plan, calendar, source: file.path, by: operator() });
    const { before, version, isChanged, added, redefined, withdrawn } = applied;
    const changes = isChanged ? planDifference(before, plan) : [];
    if (json)
      return printJson(context.out, { plan: plan.id, version, isChanged, added, redefined, withdrawn, changes });
    if (!isChanged) return void context.out.write(`${plan.id}: nothing changed, version ${version} stands.\n`);
    if (before === null) {
      return void context.out.write(`${plan.id} is in force, with ${counted(added.length, 'indicator')}.\n`);
    }
    // A changed calendar or program can move notices although the plan reads as before.
    const moved = redefined.filter((code) => !changes.some(({ id }) => id === code));
    context.out.write(`${plan.id} is in force as version ${version}.\n`);
    if (changes.length > 0) context.out.write(`${describeChanges(changes)}\n`);
    if (moved.length > 0) context.out.write(`The notices of ${moved.join(', ')} are set anew.\n`);
    if (withdrawn.length > 0) context.out.write(`Withdrawn, with their history kept: ${withdrawn.join(', ')}.\n`);
  });
}

/** Who is at the terminal, as the system knows the person. */
function operator(): string {
  try {
    return userInfo().username;
  } catch {
    // In a container, a process may belong to a number without a name.
    return 'command line';
  }
}

export function addPlanDiff(plan: Command, context: CommandContext): void {
  const command = plan
    .command('diff')
    .summary('show what applying a file would change')
    .description('Shows what `plan apply` would change, and changes nothing.')
    .argument('<file>', 'a path, or a name in config/plans; - is standard input')
    .addOption(jsonOption())
    .action((file: string, { json }: { json?: boolean }) => diff(context, file, json === true));
  addExamples(command, 'plan diff my-office.yaml');
}

async function diff(context: CommandContext, name: string, json: boolean): Promise<void> {
  const { configDir } = context;
  const plan = readSoundPlan(configDir, context.readFile('plans', name));
  await context.withApp(async ({ database }) => {
    const stored = await findPlan(database.db, plan.id);
    const changes = planDifference(stored?.body ?? null, plan);
    if (json) return printJson(context.out, { plan: plan.id, version: stored?.version ?? null, changes });
    if (stored === null) context.out.write(`${plan.id} is not in force yet: all of it would be new.\n`);
    context.out.write(`${describeChanges(changes)}\n`);
  });
}
