import { overdueCheckpoints } from '../../machines/view.ts';
import { localDate } from '../calendar/local-time.ts';
import type { Bilingual, Instant, LocalDate } from '../calendar/types.ts';
import type { Database } from '../db/database.ts';
import { findIndicator } from '../db/queries/find-indicator.ts';
import type { IndicatorReading } from '../db/queries/indicators-of-plan.ts';
import { type Saying, sayingsOfIndicator } from '../db/queries/questions.ts';
import { toldEscalations } from '../db/queries/told-escalations.ts';
import type { DefinitionCache } from '../engine/definition-cache.ts';
import type { Indicator, Plan } from '../plan/types.ts';
import { mayDo, postsOf, sameAddress, type Viewer } from '../rights/rights.ts';

/** A missed day to which the reader may say something. */
export interface OpenEscalation {
  readonly checkpoint: string;
  readonly generation: number;
  readonly due: LocalDate;
  /** Which quarter is meant, where there is more than one. */
  readonly period: Bilingual | null;
  /** Nothing has been said in the reader's part since the last letter about it. */
  readonly isWaiting: boolean;
}

/** What was said to the missed targets of an indicator, and what its reader may say now. */
export interface QuestionFacts {
  readonly plan: Plan;
  readonly indicator: Indicator;
  /** Oldest first. */
  readonly sayings: readonly Saying[];
  readonly open: readonly OpenEscalation[];
  readonly mayExplain: boolean;
}

/** Reads the questions of an indicator with what the viewer may do about them; null where the indicator has no state. */
export async function readQuestions(
  db: Database,
  definitions: DefinitionCache,
  plan: Plan,
  indicator: Indicator,
  viewer: Viewer,
  now: Instant,
): Promise<QuestionFacts | null> {
  const reading = await findIndicator(db, plan.id, indicator.code);
  if (!reading) return null;
  const sayings = await sayingsOfIndicator(db, reading.id);
  return questionsOf(db, definitions, { plan, indicator, reading, sayings }, viewer, now);
}

/** The same of an indicator that has been read already, with what was said to it. */
export async function questionsOf(
  db: Database,
  definitions: DefinitionCache,
  read: Pick<QuestionFacts, 'plan' | 'indicator' | 'sayings'> & { readonly reading: IndicatorReading },
  viewer: Viewer,
  now: Instant,
): Promise<QuestionFacts> {
  const { plan, indicator, reading, sayings } = read;
  const on = localDate(now, plan.zone);
  const subject = { plan, indicator, on };
  const mayExplain = mayDo(viewer, 'explain', subject).allowed;
  const facts = { plan, indicator, sayings, mayExplain };
  if (!mayDo(viewer, 'answerEscalation', subject).allowed) return { ...facts, open: [] };
  const definitionOf = await definitions.load(db, [reading.definitionHash]);
  const posts = postsOf(viewer, plan, on);
  const { generation } = reading.state.context;
  const told = (await toldEscalations(db, reading.id)).filter(
    (one) =>
      one.generation === generation &&
      (posts.includes(one.post) || (viewer.address !== null && sameAddress(one.address, viewer.address))),
  );
  const open = overdueCheckpoints(definitionOf(reading.definitionHash), reading.state).flatMap(({ id, due }) => {
    const last = told.findLast(({ checkpoint }) => checkpoint === id);
    if (!last) return [];
    const answered = sayings.some(
      (one) =>
        one.kind !== 'explanation' &&
        one.checkpoint === id &&
        one.generation === generation &&
        one.at >= last.toldAt &&
        (one.post === last.post || posts.includes(one.post)),
    );
    const period = indicator.occurrences.find((occurrence) => occurrence.id === id)?.title ?? null;
    return [{ checkpoint: id, generation, due, period, isWaiting: !answered }];
  });
  return { ...facts, open };
}
