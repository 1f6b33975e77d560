import { nextMarkAt } from '../../machines/progress.ts';
import { addDays, localDate } from '../calendar/local-time.ts';
import type { Calendar, Instant } from '../calendar/types.ts';
import type { Database } from '../db/database.ts';
import { query } from '../db/database.ts';
import { countMessages } from '../db/queries/messages.ts';
import { listPlans, type StoredPlan } from '../db/queries/plans.ts';
import { type IndicatorRecord, readRecords } from '../db/queries/read-logs.ts';
import { holdersOf, recipientsOf } from '../notices/recipients.ts';
import type { IndicatorDefinition } from '../plan/definition.ts';
import { type Plan, ROLES } from '../plan/types.ts';
import { DefinitionCache } from './definition-cache.ts';
import { type EvidenceFolder, examineEvidence } from './examine-evidence.ts';

/** One thing that was looked at. */
export interface Check {
  readonly name:
    | 'database'
    | 'queue'
    | 'mail'
    | 'scanner'
    | 'clock'
    | 'calendar'
    | 'posts'
    | 'deadlines'
    | 'setAside'
    | 'messages'
    | 'evidence';
  /** `warning`: it works today, and somebody should look at it. */
  readonly result: 'ok' | 'warning' | 'fault';
  readonly detail: string;
}

export interface Patient {
  readonly db: Database;
  readonly pingDatabase: () => Promise<void>;
  readonly pingQueue: () => Promise<void>;
  readonly verifyMail: () => Promise<{ readonly ok: boolean; readonly answer: string }>;
  readonly now: () => Instant;
  /** The folder of uploaded files, and their virus scanner, which is null where none is set. */
  readonly evidence: EvidenceFolder & { readonly scanner: { ping(): Promise<void> } | null };
  /** Null where there is no calendar of that id. */
  readonly calendarOf: (id: string) => Calendar | null;
}

/** A difference between this machine's clock and the database's that nobody minds, in milliseconds. */
const CLOCK_TOLERANCE = 2_000;
/** How far ahead days off are looked at. */
const DAYS_AHEAD = 60;

/** Looks at everything that has to work for reminders to reach people, and says how each of them is. */
export async function examine(patient: Patient): Promise<Check[]> {
  const database = await attempt('database', async () => {
    await patient.pingDatabase();
    return 'It answers.';
  });
  const beside = [attempt('queue', () => answered(patient.pingQueue)), examineMail(patient), examineScanner(patient)];
  if (database.result === 'fault') return [database, ...(await Promise.all(beside))];
  const plans = await listPlans(patient.db);
  return [
    database,
    ...(await Promise.all(beside)),
    await examineClock(patient),
    examineCalendar(patient, plans),
    examinePosts(patient, plans),
    ...(await examineDeadlines(patient.db)),
    await examineMessages(patient.db),
    await examineFiles(patient),
  ];
}

async function answered(ping: () => Promise<void>): Promise<string> {
  await ping();
  return 'It answers.';
}

async function attempt(name: Check['name'], look: () => Promise<string>): Promise<Check> {
  try {
    return { name, result: 'ok', detail: await look() };
  } catch (error) {
    return { name, result: 'fault', detail: error instanceof Error ? error.message : String(error) };
  }
}

async function examineMail({ verifyMail }: Patient): Promise<Check> {
  const { ok, answer } = await verifyMail();
  return { name: 'mail', result: ok ? 'ok' : 'fault', detail: answer };
}

async function examineScanner({ evidence: { scanner } }: Patient): Promise<Check> {
  if (scanner) return attempt('scanner', () => answered(() => scanner.ping()));
  return { name: 'scanner', result: 'ok', detail: 'None is set: uploaded files are not scanned for viruses.' };
}

async function examineClock({ db, now }: Patient): Promise<Check> {
  const before = now();
  const [row] = await query<{ at: Instant }>(db, 'select clock_timestamp() as at');
  const after = now();
  // The database answered somewhere between the two readings.
  const apart = Math.max(0, row!.at - after, before - row!.at);
  const isFine = apart <= CLOCK_TOLERANCE;
  const detail = isFine
    ? 'This machine and the database tell the same time.'
    : `This machine and the database differ by ${Math.round(apart / 1000)} s: set both by NTP.`;
  return { name: 'clock', result: isFine ? 'ok' : 'fault', detail };
}

function examineCalendar({ calendarOf, now }: Patient, plans: readonly StoredPlan[]): Check {
  const uncovered: string[] = [];
  const provisional: string[] = [];
  for (const { body: plan } of plans) {
    const calendar = calendarOf(plan.calendar);
    if (!calendar) uncovered.push(`${plan.id}: there is no calendar "${plan.calendar}"`);
    else if (!calendar.covers(plan.opens) || !calendar.covers(plan.closes)) {
      uncovered.push(`${plan.id}: the calendar "${plan.calendar}" does not list the holidays of ${plan.fiscalYear}`);
    } else provisional.push(...provisionalDays(calendar, plan, localDate(now(), plan.zone)));
  }
  if (uncovered.length > 0) return { name: 'calendar', result: 'fault', detail: `${uncovered.join('; ')}.` };
  const days = [...new Set(provisional)];
  if (days.length === 0) return { name: 'calendar', result: 'ok', detail: 'The holidays of every plan are listed.' };
  const detail = `Provisional in the next ${DAYS_AHEAD} days: ${days.join(', ')}. Correct config/calendars and apply the plans again once the gazette is out.`;
  return { name: 'calendar', result: 'warning', detail };
}

