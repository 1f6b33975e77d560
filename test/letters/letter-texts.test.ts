import { describe, expect, it } from 'vitest';
import { composeLetter, type Letter } from '../../src/letters/letter.ts';
import { aDigest, anEscalation, anItem, BUSY_MORNING } from './facts.ts';

const textOf = (letter: Letter) => composeLetter(letter).text;
const subjectOf = (letter: Letter) => composeLetter(letter).subject;

describe('the morning letter', () => {
  it('tells a focal point in Bengali what is due on which day, and what to do', () => {
    expect(textOf(aDigest())).toMatchInlineSnapshot(`
      "মহিলা ও শিশু বিষয়ক মন্ত্রণালয়
      তারিখ: ৪ ফাল্গুন ১৪২৮ / ১৭ ফেব্রুয়ারি ২০২২

      প্রাপক: প্রোগ্রামার, আইসিটি শাখা
      বিষয়: ২০২১-২২ অর্থবছরের কর্মপরিকল্পনার সময়সীমা সম্পর্কে অবহিতকরণ

      মহোদয়,

      মহিলা ও শিশু বিষয়ক মন্ত্রণালয়-এর ২০২১-২২ অর্থবছরের কর্মপরিকল্পনার নিম্নোক্ত সূচকটির প্রতি আপনার সদয় দৃষ্টি আকর্ষণ করা হলো।

      ১.২.১ একটি সেবা সহজিকৃত
        শেষ দিন: শুক্রবার, ২৫ ফেব্রুয়ারি ২০২২ (আর ৮ দিন বাকি)
        অবস্থা: চলমান
        অবশিষ্ট ধাপ:
          - প্রসেস ম্যাপ প্রণয়ন
          - অফিস আদেশ জারি
        করণীয়: অবশিষ্ট ধাপ সম্পন্ন করে (প্রযোজ্য ক্ষেত্রে প্রমাণকসহ) লিপিবদ্ধ করা
        বিস্তারিত: https://plan.mowca.example/plans/mowca-2021-22/indicators/1.2.1

      অনুগ্রহ করে যথাসময়ে প্রয়োজনীয় ব্যবস্থা গ্রহণ করুন এবং অগ্রগতি লিপিবদ্ধ করুন।
      কাজ ইতোমধ্যে সম্পন্ন হয়ে থাকলে তা লিপিবদ্ধ করুন; এ বিষয়ে আর তাগিদ পাঠানো হবে না।

      মহিলা ও শিশু বিষয়ক মন্ত্রণালয়-এর কর্মপরিকল্পনার পক্ষে সূচক সফটওয়্যার থেকে স্বয়ংক্রিয়ভাবে প্রেরিত। উত্তর দেওয়ার প্রয়োজন নেই।
      "
    `);
  });

  it('puts what is late first, then what is due today, then the rest by date', () => {
    expect(textOf(aDigest(BUSY_MORNING))).toMatchInlineSnapshot(`
      "মহিলা ও শিশু বিষয়ক মন্ত্রণালয়
      তারিখ: ৪ ফাল্গুন ১৪২৮ / ১৭ ফেব্রুয়ারি ২০২২

      প্রাপক: প্রোগ্রামার, আইসিটি শাখা
      বিষয়: ২০২১-২২ অর্থবছরের কর্মপরিকল্পনার সময়সীমা সম্পর্কে অবহিতকরণ

      মহোদয়,

      মহিলা ও শিশু বিষয়ক মন্ত্রণালয়-এর ২০২১-২২ অর্থবছরের কর্মপরিকল্পনার নিম্নোক্ত ৪টি সূচকের প্রতি আপনার সদয় দৃষ্টি আকর্ষণ করা হলো। এর মধ্যে ১টির সময় উত্তীর্ণ হয়েছে এবং ১টির আজ শেষ দিন।

      == সময় উত্তীর্ণ ==

      ২.২.৪ কর্মপরিকল্পনার অর্ধবার্ষিক স্ব-মূল্যায়ন প্রতিবেদন মন্ত্রিপরিষদ বিভাগে/ঊর্ধ্বতন কর্তৃপক্ষের নিকট প্রেরিত
        শেষ দিন: বৃহস্পতিবার, ১৩ জানুয়ারি ২০২২ (৩৫ দিন পার হয়েছে)
        অবস্থা: শুরু হয়নি
        করণীয়: সকল প্রমাণকসহ প্রতিবেদন মন্ত্রিপরিষদ বিভাগে প্রেরণ করতে হবে।
        বিস্তারিত: https://plan.mowca.example/plans/mowca-2021-22/indicators/2.2.4

      == আজ শেষ দিন ==

      ১.৫.১ ই-ফাইলে নোট নিষ্পত্তিকৃত (দ্বিতীয় ত্রৈমাসিক)
        শেষ দিন: বৃহস্পতিবার, ১৭ ফেব্রুয়ারি ২০২২ (আজ শেষ দিন)
        অবস্থা: চলমান
        অগ্রগতি: লক্ষ্যমাত্রা ৮০%, অর্জন ২৩.৪৪%
        করণীয়: হালনাগাদ শতকরা হার (প্রযোজ্য ক্ষেত্রে প্রমাণকসহ) লিপিবদ্ধ করা
        বিস্তারিত: https://plan.mowca.example/plans/mowca-2021-22/indicators/1.5.1

      == সামনের সময়সীমা ==

      ১.২.১ একটি সেবা সহজিকৃত
        শেষ দিন: শুক্রবার, ২৫ ফেব্রুয়ারি ২০২২ (আর ৮ দিন বাকি)
        অবস্থা: চলমান
        অবশিষ্ট ধাপ:
          - প্রসেস ম্যাপ প্রণয়ন
          - অফিস আদেশ জারি
        করণীয়: অবশিষ্ট ধাপ সম্পন্ন করে (প্রযোজ্য ক্ষেত্রে প্রমাণকসহ) লিপিবদ্ধ করা
        বিস্তারিত: https://plan.mowca.example/plans/mowca-2021-22/indicators/1.2.1

      ২.২.১ কর্মপরিকল্পনা বাস্তবায়ন সংক্রান্ত প্রশিক্ষণ আয়োজিত
        শেষ দিন: বৃহস্পতিবার, ১৭ মার্চ ২০২২ (আর ২৮ দিন বাকি)
        অবস্থা: চলমান
        অগ্রগতি: লক্ষ্যমাত্রা ৪টি, অর্জন ১টি
        করণীয়: অবশিষ্ট ৩টি সম্পন্ন করে (প্রযোজ্য ক্ষেত্রে প্রমাণকসহ) লিপিবদ্ধ করা
        বিস্তারিত: https://plan.mowca.example/plans/mowca-2021-22/indicators/2.2.1

      অনুগ্রহ করে দ্রুততম সময়ের মধ্যে প্রয়োজনীয় ব্যবস্থা গ্রহণ করুন এবং অগ্রগতি লিপিবদ্ধ করুন।
      কাজ ইতোমধ্যে সম্পন্ন হয়ে থাকলে তা লিপিবদ্ধ করুন; এ বিষয়ে আর তাগিদ পাঠানো হবে না।
      সংযুক্তি: শেষ দিন ক্যালেন্ডারে যুক্ত করার ফাইল (deadline.ics)।

      মহিলা ও শিশু বিষয়ক মন্ত্রণালয়-এর কর্মপরিকল্পনার পক্ষে সূচক সফটওয়্যার থেকে স্বয়ংক্রিয়ভাবে প্রেরিত। উত্তর দেওয়ার প্রয়োজন নেই।
      "
    `);
  });

  it('is in plain English for a person who chose it', () => {
    expect(textOf(aDigest(BUSY_MORNING.slice(0, 2), { language: 'en' }))).toMatchInlineSnapshot(`
      "Ministry of Women and Children Affairs
      Date: 17 February 2022

      To: Programmer, ICT Branch
      Subject: Deadlines of the work plan for 2021-22

      Dear Sir or Madam,

      The following 2 indicators of the work plan for the fiscal year 2021-22 (Ministry of Women and Children Affairs) need your attention.

      == Coming deadlines ==

      1.2.1 One service simplified
        Due: Friday, 25 February 2022 (8 days left)
        Status: in progress
        Steps left:
          - Draw up the process map
          - Issue the office order
        To do: Complete the steps that are left and record them, with evidence where it applies.
        Details: https://plan.mowca.example/plans/mowca-2021-22/indicators/1.2.1

      2.2.1 Training on the work plan held
        Due: Thursday, 17 March 2022 (28 days left)
        Status: in progress
        Progress: 1 of 4 achieved
        To do: Do the remaining 3 and record them, with evidence where it applies.
        Details: https://plan.mowca.example/plans/mowca-2021-22/indicators/2.2.1

      Please take the action needed in time, and record the progress.
      If the work is done already, please record it; no further reminder of it will be sent.
      Attached: the due day, for your calendar (deadline.ics).

      Ministry of Women and Children Affairs. Sent automatically by Suchok, which keeps the office's work plan; there is no need to reply.
      "
    `);
  });

  it('names a person beside the post when the two differ', () => {
    const name = { bn: 'সদস্য সচিব', en: 'Member secretary' };
    const postTitle = { bn: 'প্রোগ্রামার', en: 'Programmer' };
    expect(textOf(aDigest(undefined, { recipient: { name, postTitle } }))).toContain('প্রাপক: সদস্য সচিব, প্রোগ্রামার\n');
  });
});

