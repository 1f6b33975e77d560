import { type Opening, openingsOf } from '../../machines/openings.ts';
import type { PersonAction, Refusal } from '../../machines/types.ts';
import { actOf } from '../acting/record-as.ts';
import { type Capacity, mayDo, type Viewer } from '../rights/rights.ts';
import type { IndicatorPageFacts } from './indicator-reading.ts';

type ActionType = PersonAction['type'];

/** Why something cannot be done: the machine refuses it, or it is for others to do. */
export type Hindrance =
  | { readonly refusal: Refusal }
  | { readonly needs: readonly Capacity[]; readonly refusal?: undefined };

/** What somebody can do to an indicator now. */
export interface Offers {
  /** How its work goes on, where this person may carry it on: its form stands on the page itself. */
  readonly main: ActionType | null;
  /** All else that can be done now, each on a page of its own. */
  readonly others: readonly ActionType[];
  /** What cannot be done, by whom it could be, or why by nobody. */
  readonly not: readonly { readonly type: ActionType; readonly hindrance: Hindrance }[];
}

type Facts = Pick<IndicatorPageFacts, 'plan' | 'indicator' | 'today' | 'definition' | 'state'>;

const WAYS_ON = ['holdOccurrence', 'recordNumber', 'recordReading', 'completeStep', 'complete'] as const;

/** Nobody misses what would make no sense: resuming what is not on hold, reopening what is open, a step that is done. */
const SENSELESS = ['notOnHold', 'notClosed', 'stepAlreadyComplete'];

/** What the machine has open and the rights allow, and of the rest why not. Pure. */
export function offersOf(facts: Facts, viewer: Viewer): Offers {
  const standing = openingsOf(facts.definition, facts.state).acts.map((opening) => ({
    type: opening.type,
    hindrance: hindranceOf(opening, facts, viewer),
  }));
  const open = standing.filter(({ hindrance }) => hindrance === null).map(({ type }) => type);
  const main = WAYS_ON.find((type) => open.includes(type)) ?? null;
  return {
    main,
    others: open.filter((type) => type !== main),
    not: standing.flatMap(({ type, hindrance }) =>
      hindrance === null || (hindrance.refusal && SENSELESS.includes(hindrance.refusal.code))
        ? []
        : [{ type, hindrance }],
    ),
  };
}

/** Why somebody cannot do this now; null where it can be done, or is nothing that this kind of indicator knows. */
export function hindranceTo(type: ActionType, facts: Facts, viewer: Viewer): Hindrance | null | 'unknown' {
  const opening = openingsOf(facts.definition, facts.state).acts.find((one) => one.type === type);
  return opening ? hindranceOf(opening, facts, viewer) : 'unknown';
}

function hindranceOf(
  { type, hindrance }: Opening,
  { plan, indicator, today }: Facts,
  viewer: Viewer,
): Hindrance | null {
  if (hindrance !== null) return { refusal: hindrance };
  const verdict = mayDo(viewer, actOf(type), { plan, indicator, on: today });
  return verdict.allowed ? null : { needs: verdict.needs };
}
