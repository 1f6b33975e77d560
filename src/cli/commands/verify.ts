import type { Command } from 'commander';
import { verifyLogs } from '../../engine/verify.ts';
import { type CommandContext, CommandFailed } from '../context.ts';
import { counted } from '../office-files.ts';
import { addExamples, jsonOption, printJson } from '../options.ts';
import { startProgress } from '../progress.ts';

export function addVerify(program: Command, context: CommandContext): void {
  const command = program
    .command('verify')
    .summary('check that the record is whole')
    .description(
      'Replays the event log of every indicator and compares what comes out with what is saved: the chain of hashes, the state, the armed deadlines. Exit code 1 where something does not hold.',
    )
    .addOption(jsonOption())
    .action(({ json }: { json?: boolean }) => verify(context, json === true));
  addExamples(command, 'verify', 'verify --json');
}

async function verify(context: CommandContext, json: boolean): Promise<void> {
  await context.withApp(async ({ database }) => {
    const progress = startProgress(context.err, 'Replaying');
    const verification = await verifyLogs(database.db, { onProgress: progress.update }).finally(progress.end);
    const { indicators, entries, faults } = verification;
    const extent = `${counted(indicators, 'indicator')}, ${entries} ${entries === 1 ? 'entry' : 'entries'} replayed`;
    if (json) printJson(context.out, verification);
    else if (faults.length === 0) context.out.write(`${extent}: the record is whole.\n`);
    else context.out.write(`${faults.join('\n')}\n`);
    if (faults.length > 0) throw new CommandFailed(json ? '' : `${extent}: ${counted(faults.length, 'fault')}.`);
  });
}