describe('the letter to those above', () => {
  it('tells the supervisor which target was missed, since when, and who is responsible', () => {
    expect(textOf(anEscalation())).toMatchInlineSnapshot(`
      "মহিলা ও শিশু বিষয়ক মন্ত্রণালয়
      তারিখ: ১৪ ফাল্গুন ১৪২৮ / ২৭ ফেব্রুয়ারি ২০২২

      প্রাপক: যুগ্মসচিব, প্রশাসন অধিশাখা
      বিষয়: ২০২১-২২ অর্থবছরের কর্মপরিকল্পনার লক্ষ্যমাত্রা নির্ধারিত তারিখে অর্জিত না হওয়া প্রসঙ্গে

      মহোদয়,

      মহিলা ও শিশু বিষয়ক মন্ত্রণালয়-এর ২০২১-২২ অর্থবছরের কর্মপরিকল্পনার নিম্নোক্ত সূচকটির লক্ষ্যমাত্রা নির্ধারিত তারিখের মধ্যে অর্জিত হয়নি। বিষয়টি সদয় অবগতি ও প্রয়োজনীয় ব্যবস্থা গ্রহণের জন্য উপস্থাপন করা হলো।

      ১.২.১ একটি সেবা সহজিকৃত
        নির্ধারিত তারিখ: শুক্রবার, ২৫ ফেব্রুয়ারি ২০২২
        বিলম্ব: ২ দিন (২৬ ফেব্রুয়ারি ২০২২ হতে)
        দায়িত্বপ্রাপ্ত: প্রোগ্রামার, আইসিটি শাখা
        কারণ: শেষ দিনের ১ কার্যদিবস পরেও অর্জিত হয়নি
        অবস্থা: চলমান
        অবশিষ্ট ধাপ:
          - প্রসেস ম্যাপ প্রণয়ন
          - অফিস আদেশ জারি
        বিস্তারিত: https://plan.mowca.example/plans/mowca-2021-22/indicators/1.2.1

      এমতাবস্থায়, দায়িত্বপ্রাপ্ত কর্মকর্তার সঙ্গে আলোচনাক্রমে লক্ষ্যমাত্রা দ্রুত অর্জনের ব্যবস্থা গ্রহণের জন্য সবিনয় অনুরোধ করা হলো।

      মহিলা ও শিশু বিষয়ক মন্ত্রণালয়-এর কর্মপরিকল্পনার পক্ষে সূচক সফটওয়্যার থেকে স্বয়ংক্রিয়ভাবে প্রেরিত। উত্তর দেওয়ার প্রয়োজন নেই।
      "
    `);
  });

  it('asks of each what is theirs to do', () => {
    const requests = (['supervisor', 'headOfOffice', 'superiorAuthority'] as const).flatMap((role) =>
      (['bn', 'en'] as const).map((language) => textOf(anEscalation({ role }, { language })).split('\n\n').at(-2)),
    );
    expect(requests).toMatchInlineSnapshot(`
      [
        "এমতাবস্থায়, দায়িত্বপ্রাপ্ত কর্মকর্তার সঙ্গে আলোচনাক্রমে লক্ষ্যমাত্রা দ্রুত অর্জনের ব্যবস্থা গ্রহণের জন্য সবিনয় অনুরোধ করা হলো।",
        "You are kindly requested to take this up with the officer responsible, so that the target is met soon.",
        "এমতাবস্থায়, লক্ষ্যমাত্রা দ্রুত অর্জনে সংশ্লিষ্ট সকলকে প্রয়োজনীয় নির্দেশনা প্রদানের জন্য সবিনয় অনুরোধ করা হলো।",
        "You are kindly requested to give those concerned the instructions needed for the target to be met soon.",
        "এমতাবস্থায়, সদয় অবগতি ও পরবর্তী প্রয়োজনীয় নির্দেশনা প্রদানের জন্য সবিনয় অনুরোধ করা হলো।",
        "You are kindly requested to take note, and to give such further instructions as are needed.",
      ]
    `);
  });

  it('asks in general of a person who is told in several parts', () => {
    const items = [
      anItem({ role: 'supervisor', daysLeft: -9 }),
      anItem({ role: 'headOfOffice', daysLeft: -9, code: '1.3.1' }),
    ];
    const text = textOf(anEscalation({}, { items }));
    expect(text).toContain('এমতাবস্থায়, লক্ষ্যমাত্রা দ্রুত অর্জনে প্রয়োজনীয় ব্যবস্থা গ্রহণের জন্য সবিনয় অনুরোধ করা হলো।');
    expect(text).toContain('নিম্নোক্ত ২টি সূচকের লক্ষ্যমাত্রা');
  });

  it('is in plain English too', () => {
    const letter = anEscalation(
      { role: 'headOfOffice', rung: '5-working-days-after', daysLeft: -6 },
      { language: 'en' },
    );
    expect(textOf(letter)).toMatchInlineSnapshot(`
      "Ministry of Women and Children Affairs
      Date: 27 February 2022

      To: Joint Secretary, Administration
      Subject: Targets of the work plan for 2021-22 not met by their dates

      Dear Sir or Madam,

      The following indicator of the work plan for the fiscal year 2021-22 (Ministry of Women and Children Affairs) has not met its target by the date set. This is brought to your attention for the action needed.

      1.2.1 One service simplified
        Was due: Friday, 25 February 2022
        Delay: 6 days (since 26 February 2022)
        Responsible: Programmer, ICT Branch
        Why now: still not met 5 working days after the due day
        Status: in progress
        Steps left:
          - Draw up the process map
          - Issue the office order
        Details: https://plan.mowca.example/plans/mowca-2021-22/indicators/1.2.1

      You are kindly requested to give those concerned the instructions needed for the target to be met soon.

      Ministry of Women and Children Affairs. Sent automatically by Suchok, which keeps the office's work plan; there is no need to reply.
      "
    `);
  });
});

