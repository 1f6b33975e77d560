import type { Bilingual, Instant } from '../../calendar/types.ts';
import type { Plan } from '../../plan/types.ts';
import { type Database, query } from '../database.ts';

/** That a plan was put in force. */
export interface PlanVersion {
  readonly version: number;
  readonly appliedAt: Instant;
  readonly appliedBy: string;
}

/** What a list of the plans in force shows. */
export interface PlanHead extends PlanVersion, Pick<Plan, 'id' | 'fiscalYear' | 'zone'> {
  readonly office: Bilingual;
}

/** The plans in force: the latest year first, then by id. */
export function planHeads(db: Database): Promise<PlanHead[]> {
  return query<PlanHead>(
    db,
    `select id, version, applied_at as "appliedAt", applied_by as "appliedBy", body->>'fiscalYear' as "fiscalYear",
       body->>'zone' as zone, body->'office'->'name' as office
     from plan order by body->>'fiscalYear' desc, id`,
  );
}

/** Every version of a plan that was ever in force, the latest first. */
export function planVersions(db: Database, planId: string): Promise<PlanVersion[]> {
  return query<PlanVersion>(
    db,
    `select version, applied_at as "appliedAt", applied_by as "appliedBy" from plan_version
     where plan_id = $1 order by version desc`,
    [planId],
  );
}

/** A plan as one of its versions had it; null where there was none. */
export async function planOfVersion(db: Database, planId: string, version: number): Promise<Plan | null> {
  const [row] = await query<{ body: Plan }>(
    db,
    'select body from plan_version where plan_id = $1 and version = $2::int',
    [planId, version],
  );
  return row?.body ?? null;
}

/** The plan in force with what it was made from: the text of its file, or where that was; null where there is none. */
export async function planWithSource(
  db: Database,
  planId: string,
): Promise<(PlanVersion & { readonly body: Plan; readonly source: string }) | null> {
  const [row] = await query<PlanVersion & { body: Plan; source: string }>(
    db,
    `select version, applied_at as "appliedAt", applied_by as "appliedBy", body, source from plan where id = $1`,
    [planId],
  );
  return row ?? null;
}
