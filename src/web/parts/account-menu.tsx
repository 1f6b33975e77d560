import type { Language } from '../../plan/types.ts';
import { accountWords } from '../wording/account-words.ts';
import { signInWords } from '../wording/sign-in-words.ts';
import { tokenWords } from '../wording/token-words.ts';

/** The pages about oneself, in their order. */
export type AccountSection = 'preferences' | 'leave' | 'calendar' | 'tokens' | 'sessions';

const ENTRIES: readonly { readonly section: AccountSection; readonly label: (language: Language) => string }[] = [
  { section: 'preferences', label: (language) => accountWords(language).preferences },
  { section: 'leave', label: (language) => accountWords(language).leave },
  { section: 'calendar', label: (language) => accountWords(language).feeds },
  { section: 'tokens', label: (language) => tokenWords(language).tokens },
  { section: 'sessions', label: (language) => signInWords(language).sessions },
];

export function accountPath(section: AccountSection): string {
  return `/account/${section}`;
}

/** The ways between the pages about oneself. */
export function AccountMenu({ current, language }: { current: AccountSection; language: Language }) {
  return (
    <nav class="account-menu" aria-label={accountWords(language).accountMenu}>
      <ul>
        {ENTRIES.map(({ section, label }) => (
          <li>
            <a href={accountPath(section)} {...(section === current ? { 'aria-current': 'page' } : {})}>
              {label(language)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
