import type { Command } from 'commander';
import { localDate } from '../../calendar/local-time.ts';
import type { LocalDate } from '../../calendar/types.ts';
import { findPlan } from '../../db/queries/plans.ts';
import { formatFault } from '../../plan/fault.ts';
import type { Language, Plan } from '../../plan/types.ts';
import type { Meeting } from '../../report/minutes/meeting.ts';
import { minutesOf } from '../../report/minutes/minutes.ts';
import { minutesPaper } from '../../report/minutes/minutes-paper.ts';
import { readMeeting } from '../../report/minutes/read-meeting.ts';
import type { PlanRecord } from '../../report/record.ts';
import { bytesOf, type Format } from '../../report/render/report-file.ts';
import { reportTime } from '../../report/standings.ts';
import { type CommandContext, CommandFailed, type NamedFile } from '../context.ts';
import { unknownPlan } from '../find-plan.ts';
import { counted, readSoundPlan } from '../office-files.ts';
import { addExamples } from '../options.ts';
import { deliver, withFileOptions } from '../report/deliver.ts';
import { recordFromDatabase, recordFromFiles } from '../report/record-source.ts';

interface Options {
  readonly meeting: string;
  readonly history?: string;
  readonly format: Format;
  readonly lang?: Language;
  readonly out?: string;
  readonly overwrite?: boolean;
}

export function addMinutes(report: Command, context: CommandContext): void {
  const command = withFileOptions(
    report
      .command('minutes <plan>')
      .summary('a draft of the minutes of a meeting')
      .description(
        "Drafts a meeting's minutes, for you to edit: what the meeting's file says, and how each indicator stood at the end of its day, in words. What the file does not state, such as the memo number or the place, is left as a marked blank.",
      )
      .requiredOption('--meeting <file>', 'a name in config/meetings, or a path; - is standard input')
      .option(
        '--history <file>',
        "take the progress from a file of minutes instead of the database; auto for the plan's own",
      ),
  ).action((plan: string, options: Options) => run(context, plan, options));
  addExamples(
    command,
    'report minutes mowca-2021-22 --meeting mowca-2022-06-28 --history auto --format html --out minutes.html',
    'report minutes my-office-2026-27 --meeting review-q1.yaml --format docx --out review-q1.docx',
  );
}

async function run(context: CommandContext, planName: string, options: Options): Promise<void> {
  const file = context.readFile('meetings', options.meeting);
  const now = context.clock.now();
  const { record, meeting } =
    options.history === undefined
      ? await fromDatabase(context, planName, file, now)
      : fromFiles(context, planName, file, options.history, now);
  if (options.lang !== undefined && options.lang !== meeting.language) {
    throw new CommandFailed(
      `The file of the meeting is in ${NAMES[meeting.language]}, and minutes come in its language: leave --lang out, or translate the file and write language: ${options.lang} there.`,
    );
  }
  const facts = minutesOf(record, reportTime(record.plan, meeting.date, now), meeting);
  const content = await bytesOf(options.format, facts, minutesPaper(facts, record.plan));
  deliver(context, content, options, options.out);
}

const NAMES: Readonly<Record<Language, string>> = { bn: 'Bengali', en: 'English' };

function fromFiles(context: CommandContext, planName: string, file: NamedFile, history: string, now: number) {
  const plan = readSoundPlan(context.configDir, context.readFile('plans', planName));
  const meeting = readSoundMeeting(file, plan, localDate(now, plan.zone));
  return { meeting, record: recordFromFiles(context, planName, history, () => meeting.date) };
}

function fromDatabase(context: CommandContext, planId: string, file: NamedFile, now: number) {
  return context.withApp(async (app): Promise<{ meeting: Meeting; record: PlanRecord }> => {
    const stored = await findPlan(app.database.db, planId);
    if (!stored) throw await unknownPlan(app.database.db, planId, app.settings.configDir);
    const meeting = readSoundMeeting(file, stored.body, localDate(now, stored.body.zone));
    return { meeting, record: await recordFromDatabase(app, planId, now, () => meeting.date) };
  });
}

/** @throws CommandFailed with all faults, a line each, and for a meeting that lies ahead */
function readSoundMeeting({ path, text }: NamedFile, plan: Plan, today: LocalDate): Meeting {
  const reading = readMeeting(text, path, plan);
  if ('faults' in reading) {
    const lines = reading.faults.map(formatFault).join('\n');
    throw new CommandFailed(`${lines}\n${path} has ${counted(reading.faults.length, 'fault')}: nothing was done.`);
  }
  const { meeting } = reading;
  if (meeting.date > today) {
    throw new CommandFailed(
      `The meeting of ${meeting.date} lies ahead: its minutes are drafted on its day, ${today} being today, or after.`,
    );
  }
  return meeting;
}
