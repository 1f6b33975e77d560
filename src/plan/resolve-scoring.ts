import type { Path, Report } from './fault.ts';
import type { Salvaged } from './form.ts';
import type { IndicatorForm } from './plan-form.ts';
import type { Indicator, Unit } from './types.ts';

/**
 * How an indicator earns its weight, where its plan asks for more than the criteria say. What is not asked for is left
 * out altogether, so that plans without it stay the same to the byte.
 */
export function resolveScoring(
  form: Salvaged<IndicatorForm>,
  unit: Unit | undefined,
  path: Path,
  report: Report,
): Pick<Indicator, 'score' | 'zeroIfLate'> {
  if (form?.score === 'pro-rata' && unit === 'date') {
    report(
      [...path, 'score'],
      'pro-rata is for numbers and percentages, and this target is a date: write criteria with later dates instead',
    );
  }
  if (form?.zeroIfLate && unit === 'date' && (form.criteria?.length ?? 0) > 1) {
    report(
      [...path, 'zeroIfLate'],
      'contradicts the criteria, which give points for later dates: leave out the one or the others',
    );
  }
  return {
    ...(form?.score === 'pro-rata' ? { score: 'pro-rata' as const } : {}),
    ...(form?.zeroIfLate ? { zeroIfLate: true as const } : {}),
  };
}
