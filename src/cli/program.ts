import { Command } from 'commander';
import { addDoctor } from './commands/doctor.ts';
import { addMail } from './commands/mail.ts';
import { addPlanApply, addPlanDiff } from './commands/plan-apply.ts';
import { addPlanCheck } from './commands/plan-check.ts';
import { addPlanNew } from './commands/plan-new.ts';
import { addPlanList, addPlanShow } from './commands/plan-show.ts';
import { addRecord } from './commands/record.ts';
import { addReports } from './commands/report.ts';
import { addMinutes } from './commands/report-minutes.ts';
import { addSignInLink } from './commands/sign-in-link.ts';
import { addSimulate } from './commands/simulate.ts';
import { addStatus } from './commands/status.ts';
import { addVerify } from './commands/verify.ts';
import type { CommandContext } from './context.ts';
import { addServerOptions, officeContext } from './office/choose-office.ts';
import { addExamples } from './options.ts';

/** A further command that only some processes offer. */
export type AddCommand = (program: Command, context: CommandContext) => void;

/** The command line, of commands that can run in any process, and those that only this one offers. */
export function createProgram(given: CommandContext, furtherCommands: readonly AddCommand[]): Command {
  const program = new Command('suchok')
    .description(
      "Suchok keeps an office's annual work plan: who has to do what by when, who is reminded, and what was done.",
    )
    .helpCommand('help [command]', 'tell how a command is used')
    .showHelpAfterError('(suchok --help lists the commands)')
    .configureHelp({ sortSubcommands: false })
    .exitOverride()
    .configureOutput({
      writeOut: (text) => given.out.write(text),
      writeErr: (text) => given.err.write(text),
      getOutHelpWidth: () => given.out.columns ?? 100,
      getErrHelpWidth: () => given.err.columns ?? 100,
    })
    .addHelpText(
      'after',
      '\nExit codes: 0 done, 1 not done and why, 2 refused by the rules of the plan.\nSettings are in the environment; README.md lists them.',
    );
  addServerOptions(program);
  const context = officeContext(given, program);
  for (const add of furtherCommands) add(program, context);
  addStatus(program, context);
  addRecord(program, context);
  const plan = program
    .command('plan')
    .summary('write, check and apply plans')
    .description('Writes, checks and applies plans.');
  for (const add of [addPlanNew, addPlanCheck, addPlanDiff, addPlanApply, addPlanList, addPlanShow]) add(plan, context);
  addSimulate(program, context);
  const report = program
    .command('report')
    .summary('write reports and minutes')
    .description('Writes what the office owes its superiors, as Word file, workbook, page or data.');
  addReports(report, context);
  addMinutes(report, context);
  addMail(program, context);
  addSignInLink(program, context);
  addVerify(program, context);
  addDoctor(program, context);
  addExamples(
    program,
    'start',
    'status',
    'plan new --office my-office --out my-office.yaml',
    'simulate mowca-2021-22 --history auto',
  );
  return program;
}
