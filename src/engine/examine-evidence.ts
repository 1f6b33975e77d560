import type { Database } from '../db/database.ts';
import { filesWithoutRecord, recordedContents } from '../db/queries/evidence-files.ts';

/** The folder of uploaded files, as far as its health goes. */
export interface EvidenceFolder {
  /** What is wrong with a file that should be there: by its size alone, or, when `whole`, by its content. */
  faultOf(hash: string, size: number, whole: boolean): Promise<'missing' | 'changed' | null>;
}

export interface EvidenceExamination {
  readonly files: number;
  /** What does not hold, a sentence each. */
  readonly faults: readonly string[];
}

const PAGE = 500;

/**
 * Looks whether every uploaded file that is on record is there; when `whole`, also whether each is still what it was, and
 * whether every file that an event names is on record.
 */
export async function examineEvidence(
  db: Database,
  folder: EvidenceFolder,
  whole: boolean,
): Promise<EvidenceExamination> {
  const unrecorded = whole ? await filesWithoutRecord(db) : [];
  const faults = unrecorded.map(
    ({ planId, code, seq, hash }) => `${planId} ${code}: entry ${seq} names the file ${hash}, which is not on record.`,
  );
  let files = 0;
  for (let after = ''; ; ) {
    const contents = await recordedContents(db, after, PAGE);
    for (const { hash, size, planId, code } of contents) {
      const fault = await folder.faultOf(hash, size, whole);
      if (fault !== null) faults.push(`${planId} ${code}: the uploaded file ${hash} ${SAYS[fault]}`);
    }
    files += contents.length;
    const last = contents.at(-1);
    if (!last) return { files, faults };
    after = last.hash;
  }
}

const SAYS = {
  missing: 'is missing. Restore the folder evidence from the backup.',
  changed: 'is not what was uploaded. Restore the folder evidence from the backup.',
} as const;
