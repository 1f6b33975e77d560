import type { RefusalSentences } from './refusals.ts';

/** Official Bengali, as an office would write it to a colleague. */
export const REFUSALS_BN: RefusalSentences = {
  evidenceMissing: (details) =>
    `${details.around('‘', 'step', '’ ধাপের জন্য ')}প্রমাণক প্রয়োজন। স্মারক নম্বর, শিরোনাম বা ঠিকানাসহ প্রমাণক যুক্ত করে আবার দিন।`,
  reasonMissing: () => 'কারণ উল্লেখ করা হয়নি। সংক্ষেপে কারণ লিখে আবার দিন।',
  stepUnknown: (details) =>
    `এই সূচকে ${details.around('‘', 'step', '’') || 'এই'} নামে কোনো ধাপ নেই। ${details.around('ধাপগুলো হলো: ', 'known', '। এর একটি দিন।') || 'কর্মপরিকল্পনা থেকে ধাপের নাম দেখে দিন।'}`,
  stepOutOfOrder: (details) =>
    `${details.around('‘', 'step', '’ ধাপটি ') || 'ধাপটি '}এখনই সম্পন্ন দেখানো যাবে না। আগে ${details.around('‘', 'missing', '’ ধাপ') || 'পূর্ববর্তী ধাপ'} সম্পন্ন করুন।`,
  stepAlreadyComplete: (details) =>
    `${details.around('‘', 'step', '’ ধাপটি ') || 'ধাপটি '}আগেই সম্পন্ন হয়েছে। আর কিছু করার প্রয়োজন নেই; পরবর্তী ধাপে যান।`,
  stepsIncomplete: (details) =>
    `সকল ধাপ সম্পন্ন না হওয়ায় অর্জিত দেখানো যাবে না। আগে বাকি ধাপ সম্পন্ন করুন${details.around(': ', 'missing', '')}।`,
  occurrenceUnknown: (details) =>
    `এই সূচকে ${details.around('‘', 'occurrence', '’') || 'এই'} নামে কোনো পর্যায় নেই। ${details.around('পর্যায়গুলো হলো: ', 'known', '। এর একটি দিন।') || 'কর্মপরিকল্পনা থেকে পর্যায়ের নাম দেখে দিন।'}`,
  occurrenceAlreadyHeld: (details) =>
    `${details.around('‘', 'occurrence', '’ পর্যায়টি ') || 'পর্যায়টি '}আগেই সম্পন্ন দেখানো হয়েছে। অন্য পর্যায় হলে তার নাম দিন।`,
  occurrenceNotOwed: (details) =>
    `${details.around('', 'on', ' তারিখে ') || 'এই তারিখে '}কোনো পর্যায় বাকি নেই। তারিখ যাচাই করুন${details.around(', অথবা বাকি পর্যায়ের একটি নাম দিয়ে উল্লেখ করুন: ', 'missing', '')}।`,
  occurrencesIncomplete: (details) =>
    `সকল পর্যায় সম্পন্ন না হওয়ায় অর্জিত দেখানো যাবে না। আগে বাকি পর্যায় সম্পন্ন করুন${details.around(': ', 'missing', '')}।`,
  numberInvalid: (details) =>
    `${details.around('', 'value', ' গ্রহণযোগ্য সংখ্যা নয়। ') || 'সংখ্যাটি গ্রহণযোগ্য নয়। '}শূন্য ছাড়া একটি পূর্ণসংখ্যা দিন।`,
  numberBelowZero: (details) =>
    `এই সংশোধনে মোট অর্জন শূন্যের নিচে নেমে যায়। ${details.around('বর্তমান মোট ', 'total', '; ')}এর চেয়ে বেশি কমানো যাবে না, সংখ্যাটি যাচাই করে দিন।`,
  numberBelowTarget: (details) =>
    `লক্ষ্যমাত্রা${details.around(' ', 'target', '')} পূরণ হয়নি${details.around('; এ পর্যন্ত অর্জন ', 'total', '')}। আগে বাকি সংখ্যা লিপিবদ্ধ করুন।`,
  readingInvalid: (details) =>
    `${details.around('', 'value', ' গ্রহণযোগ্য শতকরা হার নয়। ') || 'শতকরা হারটি গ্রহণযোগ্য নয়। '}০ থেকে ১০০ এর মধ্যে একটি সংখ্যা দিন।`,
  readingMissing: (details) =>
    `এখনো কোনো শতকরা হার লিপিবদ্ধ করা হয়নি। আগে বর্তমান হার লিপিবদ্ধ করুন${details.around(' (লক্ষ্যমাত্রা ', 'target', '%)')}।`,
  readingBelowTarget: (details) =>
    `লক্ষ্যমাত্রা${details.around(' ', 'target', '%')} পূরণ হয়নি${details.around('; সর্বশেষ হার ', 'value', '%')}। লক্ষ্যমাত্রা পূরণের পর নতুন হার লিপিবদ্ধ করুন।`,
  dateInFuture: (details) =>
    `${details.around('', 'on', ' তারিখ ') || 'তারিখটি '}এখনো আসেনি। কাজটি যেদিন হয়েছে সেই তারিখ দিন।`,
  dateOutsideYear: (details) =>
    `${details.around('', 'on', ' তারিখটি ') || 'তারিখটি '}এই অর্থবছরের নয়। ${details.around('', 'opens', ' থেকে ')}${details.around('', 'closes', ' পর্যন্ত ') || 'অর্থবছরের মধ্যে '}একটি তারিখ দিন।`,
  notForThisKind: (details) => {
    const action = details.word('action', 'action');
    const kind = details.word('kind', 'indicatorKind');
    return `এ ধরনের ${kind === '' ? '' : `(${kind}) `}সূচকে ${action === '' ? 'এই কাজটি' : `‘${action}’`} প্রযোজ্য নয়। সূচকের ধরন অনুযায়ী অগ্রগতি লিপিবদ্ধ করুন।`;
  },
  onHold: (details) =>
    `সূচকটি স্থগিত রয়েছে${details.around(' (কারণ: ', 'reason', ')')}। আগে সূচকটি পুনরায় চালু করুন, তারপর অগ্রগতি লিপিবদ্ধ করুন।`,
  notOnHold: () => 'সূচকটি স্থগিত নয়, তাই পুনরায় চালু করার প্রয়োজন নেই। সরাসরি অগ্রগতি লিপিবদ্ধ করুন।',
  closed: (details) => {
    const status = details.word('status', 'workStatus');
    return `সূচকটির কাজ সমাপ্ত${status === '' ? '' : ` (${status})`}। পরিবর্তন প্রয়োজন হলে কারণ উল্লেখ করে আগে সূচকটি পুনরায় উন্মুক্ত করুন।`;
  },
  notClosed: (details) => {
    const status = details.word('status', 'workStatus');
    return `সূচকটি সমাপ্ত হয়নি${status === '' ? '' : ` (${status})`}, তাই পুনরায় উন্মুক্ত করার প্রয়োজন নেই। সরাসরি অগ্রগতি লিপিবদ্ধ করুন।`;
  },
  clockBackwards: () =>
    'এই সূচকে এর পরের সময়ের একটি তথ্য আগেই লিপিবদ্ধ হয়েছে। কম্পিউটারের ঘড়ি যাচাই করে আবার দিন; কাজের তারিখ আগের হতে পারে।',
};