describe('the subject', () => {
  it('of one deadline says its code, its title and its date', () => {
    const subjects = (['bn', 'en'] as const).flatMap((language) => [
      ...[8, 0, -2].map((daysLeft) => subjectOf(aDigest([anItem({ daysLeft })], { language }))),
      subjectOf(anEscalation({}, { language })),
    ]);
    expect(subjects).toMatchInlineSnapshot(`
      [
        "১.২.১ একটি সেবা সহজিকৃত: শেষ দিন ২৫ ফেব্রুয়ারি ২০২২ (আর ৮ দিন বাকি)",
        "১.২.১ একটি সেবা সহজিকৃত: আজ ২৫ ফেব্রুয়ারি ২০২২ শেষ দিন",
        "১.২.১ একটি সেবা সহজিকৃত: সময় উত্তীর্ণ, শেষ দিন ছিল ২৫ ফেব্রুয়ারি ২০২২",
        "লক্ষ্যমাত্রা অর্জিত হয়নি: ১.২.১ একটি সেবা সহজিকৃত (নির্ধারিত তারিখ ২৫ ফেব্রুয়ারি ২০২২)",
        "1.2.1 One service simplified: due 25 February 2022 (8 days left)",
        "1.2.1 One service simplified: due today, 25 February 2022",
        "1.2.1 One service simplified: overdue, was due 25 February 2022",
        "Target not met: 1.2.1 One service simplified (was due 25 February 2022)",
      ]
    `);
  });

  it('of several says how many, how many are late, and the nearest date', () => {
    const late = anItem({ code: '2.2.4', daysLeft: -35, due: '2022-01-13' });
    const later = { ...late, code: '2.2.5' };
    const today = anItem({ code: '2.1.1', daysLeft: 0, due: '2022-02-17' });
    const other = anItem({ code: '1.3.1' });
    expect([
      subjectOf(aDigest([anItem(), other])),
      subjectOf(aDigest([anItem(), late])),
      subjectOf(aDigest([late, later])),
      subjectOf(aDigest([today, anItem()], { language: 'en' })),
      subjectOf(aDigest([late, later], { language: 'en' })),
      subjectOf(anEscalation({}, { items: [late, anItem({ daysLeft: -2 })] })),
      subjectOf(anEscalation({}, { items: [late, anItem({ daysLeft: -2 })], language: 'en' })),
    ]).toMatchInlineSnapshot(`
      [
        "কর্মপরিকল্পনা ২০২১-২২: ২টি সূচক, নিকটতম শেষ দিন ২৫ ফেব্রুয়ারি ২০২২",
        "কর্মপরিকল্পনা ২০২১-২২: ২টি সূচক, ১টির সময় উত্তীর্ণ, নিকটতম শেষ দিন ২৫ ফেব্রুয়ারি ২০২২",
        "কর্মপরিকল্পনা ২০২১-২২: ২টি সূচকের সময় উত্তীর্ণ",
        "Work plan 2021-22: 2 indicators, next due 17 February 2022",
        "Work plan 2021-22: 2 indicators overdue",
        "লক্ষ্যমাত্রা অর্জিত হয়নি: ২টি সূচক (প্রথমটির নির্ধারিত তারিখ ১৩ জানুয়ারি ২০২২)",
        "Targets not met: 2 indicators (the first was due 13 January 2022)",
      ]
    `);
  });

  it('counts two quarters of one indicator as one indicator', () => {
    const quarters = [anItem({ checkpoint: 'q1', daysLeft: -60 }), anItem({ checkpoint: 'q2', daysLeft: 8 })];
    expect(subjectOf(aDigest(quarters))).toBe(
      'কর্মপরিকল্পনা ২০২১-২২: ১টি সূচক, ১টির সময় উত্তীর্ণ, নিকটতম শেষ দিন ২৫ ফেব্রুয়ারি ২০২২',
    );
    expect(subjectOf(aDigest(quarters, { language: 'en' }))).toBe(
      'Work plan 2021-22: 1 indicator, 1 overdue, next due 25 February 2022',
    );
  });

  it('shortens a long title between words', () => {
    expect(subjectOf(aDigest([BUSY_MORNING[2]!]))).toMatchInlineSnapshot(
      `"২.২.৪ কর্মপরিকল্পনার অর্ধবার্ষিক স্ব-মূল্যায়ন প্রতিবেদন মন্ত্রিপরিষদ বিভাগে/ঊর্ধ্বতন…: সময় উত্তীর্ণ, শেষ দিন ছিল ১৩ জানুয়ারি ২০২২"`,
    );
  });
});

