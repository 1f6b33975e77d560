import type { Actor, PersonAction } from '../../machines/types.ts';
import { localDate } from '../calendar/local-time.ts';
import type { LocalDate } from '../calendar/types.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import { insertEvidenceFiles } from '../db/queries/evidence-files.ts';
import { findPlan } from '../db/queries/plans.ts';
import type { Engine } from '../engine/engine.ts';
import type { Alongside, Recorded } from '../engine/record-event.ts';
import type { EvidenceStore } from '../evidence/evidence-store.ts';
import type { ReceivedFile } from '../evidence/evidence-types.ts';
import { owedUnder } from '../plan/duties.ts';
import { type Act, mayDo, type Verdict, type Viewer } from '../rights/rights.ts';

/** Through what somebody acts: the same for pages, the API and whatever else lets people act. */
export interface ActingParts {
  readonly db: Database;
  readonly engine: Engine;
  readonly clock: Clock;
  /** Where uploaded files wait; needed by whoever records with papers. */
  readonly evidence?: Pick<EvidenceStore, 'keep' | 'release'> | undefined;
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
  /** The uploaded files that the action's evidence names; they are kept for good with it, or go on waiting. */
  readonly papers?: readonly ReceivedFile[] | undefined;
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
export async function recordAs(parts: ActingParts, viewer: Viewer, recording: Recording): Promise<RecordingOutcome> {
  const { db, engine, clock } = parts;
  const { planId, code, action, on, seen } = recording;
  const plan = (await findPlan(db, planId))?.body;
  const indicator = plan && owedUnder(plan, code);
  if (!plan || !indicator) return { outcome: 'notFound' };
  const subject = { plan, indicator, on: localDate(clock.now(), plan.zone) };
  if (!mayDo(viewer, 'readIndicator', subject).allowed) return { outcome: 'notFound' };
  const verdict = mayDo(viewer, actOf(action.type), subject);
  if (!verdict.allowed) return { outcome: 'forbidden', verdict };
  if (indicator.kind === 'meeting') {
    // A notice is sent and minutes are issued by what does so, and not by saying that it was done.
    const refusal = { code: 'notForThisKind', details: { kind: 'meeting', action: action.type } } as const;
    return { outcome: 'answered', change: null, refusal, meanwhile: [] };
  }
  const { post, person } = verdict.as;
  if (post === null) throw new TypeError(`Only posts record: ${action.type} is allowed to ${verdict.as.capacity}.`);
  const by = { post, person };
  const papers = papersOf(recording);
  const keep = papers.length > 0 ? keeperOf(papers, parts, by) : undefined;
  const alongside: Alongside = async (tx, recorded) => {
    await keep?.(tx, recorded);
    await recording.alongside?.(tx, recorded);
  };
  const recorded = await engine.record({ planId, zone: plan.zone, code, action, by, on, seen, alongside });
  if (recorded.change && recorded.refusal === null) {
    await Promise.all(papers.map(({ receipt }) => parts.evidence?.release(receipt)));
  }
  return { outcome: 'answered', ...recorded };
}

/**
 * The uploaded files that an action names. A file has to have come with the action: whoever knows the hash of another
 * office's file gets no right to it by naming it.
 */
function papersOf({ action, papers = [] }: Recording): ReceivedFile[] {
  const named = 'evidence' in action ? action.evidence.flatMap(({ file }) => file ?? []) : [];
  return named.map((file) => {
    const paper = papers.find(({ evidenceFile }) => evidenceFile.hash === file.hash);
    if (!paper) throw new TypeError(`The file ${file.hash} is named as evidence, but did not come with it.`);
    return paper;
  });
}

/**
 * What happens in the transaction that records an action with files, after the machine has accepted it: each content
 * is put where it stays, safe on the disk, and then the row that opens it to readers is written. So wherever a process
 * ends, no event and no row names a file that is not there; at worst a content stays that nothing names.
 */
function keeperOf(papers: readonly ReceivedFile[], { evidence }: ActingParts, by: Actor): Alongside {
  if (!evidence) throw new TypeError('To record with files, the place where they wait has to be known.');
  return async (tx, { indicatorId, at }) => {
    for (const paper of papers) await evidence.keep(paper);
    const rows = papers.map(({ evidenceFile, scan }) => ({ ...evidenceFile, scan, storedAt: at, ...by }));
    await insertEvidenceFiles(tx, indicatorId, rows);
  };
}
