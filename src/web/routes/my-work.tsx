import { Hono } from 'hono';
import { planFaces } from '../../db/queries/plan-faces.ts';
import type { DefinitionCache } from '../../engine/definition-cache.ts';
import { holdsAnyPost, readMyWork } from '../../reading/my-work.ts';
import { readablePlans } from '../../reading/readable-plans.ts';
import { readWaiting } from '../../reading/waiting.ts';
import { showPage } from '../page-layout.tsx';
import { isFocalPoints, MyWorkPage } from '../pages/my-work-page.tsx';
import { WaitingSection } from '../pages/waiting-list.tsx';
import { planPath } from '../paths.ts';
import type { WebApp, WebEnv, WebParts } from '../web-parts.ts';
import { wordingIn } from '../wording/wording.ts';

/** So many escalations are shown here; the others have a page of their own. */
const WAITING = 10;

/** `/my-work`, and `/`, which leads there whoever has a post, and all others to the plans. */
export function myWorkRoutes({ database: { db }, clock }: WebParts, definitions: DefinitionCache): WebApp {
  const app = new Hono<WebEnv>();

  app.get('/', async (c) => {
    const { viewer } = c.var.session!;
    const now = clock.now();
    if (await holdsAnyPost(db, viewer, now)) return c.redirect('/my-work');
    const [only, ...others] = await planFaces(db, await readablePlans(db, viewer, now));
    return c.redirect(only && others.length === 0 ? planPath(only.id) : '/plans');
  });

  app.get('/my-work', async (c) => {
    const { language } = c.var;
    const { viewer } = c.var.session!;
    const now = clock.now();
    const work = await readMyWork(db, definitions, viewer, now);
    const waiting = c.var.seesOffices ? await readWaiting(db, definitions, viewer, now, { limit: WAITING }) : null;
    const focal = work.duties.filter(isFocalPoints).length;
    const isMixed = focal > 0 && focal < work.duties.length;
    const content = (
      <MyWorkPage
        work={work}
        asFocalPoint={isMixed ? c.req.query('as') === 'focalPoint' : null}
        waiting={waiting && waiting.items.length > 0 && <WaitingSection waiting={waiting} language={language} />}
        language={language}
      />
    );
    return showPage(c, { title: wordingIn(language).myWork, section: 'myWork', content });
  });
  return app;
}
