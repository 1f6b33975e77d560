import { describe, expect, it } from 'vitest';
import { type PlannableRow, plannableOccurrences } from '../../src/meetings/plannable.ts';
import { soundsLikeMeeting } from '../../src/meetings/sounds-like-meeting.ts';

describe('What is owed and has no meeting yet', () => {
  it.each([
    ['কর্মপরিকল্পনার বাস্তবায়ন অগ্রগতি পর্যালোচনা সংক্রান্ত সভা আয়োজিত', 'Reviews held', true],
    ['সভা/কর্মশালা আয়োজিত', 'Gatherings', true],
    ['কর্মপরিকল্পনা বাস্তবায়ন সংক্রান্ত প্রশিক্ষণ', 'Taught', true],
    ['মতবিনিময় আয়োজিত', 'Exchanged', true],
    ['অন্য কিছু', 'Committee meetings held', true],
    ['তথ্য বাতায়নে সকল সেবা বক্স হালনাগাদকৃত', 'All service boxes of the portal updated', false],
    ['সভাকক্ষ সংস্কার', 'Hall repaired, trainers counted', false],
    ['সভাপতির পদ পূরণ', 'Seat of the chair filled', false],
  ])('takes %s for a meeting by its words, and not a duty that only resembles one', (bn, en, is) => {
    expect(soundsLikeMeeting({ bn, en })).toBe(is);
  });

  it('offers meetings first, though something else is due before them', () => {
    const owed = plannableOccurrences([count('2.1', 'Portal updates', 1), count('2.2', 'Trainings held', 9)], []);
    expect(owed.map(({ indicator, isMeeting }) => [indicator.code, isMeeting])).toEqual([
      ['2.2', true],
      ['2.1', false],
    ]);
  });
});

function count(code: string, en: string, month: number): PlannableRow {
  const indicator = { code, kind: 'count', title: { bn: 'কাজ', en }, target: 4, due: `2027-0${month}-01` };
  return {
    indicator: indicator as unknown as PlannableRow['indicator'],
    view: { status: 'notStarted', achieved: 0 },
    deadlines: [],
  };
}
