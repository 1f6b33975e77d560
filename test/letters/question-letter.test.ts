import { describe, expect, it } from 'vitest';
import { composeQuestion, type QuestionLetter } from '../../src/letters/question-letter.ts';

const REQUEST: QuestionLetter = {
  kind: 'request',
  language: 'bn',
  recipient: {
    name: { bn: 'উপসচিব', en: 'Deputy Secretary' },
    postTitle: { bn: 'ফোকাল পয়েন্ট', en: 'Focal Point' },
  },
  office: { bn: 'মহিলা ও শিশু বিষয়ক মন্ত্রণালয়', en: 'Ministry of Women and Children Affairs' },
  fiscalYear: '2021-22',
  today: '2022-03-06',
  baseUrl: 'https://plan.mowca.example/',
  code: '1.2.1',
  title: { bn: 'একটি সেবা সহজিকৃত', en: 'One service simplified' },
  checkpointTitle: null,
  due: '2022-02-25',
  from: { bn: 'অতিরিক্ত সচিব (প্রশাসন)', en: 'Additional Secretary (Administration)' },
  question: 'অফিস আদেশ জারি হয়নি কেন?\nকবে হবে?',
  explanation: null,
  path: '/plans/mowca-2021-22/indicators/1.2.1#questions',
};

const EXPLANATION: QuestionLetter = {
  ...REQUEST,
  kind: 'explanation',
  from: { bn: 'উপসচিব', en: 'Deputy Secretary' },
  explanation: 'The order waits for the signature of the Secretary.',
};

const english = (letter: QuestionLetter): QuestionLetter => ({
  ...letter,
  language: 'en',
  question: 'Why is it late?',
});

