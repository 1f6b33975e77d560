import type { PersonEvent } from '../../../machines/types.ts';
import type { AttemptOutcome } from '../../db/queries/attempts.ts';
import type { MessageStatus, StoredMessage } from '../../db/queries/messages.ts';
import type { TableWords } from '../../i18n/catalogue.ts';
import type { Language } from '../../plan/types.ts';
import { BENGALI } from './bengali.ts';
import { ENGLISH } from './english.ts';

/** The words of the pages in one language, beside those of the catalogue; numbers arrive already written out. */
export interface Wording extends TableWords {
  readonly product: string;
  readonly tagline: string;
  readonly skip: string;
  readonly mainMenu: string;
  readonly breadcrumb: string;
  readonly free: string;
  readonly plans: string;
  readonly messages: string;
  readonly myWork: string;
  readonly calendar: string;
  readonly offices: string;
  readonly administration: string;
  readonly help: string;
  readonly workPlan: string;
  readonly today: string;

  readonly noPlanYet: string;
  readonly noPlanAdvice: string;
  readonly office: string;

  readonly summary: string;
  readonly allIndicators: string;
  readonly overdue: string;
  readonly tableCaption: string;
  readonly noNotice: string;
  readonly onTarget: string;
  readonly achievedOn: (date: string) => string;
  readonly achievedLate: (date: string) => string;
  readonly setAsideAdvice: string;
  readonly to: string;

  readonly facts: string;
  readonly activity: string;
  readonly kind: string;
  readonly weight: string;
  readonly whoDoesWhat: string;
  readonly vacant: string;
  readonly guidance: string;
  /** Before the title of a page whose form came back. */
  readonly fault: string;
  /** Of a link that leaves this page open. */
  readonly inNewTab: string;
  readonly steps: string;
  readonly occurrences: string;
  readonly readings: string;
  readonly notDone: string;
  readonly doneOn: (date: string) => string;
  readonly dueOn: (date: string) => string;
  readonly needsEvidence: string;
  readonly noticesToCome: string;
  readonly moreNotices: (count: string) => string;
  readonly noNoticesToCome: string;
  readonly when: string;
  readonly rung: string;
  readonly whom: string;
  readonly history: string;
  readonly happenedOn: (date: string) => string;
  readonly evidence: string;
  readonly note: string;
  readonly reason: string;
  /** What a person did, as a record tells it. */
  readonly acted: Readonly<Record<PersonEvent['type'], string>>;
  readonly bySystem: string;
  readonly begun: string;
  readonly yearEnded: string;
  readonly becameOverdue: string;
  readonly planChanged: string;
  readonly planMoved: string;
  readonly notSent: string;
  readonly pending: string;
  readonly skipReason: Readonly<Record<string, string>>;

  readonly messagesLead: string;
  readonly noMessages: string;
  readonly subject: string;
  readonly recipient: string;
  readonly written: string;
  readonly all: string;
  readonly filterByState: string;
  readonly older: string;
  readonly newest: string;
  readonly messageStatus: Readonly<Record<MessageStatus, string>>;
  readonly messageClass: Readonly<Record<StoredMessage['class'], string>>;
  readonly attemptOutcome: Readonly<Record<AttemptOutcome, string>>;
  readonly attempts: string;
  readonly noAttempts: string;
  readonly attempt: string;
  readonly outcome: string;
  readonly answer: string;
  readonly sentAt: string;
  readonly language: string;
  readonly languageName: Readonly<Record<Language, string>>;
  readonly asHtml: string;
  readonly asText: string;
  readonly openAlone: string;
  readonly attachment: string;
  readonly calendarFile: string;

  readonly notFound: string;
  readonly notFoundAdvice: string;
  readonly failed: string;
  readonly failedAdvice: string;
  readonly unavailable: string;
  readonly unavailableAdvice: string;
  readonly toPlans: string;
}

const WORDINGS: Readonly<Record<Language, Wording>> = { bn: BENGALI, en: ENGLISH };

export function wordingIn(language: Language): Wording {
  return WORDINGS[language];
}
