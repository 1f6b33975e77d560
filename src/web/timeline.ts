import type { PersonEvent } from '../../machines/types.ts';
import type { Instant, LocalDate } from '../calendar/types.ts';
import type { LogReading } from '../db/queries/log-of-indicator.ts';
import type { NoticeReading } from '../db/queries/notices-of-indicator.ts';
import type { PlanVersion } from '../db/queries/plan-versions.ts';
import type { Saying } from '../db/queries/questions.ts';
import type { IndicatorDefinition } from '../plan/definition.ts';

/** What nobody did by hand. */
export type Turn = 'begun' | 'becameOverdue' | 'yearEnded' | 'planChanged' | 'planMoved';

/** How a changed plan touched an indicator. */
export interface Revision {
  /** Null where the versions of the plan do not tell. */
  readonly version: number | null;
  /** The due day before and after, of the first checkpoint whose day moved. */
  readonly due: { readonly from: LocalDate; readonly to: LocalDate } | null;
}

/** One thing that happened to an indicator, as a reader would tell it. */
export type TimelineItem =
  | { readonly type: 'event'; readonly at: Instant; readonly seq: number; readonly event: PersonEvent }
  | {
      readonly type: 'turn';
      readonly at: Instant;
      readonly seq: number;
      readonly turn: Turn;
      readonly revision?: Revision;
    }
  /** What somebody said to a missed target. */
  | { readonly type: 'saying'; readonly at: Instant; readonly saying: Saying }
  /** All who were told, or were to be told, of one rung. */
  | { readonly type: 'notices'; readonly at: Instant; readonly notices: readonly [NoticeReading, ...NoticeReading[]] };

/**
 * An indicator's history out of its event log and its notices, newest first. The log's firings tell when a rung was
 * climbed; the notices tell the same with names, so of the firings only what they do not tell is left. Pure.
 */
export function timelineOf(
  log: readonly LogReading[],
  notices: readonly NoticeReading[],
  definitionOf: (hash: string) => IndicatorDefinition,
  versions: readonly PlanVersion[] = [],
  sayings: readonly Saying[] = [],
): TimelineItem[] {
  const told = log.flatMap((reading, i): TimelineItem[] => {
    const definition = definitionOf(reading.definitionHash);
    const items = itemOf(reading, definition);
    if (reading.entry.type !== 'redefine') return items;
    const before = definitionOf(log[i - 1]?.definitionHash ?? reading.definitionHash);
    const revision = { version: versionAt(versions, reading.entry.at), due: movedDue(before, definition) };
    return items.map((item) => (item.type === 'turn' ? { ...item, revision } : item));
  });
  const said = sayings.map((saying): TimelineItem => ({ type: 'saying', at: saying.at, saying }));
  return [...told, ...byRung(notices), ...said].sort((a, b) => a.at - b.at).reverse();
}

/** What people, or a changed plan, did after an entry of the log, oldest first: what an optimistic lock is about. */
export function didSince(timeline: readonly TimelineItem[], seen: number): TimelineItem[] {
  return timeline
    .filter((item) => 'seq' in item && item.seq > seen && !(item.type === 'turn' && isFiring(item.turn)))
    .reverse();
}

function isFiring(turn: Turn): boolean {
  return turn === 'becameOverdue' || turn === 'yearEnded';
}

function itemOf({ seq, entry }: LogReading, definition: IndicatorDefinition): TimelineItem[] {
  const turn = (name: Turn): TimelineItem[] => [{ type: 'turn', at: entry.at, seq, turn: name }];
  switch (entry.type) {
    case 'begin':
      return turn('begun');
    case 'redefine':
      return turn(entry.moved ? 'planMoved' : 'planChanged');
    case 'fire':
      if (entry.ladder === 'yearEnd') return turn('yearEnded');
      return passedDeadline(definition, entry.at) ? turn('becameOverdue') : [];
    default:
      return [{ type: 'event', at: entry.at, seq, event: entry }];
  }
}

function versionAt(versions: readonly PlanVersion[], at: Instant): number | null {
  return versions.find(({ appliedAt }) => appliedAt <= at)?.version ?? null;
}

function movedDue(before: IndicatorDefinition, after: IndicatorDefinition): Revision['due'] {
  for (const { id, due } of before.checkpoints) {
    const to = after.checkpoints.find((checkpoint) => checkpoint.id === id)?.due;
    if (to !== undefined && to !== due) return { from: due, to };
  }
  return null;
}

function passedDeadline({ marks }: IndicatorDefinition, at: Instant): boolean {
  return marks.some((mark) => mark.at === at && 'phase' in mark && mark.phase === 'overdue');
}

function byRung(notices: readonly NoticeReading[]): TimelineItem[] {
  const rungs = new Map<string, [NoticeReading, ...NoticeReading[]]>();
  for (const notice of notices) {
    const key = `${notice.rungAt} ${notice.checkpoint} ${notice.rung} ${notice.number}`;
    const known = rungs.get(key);
    if (known) known.push(notice);
    else rungs.set(key, [notice]);
  }
  return [...rungs.values()].map((told) => ({ type: 'notices', at: told[0].rungAt, notices: told }));
}