describe('what to do', () => {
  it('is said for every kind when the plan says nothing', () => {
    const lines = (['milestone', 'recurring', 'count', 'percentage', 'report'] as const).flatMap((kind) =>
      (['bn', 'en'] as const).map((language) => {
        const progress = { achieved: 1, target: 4, unit: 'number' } as const;
        const text = textOf(aDigest([anItem({ kind, stepsLeft: [], progress })], { language }));
        return /(করণীয়|To do): .*/.exec(text)?.[0];
      }),
    );
    expect(lines).toMatchInlineSnapshot(`
      [
        "করণীয়: কাজটি সম্পন্ন করে (প্রযোজ্য ক্ষেত্রে প্রমাণকসহ) লিপিবদ্ধ করা",
        "To do: Complete the work and record it, with evidence where it applies.",
        "করণীয়: এ পর্যায়ের কাজ সম্পন্ন করে (প্রযোজ্য ক্ষেত্রে প্রমাণকসহ) লিপিবদ্ধ করা",
        "To do: Hold or complete what this period asks for, and record it, with evidence where it applies.",
        "করণীয়: অবশিষ্ট ৩টি সম্পন্ন করে (প্রযোজ্য ক্ষেত্রে প্রমাণকসহ) লিপিবদ্ধ করা",
        "To do: Do the remaining 3 and record them, with evidence where it applies.",
        "করণীয়: হালনাগাদ শতকরা হার (প্রযোজ্য ক্ষেত্রে প্রমাণকসহ) লিপিবদ্ধ করা",
        "To do: Record the percentage as it stands, with evidence where it applies.",
        "করণীয়: প্রতিবেদন প্রস্তুত ও অনুমোদনের পর প্রেরণ করে (প্রযোজ্য ক্ষেত্রে প্রমাণকসহ) লিপিবদ্ধ করা",
        "To do: Prepare the report, have it approved, send it and record it, with evidence where it applies.",
      ]
    `);
  });
});

describe('a deadline that the plan grades', () => {
  const earns = {
    in: 'points',
    steps: [
      { until: '2022-02-25', percent: 100, points: 5 },
      { until: '2022-03-10', percent: 90, points: 4.5 },
      { until: null, percent: 0, points: 0 },
    ],
  } as const;

  it('says what finishing by it earns, and what after it', () => {
    const graded = [anItem({ earns })];
    expect(textOf(aDigest(graded))).toContain(
      '\n  পয়েন্ট: ২৫ ফেব্রুয়ারি ২০২২ পর্যন্ত সম্পন্ন হলে ৫ পয়েন্ট; এরপর ৪.৫ পয়েন্ট\n'.normalize('NFC'),
    );
    expect(textOf(aDigest(graded, { language: 'en' }))).toContain(
      '\n  Points: finished by 25 February 2022: 5 points; after that 4.5 points\n',
    );
  });

  it('speaks of percents where the plan has no weights', () => {
    const graded = [anItem({ earns: { ...earns, in: 'percent' } })];
    expect(textOf(aDigest(graded, { language: 'en' }))).toContain('100% of the weight; after that 90% of the weight');
  });
});
