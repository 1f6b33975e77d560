import type { Instant } from '../../src/calendar/types.ts';
import type { PendingNotice } from '../../src/notices/assemble.ts';
import type { Indicator, Person, Plan, Role, Tenure } from '../../src/plan/types.ts';
import { at, indicatorOf, planOf } from '../machines/office.ts';

/** Somebody who holds posts: each by its id for ever, or with days, or as a deputy. */
export function personWho(id: string, ...holds: (string | (Partial<Tenure> & { post: string }))[]): Person {
  return {
    id,
    name: { bn: id, en: id },
    email: `${id}@office.example`,
    language: null,
    holds: holds.map((hold) => ({
      from: null,
      to: null,
      deputy: false,
      ...(typeof hold === 'string' ? { post: hold } : hold),
    })),
  };
}

/** The office of five posts (focal, innovation, supervisor, head, ministry) with these people in it. */
export function staffed(
  people: readonly Person[],
  indicators: readonly Indicator[] = [indicatorOf('milestone')],
): Plan {
  return { ...planOf(indicators), people };
}

/** One person to each post, named after it. */
export const EVERY_POST_HELD = ['focal', 'innovation', 'supervisor', 'head', 'ministry'].map((post) =>
  personWho(`the-${post}`, post),
);

/** A notice that nobody has been told of yet: a reminder to the focal point, unless said otherwise. */
export function notice(
  indicator: Indicator,
  on: string,
  terms: Partial<Omit<PendingNotice, 'indicator' | 'rungAt'>> = {},
): PendingNotice {
  const rungAt: Instant = at(`${on}T09:00:00`);
  return {
    indicator,
    checkpoint: 'year',
    generation: 1,
    rung: '7-days-before',
    number: 0,
    notice: 'reminder',
    role: 'focalPoint' satisfies Role,
    stillRuns: true,
    ...terms,
    rungAt,
  };
}
