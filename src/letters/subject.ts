import { formatCode } from '../i18n/format.ts';
import { countsOf, inOrder, isDuty, toneOf } from './order.ts';
import { phrasingOf } from './phrasing-of.ts';
import { plainLine, shortened } from './plain-line.ts';
import type { Letter, LetterItem } from './types.ts';

/** Long enough to know an indicator again, short enough for the list of mails on a phone to show what follows. */
export const TITLE_LENGTH = 48;

/** What a letter says in one line: of one indicator its code, title and date; of several how many, and the next date. */
export function subjectOf(letter: Letter): string {
  const { subject } = phrasingOf(letter.language);
  const items = inOrder(letter.items);
  const counts = countsOf(items);
  const [first] = items;
  if (first !== undefined && items.length === 1) {
    const item = nameOf(first, letter.language);
    if (letter.class === 'escalation') return subject.missed(item, first.due, isDuty(first));
    const tone = toneOf(first);
    return tone === 'ahead' ? subject.ahead(item, first.due, first.daysLeft) : subject[tone](item, first.due);
  }
  const dues = items.map(({ due }) => due).sort();
  if (letter.class === 'escalation') return subject.severalMissed(counts, dues[0] ?? letter.today);
  const nearest = dues.find((due) => due >= letter.today) ?? null;
  return subject.several(letter.fiscalYear, counts, nearest);
}

function nameOf(item: LetterItem, language: Letter['language']): string {
  // Of a meeting it has to be seen whether its notice is meant or its minutes.
  const part = item.kind === 'meeting' && item.checkpointTitle ? `${plainLine(item.checkpointTitle[language])}: ` : '';
  return `${formatCode(item.code, language)} ${part}${shortened(plainLine(item.title[language]), TITLE_LENGTH)}`;
}
