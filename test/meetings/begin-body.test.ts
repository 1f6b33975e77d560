import { describe, expect, it } from 'vitest';
import { beginBody, type MeetingWish } from '../../src/meetings/begin-body.ts';
import { fitToLayout } from '../../src/meetings/fit-to-layout.ts';
import { decisionsOf, type MeetingBody } from '../../src/meetings/meeting-body.ts';
import { LAYOUTS } from '../../src/report/minutes/meeting.ts';
import { officePlan } from '../web/office.ts';

const plan = officePlan('mowca-2021-22');
const review: MeetingWish = { kind: 'review', settles: '2.2.3', occurrence: 'q3', day: '2022-03-16' };
const decision = (text: string) => ({ text, implementers: [], by: null, post: null, about: null });

describe('The body of a new meeting', () => {
  it('follows from the plan where there was none before', () => {
    const body = beginBody(plan, review, []);
    expect(body.title).toBe(
      'মহিলা ও শিশু বিষয়ক মন্ত্রণালয় এর ২০২১-২২ অর্থবছরের ই-গভর্ন্যান্স ও উদ্ভাবন কর্মপরিকল্পনা বাস্তবায়ন অগ্রগতি সংক্রান্ত পর্যালোচনা সভার (৩য় ত্রৈমাসিক) কার্যবিবরণী',
    );
    expect(body.letterhead).toEqual(['গণপ্রজাতন্ত্রী বাংলাদেশ সরকার', 'মহিলা ও শিশু বিষয়ক মন্ত্রণালয়']);
    expect(body.chair.designation).toBe('সচিব');
    expect(body.secretary).toBe('উপসচিব, প্রশাসন-১ শাখা');
    expect(body.invited).not.toContain('cabinet-division');
    expect(body.distribution?.entries[0]).toBe('মন্ত্রিপরিষদ বিভাগ');
    expect(body.agenda[0]).toMatchObject({ progress: true, activities: plan.activities.map(({ code }) => code) });
  });

  it('of a training is about the indicator that asks for it, and tells of no other', () => {
    const body = beginBody(plan, { kind: 'training', settles: '2.2.1', occurrence: null, day: '2022-03-16' }, []);
    expect(body.discuss).toBe('listed');
    expect(body.indicators.map(({ code }) => code)).toEqual(['2.2.1']);
    expect(body.agenda).toMatchObject([{ activities: ['2.2'], indicators: ['2.2.1'] }]);
  });

  it('follows the last meeting of its kind, without what was said and decided there', () => {
    const before = beginBody(plan, { ...review, occurrence: 'q2' }, []);
    const [first, ...others] = before.agenda;
    const said: MeetingBody = {
      ...before,
      chair: { label: 'আহবায়ক', designation: 'অতিরিক্ত সচিব (প্রশাসন)' },
      memo: { number: '৩২.০০', date: '2021-12-30', calendars: 'both' },
      agenda: [{ ...first!, discussion: ['অনেক কথা'], decisions: [decision('কাজটি করতে হবে')] }, ...others],
    };
    const body = beginBody(plan, review, [{ ...review, occurrence: 'q2', body: said }]);
    expect(body.chair).toEqual(said.chair);
    expect(body.title).toContain('৩য় ত্রৈমাসিক');
    expect(body.memo).toMatchObject({ number: null, date: null });
    expect(JSON.stringify(body)).not.toContain('অনেক কথা');
    expect(decisionsOf(body)).toEqual([]);
  });

  it('keeps a heading that somebody has written', () => {
    const body = { ...beginBody(plan, review, []), title: 'ইনোভেশন টিমের সভার কার্যবিবরণী' };
    expect(beginBody(plan, { ...review, occurrence: 'q4' }, [{ ...review, body }]).title).toBe(body.title);
  });
});

describe('A meeting laid out in another way', () => {
  const two = ['প্রথম', 'দ্বিতীয়'].map(decision);

  it.each(LAYOUTS.flatMap((from) => LAYOUTS.map((to) => [from, to] as const)))(
    'loses no decision from %s to %s',
    (from, to) => {
      const begun = { ...beginBody(plan, review, []), decisions: two };
      const written = fitToLayout({ ...begun, layout: from }, plan);
      const laid = fitToLayout({ ...written, layout: to }, plan);
      expect(decisionsOf(laid)).toEqual(two);
      expect(fitToLayout(laid, plan)).toEqual(laid);
    },
  );

  it('has every activity under an item where the minutes are a table of activities', () => {
    const body = { ...beginBody(plan, review, []), agenda: [], layout: 'activities' as const };
    const covered = fitToLayout(body, plan).agenda.flatMap(({ activities }) => activities);
    expect(covered).toEqual(plan.activities.map(({ code }) => code));
  });
});
