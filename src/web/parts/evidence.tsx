import type { Evidence } from '../../../machines/types.ts';
import { formatDate } from '../../i18n/format.ts';
import type { Language } from '../../plan/types.ts';
import { wordingIn } from '../wording/wording.ts';
import { EvidenceLink } from './evidence-link.tsx';

interface Props {
  readonly evidence: readonly Evidence[];
  readonly planId: string;
  readonly code: string;
  readonly language: Language;
}

/** The papers that show something: by memo number and date, and the file itself where it was uploaded. */
export function Papers({ evidence, planId, code, language }: Props) {
  const say = wordingIn(language);
  return (
    <>
      {evidence.map(({ reference, date, file }) => (
        <span class="paper small">
          {say.evidence}: {file?.name === reference ? null : reference}
          {date !== null && ` (${formatDate(date, language)})`}
          {file && (
            <>
              {' '}
              <EvidenceLink planId={planId} code={code} file={file} language={language} />
            </>
          )}
        </span>
      ))}
    </>
  );
}
