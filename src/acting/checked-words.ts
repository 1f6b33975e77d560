/** Characters of a comment, a note, a question or an explanation, at most. */
export const LONGEST_WORDS = 4_000;

export type WordsFault = 'missing' | 'tooLong';

/**
 * What somebody wrote, as it is stored: in one Unicode form, with one kind of line break, without control characters,
 * at most one empty line between two others. Or what is wrong with it.
 */
export function checkedWords(
  text: string,
  { isNeeded }: { readonly isNeeded: boolean },
): { readonly text: string } | { readonly fault: WordsFault } {
  const plain = text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[^\S\n]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  if (plain === '' && isNeeded) return { fault: 'missing' };
  return [...plain].length > LONGEST_WORDS ? { fault: 'tooLong' } : { text: plain };
}
