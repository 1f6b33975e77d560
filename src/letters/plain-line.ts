/**
 * A text from outside made fit for one line: control characters become a space, and the marks that turn the direction of
 * writing around are taken out, lest a title rearrange the words beside it. The joiners of Bengali stay.
 */
export function plainLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}

const graphemes = new Intl.Segmenter('bn', { granularity: 'grapheme' });

/** A text of at most so many characters as a reader counts them, cut between words where there is a gap, then `…`. */
export function shortened(text: string, most: number): string {
  // Nobody counts more characters than there are code units, and telling them apart takes its time.
  if (text.length <= most) return text;
  const characters = Array.from(graphemes.segment(text), ({ segment }) => segment);
  if (characters.length <= most) return text;
  const kept = characters.slice(0, most - 1);
  const gap = kept.lastIndexOf(' ');
  const whole = gap > most / 2 ? kept.slice(0, gap) : kept;
  return `${whole.join('').replace(/[\s,;:/-]+$/, '')}…`;
}
