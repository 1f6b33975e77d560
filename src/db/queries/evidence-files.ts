import type { EvidenceFile } from '../../../machines/types.ts';
import type { Instant } from '../../calendar/types.ts';
import { type Database, query, type Transaction } from '../database.ts';
import { toTimestamp } from '../instant-column.ts';

/** A file to be put on record for an indicator. */
export interface FileRecord extends EvidenceFile {
  readonly scan: 'clean' | 'notScanned';
  readonly storedAt: Instant;
  readonly post: string;
  readonly person: string | null;
}

/** Puts files on record for an indicator; one whose content it has already stays as it came first. */
export async function insertEvidenceFiles(
  tx: Transaction,
  indicatorId: number,
  files: readonly FileRecord[],
): Promise<void> {
  await query(
    tx,
    `insert into evidence_file (indicator_id, hash, name, media_type, size, scan, stored_at, post, person)
     select $1, * from unnest($2::text[], $3::text[], $4::text[], $5::int[], $6::text[], $7::timestamptz[], $8::text[],
       $9::text[])
     on conflict do nothing`,
    [
      indicatorId,
      files.map(({ hash }) => hash),
      files.map(({ name }) => name),
      files.map(({ mediaType }) => mediaType),
      files.map(({ size }) => size),
      files.map(({ scan }) => scan),
      files.map(({ storedAt }) => toTimestamp(storedAt)),
      files.map(({ post }) => post),
      files.map(({ person }) => person),
    ],
  );
}

/** A file that is on record for an indicator, by the hash of its content. */
export async function findEvidenceFile(
  db: Database,
  planId: string,
  code: string,
  hash: string,
): Promise<EvidenceFile | null> {
  const [row] = await query<EvidenceFile>(
    db,
    {
      name: 'find-evidence-file',
      text: `select f.hash, f.name, f.media_type as "mediaType", f.size
        from evidence_file f join indicator i on i.id = f.indicator_id
        where i.plan_id = $1 and i.code = $2 and f.hash = $3`,
    },
    [planId, code, hash],
  );
  return row ?? null;
}

/** A content that is on record, and one of the indicators that it is for. */
export interface RecordedContent {
  readonly hash: string;
  readonly size: number;
  readonly planId: string;
  readonly code: string;
}

/** Every content that is on record, once, in the order of hashes; those after `afterHash`. */
export function recordedContents(db: Database, afterHash: string, limit: number): Promise<RecordedContent[]> {
  return query<RecordedContent>(
    db,
    `select distinct on (f.hash) f.hash, f.size, i.plan_id as "planId", i.code
     from evidence_file f join indicator i on i.id = f.indicator_id
     where f.hash > $1 order by f.hash, f.indicator_id limit $2`,
    [afterHash, limit],
  );
}

/** Events that name a file which is not on record for their indicator, so that nobody could download it. */
export function filesWithoutRecord(
  db: Database,
): Promise<{ readonly planId: string; readonly code: string; readonly seq: number; readonly hash: string }[]> {
  return query(
    db,
    `select i.plan_id as "planId", i.code, e.seq, paper -> 'file' ->> 'hash' as hash
     from event_log e
       join indicator i on i.id = e.indicator_id
       cross join lateral jsonb_array_elements(e.entry -> 'evidence') as paper
     where paper -> 'file' is not null
       and not exists (
         select from evidence_file f
         where f.indicator_id = e.indicator_id and f.hash = paper -> 'file' ->> 'hash'
       )
     order by e.indicator_id, e.seq`,
  );
}
