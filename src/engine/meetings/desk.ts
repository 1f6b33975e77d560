import { apply, begin, fireDue, type Step, send } from '../../../machines/advance.ts';
import { type IndicatorState, workStatus } from '../../../machines/state.ts';
import type { Actor, PersonAction, Refusal } from '../../../machines/types.ts';
import type { Instant, LocalDate } from '../../calendar/types.ts';
import type { Transaction } from '../../db/database.ts';
import type { IndicatorChange, StoredIndicator } from '../../db/indicator-rows.ts';
import { storeDefinitions } from '../../db/queries/definitions.ts';
import { insertIndicators } from '../../db/queries/insert-indicators.ts';
import { lockIndicator } from '../../db/queries/lock-indicators.ts';
import { lockMeeting, type StoredMeeting } from '../../db/queries/meetings.ts';
import { lockPlan } from '../../db/queries/plans.ts';
import { type MeetingStage, stageOf } from '../../meetings/stage.ts';
import type { IndicatorDefinition } from '../../plan/definition.ts';
import type { Plan } from '../../plan/types.ts';
import type { DefinitionCache } from '../definition-cache.ts';
import { foldSteps, type TakenStep } from '../fold-steps.ts';
import { CHAIN_START, definitionHash } from '../hashes.ts';
import type { Letterhead } from '../tell-people.ts';

/** What the engine gives to whatever is done with a meeting. */
export interface MeetingDesk {
  readonly definitions: DefinitionCache;
  readonly letterhead: Letterhead;
  readonly now: Instant;
}

/** What was done in one transaction: the answer, and what has to be told and rung for after it. */
export interface Arranged<Answer> {
  readonly answer: Answer;
  readonly changes: readonly IndicatorChange[];
  /** The letters that were queued, by id. */
  readonly messages: readonly number[];
}

/** Which meeting, and which of its versions the person had seen; not asked where left out. */
export interface MeetingKey {
  readonly planId: string;
  readonly number: number;
  readonly seen?: number | undefined;
}

/** Why nothing was done with a meeting. */
export type MeetingHindrance =
  | { readonly outcome: 'notFound' }
  | { readonly outcome: 'stale'; readonly version: number }
  | { readonly outcome: 'notNow'; readonly stage: MeetingStage }
  | { readonly outcome: 'refused'; readonly refusal: Refusal };

/** A meeting in hand: its plan, its row and its machine's row are locked, in this order, as everywhere. */
export interface HeldMeeting {
  readonly plan: Plan;
  readonly meeting: StoredMeeting;
  readonly stage: MeetingStage;
  readonly run: Run;
}

/** Takes a meeting in hand for something that can be done at some stages. */
export async function takeMeeting(
  tx: Transaction,
  { definitions, now }: MeetingDesk,
  { planId, number, seen }: MeetingKey,
  stages: readonly MeetingStage[],
): Promise<HeldMeeting | MeetingHindrance> {
  const plan = (await lockPlan(tx, planId))?.body;
  const meeting = plan && (await lockMeeting(tx, planId, number));
  const stored = meeting && (await lockIndicator(tx, planId, codeOfMeeting(number)));
  if (!plan || !meeting || !stored) return { outcome: 'notFound' };
  if (seen !== undefined && seen !== meeting.version) return { outcome: 'stale', version: meeting.version };
  const definitionOf = await definitions.load(tx, [stored.definitionHash]);
  const run = new Run(stored, definitionOf(stored.definitionHash), now);
  const stage = stageOf(workStatus(run.state.value), run.state.context.steps);
  return stages.includes(stage) ? { plan, meeting, stage, run } : { outcome: 'notNow', stage };
}

export function codeOfMeeting(number: number): string {
  return `M${number}`;
}

/** Nothing was done. */
export function nothing<Answer>(answer: Answer): Arranged<Answer> {
  return { answer, changes: [], messages: [] };
}

/** A machine that goes on within one transaction: what is sent to it, one thing after another, is saved as one change. */
export class Run {
  readonly stored: StoredIndicator;
  /** The machine's clock: another computer's may be a little ahead of ours. */
  readonly at: Instant;
  #definition: IndicatorDefinition;
  readonly #taken: TakenStep[] = [];

  constructor(stored: StoredIndicator, definition: IndicatorDefinition, now: Instant) {
    this.stored = stored;
    this.at = Math.max(now, stored.state.at);
    this.#definition = definition;
    this.#take(fireDue(definition, stored.state, this.at));
  }

  get state(): IndicatorState {
    return this.#taken.at(-1)?.step.state ?? this.stored.state;
  }

  get definition(): IndicatorDefinition {
    return this.#definition;
  }

  send(action: PersonAction, on: LocalDate, by: Actor): Refusal | null {
    const { steps, refusal } = send(this.#definition, this.state, { ...action, at: this.at, on, by });
    this.#take(steps);
    return refusal;
  }

  /** Goes on under another definition, which is stored; the ladder starts anew where a due date moved. */
  async redefine(tx: Transaction, after: IndicatorDefinition): Promise<void> {
    if (definitionHash(after) === definitionHash(this.#definition)) return;
    await storeDefinitions(tx, new Map([[definitionHash(after), after]]));
    const moved = dueDates(after) !== dueDates(this.#definition);
    this.#definition = after;
    this.#take([apply(after, this.state, { type: 'redefine', at: this.at, moved })]);
    this.#take(fireDue(after, this.state, this.at));
  }

  /** What is to be saved; nothing where nothing happened. */
  changes(): IndicatorChange[] {
    return this.#taken.length === 0 ? [] : [foldSteps(this.stored, this.#taken)];
  }

  #take(steps: readonly Step[]): void {
    const hash = definitionHash(this.#definition);
    this.#taken.push(...steps.map((step) => ({ step, definitionHash: hash })));
  }
}

function dueDates({ checkpoints }: IndicatorDefinition): string {
  return checkpoints.map(({ id, due }) => `${id} ${due}`).join();
}

/** Makes the rows of meetings or decisions that begin now, with their timers; they are yet to be saved. */
export async function beginDuties(
  tx: Transaction,
  planId: string,
  definitions: readonly IndicatorDefinition[],
  now: Instant,
): Promise<IndicatorChange[]> {
  if (definitions.length === 0) return [];
  await storeDefinitions(tx, new Map(definitions.map((definition) => [definitionHash(definition), definition])));
  const newborn = definitions.map((definition) => {
    const first = begin(definition, now);
    const steps = [first, ...fireDue(definition, first.state, now)];
    const unborn = { id: 0, planId, version: 0, logSeq: 0, logHash: CHAIN_START, state: null };
    const hash = definitionHash(definition);
    const change = foldSteps(
      unborn,
      steps.map((step) => ({ step, definitionHash: hash })),
    );
    return { planId, code: definition.code, kind: definition.kind, change };
  });
  const ids = await insertIndicators(tx, newborn);
  return newborn.map(({ code, change }) => ({ ...change, id: ids.get(code)! }));
}
