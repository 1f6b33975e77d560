import type { IndicatorState } from '../../machines/state.ts';
import { viewOf } from '../../machines/view.ts';
import { addDays, daysBetween } from '../calendar/local-time.ts';
import type { Bilingual, LocalDate } from '../calendar/types.ts';
import type { Letter, LetterItem } from '../letters/types.ts';
import type { IndicatorDefinition } from '../plan/definition.ts';
import { pathOfOwed } from '../plan/duties.ts';
import { type Indicator, type Language, type Plan, ROLES } from '../plan/types.ts';
import type { Scored } from '../score/indicator-score.ts';
import { pointsAhead } from '../score/points-ahead.ts';
import type { Assembled, PendingNotice } from './assemble.ts';

/** An indicator as it stands while the letter is written. */
export interface Standing {
  readonly definition: IndicatorDefinition;
  readonly state: IndicatorState;
}

/**
 * The facts of a letter: what the plan says of its items, and how they stand; in the language that the person prefers,
 * else in the plan's for the person. Pure.
 */
export function letterFacts(
  plan: Plan,
  assembled: Assembled<PendingNotice>,
  standingOf: (code: string) => Standing,
  today: LocalDate,
  baseUrl: string,
  preferred: Language | null = null,
): Letter {
  const { person, inPlaceOf, posts } = assembled;
  const post = plan.posts.find(({ id }) => id === posts[0]);
  return {
    class: assembled.class,
    language: preferred ?? person.language ?? plan.language,
    recipient: {
      name: person.name,
      postTitle: post?.title ?? person.name,
      inPlaceOf: inPlaceOf?.name ?? null,
    },
    office: plan.office.name,
    planId: plan.id,
    fiscalYear: plan.fiscalYear,
    today,
    zone: plan.zone,
    baseUrl,
    items: assembled.items.map((notice) => letterItem(plan, notice, standingOf(notice.indicator.code), today)),
  };
}

function letterItem(plan: Plan, notice: PendingNotice, { definition, state }: Standing, today: LocalDate): LetterItem {
  const { indicator } = notice;
  const view = viewOf(definition, state);
  const checkpoint = definition.checkpoints.find(({ id }) => id === notice.checkpoint);
  const due = checkpoint?.due ?? view.due;
  return {
    code: indicator.code,
    title: indicator.title,
    kind: indicator.kind,
    notice: notice.notice,
    rung: notice.rung,
    role: notice.role,
    checkpoint: notice.checkpoint,
    generation: notice.generation,
    checkpointTitle: indicator.occurrences.find(({ id }) => id === notice.checkpoint)?.title ?? null,
    due,
    daysLeft: daysBetween(today, due),
    status: view.status,
    progress: { achieved: view.achieved, target: indicator.target, unit: indicator.unit },
    earns: earnsAhead({ indicator, view }, today),
    stepsLeft: indicator.steps.filter(({ id }) => view.stepsLeft.includes(id)).map(({ title }) => title),
    guidance: indicator.guidance,
    responsible: responsibleFor(plan, indicator),
    overdueSince: addDays(due, 1),
    firstNotice: isFirstRung(definition, notice),
    path: pathOfOwed(plan.id, indicator),
  };
}

/**
 * What finishing earns from now on, where the plan grades its days or counts only what is in time: elsewhere the due
 * day says it all. A plan without weights speaks of percents.
 */
function earnsAhead(scored: Scored & { readonly indicator: Indicator }, today: LocalDate): LetterItem['earns'] {
  const { criteria, target, zeroIfLate, weight } = scored.indicator;
  const isGraded = (typeof target === 'string' && criteria.length > 1) || zeroIfLate === true;
  const steps = isGraded ? pointsAhead(scored, weight ?? 100, today) : [];
  return steps.length === 0 ? undefined : { steps, in: weight === null ? 'percent' : 'points' };
}

/** The lowest post that has a part in the indicator: as a rule the focal point's. */
function responsibleFor(plan: Plan, { posts }: Indicator): Bilingual | null {
  const id = ROLES.map((role) => posts[role]).find((post) => post !== null);
  return plan.posts.find((post) => post.id === id)?.title ?? null;
}

function isFirstRung({ marks }: IndicatorDefinition, { checkpoint, rung, number }: PendingNotice): boolean {
  const first = marks.find((mark) => mark.checkpoint === checkpoint && 'rung' in mark);
  return first !== undefined && 'rung' in first && first.rung === rung && first.number === number;
}
