import type { Actor } from '../../../machines/types.ts';
import type { LocalDate } from '../../calendar/types.ts';
import type { AssessedPeriod, Language } from '../../plan/types.ts';
import { query, type Transaction } from '../database.ts';
import { toTimestamp } from '../instant-column.ts';
import type { AssessedIndicator, Signature } from './assessments.ts';

/** What is kept of a self-assessment as it was prepared. */
export interface NewAssessment {
  readonly planId: string;
  readonly period: AssessedPeriod;
  readonly round: number;
  readonly indicatorCode: string | null;
  readonly until: LocalDate;
  readonly language: Language;
  readonly planVersion: number;
  readonly recordHash: string;
  readonly documentHash: string;
  readonly rows: readonly Pick<AssessedIndicator, 'code' | 'weight' | 'claimed' | 'evidenced'>[];
}

/**
 * Keeps a self-assessment that was prepared, and returns its id. Prepared anew before it was sent, it takes the place of
 * what it was, and is to be approved anew.
 */
export async function saveAssessment(tx: Transaction, made: NewAssessment, by: Signature): Promise<number> {
  const { planId, period, round, indicatorCode, until, language, planVersion, recordHash, documentHash, rows } = made;
  const [row] = await query<{ id: number }>(
    tx,
    {
      name: 'save-assessment',
      text: `
        insert into assessment (plan_id, period, round, indicator_code, status, until, language, plan_version, record_hash,
          document_hash, prepared_at, prepared_by, version)
        values ($1, $2, $3, $4, 'prepared', $5, $6, $7, $8, $9, $10::timestamptz, $11, 1)
        on conflict (plan_id, period, round) do update set
          indicator_code = excluded.indicator_code, status = 'prepared', until = excluded.until,
          language = excluded.language, plan_version = excluded.plan_version, record_hash = excluded.record_hash,
          document_hash = excluded.document_hash, prepared_at = excluded.prepared_at, prepared_by = excluded.prepared_by,
          approved_at = null, approved_by = null, version = assessment.version + 1
        returning id`,
    },
    [
      planId,
      period,
      round,
      indicatorCode,
      until,
      language,
      planVersion,
      recordHash,
      documentHash,
      toTimestamp(by.at),
      actorText(by),
    ],
  );
  const { id } = row!;
  await query(tx, 'delete from assessed_indicator where assessment_id = $1', [id]);
  await query(
    tx,
    {
      name: 'insert-assessed-indicators',
      text: `
        insert into assessed_indicator (assessment_id, code, weight, claimed, evidenced)
        select $1, * from unnest($2::text[], $3::float8[], $4::float8[], $5::float8[])`,
    },
    [
      id,
      rows.map(({ code }) => code),
      rows.map(({ weight }) => weight),
      rows.map(({ claimed }) => claimed),
      rows.map(({ evidenced }) => evidenced),
    ],
  );
  return id;
}

export async function markApproved(tx: Transaction, id: number, by: Signature): Promise<void> {
  await query(
    tx,
    `update assessment set status = 'approved', approved_at = $2::timestamptz, approved_by = $3, version = version + 1
     where id = $1`,
    [id, toTimestamp(by.at), actorText(by)],
  );
}

export async function markSent(tx: Transaction, id: number, memo: string | null, by: Signature): Promise<void> {
  await query(
    tx,
    `update assessment set status = 'sent', memo = $2, sent_at = $3::timestamptz, sent_by = $4, version = version + 1
     where id = $1`,
    [id, memo, toTimestamp(by.at), actorText(by)],
  );
}

/** What the superior authority says of a self-assessment, as a whole and of each indicator. */
export interface StoredJudgement {
  readonly verdict: 'accepted' | 'returned';
  readonly word: string | null;
  readonly rows: readonly {
    readonly code: string;
    readonly accepted: number;
    readonly verdict: 'accepted' | 'returned';
    readonly reason: string | null;
  }[];
}

export async function markJudged(
  tx: Transaction,
  id: number,
  { verdict, word, rows }: StoredJudgement,
  by: Signature,
): Promise<void> {
  await query(
    tx,
    `update assessment set status = $2, judgement = $3, judged_at = $4::timestamptz, judged_by = $5, version = version + 1
     where id = $1`,
    [id, verdict, word, toTimestamp(by.at), actorText(by)],
  );
  await query(
    tx,
    {
      name: 'judge-assessed-indicators',
      text: `
        update assessed_indicator i set accepted = said.accepted, verdict = said.verdict, reason = said.reason
        from unnest($2::text[], $3::float8[], $4::text[], $5::text[]) as said(code, accepted, verdict, reason)
        where i.assessment_id = $1 and i.code = said.code`,
    },
    [
      id,
      rows.map(({ code }) => code),
      rows.map(({ accepted }) => accepted),
      rows.map((row) => row.verdict),
      rows.map(({ reason }) => reason),
    ],
  );
}

/** A post and its holder in one column; ids know no slash. */
function actorText({ post, person }: Actor): string {
  return person === null ? post : `${post}/${person}`;
}
