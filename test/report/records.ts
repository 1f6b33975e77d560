import type { LocalDate } from '../../src/calendar/types.ts';
import { calendarOf } from '../../src/cli/office-files.ts';
import { recordOfHistory } from '../../src/cli/report/record-of-history.ts';
import { configFile, readConfigFile, readHistoryFile, readPlanFile } from '../../src/plan/config-folder.ts';
import type { Plan } from '../../src/plan/types.ts';
import type { Meeting } from '../../src/report/minutes/meeting.ts';
import { minutesOf } from '../../src/report/minutes/minutes.ts';
import { minutesPaper } from '../../src/report/minutes/minutes-paper.ts';
import { readMeeting } from '../../src/report/minutes/read-meeting.ts';
import { linesOf, type Paper } from '../../src/report/paper.ts';
import type { PlanRecord } from '../../src/report/record.ts';
import { reportTime } from '../../src/report/standings.ts';

/** A plan of `config/plans`. */
export function planNamed(name: string): Plan {
  const reading = readPlanFile('config', name);
  if ('faults' in reading) throw new Error(JSON.stringify(reading.faults));
  return reading.plan;
}

/** The record that follows from a plan of the folder and what its minutes say happened, until a day. */
export function recordNamed(name: string, until?: LocalDate): PlanRecord {
  const plan = planNamed(name);
  const reading = readHistoryFile('config', name, plan);
  if ('faults' in reading) throw new Error(JSON.stringify(reading.faults));
  return recordOfHistory(plan, calendarOf('config', plan), reading.history, until ?? plan.closes);
}

/** The draft of the minutes of a meeting of `config/meetings`. */
export function draftOf(meetingName: string) {
  const path = configFile('config', 'meetings', meetingName);
  return draftFrom(readConfigFile(path), path);
}

/** The draft of minutes from the text of a meeting's file, and what the original minutes say happened. */
export function draftFrom(text: string, path = 'meeting.yaml'): { meeting: Meeting; paper: Paper; text: string } {
  const plan = planNamed(/^plan: (\S+)$/m.exec(text)![1]!);
  const reading = readMeeting(text, path, plan);
  if ('faults' in reading) throw new Error(JSON.stringify(reading.faults, null, 2));
  const { meeting } = reading;
  const record = recordNamed(plan.id, meeting.date);
  const paper = minutesPaper(minutesOf(record, reportTime(plan, meeting.date), meeting), plan);
  return { meeting, paper, text: [...linesOf(paper)].join('\n') };
}
