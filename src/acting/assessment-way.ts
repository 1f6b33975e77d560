import type { Actor, Evidence, Refusal } from '../../machines/types.ts';
import { viewOf } from '../../machines/view.ts';
import type { Instant } from '../calendar/types.ts';
import { type Transaction, withTransaction } from '../db/database.ts';
import {
  type AssessedIndicator,
  assessedIndicators,
  findAssessment,
  type StoredAssessment,
} from '../db/queries/assessments.ts';
import { insertEvidenceFiles } from '../db/queries/evidence-files.ts';
import { findIndicator } from '../db/queries/find-indicator.ts';
import { lockPlan } from '../db/queries/plans.ts';
import { DefinitionCache } from '../engine/definition-cache.ts';
import type { AssessmentNews } from '../engine/tell-of-assessment.ts';
import type { EvidenceStore } from '../evidence/evidence-store.ts';
import type { Scan } from '../evidence/evidence-types.ts';
import type { Indicator, Plan, RolePosts } from '../plan/types.ts';
import type { NotEntitled } from './entitled.ts';
import type { ActingParts } from './record-as.ts';

/** Through what a self-assessment goes its way; its document is kept where evidence is. */
export interface AssessingParts extends ActingParts {
  readonly evidence: Pick<EvidenceStore, 'receive' | 'keep' | 'release' | 'find'>;
}

export type Turned =
  | NotEntitled
  /** Others did something meanwhile, or the same was done before; nothing was done. */
  | { readonly outcome: 'meanwhile'; readonly assessment: StoredAssessment | null };

/** What the report's own indicator answers where it takes no step: held, closed without success, or a date it refuses. */
export interface Refused {
  readonly outcome: 'refused';
  readonly code: string;
  readonly refusal: Refusal;
}

/** The stages of a self-assessment, as the steps of its indicator count them. */
export type Stage = 0 | 1 | 2;

export interface Advance {
  readonly plan: Plan;
  /** The indicator whose stages this completes; null where the plan has none. */
  readonly code: string | null;
  readonly stage: Stage;
  readonly by: Actor;
  readonly evidence: Evidence;
  /** What the virus scanner found of the document; left out where it was kept before, and stands as it came first. */
  readonly scan?: Scan;
  /** Puts the document where it stays, before anything names it. */
  readonly keep?: (() => Promise<void>) | undefined;
  /** Looks, with the plan locked, whether all is still as the person saw it; false undoes everything. */
  readonly isCurrent: (tx: Transaction) => Promise<boolean>;
  readonly change: (tx: Transaction, at: Instant) => Promise<void>;
}

/**
 * Takes a self-assessment a stage further: completes the stage of its indicator, with the document as evidence, and
 * changes the self-assessment, in one transaction. A stage that is complete already stays as it was recorded; stages
 * before it that are not, since the plan got its indicator only later, are completed on the way. What the indicator
 * refuses is refused for both.
 */
export async function advance(parts: ActingParts, way: Advance): Promise<'done' | 'meanwhile' | Refused> {
  const { db, engine } = parts;
  const { plan, code, isCurrent } = way;
  const first = async (tx: Transaction) => {
    // The plan before its indicator, as whoever applies a plan does: so nobody waits for each other in a circle.
    await lockPlan(tx, plan.id);
    if (!(await isCurrent(tx))) throw new Meanwhile();
  };
  try {
    // Another person may complete a stage between the look and the record: then there is one less, and it is tried again.
    for (let tries = 0; tries < 4; tries += 1) {
      const [step, ...more] = code === null ? [] : await missingSteps(parts, way, code);
      if (code === null || step === undefined) {
        await withTransaction(db, async (tx) => {
          await first(tx);
          await way.keep?.();
          await way.change(tx, parts.clock.now());
        });
        return 'done';
      }
      const isLast = more.length === 0;
      const { refusal } = await engine.record({
        planId: plan.id,
        zone: plan.zone,
        code,
        action: { type: 'completeStep', step, evidence: [way.evidence], note: null },
        by: way.by,
        first,
        alongside: async (tx, { indicatorId, at }) => {
          await way.keep?.();
          const { file } = way.evidence;
          if (file) {
            // Its row opens the kept file to whoever reads the indicator.
            const scan = way.scan ?? 'notScanned';
            await insertEvidenceFiles(tx, indicatorId, [{ ...file, scan, storedAt: at, ...way.by }]);
          }
          if (isLast) await way.change(tx, at);
        },
      });
      if (refusal === null && isLast) return 'done';
      if (refusal !== null && !MADE_MEANWHILE.includes(refusal.code)) return { outcome: 'refused', code, refusal };
      if (refusal?.code === 'closed' && refusal.details.status !== 'achieved') {
        return { outcome: 'refused', code, refusal };
      }
    }
    return 'meanwhile';
  } catch (error) {
    if (error instanceof Meanwhile) return 'meanwhile';
    throw error;
  }
}

