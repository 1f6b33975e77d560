import { type FiscalYear, parseFiscalYear } from '../calendar/fiscal-year.ts';
import { isZone } from '../calendar/local-time.ts';
import { type Fault, type Path, quote, type Report, reportDuplicates, sortFaults } from './fault.ts';
import { isGiven, readForm, type Salvaged } from './form.ts';
import { suggest } from './nearest-word.ts';
import { type PlanForm, planForm } from './plan-form.ts';
import { resolvePolicy } from './read-policy.ts';
import { resolveIndicator } from './resolve-indicator.ts';
import { NO_ROLES, resolveLastResort, resolvePeople, resolvePosts, resolveRoles } from './resolve-people.ts';
import { resolveTotalWeight } from './resolve-weights.ts';
import type { Activity, Plan, Policy, RolePosts } from './types.ts';
import { readYaml } from './yaml-source.ts';

/** What a plan may refer to by name. */
export interface PlanSurroundings {
  readonly policies: ReadonlyMap<string, Policy>;
  /** The ids of the calendars there are; not checked where left out. */
  readonly calendars?: readonly string[];
}

export type PlanReading = { readonly plan: Plan } | { readonly faults: readonly Fault[] };

/**
 * Reads a plan file: the plan with every default filled in, or all its faults at once in the order of the file. Never
 * throws for what a person wrote.
 * @param file the name to report faults under
 */
export function readPlan(text: string, file: string, surroundings: PlanSurroundings): PlanReading {
  const source = readYaml(text, file);
  const { form, faults } = readForm(planForm, source);
  const report: Report = (path, message) => faults.push(source.fault(path, message));
  const plan = form === undefined ? null : resolvePlan(form, surroundings, report);
  return plan !== null && faults.length === 0 ? { plan } : { faults: sortFaults(faults) };
}

/** Checks across fields. The result counts only if nothing was reported. */
function resolvePlan(
  form: NonNullable<Salvaged<PlanForm>>,
  surroundings: PlanSurroundings,
  report: Report,
): Plan | null {
  const year = form.fiscalYear === undefined ? null : parseFiscalYear(form.fiscalYear);
  if (form.fiscalYear !== undefined && year === null) {
    report(
      ['fiscalYear'],
      `${quote(form.fiscalYear)} is no fiscal year: write the year it begins and the next, as in 2021-22`,
    );
  }
  const zone = form.zone ?? 'Asia/Dhaka';
  if (!isZone(zone)) report(['zone'], `${quote(zone)} is no zone: write its IANA name, as in Asia/Dhaka`);
  const calendar = form.calendar ?? 'bangladesh';
  if (surroundings.calendars !== undefined && !surroundings.calendars.includes(calendar)) {
    report(['calendar'], `there is no calendar "${calendar}": ${suggest(calendar, surroundings.calendars)}`);
  }
  const policy = resolveStatedPolicy(form, surroundings.policies, report);
  const posts = resolvePosts(form.posts, report);
  const postIds = posts.map((post) => post?.id);
  const people = resolvePeople(form.people, postIds, report);
  const roles = resolveRoles(form.roles, NO_ROLES, postIds, ['roles'], report);
  const lastResort = resolveLastResort(form.lastResort, roles, postIds, people, report);
  const activities = resolveActivities(form.activities, year ?? ANY_YEAR, roles, postIds, report);
  const totalWeight = resolveTotalWeight(
    form.totalWeight,
    indicatorsOf(form).map(({ indicator, path }) => ({
      weight: indicator?.weight,
      given: isGiven(indicator, 'weight'),
      path,
    })),
    report,
  );
  if (year === null || policy === null) return null;
  return {
    id: form.id as string,
    office: form.office as Plan['office'],
    fiscalYear: year.label,
    opens: year.opens,
    closes: year.closes,
    zone,
    language: form.language ?? 'bn',
    calendar,
    policy,
    totalWeight,
    posts,
    people,
    lastResort,
    activities,
  };
}

function resolveStatedPolicy(
  form: NonNullable<Salvaged<PlanForm>>,
  policies: ReadonlyMap<string, Policy>,
  report: Report,
): Policy | null {
  const stated = form.policy ?? 'standard';
  if (typeof stated !== 'string') return resolvePolicy(stated, form.id ?? '', ['policy'], report);
  const policy = policies.get(stated) ?? null;
  if (policy === null) report(['policy'], `there is no policy "${stated}": ${suggest(stated, [...policies.keys()])}`);
  return policy;
}

/** Stands in for a year that could not be read, so that all else can still be checked: every date is within it. */
const ANY_YEAR: FiscalYear = { ...parseFiscalYear('2000-01')!, opens: '0001-01-01', closes: '9999-12-31' };

function resolveActivities(
  form: Salvaged<PlanForm['activities']>,
  year: FiscalYear,
  roles: RolePosts,
  posts: readonly string[],
  report: Report,
): Activity[] {
  const activities = form ?? [];
  reportDuplicates(
    activities.map((activity) => activity?.code),
    (i) => ['activities', i, 'code'],
    report,
  );
  const indicators = indicatorsOf({ activities });
  reportDuplicates(
    indicators.map(({ indicator }) => indicator?.code),
    (i) => [...indicators[i]!.path, 'code'],
    report,
  );
  return activities.map((activity, i) => {
    const own = (activity?.indicators ?? []).map((indicator, j) => {
      const path = ['activities', i, 'indicators', j];
      const [outer, inner] = [activity?.code, indicator?.code];
      if (outer !== undefined && inner !== undefined && !inner.startsWith(`${outer}.`)) {
        report(
          [...path, 'code'],
          `"${inner}" does not begin with its activity's code: write ${outer}.${j + 1}, or move it to its activity`,
        );
      }
      return resolveIndicator(indicator, year, roles, posts, path, report);
    });
    return { code: activity?.code as string, title: activity?.title as Activity['title'], indicators: own };
  });
}

function indicatorsOf(form: Pick<NonNullable<Salvaged<PlanForm>>, 'activities'>) {
  return (form.activities ?? []).flatMap((activity, i) =>
    (activity?.indicators ?? []).map((indicator, j) => {
      const path: Path = ['activities', i, 'indicators', j];
      return { indicator, path };
    }),
  );
}
