import type { Catalogue } from './catalogue.ts';

/** Official Bengali, in the wording of the offices' own minutes. */
export const BENGALI: Catalogue = {
  workStatus: {
    notStarted: 'শুরু হয়নি',
    inProgress: 'চলমান',
    achieved: 'অর্জিত',
    notAchieved: 'অর্জিত হয়নি',
    onHold: 'স্থগিত',
    withdrawn: 'প্রত্যাহৃত',
  },
  deadlineStatus: {
    upcoming: 'সময় আছে',
    dueSoon: 'সময় আসন্ন',
    dueToday: 'আজ শেষ দিন',
    overdue: 'সময় উত্তীর্ণ',
    met: 'পূরণ হয়েছে',
    paused: 'স্থগিত',
    closed: 'সমাপ্ত',
  },
  role: {
    focalPoint: 'ফোকাল পয়েন্ট',
    innovationOfficer: 'ইনোভেশন অফিসার',
    supervisor: 'তত্ত্বাবধানকারী কর্মকর্তা',
    headOfOffice: 'অফিস প্রধান',
    superiorAuthority: 'ঊর্ধ্বতন কর্তৃপক্ষ',
  },
  indicatorKind: {
    milestone: 'তারিখভিত্তিক',
    recurring: 'পর্যায়ক্রমিক',
    count: 'সংখ্যাভিত্তিক',
    percentage: 'শতকরা হার',
    report: 'প্রতিবেদন',
  },
  unit: { date: 'তারিখ', number: 'সংখ্যা', percent: '%' },
  noticeKind: {
    reminder: 'তাগিদ',
    due: 'শেষ দিনের তাগিদ',
    escalation: 'ঊর্ধ্বতন পর্যায়ে অবহিতকরণ',
    followUp: 'পুনঃতাগিদ',
  },
  action: {
    completeStep: 'ধাপ সম্পন্ন',
    complete: 'অর্জন ঘোষণা',
    recordNumber: 'সংখ্যা লিপিবদ্ধকরণ',
    recordReading: 'শতকরা হার লিপিবদ্ধকরণ',
    holdOccurrence: 'পর্যায় সম্পন্ন',
    suspend: 'স্থগিতকরণ',
    resume: 'পুনরায় চালুকরণ',
    declareNotAchieved: 'অর্জিত হয়নি ঘোষণা',
    withdraw: 'প্রত্যাহার',
    reopen: 'পুনরায় উন্মুক্তকরণ',
  },
  phrases: {
    daysLeft: 'আর {days, number} দিন বাকি',
    dueToday: 'আজ শেষ দিন',
    daysOverdue: '{days, number} দিন পার হয়েছে',
    rungDaysBefore: '{days, number} দিন আগে',
    rungDueDay: 'শেষ দিনে',
    rungWorkingDaysAfter: '{days, number} কার্যদিবস পরে',
    rungFollowUp: 'পুনঃতাগিদ',
  },
};
