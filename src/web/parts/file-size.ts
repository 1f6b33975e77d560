import { formatNumber } from '../../i18n/format.ts';
import type { Language } from '../../plan/types.ts';
import { evidenceWords } from '../wording/evidence-words.ts';

/** `1.2 MB`, `340 kB`, `১.২ মেগাবাইট`; of a few bytes `1 kB`. */
export function fileSize(bytes: number, language: Language): string {
  const say = evidenceWords(language);
  if (bytes >= 1024 * 1024) return say.megabytes(formatNumber(Math.round(bytes / 104_857.6) / 10, language));
  return say.kilobytes(formatNumber(Math.max(1, Math.round(bytes / 1024)), language));
}
