import type { Refusal, RefusalCode } from '../../../machines/types.ts';
import { explainRefusal } from '../../i18n/refusals.ts';
import { words } from '../../i18n/words.ts';
import type { Indicator, Language } from '../../plan/types.ts';
import type { Capacity } from '../../rights/rights.ts';
import type { Hindrance } from '../offers.ts';
import { actWords } from './act-words.ts';

/** Why something cannot be recorded, with steps and occurrences by their titles rather than by their ids. */
export function refusalText(refusal: Refusal, indicator: Indicator, language: Language): string {
  const titles = new Map(
    [...indicator.steps, ...indicator.occurrences].map(({ id, title }) => [id, title[language]] as const),
  );
  const named = (value: string | number) =>
    typeof value === 'number'
      ? value
      : value
          .split(', ')
          .map((id) => titles.get(id) ?? id)
          .join(', ');
  const details = Object.entries(refusal.details).map(([key, value]) =>
    ['step', 'occurrence', 'missing', 'known'].includes(key) ? [key, named(value)] : [key, value],
  );
  return explainRefusal({ ...refusal, details: Object.fromEntries(details) }, language);
}

/** `Only the innovation officer or the head of office may do this.` */
function onlyBy(needs: readonly Capacity[], language: Language): string {
  const roles: Readonly<Record<string, string>> = words(language).role;
  const say = actWords(language);
  return say.onlyBy(needs.flatMap((capacity) => roles[capacity] ?? []).join(say.or));
}

export function hindranceText(hindrance: Hindrance, indicator: Indicator, language: Language): string {
  return hindrance.refusal ? refusalText(hindrance.refusal, indicator, language) : onlyBy(hindrance.needs, language);
}

/** The field of a form that a refusal speaks of; null for the whole of it. */
export function fieldOf(code: RefusalCode): string | null {
  return FIELDS[code] ?? null;
}

const FIELDS: Partial<Record<RefusalCode, string>> = {
  evidenceMissing: 'reference1',
  reasonMissing: 'reason',
  stepUnknown: 'step',
  stepOutOfOrder: 'step',
  stepAlreadyComplete: 'step',
  occurrenceUnknown: 'occurrence',
  occurrenceAlreadyHeld: 'occurrence',
  occurrenceNotOwed: 'on',
  numberInvalid: 'number',
  numberBelowZero: 'number',
  readingInvalid: 'value',
  dateInFuture: 'on',
  dateOutsideYear: 'on',
};
