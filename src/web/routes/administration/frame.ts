import type { Context } from 'hono';
import { ADMINISTRATION, ADMINISTRATION_PLANS } from '../../administration-paths.ts';
import type { Page } from '../../page-layout.tsx';
import type { WebEnv } from '../../web-parts.ts';
import { administrationWords } from '../../wording/administration-words.ts';

/** A page of the administration, with the way back to it. */
export function inAdministration(
  c: Context<WebEnv>,
  title: string,
  content: Page['content'],
  below: 'home' | 'plans' = 'home',
): Page {
  const say = administrationWords(c.var.language);
  const home = { href: ADMINISTRATION, label: say.title };
  const trail = below === 'home' ? [home] : [home, { href: ADMINISTRATION_PLANS, label: say.parts.plans[0] }];
  return { title, section: 'administration', trail, content };
}
