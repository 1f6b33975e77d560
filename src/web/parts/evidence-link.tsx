import type { EvidenceFile } from '../../../machines/types.ts';
import type { Language } from '../../plan/types.ts';
import { evidencePath } from '../paths.ts';
import { fileSize } from './file-size.ts';

interface Props {
  readonly planId: string;
  readonly code: string;
  readonly file: EvidenceFile;
  readonly language: Language;
}

/** The way to a file that was uploaded as evidence, with its size. */
export function EvidenceLink({ planId, code, file, language }: Props) {
  return (
    <span class="evidence-file">
      <a href={evidencePath(planId, code, file.hash)} download={file.name}>
        {file.name}
      </a>{' '}
      <span class="small-inline">{fileSize(file.size, language)}</span>
    </span>
  );
}
