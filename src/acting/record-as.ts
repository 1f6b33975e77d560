import type { PersonAction } from '../../machines/types.ts';
import { localDate } from '../calendar/local-time.ts';
import type { LocalDate } from '../calendar/types.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import { findPlan } from '../db/queries/plans.ts';
import type { Engine } from '../engine/engine.ts';
import type { Alongside, Recorded } from '../engine/record-event.ts';
import { type Act, mayDo, type Verdict, type Viewer } from '../rights/rights.ts';

/** Through what somebody acts: the same for pages, the API and whatever else lets people act. */
export interface ActingParts {
  readonly db: Database;
  readonly engine: Engine;
  readonly clock: Clock;
}

/** What somebody wants to record of an indicator. */
export interface Recording {
  readonly planId: string;
  readonly code: string;
  readonly action: PersonAction;
  /** The day it happened; today where none is given. */
  readonly on?: LocalDate | undefined;
  /** The number of the last entry of the indicator's log that the person had seen. */
  readonly seen?: number | undefined;
  /** Done in the transaction that records it, where it was not refused. */
  readonly alongside?: Alongside | undefined;
}

/** `notFound`: there is no such indicator, or none that this person may see. */
export type RecordingOutcome =
  | { readonly outcome: 'notFound' }
  | { readonly outcome: 'forbidden'; readonly verdict: Extract<Verdict, { allowed: false }> }
  | ({ readonly outcome: 'answered' } & Recorded);

/** The act that rights know each action by. */
const ACT_OF = {
  completeStep: 'recordProgress',
  complete: 'recordProgress',
  recordNumber: 'recordProgress',
  recordReading: 'recordProgress',
  holdOccurrence: 'recordProgress',
  suspend: 'suspend',
  resume: 'resume',
  declareNotAchieved: 'declareNotAchieved',
  withdraw: 'withdraw',
  reopen: 'reopen',
} as const satisfies Record<PersonAction['type'], Act>;

export function actOf(type: PersonAction['type']): (typeof ACT_OF)[PersonAction['type']] {
  return ACT_OF[type];
}

/**
 * Records what somebody reports, in the post that lets the person do so. Rights are asked first; what the machine
 * refuses, and what others did meanwhile, comes back in the answer.
 */
export async function recordAs(
  { db, engine, clock }: ActingParts,
  viewer: Viewer,
  recording: Recording,
): Promise<RecordingOutcome> {
  const { planId, code, action, on, seen, alongside } = recording;
  const plan = (await findPlan(db, planId))?.body;
  const indicator = plan?.activities.flatMap(({ indicators }) => indicators).find((one) => one.code === code);
  if (!plan || !indicator) return { outcome: 'notFound' };
  const subject = { plan, indicator, on: localDate(clock.now(), plan.zone) };
  if (!mayDo(viewer, 'readIndicator', subject).allowed) return { outcome: 'notFound' };
  const verdict = mayDo(viewer, actOf(action.type), subject);
  if (!verdict.allowed) return { outcome: 'forbidden', verdict };
  const { post, person } = verdict.as;
  if (post === null) throw new TypeError(`Only posts record: ${action.type} is allowed to ${verdict.as.capacity}.`);
  const report = { planId, zone: plan.zone, code, action, by: { post, person }, on, seen, alongside };
  const recorded = await engine.record(report);
  return { outcome: 'answered', ...recorded };
}
