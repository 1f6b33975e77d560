import type { Language } from '../../plan/types.ts';
import { BENGALI } from './administration-bengali.ts';
import { ENGLISH } from './administration-english.ts';

/** What the pages of administrators say. */
export interface AdministrationWords {
  readonly title: string;
  readonly lead: string;
  readonly parts: Readonly<Record<'plans' | 'calendar' | 'health' | 'sessions' | 'queues', readonly [string, string]>>;

  readonly plans: string;
  readonly plansLead: string;
  readonly inForce: string;
  readonly noPlans: string;
  readonly version: string;
  readonly versionNumber: (number: string) => string;
  readonly applied: string;
  readonly appliedBy: string;
  readonly people: string;
  readonly versions: string;
  readonly noticesAhead: string;
  readonly download: string;
  readonly upload: string;
  readonly uploadLead: string;
  readonly file: string;
  readonly fileHint: string;
  readonly text: string;
  readonly textHint: string;
  readonly check: string;
  readonly planText: string;
  readonly notWritten: string;
  readonly nothingGiven: string;
  readonly tooLong: string;
  readonly notText: string;
  readonly faults: (count: string) => string;
  readonly faultsLead: string;
  readonly place: string;
  readonly fault: string;
  readonly newPlan: string;
  readonly newPlanLead: string;
  readonly officeId: string;
  readonly officeIdHint: string;
  readonly nameBn: string;
  readonly nameEn: string;
  readonly year: string;
  readonly yearHint: string;
  readonly template: string;
  readonly writePlan: string;
  readonly badOfficeId: string;
  readonly badYear: string;
  readonly missing: string;
  readonly written: string;
  readonly writtenLead: string;

  readonly difference: string;
  readonly differenceNew: string;
  readonly notYetApplied: string;
  readonly meaning: string;
  readonly meansNew: (count: string) => string;
  readonly meansReturned: (count: string) => string;
  readonly meansRedefined: (count: string) => string;
  readonly meansWithdrawn: (count: string) => string;
  readonly meansNothingOwed: string;
  readonly withdrawnNote: string;
  readonly noticesMoved: string;
  readonly dueMoved: string;
  readonly dueSame: string;
  readonly noticesBefore: string;
  readonly noticesAfter: string;
  readonly noticeCount: (count: string) => string;
  readonly nextOn: (day: string) => string;
  readonly changes: string;
  readonly apply: string;
  readonly applyNote: string;
  readonly seeNotices: string;
  readonly seeNoticesNote: string;
  readonly editText: string;
  readonly checkAgain: string;
  readonly unchanged: string;
  readonly unchangedLead: string;
  readonly otherKind: (codes: string) => string;
  readonly otherKindAdvice: string;
  readonly stale: string;
  readonly staleLead: string;
  readonly done: (version: string) => string;
  readonly doneUnchanged: string;
  readonly compare: string;
  readonly compareFrom: string;
  readonly compareTo: string;
  readonly between: (from: string, to: string) => string;
  readonly onlyVersion: string;

  readonly calendarLead: string;
  readonly calendarReadOnly: string;
  readonly fiscalYear: string;
  readonly period: string;
  readonly source: string;
  readonly day: string;
  readonly weekday: string;
  readonly occasion: string;
  readonly dayKind: Readonly<Record<'general' | 'executive' | 'working', string>>;
  readonly provisional: string;
  readonly provisionalNote: (count: string) => string;
  readonly noDays: string;
  readonly notListed: string;
  readonly kind: string;

  readonly sessionsLead: string;
  readonly whose: string;
  readonly consoleAdministrator: string;
  readonly yourOwn: string;
  readonly ended: string;
  readonly moreSessions: string;
  readonly findAddress: string;
  readonly find: string;
  readonly noSessions: string;
  readonly shutOut: string;
  readonly shutOutLead: string;
  readonly shutOutOf: (address: string) => string;
  readonly shutOutDone: string;

  readonly noQueues: string;
  readonly noQueuesLead: string;
}

export function administrationWords(language: Language): AdministrationWords {
  return language === 'bn' ? BENGALI : ENGLISH;
}
