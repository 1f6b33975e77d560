import { toIsoWithOffset } from '../calendar/local-time.ts';
import type { IndicatorStatus, NextNotice, PlanStatus } from '../engine/plan-status.ts';
import { type PlanScore, scorePlan } from '../score/plan-score.ts';

/** What is told of one indicator. */
export type StatusRow = Pick<IndicatorStatus, 'indicator' | 'view' | 'daysLeft' | 'next' | 'fault'>;

/** How a plan stands, as JSON: what the command line prints and the API answers. */
export function statusJson({
  plan,
  version,
  today,
  rows,
}: Omit<PlanStatus, 'rows' | 'mark'> & { readonly rows: readonly StatusRow[] }) {
  return {
    plan: plan.id,
    version,
    office: plan.office.name,
    fiscalYear: plan.fiscalYear,
    today,
    score: scoreJson(scorePlan(plan, rows, today)),
    indicators: rows.map((row) => indicatorJson(row, plan.zone)),
  };
}

function scoreJson({ basis, points, total, ifMet }: PlanScore) {
  return { basis, points, total, ifMet };
}

/** How one indicator stands, as JSON. */
export function indicatorJson({ indicator, view, daysLeft, next, fault }: StatusRow, zone: string) {
  const { status, deadline, due, target, achieved, inTime, owed, achievedOn, late, onTarget, stepsLeft } = view;
  const { code, title, kind, weight } = indicator;
  return {
    code,
    title,
    kind,
    weight,
    status,
    deadline,
    due,
    daysLeft,
    target,
    achieved,
    inTime,
    owed: [...owed],
    achievedOn,
    late,
    onTarget,
    stepsLeft: [...stepsLeft],
    next: next && noticeJson(next, zone),
    fault,
  };
}

export function noticeJson({ at, rung, notice, checkpoint, to }: NextNotice, zone: string) {
  return {
    at: toIsoWithOffset(at, zone),
    rung,
    kind: notice,
    checkpoint,
    to: to.map(({ post, person }) => ({ post, person: person.id })),
  };
}
