import { addDays } from '../calendar/local-time.ts';
import type { LocalDate } from '../calendar/types.ts';
import { earn } from './earn.ts';
import { attainable, isOpen, type Scored, turningDays } from './indicator-score.ts';

/** What finishing earns until the end of a day. */
export interface PointsStep {
  /** The last such day; null for every day after the step before. */
  readonly until: LocalDate | null;
  readonly percent: number;
  readonly points: number;
}

/**
 * What finishing earns, from a day on: until which day how much, and how much after that. Steps that earn the same are
 * one; the last one has no end. Empty once nobody can work on it any more. What is earned already is never lost by
 * finishing late: what can be attained holds what was done in time. Pure.
 */
export function pointsAhead(scored: Scored, weight: number, on: LocalDate): PointsStep[] {
  if (!isOpen(scored)) return [];
  const earnedOn = (day: LocalDate, until: LocalDate | null): PointsStep => {
    const { percent, points } = earn(scored.indicator, attainable(scored, day), weight);
    return { until, percent, points };
  };
  const days = turningDays(scored).filter((day) => day >= on);
  const last = days.at(-1);
  const steps = [...days.map((day) => earnedOn(day, day)), earnedOn(last === undefined ? on : addDays(last, 1), null)];
  return steps.filter((step, i) => steps[i + 1]?.percent !== step.percent);
}
