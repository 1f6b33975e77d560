import { parseFiscalYear, type Quarter, type QuarterId, quarterOf } from '../calendar/fiscal-year.ts';
import type { Bilingual, LocalDate } from '../calendar/types.ts';
import { type Plan, ROLES, type Unit } from '../plan/types.ts';
import { scorePlan } from '../score/plan-score.ts';
import type { PlanRecord, ReportSource, ReportTime } from './record.ts';
import { type Standing, sourceOf, standingsAt } from './standings.ts';

/**
 * What is typed by hand into the government's system of annual performance agreements (APA), in the columns of its form
 * 2.2.2: activity, indicator, unit, weight, the year's target, the achievement of the quarter and of the year so far,
 * and the branch that answers for it.
 */
export interface ApaReport {
  readonly kind: 'apa';
  readonly source: ReportSource;
  readonly office: Bilingual;
  readonly fiscalYear: string;
  readonly quarter: QuarterId;
  readonly basis: 'weights' | 'equal';
  readonly totalWeight: number;
  readonly rows: readonly ApaRow[];
}

export interface ApaRow {
  readonly activity: { readonly code: string; readonly title: Bilingual };
  readonly code: string;
  readonly title: Bilingual;
  readonly unit: Unit;
  readonly weight: number;
  readonly target: LocalDate | number;
  /** Within the quarter: the day of achievement, so many more, or the latest percentage; null where there is none. */
  readonly inQuarter: LocalDate | number | null;
  readonly inYear: LocalDate | number | null;
  readonly responsible: Bilingual | null;
}

/** Lays out a plan for the APA system as it stood at a time; null for a day outside its fiscal year. Pure. */
export function apaReport(record: PlanRecord, time: ReportTime): ApaReport | null {
  const { plan } = record;
  const year = parseFiscalYear(plan.fiscalYear);
  const quarter = year === null ? null : quarterOf(year, time.on);
  if (quarter === null) return null;
  const standings = standingsAt(record, time);
  const { basis, parts, total } = scorePlan(plan, standings, time.on);
  return {
    kind: 'apa',
    source: sourceOf(record, time),
    office: plan.office.name,
    fiscalYear: plan.fiscalYear,
    quarter: quarter.id,
    basis,
    totalWeight: total,
    rows: standings.map((standing, i) => {
      const { activity, indicator, view } = standing;
      return {
        activity: { code: activity.code, title: activity.title },
        code: indicator.code,
        title: indicator.title,
        unit: indicator.unit,
        weight: parts[i]!.weight,
        target: indicator.target,
        inQuarter: achievedWithin(standing, quarter),
        inYear: typeof indicator.target === 'string' ? view.achievedOn : view.achieved,
        responsible: responsibleOf(plan, standing),
      };
    }),
  };
}

/** By the day on which each thing happened, not the one on which it was recorded. */
function achievedWithin({ definition, view, state }: Standing, { from, to }: Quarter): LocalDate | number | null {
  const within = ({ on }: { readonly on: LocalDate }) => from <= on && on <= to;
  switch (definition.kind) {
    case 'milestone':
    case 'report':
    case 'meeting':
    case 'action':
      return view.achievedOn !== null && within({ on: view.achievedOn }) ? view.achievedOn : null;
    case 'recurring':
      return state.context.occurrences.filter(within).length;
    case 'count':
      return state.context.numbers.filter(within).reduce((sum, { number }) => sum + number, 0);
    case 'percentage': {
      const readings = state.context.readings.filter(within);
      return (
        readings.reduce<(typeof readings)[number] | null>((last, one) => (last && last.on > one.on ? last : one), null)
          ?.value ?? null
      );
    }
  }
}

/** The post that does the work: as a rule the focal point's. */
function responsibleOf(plan: Plan, { indicator }: Standing): Bilingual | null {
  const id = ROLES.map((role) => indicator.posts[role]).find((post) => post !== null);
  return plan.posts.find((post) => post.id === id)?.title ?? null;
}
