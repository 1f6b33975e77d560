import type { IndicatorView } from '../../machines/view.ts';
import type { Indicator, Language } from '../plan/types.ts';
import { formatDate, formatPercent } from './format.ts';
import { phrase, words } from './words.ts';

/** How far an indicator has come: `৩ ধাপের ২টি`, `1 of 4`, `23.44%`. Null where only its status can tell. */
export function progressText(
  { target, unit, steps }: Pick<Indicator, 'target' | 'unit' | 'steps'>,
  { achieved, stepsLeft }: Pick<IndicatorView, 'achieved' | 'stepsLeft'>,
  language: Language,
): string | null {
  if (typeof target === 'string') {
    const all = steps.length;
    return all === 0 ? null : phrase('stepsDone', language, { done: all - stepsLeft.length, all });
  }
  if (achieved === null) return words(language).table.notRecorded;
  if (unit === 'percent') return formatPercent(achieved, language);
  return phrase('done', language, { done: achieved, all: target });
}

/** The target as the plan states it: a date, a percentage, or so many times. */
export function targetText(
  { target, unit }: Pick<Indicator, 'target' | 'unit'>,
  language: Language,
  dateText: (date: string, language: Language) => string = formatDate,
): string {
  if (typeof target === 'string') return dateText(target, language);
  return unit === 'percent' ? formatPercent(target, language) : phrase('times', language, { times: target });
}
