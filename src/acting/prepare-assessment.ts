import { Readable } from 'node:stream';
import type { LocalDate } from '../calendar/types.ts';
import { assessmentsOf, type StoredAssessment } from '../db/queries/assessments.ts';
import { type NewAssessment, saveAssessment } from '../db/queries/save-assessment.ts';
import { readPlanRecord } from '../engine/plan-record.ts';
import type { ReceivedFile } from '../evidence/evidence-types.ts';
import type { AssessedPeriod, Language, Plan } from '../plan/types.ts';
import { hasEnded, periodEnd, reportIndicatorOf } from '../report/assessed-period.ts';
import { assessmentDocument } from '../report/assessment-document.ts';
import { paperDocx } from '../report/render/paper-docx.ts';
import { reportTime } from '../report/standings.ts';
import type { Viewer } from '../rights/rights.ts';
import { documentName } from './assessment-evidence.ts';
import { type AssessingParts, advance, type Refused, type Turned } from './assessment-way.ts';
import { entitled } from './entitled.ts';

export interface Preparing {
  readonly planId: string;
  readonly period: AssessedPeriod;
  /** By what was recorded until the end of the period, or until now; the former only once it has ended. */
  readonly until: 'periodEnd' | 'today';
  readonly language: Language;
  /** The version of the latest round that the person had seen, as `id.version`; empty where there was none. */
  readonly seen: string;
}

export type PreparingOutcome =
  | Turned
  | Refused
  /** `sent`: the latest one waits for its judgement. `accepted`: there is nothing left to prepare. `noRecord`: nothing was on record by then. */
  | { readonly outcome: 'faulty'; readonly fault: 'sent' | 'accepted' | 'notEnded' | 'noRecord' }
  | { readonly outcome: 'done'; readonly id: number };

/** What names the latest round in a form, so that two who prepare do not overwrite each other. */
export function seenMark(latest: Pick<StoredAssessment, 'id' | 'version'> | null): string {
  return latest === null ? '' : `${latest.id}.${latest.version}`;
}

/**
 * Prepares a self-assessment: makes its document from the record, keeps both, and completes the first stage of its
 * indicator. Prepared again before it is sent it takes the place of what it was; after a return it is the next round.
 */
export async function prepareAssessmentAs(
  parts: AssessingParts,
  viewer: Viewer,
  { planId, period, until, language, seen }: Preparing,
): Promise<PreparingOutcome> {
  const { db, clock, evidence } = parts;
  const who = await entitled(parts, viewer, planId, 'prepareAssessment');
  if ('outcome' in who) return who;
  const { plan, by, today } = who;
  const latest = await latestOf(parts, planId, period);
  if (latest?.status === 'sent' || latest?.status === 'accepted') return { outcome: 'faulty', fault: latest.status };
  if (seen !== seenMark(latest)) return { outcome: 'meanwhile', assessment: latest };
  if (until === 'periodEnd' && !hasEnded(plan, period, today)) return { outcome: 'faulty', fault: 'notEnded' };
  const now = clock.now();
  const day: LocalDate = until === 'periodEnd' ? periodEnd(plan, period) : today;
  const time = reportTime(plan, day, now);
  const reading = await readPlanRecord(db, planId, time.until);
  if (reading === null || !('record' in reading)) return { outcome: 'faulty', fault: 'noRecord' };
  const { facts, paper } = assessmentDocument(reading.record, time, period, language);
  const name = documentName(planId, period, 'docx');
  const file = await evidence.receive(name, Readable.from([await paperDocx(paper)]), ownerOf(viewer));
  if ('code' in file) throw new Error(`The document of a self-assessment was not taken: ${file.code}.`);
  try {
    const made: NewAssessment = {
      planId,
      period,
      round: latest === null ? 1 : latest.round + (latest.status === 'returned' ? 1 : 0),
      indicatorCode: reportIndicatorOf(plan, period)?.code ?? null,
      until: day,
      language,
      planVersion: reading.record.version ?? who.stored.version,
      recordHash: facts.source.recordHash,
      documentHash: file.evidenceFile.hash,
      rows: facts.rows,
    };
    let id = 0;
    const result = await advance(parts, {
      plan,
      code: made.indicatorCode,
      stage: 0,
      by,
      evidence: { reference: paper.title, date: today, file: file.evidenceFile },
      scan: file.scan,
      keep: () => evidence.keep(file),
      isCurrent: async (tx) => seenMark(newest(await assessmentsOf(tx, [planId]), period)) === seen,
      change: async (tx) => {
        // The instant to which the record was read tells it again, byte by byte.
        id = await saveAssessment(tx, made, { at: now, ...by });
      },
    });
    if (result === 'meanwhile') return { outcome: 'meanwhile', assessment: await latestOf(parts, planId, period) };
    if (result !== 'done') return result;
    await parts.engine.post(planId, []);
    return { outcome: 'done', id };
  } finally {
    await release(parts, file);
  }
}

/** The latest round of a period. */
export function newest(all: readonly StoredAssessment[], period: AssessedPeriod): StoredAssessment | null {
  return all.find((one) => one.period === period) ?? null;
}

/** What may be prepared now: each period, and the round that stands last. */
export function preparable(plan: Plan, all: readonly StoredAssessment[], today: LocalDate) {
  return (['halfYear', 'year'] as const).map((period) => {
    const latest = newest(all, period);
    const isOpen = latest === null || (latest.status !== 'sent' && latest.status !== 'accepted');
    return { period, latest, isOpen, hasEnded: hasEnded(plan, period, today) };
  });
}

async function latestOf({ db }: AssessingParts, planId: string, period: AssessedPeriod) {
  return newest(await assessmentsOf(db, [planId]), period);
}

function ownerOf({ address }: Viewer): string {
  return address ?? 'administrator';
}

function release({ evidence }: AssessingParts, { receipt }: ReceivedFile): Promise<void> {
  return evidence.release(receipt);
}
