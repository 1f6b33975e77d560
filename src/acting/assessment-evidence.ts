import type { Evidence } from '../../machines/types.ts';
import type { LocalDate } from '../calendar/types.ts';
import type { StoredAssessment } from '../db/queries/assessments.ts';
import type { EvidenceStore } from '../evidence/evidence-store.ts';
import { FILE_TYPES } from '../evidence/evidence-types.ts';
import type { Plan } from '../plan/types.ts';
import { assessmentTitle } from '../report/assessment-document.ts';

/** The document of a self-assessment as evidence: by its memo number where it has one, else by its title. */
export async function assessmentEvidence(
  { evidence }: { readonly evidence: Pick<EvidenceStore, 'find'> },
  plan: Plan,
  { period, language, documentHash, memo }: StoredAssessment,
  date: LocalDate,
): Promise<Evidence> {
  const reference = memo ?? assessmentTitle(plan.fiscalYear, period, language);
  const kept = await evidence.find(documentHash);
  if (kept === null) throw new DocumentGone(documentHash);
  const file = {
    hash: documentHash,
    name: documentName(plan.id, period, 'docx'),
    mediaType: FILE_TYPES.docx.mediaType,
    size: kept.size,
  };
  return { reference, date, file };
}

/** How the file is called where it is saved. */
export function documentName(planId: string, period: StoredAssessment['period'], ending: string): string {
  return `${planId}-${period === 'year' ? 'annual' : 'half-yearly'}-self-assessment.${ending}`;
}

/** The document that a self-assessment names is not in the evidence store. */
export class DocumentGone extends Error {
  readonly code = 'documentGone';

  constructor(hash: string) {
    super(`The document ${hash} of a self-assessment is missing in the folder of evidence: restore it from a copy.`);
    this.name = 'DocumentGone';
  }
}
