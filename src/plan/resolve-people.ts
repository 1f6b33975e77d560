import { type Path, type Report, reportDuplicates } from './fault.ts';
import { isGiven, type Salvaged } from './form.ts';
import { suggest } from './nearest-word.ts';
import type { PersonForm, PlanForm } from './plan-form.ts';
import { type Person, type Post, ROLES, type RolePosts, type Tenure } from './types.ts';

/** Reports a post that the plan does not have. Silent where the list of posts is itself at fault, and told as such. */
export function reportUnknownPost(
  post: string | undefined,
  posts: readonly string[],
  path: Path,
  report: Report,
): void {
  if (post === undefined || posts.length === 0 || posts.some((id) => id === undefined) || posts.includes(post)) return;
  report(path, `the plan has no post "${post}": ${suggest(post, posts)}`);
}

/** Checks the posts, and gives them. */
export function resolvePosts(form: Salvaged<PlanForm['posts']>, report: Report): Post[] {
  reportDuplicates(
    (form ?? []).map((post) => post?.id),
    (i) => ['posts', i, 'id'],
    report,
  );
  return (form ?? []) as Post[];
}

/** Checks people and their tenures against the posts, and fills in the defaults. */
export function resolvePeople(form: Salvaged<PlanForm['people']>, posts: readonly string[], report: Report): Person[] {
  const people = form ?? [];
  reportDuplicates(
    people.map((person) => person?.id),
    (i) => ['people', i, 'id'],
    report,
  );
  const inCharge: { readonly tenure: Tenure; readonly person: string }[] = [];
  return people.map((person, i) => {
    const holds = (person?.holds ?? []).map((tenure, j): Tenure => {
      const path = ['people', i, 'holds', j];
      reportUnknownPost(tenure?.post, posts, [...path, 'post'], report);
      const held: Tenure = {
        post: tenure?.post as string,
        from: tenure?.from ?? null,
        to: tenure?.to ?? null,
        deputy: tenure?.deputy ?? false,
      };
      if (held.from !== null && held.to !== null && held.to < held.from) {
        const message = `the tenure ends on ${held.to}, before it begins on ${held.from}: swap the two, or correct one`;
        report([...path, 'to'], message);
      } else if (!held.deputy && isSound(tenure)) {
        const other = inCharge.find((earlier) => overlap(earlier.tenure, held));
        if (other !== undefined) {
          const message = `${other.person} is in charge of "${held.post}" at the same time: set "to" of the earlier tenure, or write "deputy: yes" here`;
          report(path, message);
        }
        inCharge.push({ tenure: held, person: person?.id ?? 'another person' });
      }
      return held;
    });
    return { ...(person as Person), language: person?.language ?? null, holds };
  });
}

/** Whether nothing in a tenure was faulty: a slip in one of its dates should not make it overlap another as well. */
function isSound(tenure: Salvaged<PersonForm['holds'][number]>): boolean {
  const keys = ['post', 'from', 'to', 'deputy'] as const;
  return tenure?.post !== undefined && keys.every((key) => !isGiven(tenure, key) || tenure[key] !== undefined);
}

function overlap(a: Tenure, b: Tenure): boolean {
  const begins = (tenure: Tenure) => tenure.from ?? '';
  const ends = (tenure: Tenure) => tenure.to ?? '9999-12-31';
  return a.post === b.post && begins(a) <= ends(b) && begins(b) <= ends(a);
}

/** The plan's posts by role, with an indicator's own laid over them; `none` takes one away. */
export function resolveRoles(
  form: Salvaged<Partial<Record<keyof RolePosts, string>>>,
  base: RolePosts,
  posts: readonly string[],
  path: Path,
  report: Report,
): RolePosts {
  const resolved: Record<string, string | null> = { ...base };
  for (const role of ROLES) {
    const post = form?.[role];
    if (post === undefined) continue;
    if (post !== 'none') reportUnknownPost(post, posts, [...path, role], report);
    resolved[role] = post === 'none' ? null : post;
  }
  return resolved as RolePosts;
}

/** No post for any role. */
export const NO_ROLES: RolePosts = {
  focalPoint: null,
  innovationOfficer: null,
  supervisor: null,
  headOfOffice: null,
  superiorAuthority: null,
};

/** The post of last resort: as stated, else the highest of the office; somebody has to hold it. */
export function resolveLastResort(
  stated: string | undefined,
  roles: RolePosts,
  posts: readonly string[],
  people: readonly Person[],
  report: Report,
): string {
  reportUnknownPost(stated, posts, ['lastResort'], report);
  const post = stated ?? roles.headOfOffice ?? roles.supervisor ?? roles.focalPoint ?? '';
  const held = people.flatMap((person) => person.holds.map((tenure) => tenure.post));
  // A tenure of an unknown post is told already, and may well have been meant for this one.
  if (posts.includes(post) && held.every((other) => posts.includes(other) && other !== post)) {
    report(
      ['lastResort'],
      `nobody holds "${post}", the post that is told when all others are vacant: add a person who holds it, or name another post`,
    );
  }
  return post;
}