function provisionalDays(calendar: Calendar, plan: Plan, today: string): string[] {
  const days = Array.from({ length: DAYS_AHEAD }, (_, ahead) => addDays(today, ahead));
  return days.flatMap((day) => {
    const off = day <= plan.closes ? calendar.dayOff(day) : null;
    return off?.provisional ? [`${day} ${off.name.en}`] : [];
  });
}

/** Posts that have a part in an open plan and that nobody holds today: their notices go elsewhere, or to nobody. */
function examinePosts({ now }: Patient, plans: readonly StoredPlan[]): Check {
  const vacant: string[] = [];
  const unreachable: string[] = [];
  for (const { body: plan } of plans) {
    const today = localDate(now(), plan.zone);
    if (today > plan.closes) continue;
    for (const { code, posts } of plan.activities.flatMap((activity) => activity.indicators)) {
      for (const role of ROLES) {
        if (recipientsOf(plan, posts, role, today).length === 0) unreachable.push(`${plan.id} ${code} ${role}`);
        const post = posts[role];
        if (post !== null && holdersOf(plan, post, today).length === 0) vacant.push(`${plan.id} ${post}`);
      }
    }
  }
  if (unreachable.length > 0) {
    return { name: 'posts', result: 'fault', detail: `Nobody would be told: ${[...new Set(unreachable)].join(', ')}.` };
  }
  if (vacant.length === 0) return { name: 'posts', result: 'ok', detail: 'Every post that is to be told is held.' };
  const detail = `Vacant today, their notices go to the next post up: ${[...new Set(vacant)].join(', ')}.`;
  return { name: 'posts', result: 'warning', detail };
}

/** That every open indicator has exactly one valid next deadline for each ladder, and none is set aside. */
async function examineDeadlines(db: Database): Promise<Check[]> {
  const definitions = new DefinitionCache();
  const wrong: string[] = [];
  const setAside: string[] = [];
  let seen = 0;
  for (let afterId = 0; ; ) {
    const records = await readRecords(db, afterId, 500);
    const last = records.at(-1);
    if (!last) break;
    const definitionOf = await definitions.load(
      db,
      records.map(({ indicator }) => indicator.definitionHash),
    );
    for (const record of records) {
      const name = `${record.indicator.planId} ${record.indicator.code}`;
      if (!isArmedRightly(record, definitionOf(record.indicator.definitionHash))) wrong.push(name);
      if (record.indicator.fault !== null) setAside.push(`${name} (${record.indicator.fault})`);
    }
    seen += records.length;
    afterId = last.indicator.id;
  }
  return [
    wrong.length === 0
      ? { name: 'deadlines', result: 'ok', detail: `Each of ${seen} indicators has its next deadlines.` }
      : { name: 'deadlines', result: 'fault', detail: `Wrongly armed: ${wrong.join(', ')}. Run \`suchok verify\`.` },
    setAside.length === 0
      ? { name: 'setAside', result: 'ok', detail: 'No indicator is set aside.' }
      : { name: 'setAside', result: 'fault', detail: `Set aside by an error: ${setAside.join(', ')}.` },
  ];
}

/** What should be armed, worked out anew from the state rather than from its own list of timers. */
function isArmedRightly({ indicator, timers }: IndicatorRecord, definition: IndicatorDefinition): boolean {
  const { value, context } = indicator.state;
  const isOpen = typeof value.work !== 'string';
  const isRunning = typeof value.deadline !== 'string';
  const nextMark = isRunning ? nextMarkAt({ ...context, definition }) : Number.POSITIVE_INFINITY;
  const expected = new Map<string, Instant>();
  if (Number.isFinite(nextMark)) expected.set('nextMark', nextMark);
  if (isOpen) expected.set('yearEnd', context.closesAt);
  return timers.length === expected.size && timers.every(({ ladder, dueAt }) => expected.get(ladder) === dueAt);
}

async function examineMessages(db: Database): Promise<Check> {
  const { queued, sending, sent, failed, unknown } = await countMessages(db);
  const detail = `${sent} sent, ${queued + sending} under way, ${failed} failed${unknown > 0 ? `, ${unknown} unknown` : ''}.`;
  const advice = ' `suchok mail list --status failed` names them, `suchok mail retry` tries again.';
  return { name: 'messages', result: failed > 0 ? 'warning' : 'ok', detail: failed > 0 ? detail + advice : detail };
}

/** That every uploaded file that is on record is there; `suchok verify` reads them too. */
async function examineFiles({ db, evidence }: Patient): Promise<Check> {
  const { files, faults } = await examineEvidence(db, evidence, false);
  if (faults.length > 0) return { name: 'evidence', result: 'fault', detail: faults.join(' ') };
  return { name: 'evidence', result: 'ok', detail: `${files} uploaded ${files === 1 ? 'file' : 'files'}, all there.` };
}
