import { deadlineIcs } from './deadline-ics.ts';
import { htmlBody } from './html-body.tsx';
import { outlineOf } from './outline.ts';
import { subjectOf } from './subject.ts';
import { textBody } from './text-body.ts';
import type { ComposedLetter, Letter } from './types.ts';

export type { ComposedLetter, Letter, LetterItem } from './types.ts';

/**
 * Writes a letter from its facts: subject, plain text, HTML, and the calendar file of deadlines told for the first time.
 * Pure: no clock, no settings, and the same facts always give the same bytes.
 *
 * @throws {RangeError} when there is nothing to tell, or a date is no real date
 */
export function composeLetter(letter: Letter): ComposedLetter {
  if (letter.items.length === 0) {
    throw new RangeError(
      `a letter of plan ${letter.planId} has no items; write letters only for what there is to tell`,
    );
  }
  const subject = subjectOf(letter);
  const outline = outlineOf(letter);
  return {
    subject,
    text: textBody(outline),
    html: htmlBody(outline, letter.language, subject),
    ics: deadlineIcs(letter),
  };
}
