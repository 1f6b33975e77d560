import type { Context } from 'hono';
import { words } from '../i18n/words.ts';
import type { Language } from '../plan/types.ts';
import type { Capacity, Verdict } from '../rights/rights.ts';
import { showPage } from './page-layout.tsx';
import type { WebEnv } from './web-parts.ts';
import { messageWords } from './wording/message-words.ts';
import { signInWords } from './wording/sign-in-words.ts';
import { wordingIn } from './wording/wording.ts';

/** Answers somebody who may see a thing and not do this to it: that nothing was done, and who may. */
export function showForbidden(
  c: Context<WebEnv>,
  { needs }: Extract<Verdict, { allowed: false }>,
  back?: { readonly href: string; readonly label: string },
): Response {
  const { language } = c.var;
  const say = messageWords(language);
  const who = needs.flatMap((capacity) => capacityName(capacity, language) ?? []).join(', ');
  const content = (
    <div class="prose">
      <h1>{say.mayNot}</h1>
      <p class="lead">{say.mayNotAdvice(who)}</p>
      <p>
        <a href={back?.href ?? '/'}>{back?.label ?? wordingIn(language).toPlans}</a>
      </p>
    </div>
  );
  return showPage(c, { title: say.mayNot, section: null, content }, 403);
}

/** Whoever merely reads a plan is not told of: what those may do, everybody who sees it may. */
function capacityName(capacity: Capacity, language: Language): string | null {
  if (capacity === 'viewer') return null;
  if (capacity === 'administrator') return signInWords(language).administrator;
  return words(language).role[capacity];
}