describe('the letter about an explanation', () => {
  it('calls for it in official Bengali, with the question as it was asked', () => {
    expect(composeQuestion(REQUEST).subject).toBe('ব্যাখ্যা তলব: ১.২.১ একটি সেবা সহজিকৃত');
    expect(composeQuestion(REQUEST).text).toMatchInlineSnapshot(`
      "মহিলা ও শিশু বিষয়ক মন্ত্রণালয়
      তারিখ: ২১ ফাল্গুন ১৪২৮ / ৬ মার্চ ২০২২

      প্রাপক: উপসচিব, ফোকাল পয়েন্ট
      বিষয়: ২০২১-২২ অর্থবছরের কর্মপরিকল্পনার লক্ষ্যমাত্রা নির্ধারিত তারিখে অর্জিত না হওয়ায় ব্যাখ্যা প্রদান প্রসঙ্গে

      মহোদয়,

      মহিলা ও শিশু বিষয়ক মন্ত্রণালয়-এর ২০২১-২২ অর্থবছরের কর্মপরিকল্পনার নিম্নোক্ত সূচকটির লক্ষ্যমাত্রা নির্ধারিত তারিখের মধ্যে অর্জিত হয়নি। এ বিষয়ে অতিরিক্ত সচিব (প্রশাসন) ব্যাখ্যা চেয়েছেন।

      ১.২.১ একটি সেবা সহজিকৃত
        নির্ধারিত তারিখ: শুক্রবার, ২৫ ফেব্রুয়ারি ২০২২
        বিলম্ব: ৯ দিন (২৬ ফেব্রুয়ারি ২০২২ হতে)
        ব্যাখ্যা প্রদান: https://plan.mowca.example/plans/mowca-2021-22/indicators/1.2.1#questions

      যা জানতে চাওয়া হয়েছে:
        অফিস আদেশ জারি হয়নি কেন?
        কবে হবে?

      এমতাবস্থায়, নির্ধারিত তারিখে লক্ষ্যমাত্রা অর্জিত না হওয়ার কারণ এবং তা অর্জনের সম্ভাব্য তারিখ উল্লেখপূর্বক ব্যাখ্যা প্রদানের জন্য সবিনয় অনুরোধ করা হলো।

      মহিলা ও শিশু বিষয়ক মন্ত্রণালয়-এর কর্মপরিকল্পনার পক্ষে সূচক সফটওয়্যার থেকে প্রেরিত। অনুগ্রহ করে উপরের লিংকে ব্যাখ্যা প্রদান করুন; এ ইমেইলের উত্তর গ্রহণ করা হয় না।
      "
    `);
  });

  it('calls for it in English', () => {
    expect(composeQuestion(english(REQUEST)).text).toMatchInlineSnapshot(`
      "Ministry of Women and Children Affairs
      Date: 6 March 2022

      To: Deputy Secretary, Focal Point
      Subject: Explanation asked for: a target of the work plan for 2021-22 not met by its date

      Dear Sir or Madam,

      The following indicator of the work plan for the fiscal year 2021-22 (Ministry of Women and Children Affairs) has not met its target by the date set. The Additional Secretary (Administration) asks for an explanation.

      1.2.1 One service simplified
        Was due: Friday, 25 February 2022
        Delay: 9 days (since 26 February 2022)
        Give the explanation: https://plan.mowca.example/plans/mowca-2021-22/indicators/1.2.1#questions

      What is asked:
        Why is it late?

      You are kindly requested to explain why the target was not met by its date, and by when it can be expected to be met.

      Ministry of Women and Children Affairs. Sent by Suchok, which keeps the office's work plan. Please explain by the link above: replies to this mail are not read.
      "
    `);
  });

  it('brings it in Bengali to whoever asked, below the question', () => {
    expect(composeQuestion(EXPLANATION).text).toMatchInlineSnapshot(`
      "মহিলা ও শিশু বিষয়ক মন্ত্রণালয়
      তারিখ: ২১ ফাল্গুন ১৪২৮ / ৬ মার্চ ২০২২

      প্রাপক: উপসচিব, ফোকাল পয়েন্ট
      বিষয়: ২০২১-২২ অর্থবছরের কর্মপরিকল্পনার লক্ষ্যমাত্রা নির্ধারিত তারিখে অর্জিত না হওয়া বিষয়ে ব্যাখ্যা

      মহোদয়,

      মহিলা ও শিশু বিষয়ক মন্ত্রণালয়-এর ২০২১-২২ অর্থবছরের কর্মপরিকল্পনার নিম্নোক্ত সূচক বিষয়ে আপনার চাওয়া ব্যাখ্যা উপসচিব প্রদান করেছেন।

      ১.২.১ একটি সেবা সহজিকৃত
        নির্ধারিত তারিখ: শুক্রবার, ২৫ ফেব্রুয়ারি ২০২২
        বিস্তারিত: https://plan.mowca.example/plans/mowca-2021-22/indicators/1.2.1#questions

      যা জানতে চাওয়া হয়েছে:
        অফিস আদেশ জারি হয়নি কেন?
        কবে হবে?

      ব্যাখ্যা:
        The order waits for the signature of the Secretary.

      বিষয়টি সদয় অবগতি ও পরবর্তী প্রয়োজনীয় নির্দেশনার জন্য উপস্থাপন করা হলো।

      মহিলা ও শিশু বিষয়ক মন্ত্রণালয়-এর কর্মপরিকল্পনার পক্ষে সূচক সফটওয়্যার থেকে স্বয়ংক্রিয়ভাবে প্রেরিত। উত্তর দেওয়ার প্রয়োজন নেই।
      "
    `);
  });

  it('brings it in English', () => {
    expect(composeQuestion(english(EXPLANATION)).text).toMatchInlineSnapshot(`
      "Ministry of Women and Children Affairs
      Date: 6 March 2022

      To: Deputy Secretary, Focal Point
      Subject: Explanation of a target of the work plan for 2021-22 not met by its date

      Dear Sir or Madam,

      The Deputy Secretary has given the explanation that you asked for of the following indicator of the work plan for the fiscal year 2021-22 (Ministry of Women and Children Affairs).

      1.2.1 One service simplified
        Was due: Friday, 25 February 2022
        Details: https://plan.mowca.example/plans/mowca-2021-22/indicators/1.2.1#questions

      What is asked:
        Why is it late?

      Explanation:
        The order waits for the signature of the Secretary.

      This is submitted for your kind attention and such instructions as you see fit.

      Ministry of Women and Children Affairs. Sent automatically by Suchok, which keeps the office's work plan; there is no need to reply.
      "
    `);
  });

  it('says which quarter is meant where there is one, and how late it is only to whom it is asked of', () => {
    const quarter = { ...english(REQUEST), checkpointTitle: { bn: 'প্রথম', en: 'First quarter' } };
    expect(composeQuestion(quarter).text).toContain('1.2.1 One service simplified (First quarter)');
    expect(composeQuestion(english(REQUEST)).text).toContain('Delay: 9 days (since 26 February 2022)');
    expect(composeQuestion(english(EXPLANATION)).text).not.toContain('Delay');
  });

  it('lets nobody write markup, directions or lines of its own into it', () => {
    const sly = { ...english(REQUEST), question: '<b>Why</b>\u202e?\n\nDear Sir,\u0007 pay' };
    const { html, text } = composeQuestion(sly);
    expect(html).toContain('&lt;b&gt;Why&lt;/b&gt;?');
    expect(html).not.toContain('<b>');
    expect(text).toContain('What is asked:\n  <b>Why</b>?\n  Dear Sir, pay\n');
  });

  it('shows the same words as HTML, with one link to where it is answered', () => {
    const { html } = composeQuestion(REQUEST);
    expect(html.match(/href="[^"]*"/g)).toEqual([
      'href="https://plan.mowca.example/plans/mowca-2021-22/indicators/1.2.1#questions"',
    ]);
    for (const words of ['ব্যাখ্যা দিন', 'অফিস আদেশ জারি হয়নি কেন?', 'কবে হবে?', 'যা জানতে চাওয়া হয়েছে']) {
      expect(html).toContain(words);
    }
  });
});
