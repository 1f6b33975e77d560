import type { WorkStatus } from '../../machines/types.ts';
import type { Bilingual, LocalDate } from '../calendar/types.ts';
import type { Criterion, Plan, Unit } from '../plan/types.ts';
import { evidencedPoints } from '../score/evidenced-points.ts';
import { scorePlan } from '../score/plan-score.ts';
import { type EvidencePaper, papersOf, supportedBy } from './evidence.ts';
import type { PlanRecord, ReportSource, ReportTime } from './record.ts';
import { type Standing, sourceOf, standingsAt } from './standings.ts';

/** A half-yearly or annual self-assessment (স্ব-মূল্যায়ন প্রতিবেদন): what the office claims, with its arithmetic and its papers. */
export interface SelfAssessment {
  readonly kind: 'self-assessment';
  readonly period: 'half-yearly' | 'annual';
  readonly source: ReportSource;
  readonly office: Bilingual;
  readonly fiscalYear: string;
  /** The post to which it goes, and the post that approves it. */
  readonly superiorAuthority: Bilingual | null;
  readonly headOfOffice: Bilingual | null;
  readonly basis: 'weights' | 'equal';
  readonly rows: readonly AssessedRow[];
  /** What counts, what is claimed, what papers support, and what it comes to if all that is open is met. */
  readonly totals: {
    readonly weight: number;
    readonly claimed: number;
    readonly evidenced: number;
    readonly ifMet: number;
    /** The weight that left with what was withdrawn. */
    readonly withdrawn: number | null;
  };
}

export interface AssessedRow {
  readonly number: number;
  readonly code: string;
  readonly activity: { readonly code: string; readonly title: Bilingual };
  readonly title: Bilingual;
  readonly unit: Unit;
  readonly target: LocalDate | number;
  readonly status: WorkStatus;
  /** The most it can earn: its weight, or its equal share of 100. */
  readonly weight: number;
  /** The day, number or percentage that the criteria are held against. */
  readonly achieved: LocalDate | number | null;
  /** The criterion met, and the percent of the weight that it earns: claimed is weight × percent. */
  readonly criterion: Criterion | null;
  readonly percent: number;
  readonly claimed: number;
  readonly evidenced: number;
  readonly reason: string | null;
  readonly papers: readonly EvidencePaper[];
}

/** Assesses a plan as it stood at a time. What the superior authority accepts of it is that authority's to say. Pure. */
export function selfAssessment(record: PlanRecord, time: ReportTime, period: SelfAssessment['period']): SelfAssessment {
  const { plan } = record;
  const standings = standingsAt(record, time);
  const { basis, parts, total, points, ifMet, withdrawnWeight } = scorePlan(plan, standings, time.on);
  const rows = standings.map((standing, i): AssessedRow => {
    const { activity, indicator, view, state } = standing;
    const { weight, measured, criterion, percent, points: claimed } = parts[i]!;
    const evidenced = evidencedPoints(
      standing,
      weight,
      view.status === 'withdrawn' ? null : supportedBy(standing),
      time.on,
    );
    return {
      number: i + 1,
      code: indicator.code,
      activity: { code: activity.code, title: activity.title },
      title: indicator.title,
      unit: indicator.unit,
      target: indicator.target,
      status: view.status,
      weight,
      achieved: measured,
      criterion,
      percent,
      claimed,
      evidenced,
      reason: state.context.reason,
      papers: papersOf(standing),
    };
  });
  return {
    kind: 'self-assessment',
    period,
    source: sourceOf(record, time),
    office: plan.office.name,
    fiscalYear: plan.fiscalYear,
    superiorAuthority: postOf(plan, standings, 'superiorAuthority'),
    headOfOffice: postOf(plan, standings, 'headOfOffice'),
    basis,
    rows,
    totals: {
      weight: total,
      claimed: points,
      evidenced: Number(rows.reduce((sum, row) => sum + row.evidenced, 0).toFixed(6)),
      ifMet,
      withdrawn: withdrawnWeight,
    },
  };
}

/** The post that plays a part for the plan: the one that most of its indicators name. */
function postOf(
  plan: Plan,
  standings: readonly Standing[],
  role: 'superiorAuthority' | 'headOfOffice',
): Bilingual | null {
  const named = standings.map(({ indicator }) => indicator.posts[role]);
  const count = (id: string | null) => named.filter((one) => one === id).length;
  const [most = null] = [...new Set(named)].sort((one, other) => count(other) - count(one));
  return plan.posts.find(({ id }) => id === most)?.title ?? null;
}
