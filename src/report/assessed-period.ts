import { parseFiscalYear } from '../calendar/fiscal-year.ts';
import type { LocalDate } from '../calendar/types.ts';
import type { AssessedPeriod, Indicator, Plan } from '../plan/types.ts';

/** The last day of which a self-assessment tells: 31 December, or the last of the year. */
export function periodEnd(plan: Pick<Plan, 'fiscalYear' | 'closes'>, period: AssessedPeriod): LocalDate {
  return period === 'year' ? plan.closes : (parseFiscalYear(plan.fiscalYear)?.quarters[1].to ?? plan.closes);
}

/**
 * The indicator that sending a self-assessment achieves: the one of the kind `report` that is due in January, after the
 * half-year; for the whole year one that is due at its end, in June or July. Null where the plan has none. What is due
 * in the July that opens the year is about the year before.
 */
export function reportIndicatorOf(plan: Plan, period: AssessedPeriod): Indicator | null {
  const due = period === 'halfYear' ? /-01-\d\d$/ : /-0[67]-\d\d$/;
  const from = period === 'halfYear' ? periodEnd(plan, 'halfYear') : `${plan.closes.slice(0, 4)}-06-01`;
  const all = plan.activities.flatMap(({ indicators }) => indicators);
  return all.find((one) => one.kind === 'report' && one.due > from && due.test(one.due)) ?? null;
}

/** Where a year is half over, and where the whole of it is. */
export function hasEnded(plan: Pick<Plan, 'fiscalYear' | 'closes'>, period: AssessedPeriod, today: LocalDate): boolean {
  return periodEnd(plan, period) < today;
}
