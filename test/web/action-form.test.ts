import { describe, expect, it } from 'vitest';
import type { PersonAction } from '../../machines/types.ts';
import type { IndicatorKind } from '../../src/plan/types.ts';
import { readActionForm } from '../../src/web/action-form.ts';
import { define, live, step } from '../machines/office.ts';

function read(
  type: PersonAction['type'],
  typed: Record<string, string>,
  kind: IndicatorKind = 'milestone',
  terms: Parameters<typeof define>[1] = {},
  files?: Parameters<typeof readActionForm>[2]['files'],
) {
  const definition = define(kind, terms);
  return readActionForm(type, typed, { definition, state: live(definition).state, today: '2022-03-02', files });
}

const order = { hash: 'a'.repeat(64), name: 'order.pdf', mediaType: 'application/pdf', size: 9 };

describe('A form in which somebody records something', () => {
  it('gives a step with its papers, its day and its note', () => {
    const typed = {
      step: 'design',
      on: '২৮-০২-২০২২',
      reference1: ' Memo  12 ',
      dated1: '২৭ ফেব্রুয়ারি ২০২২',
      reference3: 'https://office.example/order',
      note: '',
    };
    expect(read('completeStep', typed)).toEqual({
      on: '2022-02-28',
      action: {
        type: 'completeStep',
        step: 'design',
        evidence: [
          { reference: 'Memo 12', date: '2022-02-27' },
          { reference: 'https://office.example/order', date: null },
        ],
        note: null,
      },
    });
  });

  it('leaves out what no database holds, and takes what is left of nothing for nothing', () => {
    const typed = { step: 'design', note: 'by\0 hand', reference1: 'Memo\u0007 1', reference2: '\0' };
    expect(read('completeStep', typed)).toMatchObject({
      action: { note: 'by hand', evidence: [{ reference: 'Memo 1', date: null }] },
    });
    expect(read('suspend', { reason: '\0' })).toEqual({ faults: { reason: 'reasonMissing' } });
  });

  it('takes today where no day is written', () => {
    expect(read('complete', { on: '' })).toMatchObject({ on: '2022-03-02' });
  });

  it.each([
    ['২টি', 2],
    ['-1', -1],
    ['১,২০০', 1200],
  ])('reads the number %s', (number, expected) => {
    expect(read('recordNumber', { number }, 'count')).toMatchObject({ action: { number: expected } });
  });

  it.each(['', '0', 'দুই', '1.5'])('has no number in "%s"', (number) => {
    expect(read('recordNumber', { number }, 'count')).toEqual({ faults: { number: 'numberInvalid' } });
  });

  it.each([
    ['২৩.৪৪%', { action: { type: 'recordReading', value: 23.44 } }],
    ['100', { action: { value: 100 } }],
    ['101', { faults: { value: 'readingInvalid' } }],
    ['much', { faults: { value: 'readingInvalid' } }],
  ])('reads the percentage %s', (value, expected) => {
    expect(read('recordReading', { value }, 'percentage')).toMatchObject(expected);
  });

  it('names a file by itself where no memo number is given, and with the number where it is', () => {
    const files = new Map([[1, order]]);
    expect(read('complete', {}, 'milestone', {}, files)).toMatchObject({
      action: { evidence: [{ reference: 'order.pdf', date: null, file: order }] },
    });
    expect(read('complete', { reference1: 'Memo 1' }, 'milestone', {}, files)).toMatchObject({
      action: { evidence: [{ reference: 'Memo 1', file: order }] },
    });
  });

  it('tells all that is wrong at once', () => {
    const steps = [step('design', { evidenceRequired: true })];
    const typed = { step: 'design', on: '31-02-2022', dated2: 'soon', note: 'x'.repeat(2_001) };
    expect(read('completeStep', typed, 'milestone', { steps })).toEqual({
      faults: {
        on: 'dateInvalid',
        dated2: 'dateInvalid',
        reference1: 'evidenceMissing',
        reference2: 'referenceMissing',
        note: 'tooLong',
      },
    });
    expect(read('completeStep', {})).toEqual({ faults: { step: 'stepMissing' } });
    expect(read('holdOccurrence', {}, 'recurring')).toEqual({ faults: { occurrence: 'occurrenceMissing' } });
  });

  it.each([
    ['3 March 2022', 'dateInFuture'],
    ['30-06-2021', 'dateOutsideYear'],
  ])('does not take progress made on %s', (on, fault) => {
    expect(read('completeStep', { step: 'design', on })).toEqual({ faults: { on: fault } });
  });

  it.each(['suspend', 'declareNotAchieved', 'withdraw', 'reopen'] as const)('asks for the reason to %s', (type) => {
    expect(read(type, { reason: ' ' })).toEqual({ faults: { reason: 'reasonMissing' } });
    expect(read(type, { reason: 'বন্যা' })).toMatchObject({ action: { type, reason: 'বন্যা' } });
  });

  it('asks for no reason to resume', () => {
    expect(read('resume', {})).toMatchObject({ action: { type: 'resume', reason: null } });
  });
});
