import type { Language } from '../../plan/types.ts';
import { evidenceWords } from '../wording/evidence-words.ts';

/** That a file is on record, and not in the folder any more. */
export function EvidenceGonePage({ name, language }: { readonly name: string; readonly language: Language }) {
  const say = evidenceWords(language);
  return (
    <div class="prose">
      <h1>{say.gone}</h1>
      <p class="lead">{name}</p>
      <p>{say.goneAdvice}</p>
    </div>
  );
}
