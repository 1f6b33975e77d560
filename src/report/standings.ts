import { hash } from 'node:crypto';
import { apply, begin, fireDue, type LogEntry } from '../../machines/advance.ts';
import type { IndicatorState } from '../../machines/state.ts';
import type { Evidence, PersonEvent } from '../../machines/types.ts';
import { type IndicatorView, viewOf } from '../../machines/view.ts';
import { endOfDay } from '../calendar/local-time.ts';
import type { Instant, LocalDate } from '../calendar/types.ts';
import type { IndicatorDefinition } from '../plan/definition.ts';
import type { Activity, Indicator, Plan } from '../plan/types.ts';
import type { PlanRecord, RecordedEntry, ReportSource, ReportTime } from './record.ts';

/** How one indicator stood at the end of a day, by what was recorded until then. */
export interface Standing {
  readonly activity: Activity;
  readonly indicator: Indicator;
  readonly definition: IndicatorDefinition;
  readonly state: IndicatorState;
  readonly view: IndicatorView;
  /** What was recorded until then, oldest first. */
  readonly entries: readonly LogEntry[];
  /** The acts that still stand behind what it has achieved, oldest first: what a reopening took back stands no more. */
  readonly acts: readonly Act[];
}

/** An act of a person that achieves something, with its papers. */
export type Act = PersonEvent & { readonly evidence: readonly Evidence[]; readonly note: string | null };

/**
 * The instant until which a report of this day tells. The midnight that ends the year belongs to its last day, any other
 * to the day that begins; of the present day it is now.
 */
export function reportTime(plan: Plan, on: LocalDate, now: Instant = Number.POSITIVE_INFINITY): ReportTime {
  return { on, until: Math.min(now, endOfDay(on, plan.zone) - (on < plan.closes ? 1 : 0)) };
}

/**
 * Replays the event logs until an instant: the same today and next year, for a log only grows. Deadlines that were due
 * by then and that nobody had fired yet are fired here, at their own instants. In the plan's order; an indicator without
 * an entry by then is left out.
 */
export function standingsAt({ plan, logs }: PlanRecord, { until }: ReportTime): Standing[] {
  return plan.activities.flatMap((activity) =>
    activity.indicators.flatMap((indicator): Standing[] => {
      const recorded = (logs.get(indicator.code) ?? []).filter(({ entry }) => entry.at <= until);
      const last = recorded.at(-1);
      if (!last) return [];
      const { definition } = last;
      const { state: replayed, acts } = replay(recorded);
      const state = fireDue(definition, replayed, until).at(-1)?.state ?? replayed;
      const entries = recorded.map(({ entry }) => entry);
      return [{ activity, indicator, definition, state, view: viewOf(definition, state), entries, acts }];
    }),
  );
}

function replay(recorded: readonly RecordedEntry[]): { state: IndicatorState; acts: Act[] } {
  let state: IndicatorState | null = null;
  const acts: Act[] = [];
  for (const { entry, definition } of recorded) {
    if (entry.type === 'begin') {
      state = begin(definition, entry.at).state;
      continue;
    }
    if (state === null) throw new Error('A log does not begin with a beginning: suchok verify tells which.');
    if (isAct(entry)) acts.push(entry);
    if (entry.type === 'reopen') takeBack(acts, state.context.settledBy);
    state = apply(definition, state, entry).state;
  }
  if (state === null) throw new Error('A log is empty: suchok verify tells which.');
  return { state, acts };
}

function isAct(entry: LogEntry): entry is Act {
  return 'evidence' in entry;
}

function takeBack(acts: Act[], settledBy: string | null): void {
  const position = acts.findLastIndex(({ type }) => type === settledBy);
  if (position >= 0) acts.splice(position, 1);
}

/** What a report of that time is made from, with a hash over the last link of every log until then. */
export function sourceOf({ plan, version, logs, history }: PlanRecord, { on, until }: ReportTime): ReportSource {
  const links = [...logs]
    .sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
    .flatMap(([code, log]) => {
      const last = log.findLast(({ entry }) => entry.at <= until);
      return last ? [`${code} ${last.seq} ${last.hash}`] : [];
    });
  return { plan: plan.id, version, on, recordHash: hash('sha256', links.join('\n')), history };
}
