import type * as z from 'zod';
import type { PersonAction } from '../../machines/types.ts';
import { form, list, textOr } from './form.ts';
import { code, date, identifier, line, oneOf, percent, raw, wholeNumber } from './scalars.ts';
import type { IndicatorKind } from './types.ts';

type Detail = 'step' | 'number' | 'value' | 'occurrence' | 'reason' | 'evidence' | 'note';

/** What each action takes: the details it needs, those it allows besides, and the kinds it is open to (all, where unsaid). */
export const ACTIONS: Readonly<
  Record<
    PersonAction['type'],
    { readonly needs: readonly Detail[]; readonly allows: readonly Detail[]; readonly kinds?: readonly IndicatorKind[] }
  >
> = {
  completeStep: { needs: ['step'], allows: ['evidence', 'note'] },
  complete: { needs: [], allows: ['evidence', 'note'] },
  recordNumber: { needs: ['number'], allows: ['evidence', 'note'], kinds: ['count'] },
  recordReading: { needs: ['value'], allows: ['evidence', 'note'], kinds: ['percentage'] },
  holdOccurrence: { needs: [], allows: ['occurrence', 'evidence', 'note'], kinds: ['recurring'] },
  suspend: { needs: ['reason'], allows: [] },
  resume: { needs: [], allows: ['reason'] },
  declareNotAchieved: { needs: ['reason'], allows: [] },
  withdraw: { needs: ['reason'], allows: [] },
  reopen: { needs: ['reason'], allows: [] },
};

export const DETAILS: readonly Detail[] = ['step', 'number', 'value', 'occurrence', 'reason', 'evidence', 'note'];

const reference = line('the paper that shows it, by memo number or title');

const paper = textOr(
  reference.transform((text) => ({ reference: text }) as { reference: string; date?: string | undefined }),
  form('a piece of evidence', { reference, date: date.optional() }),
);

const event = form('an event', {
  indicator: code,
  on: date,
  at: raw('a time of day such as "14:30", or a date and a time').optional(),
  by: identifier('the id of a post of the plan'),
  do: oneOf(Object.keys(ACTIONS) as PersonAction['type'][]),
  step: identifier('the id of a step').optional(),
  number: wholeNumber(null).optional(),
  value: percent.optional(),
  occurrence: identifier('the id of an occurrence').optional(),
  reason: line('the reason').optional(),
  evidence: textOr(
    paper.transform((one) => [one]),
    list('papers', paper),
  ).optional(),
  note: line('a note').optional(),
});

/** A history as its file writes it. */
export const historyForm = form('a history', {
  plan: identifier('the id of the plan'),
  source: line('the document that says so'),
  events: list('events', event),
});

export type EventForm = z.output<typeof event>;
