import { describe, expect, it } from 'vitest';
import { formatFault } from '../../src/plan/fault.ts';
import { readMeeting } from '../../src/report/minutes/read-meeting.ts';
import { planNamed } from './records.ts';

const plan = planNamed('mowca-2021-22');
const faultsOf = (text: string) => {
  const reading = readMeeting(text, 'meeting.yaml', plan);
  return 'faults' in reading ? reading.faults.map(formatFault) : [];
};

const SMALL = `id: review-1
plan: mowca-2021-22
kind: review
layout: prose
title: পর্যালোচনা সভার কার্যবিবরণী
chair: অতিরিক্ত সচিব (প্রশাসন)
date: ২৮/০৬/২০২২
signature: অতিরিক্ত সচিব
`;

describe('The file of a meeting', () => {
  it('needs little: what it leaves out has a default or is left blank', () => {
    const reading = readMeeting(SMALL, 'meeting.yaml', plan);
    expect(reading).toMatchObject({
      meeting: {
        language: 'bn',
        date: '2022-06-28',
        time: null,
        place: null,
        memo: null,
        distribution: null,
        discuss: 'all',
        achieved: 'implemented',
        signature: ['অতিরিক্ত সচিব'],
      },
    });
  });

  it('is told all its faults at once, by line and column, with what to do', () => {
    const text = `id: review-1
plan: wewb-2021-22
kind: tea
layout: indicators
title: ""
chair: { designation: সচিব }
date: 28 June
time: "25:00"
agenda:
  - subject: ক
    activities: [9.9]
indicators:
  - { code: 1.1.1 }
  - { code: 1.1.1, remark: x }
  - { code: 7.7.7 }
memo: { date: 2022-06-30 }
`;
    expect(faultsOf(text)).toEqual([
      'meeting.yaml:1:1 signature: is missing: write a list of designations',
      'meeting.yaml:2:7 plan: "wewb-2021-22" is another plan than "mowca-2021-22": correct the id, or read it with its own plan',
      'meeting.yaml:3:7 kind: "tea" is not known here: use one of: review, committee, training, workshop',
      'meeting.yaml:5:8 title: is empty: write the heading of the minutes',
      'meeting.yaml:7:7 date: "28 June" has no year: write a date such as 2022-01-13 or ১৩ জানুয়ারি ২০২২'.normalize('NFC'),
      'meeting.yaml:8:7 time: "25:00" is not understood: write a time of day such as "09:00"',
      'meeting.yaml:11:18 agenda[0].activities[0]: the plan has no activity 9.9: use one of: 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 2.1, 2.2',
      'meeting.yaml:14:13 indicators[1].code: "1.1.1" is given twice: rename or remove one of the two',
      'meeting.yaml:14:20 indicators[1].remark: is not a key of what is said of an indicator: use one of: code, subject, discussion, decision, implementers, proposer',
      'meeting.yaml:15:13 indicators[2].code: the plan has no indicator 7.7.7: use one of: 1.1.1, 1.2.1, 1.3.1, 1.4.1, 1.5.1, 1.6.1, 2.1.1, 2.1.2, 2.2.1, 2.2.2, 2.2.3, 2.2.4, 2.2.5',
    ]);
  });

  it('may not be dated before its plan, nor its memo before itself', () => {
    const early = SMALL.replace('২৮/০৬/২০২২', '2021-06-28');
    expect(faultsOf(early)).toEqual([
      "meeting.yaml:7:7 date: 2021-06-28 lies before the plan's first day, 2021-07-01: correct the date, or the plan",
    ]);
    expect(faultsOf(`${SMALL}memo: { date: 2022-06-27 }\n`)).toEqual([
      'meeting.yaml:9:15 memo.date: 2022-06-27 lies before the meeting, 2022-06-28: correct one of the two',
    ]);
  });

  it('may not lose an activity in a table of activities, nor the progress in an agenda', () => {
    const item = 'agenda:\n  - { subject: ক, activities: [1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 2.1] }\n';
    expect(faultsOf(SMALL.replace('prose', 'activities') + item)).toEqual([
      'meeting.yaml:10:3 agenda: no item covers 2.2: name each activity under the activities of one item',
    ]);
    expect(faultsOf(`${SMALL.replace('prose', 'agenda')}agenda:\n  - { subject: ক }\n`)).toEqual([
      'meeting.yaml:10:3 agenda: the progress belongs under one item: write progress: yes at that one',
    ]);
  });
});
