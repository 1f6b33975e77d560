import { describe, expect, it } from 'vitest';
import { composeLetter } from '../../src/letters/letter.ts';
import { composeMeeting, type MeetingLetter } from '../../src/letters/meeting-letter.ts';
import { aDigest, anEscalation, anItem } from './facts.ts';

const both = (bn: string, en: string) => ({ bn, en });

function aNotice(changes: Partial<MeetingLetter> = {}): MeetingLetter {
  return {
    occasion: 'notice',
    language: 'bn',
    recipient: {
      name: both('উপসচিব', 'Deputy Secretary'),
      postTitle: both('উপসচিব (প্রশাসন)', 'Deputy Secretary (Administration)'),
    },
    office: both('মহিলা ও শিশু বিষয়ক মন্ত্রণালয়', 'Ministry of Women and Children Affairs'),
    planId: 'mowca-2021-22',
    fiscalYear: '2021-22',
    today: '2022-06-20',
    zone: 'Asia/Dhaka',
    baseUrl: 'https://plan.mowca.example/',
    code: 'M3',
    version: 4,
    title: both('পর্যালোচনা সভা, ২৮ জুন ২০২২', 'Review meeting, 28 June 2022'),
    day: '2022-06-28',
    time: '11:00',
    place: 'সভাকক্ষ',
    chair: 'যুগ্মসচিব (প্রশাসন)',
    agenda: ['গত সভার সিদ্ধান্তের বাস্তবায়ন অগ্রগতি', 'কর্মপরিকল্পনার অগ্রগতি'],
    reason: null,
    from: both('ইনোভেশন অফিসার', 'Innovation Officer'),
    path: '/plans/mowca-2021-22/meetings/3',
    ...changes,
  };
}

const unfolded = (ics: string | null) => (ics ?? '').replace(/\r\n[ \t]/g, '');

describe('The notice of a meeting', () => {
  it('says when, where, under whom and about what, as offices write it', () => {
    const { subject, text } = composeMeeting(aNotice());
    expect(subject).toBe('সভার নোটিশ: পর্যালোচনা সভা, ২৮ জুন ২০২২');
    expect(text).toContain('বিষয়: সভার নোটিশ: পর্যালোচনা সভা, ২৮ জুন ২০২২');
    expect(text).toContain('তারিখ ও সময়: মঙ্গলবার, ২৮ জুন ২০২২, সকাল ১১:০০ টা');
    expect(text).toContain('স্থান: সভাকক্ষ');
    expect(text).toContain('সভাপতি: যুগ্মসচিব (প্রশাসন)');
    expect(text).toContain('  - গত সভার সিদ্ধান্তের বাস্তবায়ন অগ্রগতি');
    expect(text).toContain('উক্ত সভায় যথাসময়ে উপস্থিত থাকার জন্য অনুরোধ করা হলো।');
    expect(text).toContain('প্রেরক: ইনোভেশন অফিসার');
    expect(text).toContain('https://plan.mowca.example/plans/mowca-2021-22/meetings/3');
  });

  it('is read in English by whoever chose that', () => {
    const { subject, text } = composeMeeting(aNotice({ language: 'en' }));
    expect(subject).toBe('Notice of meeting: Review meeting, 28 June 2022');
    expect(text).toContain('Day and time: Tuesday, 28 June 2022, 11:00');
    expect(text).toContain('You are kindly requested to attend.');
  });

  it('brings the meeting along for a calendar, at its hour in Dhaka', () => {
    const ics = unfolded(composeMeeting(aNotice()).ics);
    expect(ics).toContain('METHOD:PUBLISH');
    expect(ics).toContain('UID:mowca-2021-22/M3/meeting@suchok');
    expect(ics).toContain('SEQUENCE:4');
    expect(ics).toContain('DTSTART:20220628T050000Z');
    expect(ics).toContain('LOCATION:সভাকক্ষ');
    expect(ics).toContain('STATUS:CONFIRMED');
    expect(unfolded(composeMeeting(aNotice({ time: null })).ics)).toContain('DTSTART;VALUE=DATE:20220628');
  });

  it.each([
    ['postponed', 'সভা স্থগিত', 'Meeting postponed'],
    ['cancelled', 'সভা বাতিল', 'Meeting cancelled'],
  ] as const)('takes it out of the calendar again when it is %s, and says why', (occasion, bn, en) => {
    const letter = aNotice({ occasion, version: 5, reason: 'সভাপতি অসুস্থ' });
    const { subject, text, ics } = composeMeeting(letter);
    expect(subject.startsWith(bn)).toBe(true);
    expect(composeMeeting({ ...letter, language: 'en' }).subject.startsWith(en)).toBe(true);
    expect(text).toContain('সভাপতি অসুস্থ');
    expect(text).not.toContain('আলোচ্যসূচি');
    expect(unfolded(ics)).toContain('METHOD:CANCEL');
    expect(unfolded(ics)).toContain('UID:mowca-2021-22/M3/meeting@suchok');
    expect(unfolded(ics)).toContain('STATUS:CANCELLED');
  });

  it('lets nobody break out of a line with what they typed', () => {
    const { subject, ics, html } = composeMeeting(
      aNotice({ place: 'Hall\r\nATTENDEE:mailto:x@evil.example', agenda: ['<script>alert(1)</script>'] }),
    );
    expect(subject).not.toMatch(/[\r\n]/);
    expect(unfolded(ics)).not.toMatch(/^ATTENDEE/m);
    expect(html).not.toContain('<script>');
  });
});

