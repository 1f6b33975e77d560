import type { Command } from 'commander';
import type { App } from '../../app.ts';
import type { Calendar } from '../../calendar/types.ts';
import { type Check, examine } from '../../engine/doctor.ts';
import { ConfigFileMissing } from '../../plan/config-folder.ts';
import { type Paint, paintFor } from '../colour.ts';
import { type CommandContext, CommandFailed } from '../context.ts';
import { calendarOf, counted } from '../office-files.ts';
import { addExamples, jsonOption, printJson } from '../options.ts';

const SIGNS = {
  ok: ['green', 'ok     '],
  warning: ['yellow', 'warning'],
  fault: ['red', 'FAULT  '],
} as const;

const NAMES: Readonly<Record<Check['name'], string>> = {
  database: 'database',
  queue: 'queue',
  mail: 'mail',
  scanner: 'scanner',
  clock: 'clock',
  calendar: 'calendar',
  posts: 'posts',
  deadlines: 'deadlines',
  setAside: 'set aside',
  messages: 'messages',
  evidence: 'evidence',
};

export function addDoctor(program: Command, context: CommandContext): void {
  const command = program
    .command('doctor')
    .summary('check that reminders can reach people')
    .description(
      'Looks at everything that has to work for reminders to reach people: database, queue, mail, clock, calendar, posts, deadlines, letters, uploaded files. Sends nothing. Exit code 1 where something is wrong.',
    )
    .addOption(jsonOption())
    .action(({ json }: { json?: boolean }) => context.withApp((app) => doctor(context, app, json === true)));
  addExamples(command, 'doctor', 'doctor --json');
}

async function doctor(context: CommandContext, app: App, json: boolean): Promise<void> {
  const { database, queues, transport, evidence, clock, settings } = app;
  const checks = await examine({
    db: database.db,
    pingDatabase: () => database.ping(),
    pingQueue: () => queues.ping(),
    verifyMail: () => transport.verify(),
    evidence,
    now: () => clock.now(),
    calendarOf: (id) => findCalendar(settings.configDir, id),
  });
  const faults = checks.filter(({ result }) => result === 'fault');
  if (json) printJson(context.out, { healthy: faults.length === 0, checks });
  else context.out.write(`${checks.map((check) => drawCheck(check, paintFor(context.out, context.env))).join('\n')}\n`);
  if (faults.length > 0) throw new CommandFailed(json ? '' : `${counted(faults.length, 'fault')} to mend.`);
}

function drawCheck({ name, result, detail }: Check, paint: Paint): string {
  const [colour, sign] = SIGNS[result];
  return `${paint(colour, sign)}  ${NAMES[name].padEnd(9)}  ${detail}`;
}

function findCalendar(configDir: string, id: string): Calendar | null {
  try {
    return calendarOf(configDir, { calendar: id });
  } catch (error) {
    if (error instanceof ConfigFileMissing) return null;
    throw error;
  }
}
