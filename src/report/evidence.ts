import type { Bilingual, LocalDate } from '../calendar/types.ts';
import type { Act, Standing } from './standings.ts';

/** One paper on record, and what it shows. */
export interface EvidencePaper {
  readonly reference: string;
  readonly date: LocalDate | null;
  /** SHA-256 of the file, where one was uploaded. */
  readonly file: string | null;
  /** The step or occurrence that it shows; null for a number, a percentage, or the whole. */
  readonly shows: Bilingual | null;
  /** The day on which that happened. */
  readonly on: LocalDate;
}

/** The papers of the acts that stand, each once, in the order in which they were recorded. */
export function papersOf(standing: Standing): EvidencePaper[] {
  const papers = standing.acts.flatMap((act) =>
    act.evidence.map(
      ({ reference, date, file }): EvidencePaper => ({
        reference,
        date,
        file: file?.hash ?? null,
        shows: shownBy(standing, act),
        on: act.on,
      }),
    ),
  );
  return [...new Map(papers.map((paper) => [`${paper.reference}\n${paper.date}\n${paper.file}`, paper])).values()];
}

function shownBy({ indicator }: Standing, act: Act): Bilingual | null {
  if (act.type === 'completeStep') return indicator.steps.find(({ id }) => id === act.step)?.title ?? null;
  if (act.type !== 'holdOccurrence') return null;
  return indicator.occurrences.find(({ id }) => id === act.occurrence)?.title ?? null;
}

/**
 * How far the papers go: the day of achievement where any paper shows it, the number of occurrences or times that have
 * one, the latest percentage that has one. Null where there is none.
 */
export function supportedBy(standing: Standing): LocalDate | number | null {
  const { definition, view, acts } = standing;
  const shown = acts.filter(({ evidence }) => evidence.length > 0);
  switch (definition.kind) {
    case 'milestone':
    case 'report':
    case 'meeting':
    case 'action':
      return shown.length > 0 ? view.achievedOn : null;
    case 'recurring':
      return shown.filter(({ type }) => type === 'holdOccurrence').length || null;
    case 'count': {
      // A correction takes away whether it has a paper or not.
      const numbers = acts.flatMap((act) =>
        act.type === 'recordNumber' && (act.evidence.length > 0 || act.number < 0) ? [act.number] : [],
      );
      const total = numbers.reduce((sum, number) => sum + number, 0);
      return total > 0 ? total : null;
    }
    case 'percentage': {
      const readings = shown.flatMap((act) => (act.type === 'recordReading' ? [act] : []));
      const latest = readings.sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0)).at(-1);
      return latest?.value ?? null;
    }
  }
}

/** What people noted last about an indicator; null where nobody did. */
export function lastNoteOf({ acts }: Pick<Standing, 'acts'>): string | null {
  return acts.findLast(({ note }) => note !== null)?.note ?? null;
}
