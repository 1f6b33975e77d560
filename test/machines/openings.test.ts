import { describe, expect, it } from 'vitest';
import { evidenceOwed, openingsOf } from '../../machines/openings.ts';
import type { PersonEvent } from '../../machines/types.ts';
import { actionsOpen } from '../../machines/view.ts';
import type { IndicatorKind } from '../../src/plan/types.ts';
import { act, define, live, paper, step } from './office.ts';

function standing(kind: IndicatorKind, terms: Parameters<typeof define>[1] = {}, ...acts: PersonEvent[]) {
  const definition = define(kind, terms);
  const { state } = live(definition, ...acts);
  const openings = openingsOf(definition, state);
  return {
    ...openings,
    definition,
    state,
    open: openings.acts.filter(({ hindrance }) => hindrance === null).map(({ type }) => type),
    why: (type: string) => openings.acts.find((one) => one.type === type)?.hindrance?.code,
  };
}

const hold = act('2022-02-01', { type: 'suspend', reason: 'Flood' });

describe('What can be done to an indicator', () => {
  it('is the next step of a milestone, and no declaration while steps are missing', () => {
    const { open, why, steps } = standing('milestone');
    expect(open).toEqual(['completeStep', 'suspend', 'declareNotAchieved', 'withdraw']);
    expect(steps).toEqual(['design']);
    expect(why('complete')).toBe('stepsIncomplete');
    expect(why('recordNumber')).toBeUndefined();
  });

  it('is any step that may come in any order', () => {
    const steps = [step('design'), step('training', { anyOrder: true }), step('office-order')];
    expect(standing('milestone', { steps }).steps).toEqual(['design', 'training']);
  });

  it('is the declaration, where a milestone has no steps', () => {
    const { open, why } = standing('milestone', { steps: [] });
    expect(open).toContain('complete');
    expect(why('completeStep')).toBe('stepAlreadyComplete');
  });

  it.each([
    ['recurring', 'holdOccurrence'],
    ['count', 'recordNumber'],
    ['percentage', 'recordReading'],
  ] as const)('is of a %s first of all %s', (kind, type) => {
    expect(standing(kind).open[0]).toBe(type);
  });

  it('is of a recurring indicator what was not held yet', () => {
    const held = act('2021-08-01', { type: 'holdOccurrence', occurrence: 'q2' });
    expect(standing('recurring', {}, held).occurrences).toEqual(['q1', 'q3', 'q4']);
    expect(standing('percentage').occurrences).toEqual([]);
  });

  it('is on hold to resume or to end it, and the reason of the hold is told for all else', () => {
    const { open, why } = standing('milestone', {}, hold);
    expect(open).toEqual(['resume', 'declareNotAchieved', 'withdraw']);
    expect(why('completeStep')).toBe('onHold');
  });

  it('is nothing but to reopen, once it is closed', () => {
    const ended = act('2022-02-01', { type: 'withdraw', reason: 'Agreed' });
    expect(standing('count', {}, ended).open).toEqual(['reopen']);
  });

  it('is never more than the machine has open', () => {
    for (const kind of ['milestone', 'recurring', 'count', 'percentage', 'report'] as const) {
      for (const acts of [[], [hold]]) {
        const { open, definition, state } = standing(kind, {}, ...acts);
        expect(actionsOpen(definition, state)).toEqual(expect.arrayContaining(open));
      }
    }
  });
});

describe('A paper', () => {
  it('is owed by the steps that say so, and by the last one where the indicator says so', () => {
    const steps = [step('design', { evidenceRequired: true }), step('pilot'), step('office-order')];
    const definition = define('milestone', { steps, evidenceRequired: true });
    const owed = (id: string, ...acts: PersonEvent[]) =>
      evidenceOwed(definition, live(definition, ...acts).state, { type: 'completeStep', step: id });
    const done = (id: string) => act('2021-08-01', { type: 'completeStep', step: id, evidence: paper });
    expect(owed('design')).toBe(true);
    expect(owed('pilot', done('design'))).toBe(false);
    expect(owed('office-order', done('design'), done('pilot'))).toBe(true);
  });

  it('is owed by a number, and not by its correction', () => {
    const definition = define('count', { evidenceRequired: true });
    const { state } = live(definition);
    expect(evidenceOwed(definition, state, { type: 'recordNumber', number: 2 })).toBe(true);
    expect(evidenceOwed(definition, state, { type: 'recordNumber', number: -2 })).toBe(false);
    expect(evidenceOwed(definition, state, { type: 'suspend' })).toBe(false);
  });
});
