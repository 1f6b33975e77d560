import { localDate } from '../calendar/local-time.ts';
import type { LocalDate } from '../calendar/types.ts';
import { withTransaction } from '../db/database.ts';
import { cancelLeave, findLeave, insertLeave, leavesOf } from '../db/queries/leaves.ts';
import { wakeNotices } from '../db/queries/pending-notices.ts';
import { findPlan, lockPlan } from '../db/queries/plans.ts';
import { belongsTo } from '../notices/recipients.ts';
import type { Leave, Person, Plan } from '../plan/types.ts';
import { mayDo, sameAddress, type Verdict, type Viewer } from '../rights/rights.ts';
import type { ActingParts } from './record-as.ts';

/** Somebody is to be away from the posts of a plan, and somebody else to stand in. */
export interface LeaveRequest extends Leave {
  readonly planId: string;
}

/** What is wrong with a leave, by what it is wrong with. */
export interface LeaveFaults {
  readonly from?: { readonly code: 'afterYear' } | { readonly code: 'overlaps'; readonly other: Leave };
  readonly to?: { readonly code: 'beforeFrom' | 'passed' };
  readonly deputy?: { readonly code: 'notOfPlan' | 'isAbsent' | 'isAway' };
}

/** `notFound`: there is no such plan, person or leave, or none that this viewer may see. */
export type LeaveOutcome =
  | { readonly outcome: 'notFound' }
  | { readonly outcome: 'forbidden'; readonly verdict: Extract<Verdict, { allowed: false }> }
  | { readonly outcome: 'faulty'; readonly faults: LeaveFaults }
  | { readonly outcome: 'done'; readonly planId: string; readonly id: number };

type Parts = Pick<ActingParts, 'db' | 'clock'>;

/** Whether somebody may set or end the leave of a person: everybody the own, a few that of others. */
function maySetLeave(viewer: Viewer, plan: Plan, absent: Person, on: LocalDate): Verdict {
  const isOwn = viewer.address !== null && sameAddress(viewer.address, absent.email);
  const own = isOwn ? mayDo(viewer, 'takeLeave', { plan, on, address: absent.email }) : null;
  return own?.allowed ? own : mayDo(viewer, 'setLeave', { plan, on, absent });
}

/** Who of a plan could be away, of those whose leave somebody may set, oneself first; and who could stand in. */
export function leaveChoices(viewer: Viewer, plan: Plan, on: LocalDate) {
  const isOwn = ({ email }: Person) => viewer.address !== null && sameAddress(viewer.address, email);
  const deputies = plan.people.filter((person) => belongsTo(person, on));
  const absentees = deputies
    .filter((person) => person.holds.length > 0 && maySetLeave(viewer, plan, person, on).allowed)
    .sort((one, other) => Number(isOwn(other)) - Number(isOwn(one)));
  return { absentees, deputies, own: deputies.filter(isOwn) };
}

/** Sets a leave, one's own or that of somebody who has already gone. All faults are told at once. */
export async function takeLeave({ db, clock }: Parts, viewer: Viewer, request: LeaveRequest): Promise<LeaveOutcome> {
  const now = clock.now();
  return withTransaction(db, async (tx) => {
    // Locked, so that two leaves set at once cannot overlap.
    const plan = (await lockPlan(tx, request.planId))?.body;
    const refused = plan ? refusal(viewer, plan, request.person, localDate(now, plan.zone)) : NOT_FOUND;
    if (!plan || refused) return refused ?? NOT_FOUND;
    const faults = faultsOf(plan, request, localDate(now, plan.zone));
    if (Object.keys(faults).length > 0) return { outcome: 'faulty', faults };
    const id = await insertLeave(tx, { ...request, createdAt: now, createdBy: viewer.address ?? 'administrator' });
    await wakeNotices(tx);
    return { outcome: 'done', planId: plan.id, id };
  });
}

/** Ends a leave, or takes one back that has not begun: from now on the person holds the own posts again. */
export async function endLeave({ db, clock }: Parts, viewer: Viewer, id: number): Promise<LeaveOutcome> {
  const now = clock.now();
  const leave = await findLeave(db, id);
  const plan = leave && (await findPlan(db, leave.planId))?.body;
  if (!leave || !plan) return NOT_FOUND;
  const refused = refusal(viewer, plan, leave.person, localDate(now, plan.zone));
  if (refused) return refused;
  if (!(await cancelLeave(db, id, now))) return NOT_FOUND;
  await wakeNotices(db);
  return { outcome: 'done', planId: plan.id, id };
}

/** The leaves of a plan that are not over yet, with whether this viewer may end them. */
export async function leavesAhead({ db, clock }: Parts, viewer: Viewer, plans: readonly Plan[]) {
  const byId = new Map(plans.map((plan) => [plan.id, plan]));
  const leaves = await leavesOf(db, [...byId.keys()]);
  return leaves.flatMap((leave) => {
    const plan = byId.get(leave.planId)!;
    const on = localDate(clock.now(), plan.zone);
    const absent = plan.people.find(({ id }) => id === leave.person);
    const deputy = plan.people.find(({ id }) => id === leave.deputy);
    if (leave.to < on || !absent) return [];
    const mayEnd = maySetLeave(viewer, plan, absent, on).allowed;
    return [{ leave, plan, absent, deputy: deputy ?? null, mayEnd, hasBegun: leave.from <= on }];
  });
}

const NOT_FOUND = { outcome: 'notFound' } as const;

function refusal(viewer: Viewer, plan: Plan, person: string, on: LocalDate): LeaveOutcome | null {
  const absent = plan.people.find(({ id }) => id === person);
  if (!absent || !mayDo(viewer, 'readPlan', { plan, on }).allowed) return NOT_FOUND;
  const verdict = maySetLeave(viewer, plan, absent, on);
  return verdict.allowed ? null : { outcome: 'forbidden', verdict };
}

function faultsOf(plan: Plan, { person, deputy, from, to }: LeaveRequest, today: LocalDate): LeaveFaults {
  const shares = (leave: Leave) => leave.from <= to && from <= leave.to;
  const ofPerson = (id: string) => plan.leaves?.find((leave) => leave.person === id && shares(leave));
  const absent = plan.people.find(({ id }) => id === person)!;
  const standIn = plan.people.find(({ id }) => id === deputy);
  const other = ofPerson(person);
  return {
    ...(to < from ? { to: { code: 'beforeFrom' } } : to < today ? { to: { code: 'passed' } } : {}),
    ...(from > plan.closes ? { from: { code: 'afterYear' } } : other ? { from: { code: 'overlaps', other } } : {}),
    ...(!standIn || !belongsTo(standIn, to)
      ? { deputy: { code: 'notOfPlan' } }
      : sameAddress(standIn.email, absent.email)
        ? { deputy: { code: 'isAbsent' } }
        : ofPerson(standIn.id)
          ? { deputy: { code: 'isAway' } }
          : {}),
  };
}
