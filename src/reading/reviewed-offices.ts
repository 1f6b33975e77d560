import { viewOf } from '../../machines/view.ts';
import { localDate } from '../calendar/local-time.ts';
import type { Instant } from '../calendar/types.ts';
import type { Database } from '../db/database.ts';
import { assessmentsOf, type StoredAssessment } from '../db/queries/assessments.ts';
import { findIndicator } from '../db/queries/find-indicator.ts';
import { plansById } from '../db/queries/plans.ts';
import { staffedPlans } from '../db/queries/staffed-plans.ts';
import type { DefinitionCache } from '../engine/definition-cache.ts';
import { belongsTo } from '../notices/recipients.ts';
import type { AssessedPeriod, Plan } from '../plan/types.ts';
import { reportIndicatorOf } from '../report/assessed-period.ts';
import { mayDo } from '../rights/rights.ts';

/** An office below, and how far its self-assessment has come. */
export interface ReviewedOffice {
  readonly plan: Plan;
  /** The latest round; null where none was prepared. */
  readonly latest: StoredAssessment | null;
  /** `waits`: for a judgement. `owed`: not sent yet, or returned. `elsewhere`: settled by hand, so there is nothing to judge here. */
  readonly standing: 'accepted' | 'waits' | 'owed' | 'elsewhere';
}

/**
 * The offices whose self-assessments come to an office: the plans of the same year in which somebody who holds a post of
 * its plan is the superior authority. One that owes none, and sent none, is not among them.
 */
export async function readReviewedOffices(
  db: Database,
  definitions: DefinitionCache,
  plan: Plan,
  period: AssessedPeriod,
  now: Instant,
): Promise<ReviewedOffice[]> {
  const on = localDate(now, plan.zone);
  const addresses = plan.people
    .filter((person) => person.holds.length > 0 && belongsTo(person, on))
    .map(({ email }) => email);
  const ids = new Set<string>();
  for (const address of addresses) {
    const viewer = { address, isAdministrator: false };
    for (const { id, zone, roles, people, leaves } of await staffedPlans(db, address)) {
      const indicators = (roles ?? []).map((posts) => ({ posts }));
      const staffed = { people, activities: [{ indicators }], ...(leaves ? { leaves } : {}) };
      if (mayDo(viewer, 'judgeAssessment', { plan: staffed, on: localDate(now, zone) }).allowed) ids.add(id);
    }
  }
  ids.delete(plan.id);
  const below = (await plansById(db, [...ids]))
    .map(({ body }) => body)
    .filter(({ fiscalYear }) => fiscalYear === plan.fiscalYear)
    .sort((one, other) => (one.id < other.id ? -1 : 1));
  const all = await assessmentsOf(
    db,
    below.map(({ id }) => id),
  );
  const offices: ReviewedOffice[] = [];
  for (const one of below) {
    const rounds = all.filter((assessment) => assessment.planId === one.id && assessment.period === period);
    const latest = rounds[0] ?? null;
    const standing = await standingOf(db, definitions, one, period, rounds);
    if (standing !== null) offices.push({ plan: one, latest, standing });
  }
  return offices;
}

/** The latest round decides; where none is on record, the report's own indicator. */
async function standingOf(
  db: Database,
  definitions: DefinitionCache,
  plan: Plan,
  period: AssessedPeriod,
  rounds: readonly StoredAssessment[],
): Promise<ReviewedOffice['standing'] | null> {
  const [latest] = rounds;
  if (latest?.status === 'accepted') return 'accepted';
  if (latest?.status === 'sent') return 'waits';
  if (rounds.some(({ sent }) => sent !== null)) return 'owed';
  const code = reportIndicatorOf(plan, period)?.code;
  const reading = code === undefined ? null : await findIndicator(db, plan.id, code);
  if (!reading) return null;
  const definitionOf = await definitions.load(db, [reading.definitionHash]);
  const { status } = viewOf(definitionOf(reading.definitionHash), reading.state);
  if (status === 'achieved') return 'elsewhere';
  return status === 'withdrawn' || status === 'notAchieved' ? null : 'owed';
}
