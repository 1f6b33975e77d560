import type { Language } from '../../plan/types.ts';
import { ACCOUNT_BN } from './account-bn.tsx';
import { ACCOUNT_EN } from './account-en.tsx';
import { ADMINISTRATOR_BN } from './administrator-bn.tsx';
import { ADMINISTRATOR_EN } from './administrator-en.tsx';
import { FOCAL_POINT_BN } from './focal-point-bn.tsx';
import { FOCAL_POINT_EN } from './focal-point-en.tsx';
import type { HelpText } from './help-text.ts';
import { INNOVATION_OFFICER_BN } from './innovation-officer-bn.tsx';
import { INNOVATION_OFFICER_EN } from './innovation-officer-en.tsx';
import { LETTERS_BN } from './letters-bn.tsx';
import { LETTERS_EN } from './letters-en.tsx';
import { REPORTS_BN } from './reports-bn.tsx';
import { REPORTS_EN } from './reports-en.tsx';
import { STATES_BN } from './states-bn.tsx';
import { STATES_EN } from './states-en.tsx';
import { SUPERVISOR_BN } from './supervisor-bn.tsx';
import { SUPERVISOR_EN } from './supervisor-en.tsx';
import { WORDS_BN } from './words-bn.tsx';
import { WORDS_EN } from './words-en.tsx';

/** A topic of the help: `id` is its address below `/help`, and the beginning of the names of its files. */
interface HelpTopic {
  readonly id: string;
  readonly text: Readonly<Record<Language, HelpText>>;
}

/** The topics in the order of the list: first what one does, by part, then what is the same for all. */
export const HELP_TOPICS: readonly HelpTopic[] = [
  { id: 'focal-point', text: { bn: FOCAL_POINT_BN, en: FOCAL_POINT_EN } },
  { id: 'innovation-officer', text: { bn: INNOVATION_OFFICER_BN, en: INNOVATION_OFFICER_EN } },
  { id: 'supervisor', text: { bn: SUPERVISOR_BN, en: SUPERVISOR_EN } },
  { id: 'administrator', text: { bn: ADMINISTRATOR_BN, en: ADMINISTRATOR_EN } },
  { id: 'reports', text: { bn: REPORTS_BN, en: REPORTS_EN } },
  { id: 'letters', text: { bn: LETTERS_BN, en: LETTERS_EN } },
  { id: 'states', text: { bn: STATES_BN, en: STATES_EN } },
  { id: 'account', text: { bn: ACCOUNT_BN, en: ACCOUNT_EN } },
  { id: 'words', text: { bn: WORDS_BN, en: WORDS_EN } },
];
