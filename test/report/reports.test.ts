import { describe, expect, it } from 'vitest';
import { apaReport } from '../../src/report/apa-report.ts';
import { progressReport, quarterBefore } from '../../src/report/progress-report.ts';
import { progressWords } from '../../src/report/progress-words.ts';
import type { PlanRecord } from '../../src/report/record.ts';
import { selfAssessment } from '../../src/report/self-assessment.ts';
import { reportTime } from '../../src/report/standings.ts';
import { recordNamed } from './records.ts';

const mowca = recordNamed('mowca-2021-22');
const wewb = recordNamed('wewb-2021-22');

const progressOn = (record: PlanRecord, on: string, since: string | null = null) =>
  progressReport(record, reportTime(record.plan, on), since);
const wordsOn = (record: PlanRecord, on: string, language: 'bn' | 'en' = 'bn') =>
  Object.fromEntries(progressOn(record, on).rows.map((row) => [row.code, progressWords(row, language)]));

describe('A report of an earlier day', () => {
  it('is the same from the whole record as from what was on record then', () => {
    for (const on of ['2021-09-30', '2022-01-13', '2022-06-28']) {
      expect(progressOn(mowca, on)).toEqual(progressOn(recordNamed('mowca-2021-22', on), on));
    }
  });

  it('carries a hash of the record that changes with an act until that day, and with none after it', () => {
    const hashOn = (record: PlanRecord, on: string) => progressOn(record, on).source.recordHash;
    expect(hashOn(mowca, '2022-01-13')).toMatch(/^[0-9a-f]{64}$/);
    expect(hashOn(recordNamed('mowca-2021-22', '2022-02-28'), '2022-01-13')).toBe(hashOn(mowca, '2022-01-13'));
    // The half-yearly report went out on 11 January.
    expect(hashOn(mowca, '2022-01-10')).not.toBe(hashOn(mowca, '2022-01-13'));
  });

  it('has the deadlines of its day, whether or not anything was recorded on it', () => {
    const row = (on: string) => progressOn(wewb, on).rows.find(({ code }) => code === '1.3.1')!;
    expect([row('2021-12-30').deadline, row('2021-12-31').deadline]).toEqual(['dueToday', 'overdue']);
  });

  it('of the last day of the year tells how the year ended', () => {
    expect(progressOn(wewb, '2022-06-29').counts).toMatchObject({ notAchieved: 1, onHold: 1 });
    expect(progressOn(wewb, '2022-06-30').counts).toMatchObject({ inProgress: 0, notStarted: 0 });
  });
});

describe('Progress in the words of minutes', () => {
  it('says what was done, what is left and until when, and why something is not', () => {
    expect(wordsOn(wewb, '2022-01-09')).toMatchObject({
      '1.1.1': 'বাস্তবায়িত',
      '1.3.1': 'চলমান (৩টি ধাপের মধ্যে ১টি সম্পন্ন), নির্ধারিত সময় উত্তীর্ণ',
      '1.5.1': 'লক্ষ্যমাত্রা অনুযায়ী অর্জিত (২য় ত্রৈমাসিকে ৮০%)',
      '2.1.1': 'লক্ষ্যমাত্রা অনুযায়ী অর্জিত (৪টির মধ্যে ২টি)',
      '2.2.1': '৪টি লক্ষ্যমাত্রার মধ্যে ১টি সম্পন্ন করা হয়েছে, অবশিষ্ট ৩টি ৩০ জুন ২০২২ এর মধ্যে সম্পন্ন করা হবে',
      '2.2.2': 'কোভিড-১৯ এর জন্য অর্জিত হয়নি',
      '2.2.5': 'কোভিড-১৯ এর কারণে উদ্যোগ পরিদর্শন স্থগিত রয়েছে',
    });
    expect(wordsOn(recordNamed('chatkhil-2024-25'), '2024-07-29')).toMatchObject({
      '1.1.1': 'শুরু হয়নি',
      '4.1.2': '৮০% লক্ষ্যমাত্রার মধ্যে ১ম ত্রৈমাসিকে ২৩.৪৪% অর্জিত',
    });
  });

  it('says the same in English', () => {
    expect(wordsOn(wewb, '2022-01-09', 'en')).toMatchObject({
      '1.1.1': 'implemented',
      '2.2.1': '1 of 4 done; the other 3 to be done by 30 June 2022',
      '2.1.1': 'achieved as targeted (2 of 4)',
    });
  });
});

