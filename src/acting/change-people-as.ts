import { localDate } from '../calendar/local-time.ts';
import { findPlan } from '../db/queries/plans.ts';
import { changePeople, type PeopleChange, type PeopleFault } from '../plan/change-people.ts';
import { planText } from '../plan/plan-text.ts';
import type { Plan } from '../plan/types.ts';
import { mayDo, type Viewer } from '../rights/rights.ts';
import {
  applyPlanAs,
  checkPlanAs,
  type PlanApplication,
  type PlanCheck,
  type PlanFile,
  type PlanParts,
} from './apply-plan-as.ts';

/** What is wrong with a change of people, by the field it is wrong in. */
export interface PeopleRefused {
  readonly outcome: 'refused';
  readonly faults: Readonly<Record<string, PeopleFault>>;
}

/** The person saw another version of the plan than is in force. */
interface PeopleStale {
  readonly outcome: 'stale';
}

interface Missing {
  readonly outcome: 'notFound';
}

/** A change of people, about to be made to a plan. */
export interface ChangingPeople {
  readonly planId: string;
  readonly change: PeopleChange;
  /** The version of the plan that the person saw; not asked where left out. */
  readonly seen?: number | undefined;
}

/** The file of a plan as it would be after a change of its people; it is checked and applied like any other. */
export function peopleFile({ library }: Pick<PlanParts, 'library'>, plan: Plan, change: PeopleChange) {
  const changed = changePeople(plan, change);
  if ('faults' in changed) return changed;
  const text = planText(changed.plan, library.surroundings().policies);
  return { file: { text, file: `${plan.id}.yaml` } satisfies PlanFile };
}

/** Finds out what changing the people of a plan would do; changes nothing. */
export async function checkPeopleAs(
  parts: PlanParts,
  viewer: Viewer,
  changing: ChangingPeople,
): Promise<PlanCheck | PeopleRefused | PeopleStale | Missing> {
  const drafted = await draft(parts, viewer, changing);
  return 'file' in drafted ? checkPlanAs(parts, viewer, drafted.file) : drafted;
}

/** Changes who holds the posts of a plan, or a person of it, by putting a new version of the plan in force. */
export async function changePeopleAs(
  parts: PlanParts,
  viewer: Viewer,
  changing: ChangingPeople,
): Promise<Exclude<PlanApplication, { outcome: 'stale' }> | PeopleRefused | PeopleStale | Missing> {
  const drafted = await draft(parts, viewer, changing);
  if (!('file' in drafted)) return drafted;
  // The change was made to this very version: whatever was put in force meanwhile is not written over.
  const applied = await applyPlanAs(parts, viewer, drafted.file, { seen: drafted.version });
  return applied.outcome === 'stale' ? { outcome: 'stale' } : applied;
}

type Draft =
  | { readonly file: PlanFile; readonly version: number }
  | Missing
  | PeopleStale
  | PeopleRefused
  | Extract<PlanCheck, { outcome: 'forbidden' }>;

async function draft(parts: PlanParts, viewer: Viewer, { planId, change, seen }: ChangingPeople): Promise<Draft> {
  const stored = await findPlan(parts.db, planId);
  const on = stored && localDate(parts.clock.now(), stored.body.zone);
  if (!stored || !on || !mayDo(viewer, 'readPlan', { plan: stored.body, on }).allowed) return { outcome: 'notFound' };
  const verdict = mayDo(viewer, 'applyPlan', {});
  if (!verdict.allowed) return { outcome: 'forbidden', verdict };
  if (seen !== undefined && seen !== stored.version) return { outcome: 'stale' };
  const made = peopleFile(parts, stored.body, change);
  if ('faults' in made) return { outcome: 'refused', faults: made.faults };
  return { file: made.file, version: stored.version };
}
