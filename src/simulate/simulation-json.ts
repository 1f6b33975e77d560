import type { DeadlineStatus, WorkStatus } from '../../machines/types.ts';
import { viewOf } from '../../machines/view.ts';
import { localDate, toIsoWithOffset } from '../calendar/local-time.ts';
import type { LocalDate } from '../calendar/types.ts';
import { subjectOf } from '../letters/subject.ts';
import type { Assembled, PendingNotice } from '../notices/assemble.ts';
import { letterFacts } from '../notices/letter-facts.ts';
import type { NoticeKind } from '../plan/definition.ts';
import type { IndicatorKind, Plan } from '../plan/types.ts';
import type { Moment, SimulatedIndicator, Simulation } from './simulate.ts';

/** What `suchok simulate --json` prints. */
export interface SimulationJson {
  readonly plan: string;
  readonly office: string;
  readonly fiscalYear: string;
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly indicators: readonly IndicatorJson[];
  readonly messages: readonly MessageJson[];
  readonly refusals: readonly RefusalJson[];
  readonly summary: { readonly total: number } & Readonly<Record<WorkStatus, number>>;
}

export interface IndicatorJson {
  readonly code: string;
  readonly kind: IndicatorKind;
  readonly status: WorkStatus;
  readonly deadline: DeadlineStatus;
  readonly due: LocalDate;
  readonly weight: number | null;
  readonly target: LocalDate | number;
  readonly achieved: number | null;
  readonly achievedOn: LocalDate | null;
  readonly late: boolean;
  readonly onTarget: boolean;
}

export interface MessageJson {
  /** With the plan's offset, as in `2022-02-17T09:00:00+06:00`. */
  readonly at: string;
  /** The post as whose holder the person is told, and all posts where one person holds several. */
  readonly to: string;
  readonly posts: readonly string[];
  readonly subject: string;
  readonly items: readonly {
    readonly indicator: string;
    readonly checkpoint: string;
    readonly rung: string;
    readonly kind: NoticeKind;
  }[];
}

export interface RefusalJson {
  readonly at: string;
  readonly indicator: string;
  readonly action: string;
  readonly code: string;
}

export function indicatorJson({ indicator, definition, state }: SimulatedIndicator): IndicatorJson {
  const { status, deadline, due, target, achieved, achievedOn, late, onTarget } = viewOf(definition, state);
  const { code, kind, weight } = indicator;
  return { code, kind, status, deadline, due, weight, target, achieved, achievedOn, late, onTarget };
}

export function messageJson(plan: Plan, moment: Moment, assembled: Assembled<PendingNotice>): MessageJson {
  return {
    at: toIsoWithOffset(moment.at, plan.zone),
    to: assembled.posts[0]!,
    posts: assembled.posts,
    subject: subjectAt(plan, moment, assembled),
    items: assembled.items.map(({ indicator, checkpoint, rung, notice }) => ({
      indicator: indicator.code,
      checkpoint,
      rung,
      kind: notice,
    })),
  };
}

/** The subject line of a letter as it would have been written at that moment. */
export function subjectAt(plan: Plan, moment: Moment, assembled: Assembled<PendingNotice>): string {
  const standingOf = (code: string) => moment.standing.get(code)!;
  return subjectOf(letterFacts(plan, assembled, standingOf, localDate(moment.at, plan.zone), ''));
}

/** The whole run as one object. */
export function simulationJson(plan: Plan, moments: readonly Moment[], end: Simulation): SimulationJson {
  const indicators = end.indicators.map(indicatorJson);
  return {
    plan: plan.id,
    office: plan.office.name.en,
    fiscalYear: plan.fiscalYear,
    from: end.from,
    until: end.until,
    indicators,
    messages: moments.flatMap((moment) => moment.messages.map((one) => messageJson(plan, moment, one))),
    refusals: moments.flatMap((moment) =>
      moment.refusals.map(({ event, refusal }) => ({
        at: toIsoWithOffset(moment.at, plan.zone),
        indicator: event.indicator,
        action: event.action.type,
        code: refusal.code,
      })),
    ),
    summary: summaryOf(indicators),
  };
}

export function summaryOf(indicators: readonly { readonly status: WorkStatus }[]): SimulationJson['summary'] {
  const count = (status: WorkStatus) => indicators.filter((one) => one.status === status).length;
  return {
    total: indicators.length,
    achieved: count('achieved'),
    inProgress: count('inProgress'),
    notStarted: count('notStarted'),
    notAchieved: count('notAchieved'),
    onHold: count('onHold'),
    withdrawn: count('withdrawn'),
  };
}