describe('What changed since the last report', () => {
  it('tells of steps, numbers and states between the two days, and of nothing else', () => {
    const { rows, since } = progressOn(mowca, '2022-03-31', quarterBefore('2021-22', '2022-03-31'));
    const change = (code: string) => rows.find((row) => row.code === code)!.change;
    expect(since).toBe('2021-12-31');
    expect(change('1.1.1')).toMatchObject({
      status: { before: 'inProgress', after: 'achieved' },
      steps: [{ doneOn: '2022-01-31' }, { doneOn: '2022-03-10' }],
    });
    expect(change('2.2.1')).toMatchObject({ status: null, achieved: { before: 2, after: 3 }, steps: [] });
    expect(change('1.4.1')).toBeNull();
  });

  it('has no day before it in the first quarter', () => {
    expect(quarterBefore('2021-22', '2021-09-30')).toBeNull();
    expect(progressOn(mowca, '2021-09-30').rows.every(({ change }) => change === null)).toBe(true);
  });
});

describe('The self-assessment', () => {
  const annual = selfAssessment(mowca, reportTime(mowca.plan, '2022-06-28'), 'annual');

  it('claims what is recorded, and keeps apart what papers support', () => {
    expect(annual).toMatchObject({
      basis: 'weights',
      superiorAuthority: { en: 'Cabinet Division' },
      headOfOffice: { en: 'Secretary' },
      totals: { weight: 50, claimed: 44, evidenced: 25, ifMet: 50, withdrawn: 0 },
    });
    const row = (code: string) => annual.rows.find((one) => one.code === code)!;
    expect(row('1.1.1')).toMatchObject({ achieved: '2022-03-10', percent: 100, claimed: 5, evidenced: 5 });
    expect(row('1.1.1').papers).toMatchObject([{ reference: 'বাস্তবায়নের অফিস আদেশ', on: '2022-03-10' }]);
    // Four workshops without a paper.
    expect(row('1.6.1')).toMatchObject({ achieved: 4, claimed: 4, evidenced: 0, papers: [] });
  });

  it('adds up, never evidences more than it claims, nor claims more than the weight', () => {
    for (const { rows, totals } of [annual, selfAssessment(wewb, reportTime(wewb.plan, '2021-12-31'), 'half-yearly')]) {
      const sum = (of: 'claimed' | 'evidenced' | 'weight') => rows.reduce((all, row) => all + row[of], 0);
      expect([sum('claimed'), sum('evidenced'), sum('weight')]).toEqual([
        expect.closeTo(totals.claimed, 5),
        expect.closeTo(totals.evidenced, 5),
        expect.closeTo(totals.weight, 5),
      ]);
      for (const { claimed, evidenced, weight, percent } of rows) {
        expect(claimed).toBe((weight * percent) / 100);
        expect(evidenced).toBeLessThanOrEqual(claimed);
        expect(claimed).toBeLessThanOrEqual(weight);
      }
    }
  });

  it('of a plan without weights counts all alike, and says so', () => {
    const { basis, rows } = selfAssessment(wewb, reportTime(wewb.plan, '2022-01-09'), 'half-yearly');
    expect(basis).toBe('equal');
    expect(new Set(rows.map(({ weight }) => weight)).size).toBe(1);
  });
});

describe('Form 2.2.2', () => {
  const apa = apaReport(mowca, reportTime(mowca.plan, '2022-03-31'))!;
  const row = (code: string) => apa.rows.find((one) => one.code === code)!;

  it('has the achievement of the quarter beside that of the year', () => {
    expect(apa).toMatchObject({ quarter: 'q3', totalWeight: 50 });
    expect(row('1.1.1')).toMatchObject({
      weight: 5,
      target: '2022-03-16',
      inQuarter: '2022-03-10',
      inYear: '2022-03-10',
    });
    expect(row('1.4.1')).toMatchObject({ inQuarter: null, inYear: '2021-08-25' });
    expect(row('2.2.1')).toMatchObject({ unit: 'number', target: 4, inQuarter: 1, inYear: 3 });
    expect(row('2.1.1')).toMatchObject({ inQuarter: 1, inYear: 3 });
    expect(row('2.2.2')).toMatchObject({ unit: 'percent', inQuarter: null, inYear: null });
    expect(row('1.1.1').responsible).toMatchObject({ en: 'Programmer, ICT Branch' });
  });

  it('is of a day within the fiscal year', () => {
    expect(apaReport(mowca, reportTime(mowca.plan, '2022-07-01'))).toBeNull();
  });
});
