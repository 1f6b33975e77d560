import type { Actor } from '../../../machines/types.ts';
import type { Instant, LocalDate } from '../../calendar/types.ts';
import type { AssessedPeriod, Language } from '../../plan/types.ts';
import { type Database, query, type Transaction } from '../database.ts';

export type AssessmentStatus = 'prepared' | 'approved' | 'sent' | 'accepted' | 'returned';

/** A self-assessment on its way from the office to its superior authority. */
export interface StoredAssessment {
  readonly id: number;
  readonly planId: string;
  readonly period: AssessedPeriod;
  /** 1, 2 … : one that was returned is prepared again under the next number. */
  readonly round: number;
  /** The indicator whose stages its way completes; null where the plan has none for this period. */
  readonly indicatorCode: string | null;
  readonly status: AssessmentStatus;
  /** Until the end of which day the record was read; before its end where it was that very day. */
  readonly until: LocalDate;
  readonly language: Language;
  readonly planVersion: number;
  readonly recordHash: string;
  /** SHA-256 of the Word file in the evidence store. */
  readonly documentHash: string;
  readonly memo: string | null;
  readonly prepared: Signature;
  readonly approved: Signature | null;
  readonly sent: Signature | null;
  readonly judged: Signature | null;
  /** Why it was returned, or a word on its acceptance. */
  readonly judgement: string | null;
  /** Counts the changes, so that a stale form is noticed. */
  readonly version: number;
}

/** Who did something on its way, and when. */
export interface Signature extends Actor {
  readonly at: Instant;
}

/** The points of one indicator, kept apart: as claimed, as its papers support, as the superior authority accepted. */
export interface AssessedIndicator {
  readonly code: string;
  readonly weight: number | null;
  readonly claimed: number;
  readonly evidenced: number;
  /** Null until it has been judged. */
  readonly accepted: number | null;
  readonly verdict: 'accepted' | 'returned' | null;
  readonly reason: string | null;
}

/** The sums of its indicators; `accepted` is null until it has been judged. */
export interface AssessedSums {
  readonly weight: number;
  readonly claimed: number;
  readonly evidenced: number;
  readonly accepted: number | null;
}

interface Row extends Omit<StoredAssessment, 'prepared' | 'approved' | 'sent' | 'judged'> {
  readonly preparedAt: Instant;
  readonly preparedBy: string;
  readonly approvedAt: Instant | null;
  readonly approvedBy: string | null;
  readonly sentAt: Instant | null;
  readonly sentBy: string | null;
  readonly judgedAt: Instant | null;
  readonly judgedBy: string | null;
}

const COLUMNS = `
  a.id, a.plan_id as "planId", a.period, a.round, a.indicator_code as "indicatorCode", a.status, a.until, a.language,
  a.plan_version as "planVersion", a.record_hash as "recordHash", a.document_hash as "documentHash", a.memo,
  a.prepared_at as "preparedAt", a.prepared_by as "preparedBy", a.approved_at as "approvedAt",
  a.approved_by as "approvedBy", a.sent_at as "sentAt", a.sent_by as "sentBy", a.judged_at as "judgedAt",
  a.judged_by as "judgedBy", a.judgement, a.version`;

/** The self-assessments of plans, the latest round first. */
export async function assessmentsOf(
  db: Database | Transaction,
  planIds: readonly string[],
): Promise<StoredAssessment[]> {
  const rows = await query<Row>(
    db,
    {
      name: 'assessments-of-plans',
      text: `select ${COLUMNS} from assessment a where a.plan_id = any($1::text[])
        order by a.plan_id, a.period desc, a.round desc`,
    },
    [planIds],
  );
  return rows.map(toStored);
}

export async function findAssessment(
  db: Database | Transaction,
  planId: string,
  id: number,
): Promise<StoredAssessment | null> {
  const [row] = await query<Row>(
    db,
    { name: 'find-assessment', text: `select ${COLUMNS} from assessment a where a.plan_id = $1 and a.id = $2` },
    [planId, id],
  );
  return row ? toStored(row) : null;
}

/** The points of its indicators, by code: 1.2 before 1.10. */
export function assessedIndicators(db: Database | Transaction, id: number): Promise<AssessedIndicator[]> {
  return query<AssessedIndicator>(
    db,
    {
      name: 'assessed-indicators',
      text: `select code, weight, claimed, evidenced, accepted, verdict, reason
        from assessed_indicator where assessment_id = $1 order by string_to_array(code, '.')::numeric[]`,
    },
    [id],
  );
}

/** The sums of several self-assessments by their ids. */
export async function assessedSums(db: Database, ids: readonly number[]): Promise<ReadonlyMap<number, AssessedSums>> {
  const rows = await query<AssessedSums & { readonly id: number }>(
    db,
    {
      name: 'assessed-sums',
      text: `
        select assessment_id as id, sum(weight) as weight, sum(claimed) as claimed, sum(evidenced) as evidenced,
          sum(accepted) as accepted
        from assessed_indicator where assessment_id = any($1::bigint[]) group by assessment_id`,
    },
    [ids],
  );
  // 0.1 and 0.2 add up as people add them, not as binary fractions do.
  const round = (sum: number) => Number(sum.toFixed(6));
  return new Map(
    rows.map(({ id, weight, claimed, evidenced, accepted }) => [
      id,
      {
        weight: round(weight),
        claimed: round(claimed),
        evidenced: round(evidenced),
        accepted: accepted === null ? null : round(accepted),
      },
    ]),
  );
}

/** An indicator's points in a self-assessment that was accepted, and which that is. */
export interface JudgedPoints extends AssessedIndicator {
  readonly assessmentId: number;
  readonly period: AssessedPeriod;
}

/** The self-assessments that wait to be approved or judged in these plans, the longest first. */
export async function waitingAssessments(db: Database, planIds: readonly string[]): Promise<StoredAssessment[]> {
  const rows = await query<Row>(
    db,
    {
      name: 'waiting-assessments',
      text: `select ${COLUMNS} from assessment a
        where a.status in ('prepared', 'approved', 'sent') and a.plan_id = any($1::text[]) order by a.id`,
    },
    [planIds],
  );
  return rows.map(toStored);
}

/** What was accepted of one indicator in the latest self-assessment that was; null where there is none. */
export async function judgedPoints(db: Database, planId: string, code: string): Promise<JudgedPoints | null> {
  const [row] = await query<JudgedPoints>(
    db,
    {
      name: 'judged-points',
      text: `
        select i.code, i.weight, i.claimed, i.evidenced, i.accepted, i.verdict, i.reason, a.id as "assessmentId", a.period
        from assessment a join assessed_indicator i on i.assessment_id = a.id
        where a.plan_id = $1 and i.code = $2 and a.status = 'accepted'
        order by a.judged_at desc, a.id desc limit 1`,
    },
    [planId, code],
  );
  return row ?? null;
}

function toStored(row: Row): StoredAssessment {
  const { preparedAt, preparedBy, approvedAt, approvedBy, sentAt, sentBy, judgedAt, judgedBy, ...rest } = row;
  return {
    ...rest,
    prepared: signatureOf(preparedAt, preparedBy)!,
    approved: signatureOf(approvedAt, approvedBy),
    sent: signatureOf(sentAt, sentBy),
    judged: signatureOf(judgedAt, judgedBy),
  };
}

/** The opposite of what `save-assessment.ts` makes of them. */
function signatureOf(at: Instant | null, by: string | null): Signature | null {
  if (at === null || by === null) return null;
  const [post = by, person = null] = by.split('/');
  return { at, post, person };
}
