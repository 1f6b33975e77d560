import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Language } from '../plan/types.ts';
import { pathInLanguage } from './language.ts';
import { MENU, type Section } from './menu.ts';
import { accountPath } from './parts/account-menu.tsx';
import { FormToken } from './parts/form-token.tsx';
import { LiveNotice } from './parts/live-notice.tsx';
import { LIVE_POLICY } from './security.ts';
import type { Session, WebEnv } from './web-parts.ts';
import { accountWords } from './wording/account-words.ts';
import { signInWords } from './wording/sign-in-words.ts';
import { wordingIn } from './wording/wording.ts';

/** What a page brings along; the frame around it is the same for all. */
export interface Page {
  readonly title: string;
  /** Which entry of the main menu it belongs to. */
  readonly section: Section | null;
  /** The way to this page from the top, without the page itself. */
  readonly trail?: readonly { readonly href: string; readonly label: string }[];
  readonly content: Child;
  /** Where to hear of changes, for a page that follows along while others act; it is whole without. */
  readonly changes?: string;
}

/** Answers with a page in the reader's language. Pages show how things stand now, and nobody else may keep them. */
export function showPage(c: Context<WebEnv>, page: Page, status: ContentfulStatusCode = 200): Response {
  // Who listens to pages hears first that a form came back.
  const title = status === 422 ? `${wordingIn(c.var.language).fault}: ${page.title}` : page.title;
  const html = (<Frame c={c} page={{ ...page, title }} />).toString() as string;
  return c.html(`<!DOCTYPE html>\n${html}`, status, {
    'Cache-Control': 'private, no-store',
    'Content-Language': c.var.language,
    Vary: 'Cookie',
    ...(page.changes ? { 'Content-Security-Policy': LIVE_POLICY } : {}),
  });
}

function Frame({ c, page }: { c: Context<WebEnv>; page: Page }) {
  const { language, assets } = c.var;
  const say = wordingIn(language);
  return (
    <html lang={language} dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${page.title} – ${say.product}`}</title>
        {language === 'bn' && (
          <link rel="preload" href={assets.bengaliFont} as="font" type="font/woff2" crossorigin="" />
        )}
        <link rel="stylesheet" href={assets.style} />
        <link rel="icon" href={assets.icon} type="image/svg+xml" />
        {page.changes && <script src={assets.followAlong} defer></script>}
      </head>
      <body>
        <a class="skip" href="#main">
          {say.skip}
        </a>
        <Header c={c} section={page.section} />
        <div class="wide">
          {page.trail && page.trail.length > 0 && (
            <nav class="trail" aria-label={say.breadcrumb}>
              <ol>
                {page.trail.map(({ href, label }) => (
                  <li>
                    <a href={href}>{label}</a>
                  </li>
                ))}
              </ol>
            </nav>
          )}
          <main id="main" tabindex={-1} {...(page.changes ? { 'data-changes': page.changes } : {})}>
            {page.content}
          </main>
          {page.changes && <LiveNotice language={language} />}
        </div>
        <footer class="footer">
          <div class="wide">
            <p>{say.free}</p>
          </div>
        </footer>
      </body>
    </html>
  );
}

function Header({ c, section }: { c: Context<WebEnv>; section: Page['section'] }) {
  const say = wordingIn(c.var.language);
  const { session } = c.var;
  return (
    <header class="header">
      <div class="wide header-row">
        <a class="brand" href="/">
          <svg class="brand-mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <rect width="32" height="32" rx="7" />
            <path d="M9 22v-5M16 22v-9M23 22V10" />
          </svg>
          <span class="brand-name">{say.product}</span>
          <span class="brand-line">{say.tagline}</span>
        </a>
        <nav class="menu" aria-label={say.mainMenu}>
          {session &&
            MENU.filter(({ forAdministrators }) => !forAdministrators || session.viewer.isAdministrator)
              .filter(({ forOverseers }) => !forOverseers || c.var.seesOffices)
              .map((entry) => (
                <a href={entry.path} {...(section === entry.section ? { 'aria-current': 'true' } : {})}>
                  {say[entry.section]}
                </a>
              ))}
        </nav>
        <Switch c={c} />
      </div>
      {session && <Account session={session} language={c.var.language} />}
    </header>
  );
}

/**
 * This page in the other language. A form that came back stands nowhere but in this very tab: there the other language
 * opens in another one, so that nothing typed is lost.
 */
function Switch({ c }: { c: Context<WebEnv> }) {
  const other: Language = c.var.language === 'bn' ? 'en' : 'bn';
  const keepsTab = c.req.method === 'POST';
  return (
    <a
      class="switch"
      href={pathInLanguage(c, other)}
      hreflang={other}
      lang={other}
      {...(keepsTab ? { target: '_blank', rel: 'noopener' } : {})}
    >
      {other === 'bn' ? 'বাংলা' : 'English'}
      {keepsTab && <span class="hidden"> {wordingIn(other).inNewTab}</span>}
    </a>
  );
}

/** Who is signed in, and the way out. */
function Account({ session, language }: { session: Session; language: Language }) {
  const say = signInWords(language);
  return (
    <div class="wide account">
      <span class="breakable">{session.viewer.address ?? say.administrator}</span>
      <a href={accountPath('preferences')}>{accountWords(language).account}</a>
      <form method="post" action="/sign-out">
        <FormToken session={session} />
        <button class="quiet-button" type="submit">
          {say.signOut}
        </button>
      </form>
    </div>
  );
}
