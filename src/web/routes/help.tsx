import { Hono } from 'hono';
import { formatFiscalYear } from '../../i18n/format.ts';
import type { Policy } from '../../plan/types.ts';
import { ownPlans } from '../../reading/readable-plans.ts';
import { HELP_TOPICS } from '../help/topics.ts';
import { pictureName } from '../help-assets.ts';
import { knowsOffices } from '../knows-offices.ts';
import { showPage } from '../page-layout.tsx';
import { HelpLadder } from '../pages/help-ladder.tsx';
import { HelpIndexPage, HelpTopicPage, Picture } from '../pages/help-pages.tsx';
import { HELP_PATH } from '../paths.ts';
import { knowSession } from '../require-session.ts';
import type { SessionCookie } from '../session-cookie.ts';
import type { Session, WebApp, WebEnv, WebParts } from '../web-parts.ts';
import { helpWords } from '../wording/help-words.ts';

/** `/help` and its topics. It tells nothing of any office but to those whom its plan names, so strangers may read it. */
export function helpRoutes(parts: WebParts, cookie: SessionCookie): WebApp {
  const { database, clock, library } = parts;
  const app = new Hono<WebEnv>();
  const known = [knowSession(parts, cookie), knowsOffices(parts)] as const;

  app.get('/help', ...known, (c) => {
    const { language, session } = c.var;
    const content = <HelpIndexPage language={language} isSignedIn={session !== undefined} />;
    return showPage(c, { title: helpWords(language).help, section: 'help', content });
  });

  app.get('/help/:topic{[a-z-]+}', ...known, async (c) => {
    const { language, session, assets } = c.var;
    const topic = HELP_TOPICS.find(({ id }) => id === c.req.param('topic'));
    if (!topic) return c.notFound();
    const text = topic.text[language];
    const { policy, plan } = await policyFor(session);
    const planTitle = plan && `${plan.office.name[language]}, ${formatFiscalYear(plan.fiscalYear, language)}`;
    const content = (
      <HelpTopicPage id={topic.id} text={text} language={language} isSignedIn={session !== undefined}>
        {text.content({
          picture: (name, alt) => {
            const picture = assets.helpPictures.get(pictureName(name, language));
            return picture ? <Picture picture={picture} alt={alt} /> : null;
          },
          ladder: policy && <HelpLadder policy={policy} planTitle={planTitle} language={language} />,
        })}
      </HelpTopicPage>
    );
    const trail = [{ href: HELP_PATH, label: helpWords(language).help }];
    return showPage(c, { title: text.title, section: 'help', trail, content });
  });
  return app;

  /** The policy of the reader's newest plan; for all others the standard one. */
  async function policyFor(session: Session | undefined) {
    const [plan] = session ? await ownPlans(database.db, session.viewer, clock.now()) : [];
    const policy: Policy | undefined = plan?.policy ?? library.surroundings().policies.get('standard');
    return { plan: plan ?? null, policy };
  }
}
