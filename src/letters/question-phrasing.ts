import { formatFiscalYear } from '../i18n/format.ts';
import type { Language } from '../plan/types.ts';

/** The sentences of a letter that asks for an explanation, or of one that brings it. Texts that come in are clean. */
export interface QuestionPhrasing {
  readonly subject: (item: string) => string;
  readonly subjectLine: (fiscalYear: string) => string;
  /** `from` is the post that asks, or that explains. */
  readonly opening: (office: string, fiscalYear: string, from: string) => string;
  readonly closing: string;
  /** What the link leads to: its label in plain text, and its button. */
  readonly link: string;
  readonly button: string;
  readonly footer: (office: string) => string;
}

/** The headings over what people wrote themselves. */
export interface QuoteHeadings {
  readonly question: string;
  readonly explanation: string;
}

export type QuestionLetterKind = 'request' | 'explanation';

const ENGLISH: Readonly<Record<QuestionLetterKind, QuestionPhrasing>> = {
  request: {
    subject: (item) => `An explanation is asked for: ${item}`,
    subjectLine: (year) =>
      `Explanation asked for: a target of the work plan for ${formatFiscalYear(year, 'en')} not met by its date`,
    opening: (office, year, from) =>
      `The following indicator of the work plan for the fiscal year ${formatFiscalYear(year, 'en')} (${office}) has not met its target by the date set. The ${from} asks for an explanation.`,
    closing:
      'You are kindly requested to explain why the target was not met by its date, and by when it can be expected to be met.',
    link: 'Give the explanation',
    button: 'Give the explanation',
    footer: (office) =>
      `${office}. Sent by Suchok, which keeps the office's work plan. Please explain by the link above: replies to this mail are not read.`,
  },
  explanation: {
    subject: (item) => `Explanation given: ${item}`,
    subjectLine: (year) =>
      `Explanation of a target of the work plan for ${formatFiscalYear(year, 'en')} not met by its date`,
    opening: (office, year, from) =>
      `The ${from} has given the explanation that you asked for of the following indicator of the work plan for the fiscal year ${formatFiscalYear(year, 'en')} (${office}).`,
    closing: 'This is submitted for your kind attention and such instructions as you see fit.',
    link: 'Details',
    button: 'Open the indicator',
    footer: (office) =>
      `${office}. Sent automatically by Suchok, which keeps the office's work plan; there is no need to reply.`,
  },
};

/** Official Bengali, as offices call for explanations and submit them. */
const BENGALI: Readonly<Record<QuestionLetterKind, QuestionPhrasing>> = {
  request: {
    subject: (item) => `ব্যাখ্যা তলব: ${item}`,
    subjectLine: (year) =>
      `${formatFiscalYear(year, 'bn')} অর্থবছরের কর্মপরিকল্পনার লক্ষ্যমাত্রা নির্ধারিত তারিখে অর্জিত না হওয়ায় ব্যাখ্যা প্রদান প্রসঙ্গে`,
    opening: (office, year, from) =>
      `${office}-এর ${formatFiscalYear(year, 'bn')} অর্থবছরের কর্মপরিকল্পনার নিম্নোক্ত সূচকটির লক্ষ্যমাত্রা নির্ধারিত তারিখের মধ্যে অর্জিত হয়নি। এ বিষয়ে ${from} ব্যাখ্যা চেয়েছেন।`,
    closing:
      'এমতাবস্থায়, নির্ধারিত তারিখে লক্ষ্যমাত্রা অর্জিত না হওয়ার কারণ এবং তা অর্জনের সম্ভাব্য তারিখ উল্লেখপূর্বক ব্যাখ্যা প্রদানের জন্য সবিনয় অনুরোধ করা হলো।',
    link: 'ব্যাখ্যা প্রদান',
    button: 'ব্যাখ্যা দিন',
    footer: (office) =>
      `${office}-এর কর্মপরিকল্পনার পক্ষে সূচক সফটওয়্যার থেকে প্রেরিত। অনুগ্রহ করে উপরের লিংকে ব্যাখ্যা প্রদান করুন; এ ইমেইলের উত্তর গ্রহণ করা হয় না।`,
  },
  explanation: {
    subject: (item) => `ব্যাখ্যা প্রদান: ${item}`,
    subjectLine: (year) =>
      `${formatFiscalYear(year, 'bn')} অর্থবছরের কর্মপরিকল্পনার লক্ষ্যমাত্রা নির্ধারিত তারিখে অর্জিত না হওয়া বিষয়ে ব্যাখ্যা`,
    opening: (office, year, from) =>
      `${office}-এর ${formatFiscalYear(year, 'bn')} অর্থবছরের কর্মপরিকল্পনার নিম্নোক্ত সূচক বিষয়ে আপনার চাওয়া ব্যাখ্যা ${from} প্রদান করেছেন।`,
    closing: 'বিষয়টি সদয় অবগতি ও পরবর্তী প্রয়োজনীয় নির্দেশনার জন্য উপস্থাপন করা হলো।',
    link: 'বিস্তারিত',
    button: 'সূচকটি দেখুন',
    footer: (office) => `${office}-এর কর্মপরিকল্পনার পক্ষে সূচক সফটওয়্যার থেকে স্বয়ংক্রিয়ভাবে প্রেরিত। উত্তর দেওয়ার প্রয়োজন নেই।`,
  },
};

export function questionPhrasing(kind: QuestionLetterKind, language: Language): QuestionPhrasing {
  return (language === 'bn' ? BENGALI : ENGLISH)[kind];
}

export function quoteHeadings(language: Language): QuoteHeadings {
  return language === 'bn'
    ? { question: 'যা জানতে চাওয়া হয়েছে', explanation: 'ব্যাখ্যা' }
    : { question: 'What is asked', explanation: 'Explanation' };
}