describe('A letter about meetings and decisions', () => {
  const action = anItem({
    code: 'M3.2',
    kind: 'action',
    title: both('সিদ্ধান্ত বাস্তবায়ন: ডাটাবেজ হালনাগাদ করতে হবে', 'Decision to carry out: update the database'),
    stepsLeft: [],
    guidance: null,
  });

  it('names the decision, its day and what to do about it, and speaks of no indicator', () => {
    const { subject, text } = composeLetter(aDigest([action]));
    expect(subject).toContain('সভা ৩.২ সিদ্ধান্ত বাস্তবায়ন: ডাটাবেজ হালনাগাদ করতে হবে: শেষ দিন ২৫ ফেব্রুয়ারি ২০২২');
    expect(text).toContain('কর্মপরিকল্পনা সংক্রান্ত নিম্নোক্ত কাজটির প্রতি');
    expect(text).toContain('করণীয়: সিদ্ধান্তটি বাস্তবায়ন করে');
    expect(text).not.toContain('সূচকটি');
    expect(composeLetter(aDigest([action], { language: 'en' })).text).toContain(
      'The following task about the work plan for the fiscal year 2021-22',
    );
  });

  it('tells above of a decision that was not carried out, in the words of decisions', () => {
    const { subject, text } = composeLetter(anEscalation({ ...action, daysLeft: -2 }));
    expect(subject).toContain('নির্ধারিত তারিখে সম্পন্ন হয়নি');
    expect(text).toContain('নিম্নোক্ত কাজটি নির্ধারিত তারিখের মধ্যে সম্পন্ন হয়নি');
    expect(text).not.toContain('লক্ষ্যমাত্রা নির্ধারিত');
  });

  it('says of a meeting whether its notice is owed or its minutes', () => {
    const meeting = anItem({
      code: 'M3',
      kind: 'meeting',
      title: both('পর্যালোচনা সভা, ২৮ জুন ২০২২', 'Review meeting, 28 June 2022'),
      checkpoint: 'minutes',
      checkpointTitle: both('কার্যবিবরণী জারি', 'Issue the minutes'),
    });
    expect(composeLetter(aDigest([meeting])).subject).toContain('সভা ৩ কার্যবিবরণী জারি: পর্যালোচনা সভা, ২৮ জুন ২০২২');
    expect(composeLetter(aDigest([meeting, anItem()])).text).toContain('২টি কাজের প্রতি');
  });
});
