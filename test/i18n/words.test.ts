import { describe, expect, it } from 'vitest';
import { daysLeftPhrase, rungTitle, words } from '../../src/i18n/words.ts';

describe('how far a due day is', () => {
  it.each([
    [30, 'আর ৩০ দিন বাকি', '30 days left'],
    [7, 'আর ৭ দিন বাকি', '7 days left'],
    [1, 'আর ১ দিন বাকি', '1 day left'],
    [0, 'আজ শেষ দিন', 'due today'],
    [-1, '১ দিন পার হয়েছে', '1 day overdue'],
    [-3, '৩ দিন পার হয়েছে', '3 days overdue'],
  ])('at %d days', (days, bn, en) => {
    expect(daysLeftPhrase(days, 'bn')).toBe(bn);
    expect(daysLeftPhrase(days, 'en')).toBe(en);
  });
});

describe('the title of a rung', () => {
  it.each([
    ['30-days-before', '৩০ দিন আগে', '30 days before'],
    ['1-day-before', '১ দিন আগে', '1 day before'],
    ['due-day', 'শেষ দিনে', 'on the due day'],
    ['1-working-day-after', '১ কার্যদিবস পরে', '1 working day after'],
    ['10-working-days-after', '১০ কার্যদিবস পরে', '10 working days after'],
    ['follow-up', 'পুনঃতাগিদ', 'follow-up'],
    ['45-days-before', '৪৫ দিন আগে', '45 days before'],
  ])('%s', (rung, bn, en) => {
    expect(rungTitle(rung, 'bn')).toBe(bn);
    expect(rungTitle(rung, 'en')).toBe(en);
  });

  it('is the rung itself when it has another form', () => {
    expect(rungTitle('at-noon', 'bn')).toBe('at-noon');
  });
});

describe('the words of a plan', () => {
  it("are those of the offices' minutes", () => {
    const { workStatus, role } = words('bn');
    expect([workStatus.achieved, workStatus.inProgress, workStatus.notAchieved, workStatus.onHold]).toEqual([
      'অর্জিত',
      'চলমান',
      'অর্জিত হয়নি',
      'স্থগিত',
    ]);
    expect(role.focalPoint).toBe('ফোকাল পয়েন্ট');
    expect(words('en').workStatus.notAchieved).toBe('not achieved');
  });

  it('are not empty, and in Bengali hold no Latin letter', () => {
    for (const group of Object.values(words('bn'))) {
      for (const word of Object.values<string>(group)) {
        expect(word.replace(/\{[^}]*\}/g, '')).toMatch(/^[^A-Za-z]+$/);
      }
    }
    for (const group of Object.values(words('en'))) {
      for (const word of Object.values<string>(group)) expect(word).not.toBe('');
    }
  });
});
