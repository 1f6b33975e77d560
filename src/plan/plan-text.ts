import { stringify } from 'yaml';
import { type FiscalYear, parseFiscalYear } from '../calendar/fiscal-year.ts';
import type { Schedule } from './plan-form.ts';
import { REPORT_STAGES } from './resolve-indicator.ts';
import { periodsOf, scheduleFor } from './resolve-occurrences.ts';
import {
  type Indicator,
  type Occurrence,
  type Person,
  type Plan,
  type Policy,
  ROLES,
  type RolePosts,
} from './types.ts';

/**
 * Writes a plan as the file that reads back as this very plan. What a reader would fill in anyway is left out; comments
 * of the file that it once came from are not known here.
 * @param policies those that a plan may name; one that is none of them is written out
 * @param head what stands above it, as lines of a comment
 */
export function planText(plan: Plan, policies: ReadonlyMap<string, Policy>, head: readonly string[] = []): string {
  const { id, office, fiscalYear, zone, language, calendar, policy, totalWeight, posts, people, lastResort } = plan;
  const year = parseFiscalYear(fiscalYear)!;
  const indicators = plan.activities.flatMap((activity) => activity.indicators);
  const roles = (indicators.find(({ posts }) => posts.focalPoint !== null) ?? indicators[0]!).posts;
  const body = {
    id,
    office,
    fiscalYear,
    zone,
    language,
    calendar,
    policy: same(policies.get(policy.id), policy) ? policy.id : policyForm(policy),
    ...(totalWeight === null ? {} : { totalWeight }),
    posts,
    people: people.map(personForm),
    roles: { ...statedPosts(roles, null), focalPoint: roles.focalPoint ?? 'none' },
    lastResort,
    activities: plan.activities.map(({ code, title, indicators }) => ({
      code,
      title,
      indicators: indicators.map((indicator) => indicatorForm(indicator, year, roles)),
    })),
  };
  const comment = head.map((line) => `# ${line.replace(/\s+/gu, ' ')}\n`).join('');
  return `${comment}${stringify(body, { lineWidth: 0, aliasDuplicateObjects: false })}`;
}

function policyForm({ followUp, ...policy }: Policy) {
  return { ...policy, ...(followUp === null ? {} : { followUp }) };
}

function personForm({ id, name, email, language, holds }: Person) {
  return {
    id,
    name,
    email,
    ...(language === null ? {} : { language }),
    holds: holds.map(({ post, from, to, deputy }) =>
      from === null && to === null && !deputy
        ? post
        : { post, ...(from ? { from } : {}), ...(to ? { to } : {}), ...(deputy ? { deputy: true } : {}) },
    ),
  };
}

function indicatorForm(indicator: Indicator, year: FiscalYear, roles: RolePosts) {
  const { code, kind, title, weight, target, due, criteria, steps, evidenceRequired, measure, guidance } = indicator;
  const ownPosts = statedPosts(indicator.posts, roles);
  const isImplied = kind === 'report' && same(steps, REPORT_STAGES);
  const isGraded = criteria.length > 1 || criteria[0]?.percent !== 100;
  return {
    code,
    kind,
    title,
    ...(weight === null ? {} : { weight }),
    target,
    ...((kind === 'count' || kind === 'percentage') && due !== year.closes ? { due } : {}),
    ...(isGraded ? { criteria } : {}),
    ...(indicator.score === undefined ? {} : { score: indicator.score }),
    ...(indicator.zeroIfLate === undefined ? {} : { zeroIfLate: true }),
    ...(steps.length === 0 || isImplied ? {} : { steps: steps.map(stepForm) }),
    ...(evidenceRequired ? { evidence: 'required' } : {}),
    ...scheduleOf(indicator, year),
    ...(measure === null ? {} : { measure }),
    ...(indicator.reviews === undefined ? {} : { reviews: indicator.reviews }),
    ...(Object.keys(ownPosts).length > 0 ? { posts: ownPosts } : {}),
    ...(guidance === null ? {} : { guidance }),
  };
}

function stepForm({ id, title, evidenceRequired, anyOrder }: Indicator['steps'][number]) {
  return { id, title, ...(evidenceRequired ? { evidence: 'required' } : {}), ...(anyOrder ? { anyOrder } : {}) };
}

/** The occurrences or readings: nothing where the target implies them, the name of a schedule, or all of them. */
function scheduleOf({ kind, target, occurrences, due }: Indicator, year: FiscalYear) {
  if (kind === 'recurring') {
    const implied = scheduleFor(target as number);
    if (implied && same(periodsOf(implied, year), occurrences)) return {};
    return { occurrences };
  }
  if (kind !== 'percentage' || occurrences.length === 0) return {};
  return { readings: namedReadings(occurrences, due, year) ?? occurrences };
}

function namedReadings(readings: readonly Occurrence[], due: string, year: FiscalYear): Schedule | undefined {
  return (['quarterly', 'half-yearly', 'monthly'] as const).find((schedule) =>
    same(
      periodsOf(schedule, year).filter((period) => period.due < due),
      readings,
    ),
  );
}

/** The posts that differ from the plan's; `none` takes one away. */
function statedPosts(posts: RolePosts, base: RolePosts | null): Record<string, string> {
  return Object.fromEntries(
    ROLES.flatMap((role) => (posts[role] === (base?.[role] ?? null) ? [] : [[role, posts[role] ?? 'none']])),
  );
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

/** The order in which keys were written means nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key as keyof typeof value])]),
  );
}
