import { words } from '../../i18n/words.ts';
import type { Language } from '../../plan/types.ts';
import { capital } from './capital.ts';
import { wordingIn } from './wording.ts';

/** How a deadline stands, in a word: the work's status, or that its day has passed. */
export function deadlineWord(status: string, language: Language): string {
  const { workStatus } = words(language);
  const known = workStatus[status as keyof typeof workStatus];
  return known === undefined ? wordingIn(language).overdue : capital(known);
}
