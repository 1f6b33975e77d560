import type { Actor, Evidence, EvidenceFile, PersonAction, Refusal } from '../../../machines/types.ts';
import { addDays, localDate } from '../../calendar/local-time.ts';
import type { Calendar, LocalDate } from '../../calendar/types.ts';
import type { Transaction } from '../../db/database.ts';
import type { IndicatorChange } from '../../db/indicator-rows.ts';
import { insertActionItems } from '../../db/queries/action-items.ts';
import { insertEvidenceFiles } from '../../db/queries/evidence-files.ts';
import { lockIndicator } from '../../db/queries/lock-indicators.ts';
import { issueMinutes } from '../../db/queries/meetings.ts';
import { type DecisionFault, decisionFaults, tasksOf } from '../../meetings/decision-faults.ts';
import { compileAction } from '../../plan/compile-duty.ts';
import type { MeetingSettled } from './change-meeting.ts';
import {
  type Arranged,
  beginDuties,
  type HeldMeeting,
  type MeetingDesk,
  type MeetingHindrance,
  type MeetingKey,
  nothing,
  Run,
  takeMeeting,
} from './desk.ts';

export interface IssuedMeeting extends MeetingKey {
  readonly minutes: { readonly file: EvidenceFile; readonly scan: 'clean' | 'notScanned' };
  /** Puts the file where it stays; done before anything names it. */
  readonly keep: () => Promise<void>;
  readonly calendar: Calendar;
  readonly by: Actor;
}

/** What became of the indicator that the minutes settle a part of. */
export type Settlement =
  /** The meeting settles none. */
  | { readonly outcome: 'none' }
  | { readonly outcome: 'settled'; readonly code: string }
  /** The indicator did not take it: closed, held already, on hold. The minutes are issued all the same. */
  | { readonly outcome: 'refused'; readonly code: string; readonly refusal: Refusal };

export type IssueAnswer =
  | MeetingHindrance
  | { readonly outcome: 'decisionsFaulty'; readonly faults: readonly DecisionFault[] }
  | (MeetingSettled & {
      readonly settlement: Settlement;
      /** The codes of what its decisions became. */
      readonly actions: readonly string[];
    });

/** A decision is due within a year of the plan's end, at the latest. */
export function latestDue({ closes }: { readonly closes: LocalDate }): LocalDate {
  return addDays(closes, 366);
}

/**
 * Issues the minutes: the meeting is achieved with them as its evidence, the plan's indicator gets its occurrence or its
 * number, and what was decided becomes action items. Whoever issues them a second time finds them issued.
 */
export async function issueMeeting(
  tx: Transaction,
  desk: MeetingDesk,
  { minutes, keep, calendar, by, ...key }: IssuedMeeting,
): Promise<Arranged<IssueAnswer>> {
  const held = await takeMeeting(tx, desk, key, ['drafted']);
  if ('outcome' in held) return nothing(held);
  const { plan, meeting, run } = held;
  const faults = decisionFaults(plan, meeting.body, meeting.day, latestDue(plan));
  if (faults.length > 0) return nothing({ outcome: 'decisionsFaulty', faults });
  const on = localDate(run.at, plan.zone);
  // As offices cite minutes: by the number of their memo, else by their title; what the file is called says nothing.
  const reference = meeting.body.memo?.number ?? meeting.body.title;
  const evidence = [{ reference, date: on, file: minutes.file }];
  const refusal = run.send({ type: 'completeStep', step: 'issued', evidence, note: null }, on, by);
  if (refusal) return nothing({ outcome: 'refused', refusal });
  await keep();
  const onRecord = [{ ...minutes.file, scan: minutes.scan, storedAt: run.at, ...by }];
  await insertEvidenceFiles(tx, meeting.indicatorId, onRecord);
  const settled = await settle(tx, desk, held, evidence, by);
  if (settled.indicatorId !== null) await insertEvidenceFiles(tx, settled.indicatorId, onRecord);
  const actions = await beginActions(tx, held, calendar);
  const version = await issueMinutes(tx, meeting.id, minutes.file.hash, run.at);
  return {
    answer: {
      outcome: 'done',
      number: meeting.number,
      version,
      letters: 0,
      vacant: [],
      settlement: settled.settlement,
      actions: actions.codes,
    },
    changes: [...run.changes(), ...settled.changes, ...actions.changes],
    messages: [],
  };
}

interface Settling {
  readonly settlement: Settlement;
  /** The indicator of which the minutes are evidence now. */
  readonly indicatorId: number | null;
  readonly changes: readonly IndicatorChange[];
}

/** Records what the plan has the meeting for, as held on its day. */
async function settle(
  tx: Transaction,
  { definitions, now }: MeetingDesk,
  { plan, meeting }: HeldMeeting,
  evidence: readonly Evidence[],
  by: Actor,
): Promise<Settling> {
  const code = meeting.settles;
  if (code === null) return { settlement: { outcome: 'none' }, indicatorId: null, changes: [] };
  const stored = await lockIndicator(tx, plan.id, code);
  if (!stored) {
    const refusal: Refusal = { code: 'closed', details: { status: 'withdrawn' } };
    return { settlement: { outcome: 'refused', code, refusal }, indicatorId: null, changes: [] };
  }
  const definitionOf = await definitions.load(tx, [stored.definitionHash]);
  const run = new Run(stored, definitionOf(stored.definitionHash), now);
  const action: PersonAction =
    run.definition.kind === 'recurring'
      ? { type: 'holdOccurrence', occurrence: meeting.occurrence, evidence, note: null }
      : { type: 'recordNumber', number: 1, evidence, note: null };
  const refusal = run.send(action, meeting.day, by);
  const changes = run.changes();
  if (refusal) return { settlement: { outcome: 'refused', code, refusal }, indicatorId: null, changes };
  return { settlement: { outcome: 'settled', code }, indicatorId: stored.id, changes };
}

/** What the meeting decided with a post and a day, each with a machine of its own. */
async function beginActions(tx: Transaction, { plan, meeting, run }: HeldMeeting, calendar: Calendar) {
  const tasks = tasksOf(meeting.body);
  const codes = tasks.map((_, i) => `${run.stored.code}.${i + 1}`);
  const terms = { plan, calendar, since: run.at };
  const definitions = tasks.map(({ by }, i) => compileAction(codes[i]!, by, terms));
  const changes = await beginDuties(tx, plan.id, definitions, run.at);
  await insertActionItems(
    tx,
    tasks.map(({ text, post, implementers, about, by }, i) => ({
      meetingId: meeting.id,
      number: i + 1,
      indicatorId: changes[i]!.id,
      text,
      post,
      implementers,
      about,
      due: by,
    })),
  );
  return { codes, changes };
}