/** Refusals that say no more than that somebody was quicker. */
const MADE_MEANWHILE: readonly string[] = ['stepAlreadyComplete', 'closed', 'stepOutOfOrder'];

/** Thrown to undo a transaction that was begun for what somebody else has changed since. */
class Meanwhile extends Error {
  readonly code = 'meanwhile';

  constructor() {
    super('The self-assessment was changed meanwhile.');
    this.name = 'Meanwhile';
  }
}

async function missingSteps({ db }: ActingParts, { plan, stage }: Advance, code: string): Promise<string[]> {
  const indicator = indicatorOf(plan, code);
  const reading = await findIndicator(db, plan.id, code);
  if (!indicator || !reading) return [];
  const definitionOf = await new DefinitionCache().load(db, [reading.definitionHash]);
  const { status } = viewOf(definitionOf(reading.definitionHash), reading.state);
  if (status === 'achieved') return [];
  const complete = reading.state.context.steps.map(({ id }) => id);
  return indicator.steps
    .slice(0, stage + 1)
    .map(({ id }) => id)
    .filter((id) => !complete.includes(id));
}

export function indicatorOf(plan: Plan, code: string | null): Indicator | null {
  return plan.activities.flatMap(({ indicators }) => indicators).find((one) => one.code === code) ?? null;
}

/** The posts that play the parts: those of its indicator, else of the first that knows a superior authority. */
export function postsOfAssessment(plan: Plan, code: string | null): RolePosts {
  const all = plan.activities.flatMap(({ indicators }) => indicators);
  const own = indicatorOf(plan, code) ?? all.find(({ posts }) => posts.superiorAuthority !== null) ?? all[0]!;
  return own.posts;
}

/** What is told of a self-assessment that was sent or judged, as it stands in the transaction that does so. */
export async function newsOf(
  tx: Transaction,
  plan: Plan,
  { id, period, round, indicatorCode: code, documentHash, memo }: StoredAssessment,
  told: Pick<AssessmentNews, 'kind' | 'at' | 'from' | 'word' | 'reasons'>,
): Promise<AssessmentNews> {
  return {
    ...told,
    plan,
    assessmentId: id,
    posts: postsOfAssessment(plan, code),
    period,
    round,
    code,
    memo,
    points: sumsOf(await assessedIndicators(tx, id)),
    documentHash,
    path: `/plans/${plan.id}/assessments/${id}`,
  };
}

/** Whether a self-assessment is in this state, and as the person saw it. */
export async function isStill(
  tx: Transaction,
  planId: string,
  id: number,
  status: StoredAssessment['status'],
  version: number,
): Promise<boolean> {
  const found = await findAssessment(tx, planId, id);
  return found !== null && found.status === status && found.version === version;
}

export function sumsOf(rows: readonly AssessedIndicator[]) {
  const sum = (numberOf: (row: AssessedIndicator) => number) =>
    Number(rows.reduce((total, row) => total + numberOf(row), 0).toFixed(6));
  const isJudged = rows.length > 0 && rows.every(({ accepted }) => accepted !== null);
  return {
    weight: sum(({ weight }) => weight ?? 0),
    claimed: sum(({ claimed }) => claimed),
    evidenced: sum(({ evidenced }) => evidenced),
    accepted: isJudged ? sum(({ accepted }) => accepted ?? 0) : null,
  };
}
