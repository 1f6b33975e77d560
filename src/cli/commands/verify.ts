import type { Command } from 'commander';
import { examineEvidence } from '../../engine/examine-evidence.ts';
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
      'Replays the event log of every indicator and compares what comes out with what is saved: the chain of hashes, the state, the armed deadlines. Reads every uploaded file and compares it with its hash. Exit code 1 where something does not hold.',
    )
    .addOption(jsonOption())
    .action(({ json }: { json?: boolean }) => verify(context, json === true));
  addExamples(command, 'verify', 'verify --json');
}

async function verify(context: CommandContext, json: boolean): Promise<void> {
  await context.withApp(async ({ database, evidence }) => {
    const progress = startProgress(context.err, 'Replaying');
    const verification = await verifyLogs(database.db, { onProgress: progress.update }).finally(progress.end);
    const { files, faults: fileFaults } = await examineEvidence(database.db, evidence, true);
    const { indicators, entries } = verification;
    const faults = [...verification.faults, ...fileFaults];
    const replayed = `${counted(indicators, 'indicator')}, ${entries} ${entries === 1 ? 'entry' : 'entries'} replayed`;
    const extent = files > 0 ? `${replayed}, ${counted(files, 'file')} read` : replayed;
    if (json) printJson(context.out, { ...verification, files, faults });
    else if (faults.length === 0) context.out.write(`${extent}: the record is whole.\n`);
    else context.out.write(`${faults.join('\n')}\n`);
    if (faults.length > 0) throw new CommandFailed(json ? '' : `${extent}: ${counted(faults.length, 'fault')}.`);
  });
}
