import type { Evidence, Refusal } from '../../machines/types.ts';
import { localDate } from '../calendar/local-time.ts';
import { plansNaming } from '../db/queries/plans-naming.ts';
import { DefinitionCache } from '../engine/definition-cache.ts';
import type { AssessedPeriod, Plan } from '../plan/types.ts';
import { type ReviewedOffice, readReviewedOffices } from '../reading/reviewed-offices.ts';
import { assessmentTitle } from '../report/assessment-document.ts';
import { postsOf, type Viewer } from '../rights/rights.ts';
import type { ActingParts } from './record-as.ts';

/** What became of the indicator of the superior office's own plan that reviews self-assessments. */
export interface Review {
  readonly planId: string;
  readonly code: string;
  /** Offices whose self-assessments are still to come or to be judged; 0 where that was the last. */
  readonly left: number;
  readonly refusal: Refusal | null;
}

/** So many judged documents are named each; more would make an entry that nobody reads. */
const MOST_NAMED = 40;

/**
 * Achieves the indicators that review these self-assessments, in the plans of whoever judged one, once all that the
 * offices below owe are accepted. Safe to repeat: what is achieved stays as it is.
 */
export async function recordReview(
  parts: ActingParts,
  viewer: Viewer,
  { fiscalYear }: Pick<Plan, 'fiscalYear'>,
  period: AssessedPeriod,
): Promise<Review[]> {
  const { db, engine, clock } = parts;
  if (viewer.address === null) return [];
  const now = clock.now();
  const reviews: Review[] = [];
  for (const plan of await plansNaming(db, viewer.address)) {
    const on = localDate(now, plan.zone);
    const indicator = plan.activities.flatMap(({ indicators }) => indicators).find((one) => one.reviews === period);
    const held = postsOf(viewer, plan, on);
    if (plan.fiscalYear !== fiscalYear || !indicator || held.length === 0) continue;
    const offices = await readReviewedOffices(db, new DefinitionCache(), plan, period, now);
    const left = offices.filter(({ standing }) => standing === 'waits' || standing === 'owed').length;
    const { code } = indicator;
    if (left > 0 || !offices.some(({ standing }) => standing === 'accepted')) {
      reviews.push({ planId: plan.id, code, left, refusal: null });
      continue;
    }
    const post = held.find((one) => one === indicator.posts.focalPoint) ?? held[0]!;
    const address = viewer.address.toLowerCase();
    const person = plan.people.find(({ email }) => email.toLowerCase() === address)?.id ?? null;
    const { refusal } = await engine.record({
      planId: plan.id,
      zone: plan.zone,
      code,
      action: { type: 'complete', evidence: evidenceOf(plan, offices, period), note: null },
      by: { post, person },
    });
    const isDone = refusal?.code === 'closed' && refusal.details.status === 'achieved';
    reviews.push({ planId: plan.id, code, left, refusal: isDone ? null : refusal });
  }
  return reviews;
}

function evidenceOf(plan: Plan, offices: readonly ReviewedOffice[], period: AssessedPeriod): Evidence[] {
  const { language, fiscalYear, zone } = plan;
  const title = assessmentTitle(fiscalYear, period, language);
  const named = offices.flatMap(({ plan: { office }, latest }): Evidence[] =>
    latest?.judged == null
      ? []
      : [
          {
            reference: `${office.name[language]}: ${latest.memo ?? title} (SHA-256 ${latest.documentHash})`,
            date: localDate(latest.judged.at, zone),
          },
        ],
  );
  if (named.length <= MOST_NAMED) return named;
  const rest = named.length - MOST_NAMED;
  return [...named.slice(0, MOST_NAMED), { reference: `${title} (+${rest})`, date: null }];
}
