import { localDate } from '../calendar/local-time.ts';
import type { Instant } from '../calendar/types.ts';
import type { Database } from '../db/database.ts';
import type { LetterScope } from '../db/queries/messages.ts';
import { plansNaming } from '../db/queries/plans-naming.ts';
import type { Plan } from '../plan/types.ts';
import { mayDo, type Viewer } from '../rights/rights.ts';

/** The ids of the plans that somebody may read; null for an administrator, who may read all. */
export async function readablePlans(db: Database, viewer: Viewer, now: Instant): Promise<readonly string[] | null> {
  if (viewer.isAdministrator) return null;
  return (await ownPlans(db, viewer, now)).map(({ id }) => id);
}

/** Which letters somebody may read: of some plans all, of others those to the own address; null for all there are. */
export async function readableLetters(db: Database, viewer: Viewer, now: Instant): Promise<LetterScope | null> {
  if (viewer.isAdministrator) return null;
  const plans = await ownPlans(db, viewer, now);
  const isWhole = (plan: Plan) => mayDo(viewer, 'readMessages', { plan, on: localDate(now, plan.zone) }).allowed;
  return {
    wholePlans: plans.filter(isWhole).map(({ id }) => id),
    ownPlans: plans.map(({ id }) => id),
    address: viewer.address ?? '',
  };
}

/** The plans that name somebody who may read them, whole, the latest year first. */
export async function ownPlans(db: Database, viewer: Viewer, now: Instant): Promise<Plan[]> {
  if (viewer.address === null) return [];
  const plans = await plansNaming(db, viewer.address);
  return plans.filter((plan) => mayDo(viewer, 'readPlan', { plan, on: localDate(now, plan.zone) }).allowed);
}
