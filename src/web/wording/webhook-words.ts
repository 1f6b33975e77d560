import type { DeliveryStatus } from '../../db/queries/webhook-deliveries.ts';
import type { WebhookEvent } from '../../db/queries/webhooks.ts';
import type { Language } from '../../plan/types.ts';

/** The words of the pages about webhooks. */
export interface WebhookWords {
  readonly webhooks: string;
  readonly lead: string;
  readonly none: string;
  readonly office: string;
  readonly address: string;
  readonly addressHint: string;
  readonly events: string;
  readonly event: Readonly<Record<WebhookEvent, string>>;
  readonly status: string;
  readonly on: string;
  readonly off: string;
  readonly add: string;
  readonly addTitle: string;
  readonly problem: string;
  readonly officeFault: string;
  readonly addressFault: string;
  readonly eventsFault: string;
  readonly secret: string;
  readonly secretAdvice: string;
  readonly test: string;
  readonly sendTest: string;
  readonly rotate: string;
  readonly rotateAdvice: string;
  readonly disable: string;
  readonly enable: string;
  readonly log: string;
  readonly logLead: string;
  readonly nothingYet: string;
  readonly at: string;
  readonly what: string;
  readonly attempts: string;
  readonly attempt: (number: string) => string;
  readonly noAnswer: string;
  readonly again: string;
  readonly older: string;
  readonly delivery: Readonly<Record<DeliveryStatus, string>>;
  readonly done: Readonly<Record<'test' | 'off' | 'on' | 'again', string>>;
}

const ENGLISH: WebhookWords = {
  webhooks: 'Webhooks',
  lead: 'Other programs are told what happens at an office: each event as a signed POST of JSON, at least once, for about a day.',
  none: 'No webhook is set.',
  office: 'Office',
  address: 'Address',
  addressHint: 'Begins with https://, or with http:// within your own network.',
  events: 'Events',
  event: {
    'indicator.transition': 'An indicator has changed',
    'message.sent': 'A letter was sent',
    'message.failed': 'A letter has failed',
  },
  status: 'State',
  on: 'on',
  off: 'off',
  add: 'Add the webhook',
  addTitle: 'A new webhook',
  problem: 'There is a problem',
  officeFault: 'Choose an office from the list.',
  addressFault: 'Write a whole address of http or https, without a name and password in it.',
  eventsFault: 'Choose at least one event.',
  secret: 'The secret that signs',
  secretAdvice: 'Copy it now to the program that is called: it is not shown again.',
  test: 'Test',
  sendTest: 'Send a test',
  rotate: 'Make a new secret',
  rotateAdvice: 'The secret before is good no longer.',
  disable: 'Turn off',
  enable: 'Turn on',
  log: 'What was told',
  logLead: 'The newest first, with every attempt and the beginning of each answer.',
  nothingYet: 'Nothing was told yet.',
  at: 'When',
  what: 'Event',
  attempts: 'Attempts',
  attempt: (number) => `Attempt ${number}`,
  noAnswer: 'no answer',
  again: 'Send again',
  older: 'Older',
  delivery: { queued: 'waiting', sending: 'being sent', delivered: 'delivered', failed: 'failed' },
  done: {
    test: 'A test is on its way. Load the page again in a moment.',
    off: 'The webhook is off.',
    on: 'The webhook is on.',
    again: 'It is sent again.',
  },
};

const BENGALI: WebhookWords = {
  webhooks: 'ওয়েবহুক',
  lead: 'কার্যালয়ে যা ঘটে তা অন্য প্রোগ্রামকে জানানো হয়: প্রতিটি ঘটনা স্বাক্ষরিত JSON হিসেবে POST করা হয়, অন্তত একবার, প্রায় এক দিন ধরে চেষ্টা করা হয়।',
  none: 'কোনো ওয়েবহুক নির্ধারিত নেই।',
  office: 'কার্যালয়',
  address: 'ঠিকানা',
  addressHint: 'https:// দিয়ে শুরু হবে, অথবা নিজস্ব নেটওয়ার্কে http:// দিয়ে।',
  events: 'ঘটনা',
  event: {
    'indicator.transition': 'সূচকের অবস্থা পরিবর্তন',
    'message.sent': 'বার্তা প্রেরিত',
    'message.failed': 'বার্তা প্রেরণ ব্যর্থ',
  },
  status: 'অবস্থা',
  on: 'চালু',
  off: 'বন্ধ',
  add: 'ওয়েবহুক যোগ করুন',
  addTitle: 'নতুন ওয়েবহুক',
  problem: 'একটি সমস্যা আছে',
  officeFault: 'তালিকা থেকে একটি কার্যালয় বেছে নিন।',
  addressFault: 'http বা https-এর সম্পূর্ণ ঠিকানা লিখুন, নাম ও পাসওয়ার্ড ছাড়া।',
  eventsFault: 'অন্তত একটি ঘটনা বেছে নিন।',
  secret: 'স্বাক্ষরের গোপন কী',
  secretAdvice: 'এখনই গ্রহণকারী প্রোগ্রামে কপি করুন: এটি আর দেখানো হবে না।',
  test: 'পরীক্ষা',
  sendTest: 'পরীক্ষামূলক বার্তা পাঠান',
  rotate: 'নতুন গোপন কী তৈরি করুন',
  rotateAdvice: 'আগের কী আর কার্যকর থাকবে না।',
  disable: 'বন্ধ করুন',
  enable: 'চালু করুন',
  log: 'যা জানানো হয়েছে',
  logLead: 'সর্বশেষটি আগে; প্রতিটি প্রচেষ্টা ও উত্তরের শুরুর অংশসহ।',
  nothingYet: 'এখনো কিছু জানানো হয়নি।',
  at: 'সময়',
  what: 'ঘটনা',
  attempts: 'প্রচেষ্টা',
  attempt: (number) => `প্রচেষ্টা ${number}`,
  noAnswer: 'উত্তর নেই',
  again: 'আবার পাঠান',
  older: 'পুরোনো',
  delivery: { queued: 'অপেক্ষমাণ', sending: 'পাঠানো হচ্ছে', delivered: 'পৌঁছেছে', failed: 'ব্যর্থ' },
  done: {
    test: 'পরীক্ষামূলক বার্তা পাঠানো হচ্ছে। একটু পরে পৃষ্ঠাটি আবার খুলুন।',
    off: 'ওয়েবহুকটি বন্ধ করা হয়েছে।',
    on: 'ওয়েবহুকটি চালু করা হয়েছে।',
    again: 'আবার পাঠানো হচ্ছে।',
  },
};

export function webhookWords(language: Language): WebhookWords {
  return language === 'bn' ? BENGALI : ENGLISH;
}
