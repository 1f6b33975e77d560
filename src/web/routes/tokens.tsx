import { type Context, Hono } from 'hono';
import { revokeToken, SCOPES, type Scope, tokensOf } from '../../db/queries/api-tokens.ts';
import { MOST_TOKENS, makeApiToken } from '../../sign-in/api-tokens.ts';
import { showPage } from '../page-layout.tsx';
import { TOKEN_LASTS, TokenList } from '../pages/token-list.tsx';
import type { FormFaults } from '../parts/fields.tsx';
import { TOKENS_PATH } from '../paths.ts';
import type { WebApp, WebEnv, WebParts } from '../web-parts.ts';
import { tokenWords } from '../wording/token-words.ts';

/** `/account/tokens`: with these, programs act in one's name. */
export function tokenRoutes({ database: { db }, clock }: WebParts): WebApp {
  const app = new Hono<WebEnv>();

  app.get(TOKENS_PATH, (c) => show(c, {}));

  app.post(TOKENS_PATH, async (c) => {
    const session = c.var.session!;
    const say = tokenWords(c.var.language);
    const form = await c.req.formData();
    const name = String(form.get('name') ?? '')
      .normalize('NFC')
      .trim();
    const lasts = String(form.get('lasts') ?? '');
    const chosen = form.getAll('scopes').map(String);
    const scopes = SCOPES.filter(
      (scope: Scope) => chosen.includes(scope) && (scope !== 'administer' || session.viewer.isAdministrator),
    );
    const own = await tokensOf(db, session.viewer.address, clock.now());
    const nameFault = name === '' || name.length > 100 || /\p{Cc}/u.test(name) ? say.nameMissing : undefined;
    const faults: FormFaults = {
      name: nameFault ?? (own.length >= MOST_TOKENS ? say.tooMany : undefined),
      scopes: scopes.length === 0 ? say.scopeMissing : undefined,
      lasts: TOKEN_LASTS.some((one) => one === lasts) ? undefined : say.lastsUnknown,
    };
    if (Object.values(faults).some((fault) => fault !== undefined)) {
      return show(c, { typed: { name, lasts }, chosen, faults }, 422);
    }
    const days = lasts === 'none' ? null : Number(lasts);
    const made = await makeApiToken(db, { address: session.viewer.address, name, scopes, days }, clock.now());
    // The secret is shown once and kept nowhere, so this answer cannot be a page to come back to.
    return show(c, { made });
  });

  app.post(`${TOKENS_PATH}/:id{[1-9][0-9]{0,14}}/revoke`, async (c) => {
    const { viewer } = c.var.session!;
    if (!(await revokeToken(db, Number(c.req.param('id')), viewer.address, clock.now()))) return c.notFound();
    return c.redirect(TOKENS_PATH, 303);
  });
  return app;

  async function show(
    c: Context<WebEnv>,
    props: Pick<Parameters<typeof TokenList>[0], 'made' | 'typed' | 'chosen' | 'faults'>,
    status: 200 | 422 = 200,
  ): Promise<Response> {
    const { language } = c.var;
    const session = c.var.session!;
    const tokens = await tokensOf(db, session.viewer.address, clock.now());
    const content = <TokenList tokens={tokens} session={session} language={language} {...props} />;
    return showPage(c, { title: tokenWords(language).tokens, section: null, content }, status);
  }
}
