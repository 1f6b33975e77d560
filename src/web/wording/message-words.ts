import type { Language } from '../../plan/types.ts';

/** What is said where letters are looked for, sent again and cancelled. */
export interface MessageWords {
  readonly find: string;
  readonly search: string;
  readonly searchHint: string;
  readonly allPlans: string;
  readonly show: string;
  readonly showAll: string;
  readonly act: string;
  readonly sendAgain: string;
  readonly sendAgainLead: string;
  readonly cancel: string;
  readonly cancelLead: string;
  readonly cancelConfirm: string;
  readonly sentAgain: string;
  readonly cancelled: string;
  readonly tooLate: string;
  readonly mayNot: string;
  readonly mayNotAdvice: (who: string) => string;
}

const ENGLISH: MessageWords = {
  find: 'Find messages',
  search: 'Recipient or subject',
  searchHint: 'Part of the mail address or of the subject',
  allPlans: 'All work plans',
  show: 'Show',
  showAll: 'Show all messages',
  act: 'What you can do',
  sendAgain: 'Send again',
  sendAgainLead: 'It goes back in the queue, with the same text, for another round of attempts.',
  cancel: 'Cancel this message',
  cancelLead:
    'It waits to be sent. Once cancelled it is never sent, and nobody is told of this matter by another message.',
  cancelConfirm: 'Cancel it for good',
  sentAgain: 'The message is in the queue again.',
  cancelled: 'The message is cancelled. It will not be sent.',
  tooLate: 'Nothing was changed: meanwhile the message was sent, cancelled or put back in the queue.',
  mayNot: 'This is not for you to do',
  mayNotAdvice: (who) => `Nothing was changed. It may be done by: ${who}.`,
};

const BENGALI: MessageWords = {
  find: 'বার্তা খুঁজুন',
  search: 'প্রাপক বা বিষয়',
  searchHint: 'ইমেইল ঠিকানা বা বিষয়ের অংশবিশেষ লিখুন',
  allPlans: 'সকল কর্মপরিকল্পনা',
  show: 'দেখুন',
  showAll: 'সকল বার্তা দেখুন',
  act: 'করণীয়',
  sendAgain: 'আবার পাঠান',
  sendAgainLead: 'বার্তাটি অপরিবর্তিত অবস্থায় আবার পাঠানোর তালিকায় যাবে।',
  cancel: 'বার্তাটি বাতিল করুন',
  cancelLead: 'বার্তাটি পাঠানোর অপেক্ষায় আছে। বাতিল করলে এটি আর কখনো পাঠানো হবে না এবং এ বিষয়ে অন্য কোনো বার্তাও যাবে না।',
  cancelConfirm: 'বাতিল নিশ্চিত করুন',
  sentAgain: 'বার্তাটি আবার পাঠানোর তালিকায় রাখা হয়েছে।',
  cancelled: 'বার্তাটি বাতিল করা হয়েছে। এটি আর পাঠানো হবে না।',
  tooLate: 'কোনো পরিবর্তন হয়নি। ইতোমধ্যে বার্তাটি পাঠানো, বাতিল করা বা আবার তালিকাভুক্ত করা হয়েছে।',
  mayNot: 'এ কাজটি আপনার এখতিয়ারভুক্ত নয়',
  mayNotAdvice: (who) => `কিছুই পরিবর্তন হয়নি। কাজটি করতে পারেন: ${who}।`,
};

export function messageWords(language: Language): MessageWords {
  return language === 'bn' ? BENGALI : ENGLISH;
}
