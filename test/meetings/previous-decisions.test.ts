import { describe, expect, it } from 'vitest';
import type { MeetingBody } from '../../src/meetings/meeting-body.ts';
import { type DecisionOutcome, outcomeText, previousDecisions } from '../../src/meetings/previous-decisions.ts';
import { BODY } from '../acting/meeting-desk.ts';

const item: DecisionOutcome = {
  text: 'পোর্টাল হালনাগাদ করতে হবে',
  due: '2022-04-14',
  status: 'notStarted',
  achievedOn: null,
  late: false,
  note: null,
  reason: null,
};

describe('What became of a decision', () => {
  it.each([
    [{}, '2022-04-01', 'বাস্তবায়ন চলমান, সময়সীমা ১৪ এপ্রিল ২০২২'],
    [{}, '2022-04-14', 'বাস্তবায়ন চলমান, সময়সীমা ১৪ এপ্রিল ২০২২'],
    [{}, '2022-04-15', 'এখনো বাস্তবায়িত হয়নি, সময়সীমা ১৪ এপ্রিল ২০২২ তারিখে উত্তীর্ণ হয়েছে'],
    [{ status: 'achieved', achievedOn: '2022-04-02', note: 'ক' }, '2022-05-01', '২ এপ্রিল ২০২২ তারিখে বাস্তবায়িত হয়েছে; ক'],
    [
      { status: 'achieved', achievedOn: '2022-04-20', late: true },
      '2022-05-01',
      'নির্ধারিত সময়ের পরে ২০ এপ্রিল ২০২২ তারিখে বাস্তবায়িত হয়েছে',
    ],
    [{ status: 'notAchieved', reason: 'কোভিড-১৯' }, '2022-05-01', 'বাস্তবায়িত হয়নি; কোভিড-১৯'],
    [{ status: 'onHold' }, '2022-05-01', 'স্থগিত রয়েছে'],
  ] as const)('%j is told on %s as %s', (terms, on, text) => {
    expect(outcomeText({ ...item, ...terms }, on, 'bn')).toBe(text);
  });

  it('is left blank where nobody had to do anything, and told apart where two decisions read alike', () => {
    const tracked = { text: item.text, implementers: [], post: 'focal', by: item.due, about: null };
    const plain = { ...tracked, post: null, by: null };
    const body: MeetingBody = { ...BODY, decisions: [plain, tracked, tracked] };
    const done: DecisionOutcome = { ...item, status: 'achieved', achievedOn: '2022-04-02' };
    const { date, decisions } = previousDecisions({ day: '2022-03-16', body }, [done, item], '2022-04-03', 'en');
    expect(date).toBe('2022-03-16');
    expect(decisions.map(({ outcome }) => outcome)).toEqual([
      null,
      'done on 2 April 2022',
      'in progress, due on 14 April 2022',
    ]);
  });
});
