import type { DeadlineStatus, WorkStatus } from '../../machines/types.ts';
import { parseFiscalYear, type QuarterId, quarterOf } from '../calendar/fiscal-year.ts';
import { addDays } from '../calendar/local-time.ts';
import type { Bilingual, LocalDate } from '../calendar/types.ts';
import type { IndicatorKind, Unit } from '../plan/types.ts';
import { scorePlan } from '../score/plan-score.ts';
import { type EvidencePaper, lastNoteOf, papersOf } from './evidence.ts';
import type { PlanRecord, ReportSource, ReportTime } from './record.ts';
import { reportTime, type Standing, sourceOf, standingsAt } from './standings.ts';

/** The table of the minutes, as facts: how each indicator stood at the end of a day, and what changed since another. */
export interface ProgressReport {
  readonly kind: 'progress';
  readonly source: ReportSource;
  readonly office: Bilingual;
  readonly fiscalYear: string;
  /** The quarter in which the day lies; null outside the year. */
  readonly quarter: QuarterId | null;
  /** The day of the report before; null where nothing is compared. */
  readonly since: LocalDate | null;
  readonly rows: readonly ProgressRow[];
  readonly counts: Readonly<Record<WorkStatus, number>>;
  /** What is recorded earns so much of the total, and comes to `ifMet` if all that is open is met that day. */
  readonly score: {
    readonly basis: 'weights' | 'equal';
    readonly points: number;
    readonly ifMet: number;
    readonly total: number;
  };
}

export interface ProgressRow {
  /** 1, 2, 3 … in the plan's order. */
  readonly number: number;
  readonly code: string;
  readonly activity: { readonly code: string; readonly title: Bilingual };
  readonly title: Bilingual;
  readonly kind: IndicatorKind;
  readonly unit: Unit;
  readonly target: LocalDate | number;
  /** The day by which the whole target is owed. */
  readonly finalDue: LocalDate;
  readonly status: WorkStatus;
  readonly deadline: DeadlineStatus;
  readonly achieved: number | null;
  readonly achievedOn: LocalDate | null;
  readonly late: boolean;
  readonly onTarget: boolean;
  readonly steps: readonly { readonly title: Bilingual; readonly doneOn: LocalDate | null }[];
  /** The quarter of the latest percentage or occurrence. */
  readonly latestQuarter: QuarterId | null;
  /** Why it is on hold, not achieved or withdrawn, in the words of whoever recorded it. */
  readonly reason: string | null;
  readonly note: string | null;
  readonly papers: readonly EvidencePaper[];
  readonly change: ProgressChange | null;
}

/** What became of an indicator between two days. */
export interface ProgressChange {
  readonly status: { readonly before: WorkStatus; readonly after: WorkStatus } | null;
  readonly achieved: { readonly before: number | null; readonly after: number | null } | null;
  readonly steps: readonly { readonly title: Bilingual; readonly doneOn: LocalDate }[];
}

/** Reports the progress of a plan as it stood at a time, compared with the end of an earlier day. Pure. */
export function progressReport(record: PlanRecord, time: ReportTime, since: LocalDate | null): ProgressReport {
  const { plan } = record;
  const standings = standingsAt(record, time);
  const before = since === null ? null : standingsBy(record, since);
  const year = parseFiscalYear(plan.fiscalYear);
  const rows = standings.map((standing, i) =>
    progressRow(standing, i + 1, before === null ? null : (before.get(standing.indicator.code) ?? 'none')),
  );
  const { basis, points, ifMet, total } = scorePlan(plan, standings, time.on);
  const count = (status: WorkStatus) => rows.filter((row) => row.status === status).length;
  return {
    kind: 'progress',
    source: sourceOf(record, time),
    office: plan.office.name,
    fiscalYear: plan.fiscalYear,
    quarter: year === null ? null : (quarterOf(year, time.on)?.id ?? null),
    since,
    rows,
    counts: {
      achieved: count('achieved'),
      inProgress: count('inProgress'),
      notStarted: count('notStarted'),
      notAchieved: count('notAchieved'),
      onHold: count('onHold'),
      withdrawn: count('withdrawn'),
    },
    score: { basis, points, ifMet, total },
  };
}

/** The day of the report before, where nobody names one: the last of the quarter before; null in the first quarter. */
export function quarterBefore(fiscalYear: string, on: LocalDate): LocalDate | null {
  const year = parseFiscalYear(fiscalYear);
  const quarter = year === null ? null : quarterOf(year, on);
  return quarter === null || quarter.id === 'q1' ? null : addDays(quarter.from, -1);
}

function standingsBy(record: PlanRecord, day: LocalDate): Map<string, Standing> {
  const standings = standingsAt(record, reportTime(record.plan, day));
  return new Map(standings.map((standing) => [standing.indicator.code, standing]));
}

function progressRow(standing: Standing, number: number, before: Standing | 'none' | null): ProgressRow {
  const { activity, indicator, view, state } = standing;
  const doneOn = new Map(state.context.steps.map(({ id, on }) => [id, on]));
  return {
    number,
    code: indicator.code,
    activity: { code: activity.code, title: activity.title },
    title: indicator.title,
    kind: indicator.kind,
    unit: indicator.unit,
    target: indicator.target,
    finalDue: indicator.due,
    status: view.status,
    deadline: view.deadline,
    achieved: view.achieved,
    achievedOn: view.achievedOn,
    late: view.late,
    onTarget: view.onTarget,
    steps: indicator.steps.map(({ id, title }) => ({ title, doneOn: doneOn.get(id) ?? null })),
    latestQuarter: latestQuarter(standing),
    reason: state.context.reason,
    note: lastNoteOf(standing),
    papers: papersOf(standing),
    change: before === null ? null : changeSince(before === 'none' ? null : before, standing),
  };
}

function latestQuarter({ definition, state }: Standing): QuarterId | null {
  const year = parseFiscalYear(`${definition.opens.slice(0, 4)}-${definition.closes.slice(0, 4)}`);
  const days = [...state.context.readings, ...state.context.occurrences].map(({ on }) => on).sort();
  const last = days.at(-1);
  return year === null || last === undefined ? null : (quarterOf(year, last)?.id ?? null);
}

function changeSince(before: Standing | null, after: Standing): ProgressChange | null {
  const was = before?.view.status ?? 'notStarted';
  const had = new Set(before?.state.context.steps.map(({ id }) => id));
  const steps = after.state.context.steps.flatMap(({ id, on }) => {
    const step = after.indicator.steps.find((one) => one.id === id);
    return had.has(id) || step === undefined ? [] : [{ title: step.title, doneOn: on }];
  });
  const numbers = { before: before?.view.achieved ?? null, after: after.view.achieved };
  const change: ProgressChange = {
    status: was === after.view.status ? null : { before: was, after: after.view.status },
    achieved: (numbers.before ?? 0) === (numbers.after ?? 0) ? null : numbers,
    steps,
  };
  return change.status === null && change.achieved === null && steps.length === 0 ? null : change;
}
