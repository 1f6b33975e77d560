import { planPath } from './paths.ts';

/* Where the pages of administrators are. */

export const ADMINISTRATION = '/administration';
export const ADMINISTRATION_PLANS = '/administration/plans';

export function administeredPlanPath(planId: string): string {
  return `${ADMINISTRATION_PLANS}/${encodeURIComponent(planId)}`;
}

export function planPeoplePath(planId: string): string {
  return `${administeredPlanPath(planId)}/people`;
}

export function planFilePath(planId: string): string {
  return `${administeredPlanPath(planId)}/plan.yaml`;
}

export function planNoticesPath(planId: string): string {
  return `${planPath(planId)}/notices`;
}
