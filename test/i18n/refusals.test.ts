import { describe, expect, it } from 'vitest';
import type { Refusal, RefusalCode } from '../../machines/types.ts';
import { explainRefusal } from '../../src/i18n/refusals.ts';
import { REFUSALS_BN } from '../../src/i18n/refusals-bn.ts';

const CODES = Object.keys(REFUSALS_BN) as RefusalCode[];

const DETAILS: Refusal['details'] = {
  step: 'office-order',
  missing: 'pilot',
  known: 'idea, pilot, office-order',
  occurrence: 'q1',
  on: '2022-07-02',
  due: '2022-03-16',
  opens: '2021-07-01',
  closes: '2022-06-30',
  value: 23.44,
  target: 80,
  total: 1,
  reason: 'Covid-19',
  kind: 'count',
  action: 'completeStep',
  status: 'achieved',
};

describe('the explanation of a refusal', () => {
  it('names the step and what is missing', () => {
    const refusal: Refusal = { code: 'stepOutOfOrder', details: { step: 'office-order', missing: 'pilot' } };
    expect(explainRefusal(refusal, 'en')).toBe(
      "The step 'office-order' cannot be completed yet. Complete the step 'pilot' first.",
    );
    expect(explainRefusal(refusal, 'bn')).toBe('‘office-order’ ধাপটি এখনই সম্পন্ন দেখানো যাবে না। আগে ‘pilot’ ধাপ সম্পন্ন করুন।');
  });

  it('writes dates and numbers in the reader’s language', () => {
    const outside: Refusal = { code: 'dateOutsideYear', details: DETAILS };
    expect(explainRefusal(outside, 'bn')).toBe(
      '২ জুলাই ২০২২ তারিখটি এই অর্থবছরের নয়। ১ জুলাই ২০২১ থেকে ৩০ জুন ২০২২ পর্যন্ত একটি তারিখ দিন।',
    );
    const below: Refusal = { code: 'readingBelowTarget', details: { value: 23.44, target: 80 } };
    expect(explainRefusal(below, 'bn')).toContain('লক্ষ্যমাত্রা ৮০% পূরণ হয়নি; সর্বশেষ হার ২৩.৪৪%');
    expect(explainRefusal(below, 'en')).toContain('target of 80% is not reached; the latest reading is 23.44%');
  });

  it('leaves out an empty reason', () => {
    expect(explainRefusal({ code: 'onHold', details: { reason: '' } }, 'en')).toBe(
      'The indicator is on hold. Resume it first, then record its progress.',
    );
  });

  it.each(CODES)('of %s says what is wrong and what to do, with and without details', (code) => {
    for (const details of [DETAILS, {}]) {
      for (const language of ['bn', 'en'] as const) {
        const text = explainRefusal({ code, details }, language);
        expect(text).not.toMatch(/undefined|NaN|null| {2}|‘’|''|\(\)/);
        const sentences = language === 'bn' ? text.split('।') : text.split(/[.;] /);
        expect(sentences.filter((sentence) => sentence.trim() !== '').length, text).toBeGreaterThanOrEqual(2);
        expect(text.normalize('NFC')).toBe(text);
      }
    }
  });
});
