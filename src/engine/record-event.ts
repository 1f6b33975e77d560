import { type LogEntry, send } from '../../machines/advance.ts';
import type { Actor, PersonAction, PersonEvent, Refusal } from '../../machines/types.ts';
import { localDate } from '../calendar/local-time.ts';
import type { Instant, LocalDate } from '../calendar/types.ts';
import { type Database, type Transaction, withTransaction } from '../db/database.ts';
import type { IndicatorChange } from '../db/indicator-rows.ts';
import { entriesSince } from '../db/queries/entries-since.ts';
import { lockIndicator } from '../db/queries/lock-indicators.ts';
import type { IndicatorDefinition } from '../plan/definition.ts';
import type { DefinitionCache } from './definition-cache.ts';
import { foldSteps } from './fold-steps.ts';
import { saveAndTell } from './tell-webhooks.ts';

/** What a person reports of an indicator. */
export interface Report {
  readonly planId: string;
  readonly zone: string;
  readonly code: string;
  readonly action: PersonAction;
  readonly by: Actor;
  /** The day it happened, in the plan's zone; today where none is given. */
  readonly on?: LocalDate | undefined;
  /** The number of the last entry of the log that the person had seen; whoever saw all, or does not care, gives none. */
  readonly seen?: number | undefined;
  /** Done first of all in that transaction: what has to be locked before the indicator, or looked at. What it throws undoes all. */
  readonly first?: ((tx: Transaction) => Promise<void>) | undefined;
  /** Done in the transaction that records the event, where it was not refused; what this throws undoes both. */
  readonly alongside?: Alongside | undefined;
}

/** What belongs to the same transaction as an event: to keep the papers that it names, or the answer that its sender gets. */
export type Alongside = (
  tx: Transaction,
  recorded: {
    readonly indicatorId: number;
    readonly at: Instant;
    readonly change: IndicatorChange;
    readonly definition: IndicatorDefinition;
  },
) => Promise<void>;

export interface Recorded {
  /** Null when the plan has no indicator of that code. */
  readonly change: IndicatorChange | null;
  readonly refusal: Refusal | null;
  /** What others did after what the person had seen; where there is any, nothing was recorded. Firings do not count. */
  readonly meanwhile: readonly LogEntry[];
  /** What webhooks are told of it, queued by id; none where nobody has any. */
  readonly deliveries?: readonly number[];
}

/**
 * Records a person's event in one transaction. Deadlines that are due by now fire first; a refusal leaves those
 * standing and changes nothing else; neither does a report by somebody who had not seen what others did meanwhile.
 *
 * @throws UnknownIndicator when the plan has no indicator of that code.
 */
export async function recordEvent(
  db: Database,
  definitions: DefinitionCache,
  report: Report,
  now: Instant,
): Promise<Recorded> {
  return withTransaction(db, async (tx) => {
    await report.first?.(tx);
    const stored = await lockIndicator(tx, report.planId, report.code);
    if (!stored) throw new UnknownIndicator(report.planId, report.code);
    const meanwhile = report.seen === undefined ? [] : await entriesSince(tx, stored.id, report.seen);
    if (meanwhile.length > 0) return { change: null, refusal: null, meanwhile };
    const definitionOf = await definitions.load(tx, [stored.definitionHash]);
    // Another machine's clock may be a little ahead of ours; the indicator's own never runs backwards.
    const at = Math.max(now, stored.state.at);
    const today = localDate(at, report.zone);
    const on = report.on ?? today;
    if (on > today) return { change: null, refusal: { code: 'dateInFuture', details: { on, today } }, meanwhile };
    const event = { ...report.action, at, on, by: report.by } satisfies PersonEvent;
    const { steps, refusal } = send(definitionOf(stored.definitionHash), stored.state, event);
    if (steps.length === 0) return { change: null, refusal, meanwhile };
    const change = foldSteps(
      stored,
      steps.map((step) => ({ step, definitionHash: stored.definitionHash })),
    );
    const deliveries = await saveAndTell(tx, [change]);
    if (refusal === null) {
      const definition = definitionOf(stored.definitionHash);
      await report.alongside?.(tx, { indicatorId: stored.id, at, change, definition });
    }
    return { change, refusal, meanwhile, ...(deliveries.length > 0 ? { deliveries } : {}) };
  });
}

/** The plan has no indicator of that code. */
export class UnknownIndicator extends Error {
  readonly code = 'unknownIndicator';
  readonly planId: string;
  readonly indicator: string;

  constructor(planId: string, indicator: string) {
    super(`The plan ${planId} has no indicator ${indicator}. \`suchok status ${planId}\` lists its indicators.`);
    this.name = 'UnknownIndicator';
    this.planId = planId;
    this.indicator = indicator;
  }
}
