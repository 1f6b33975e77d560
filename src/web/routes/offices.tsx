import { Hono } from 'hono';
import { officeCounts } from '../../db/queries/office-counts.ts';
import type { DefinitionCache } from '../../engine/definition-cache.ts';
import { OfficeScores } from '../../reading/office-scores.ts';
import { overseenPlans, plansBelow } from '../../reading/overseen-plans.ts';
import { readWaiting } from '../../reading/waiting.ts';
import { inOrder, OFFICE_SORTS, type OfficeRow, type OfficeSort } from '../office-ranking.ts';
import { showPage } from '../page-layout.tsx';
import { OfficeList } from '../pages/office-list.tsx';
import { WaitingList } from '../pages/waiting-list.tsx';
import type { WebApp, WebEnv, WebParts } from '../web-parts.ts';
import { officeWords } from '../wording/office-words.ts';
import { wordingIn } from '../wording/wording.ts';

/** So many offices, and so many missed targets, stand on one page. */
const PAGE = 50;

/** So many offices are taken in at a glance. */
const FEW = 10;

/** `/offices` and `/offices/escalations`; not there for whoever has no office below. */
export function officeRoutes({ database: { db }, clock }: WebParts, definitions: DefinitionCache): WebApp {
  const app = new Hono<WebEnv>();
  const scores = new OfficeScores(definitions);

  app.get('/offices', async (c) => {
    const { language } = c.var;
    const { viewer } = c.var.session!;
    const now = clock.now();
    const below = await overseenPlans(db, viewer, now);
    if (below?.length === 0) return c.notFound();
    const held = below ?? (await plansBelow(db, viewer, now));
    const counts = await officeCounts(db, below?.map(({ planId }) => planId) ?? null);
    const years = [...new Set(counts.map(({ fiscalYear }) => fiscalYear))].sort().reverse();
    const year = yearOf(c.req.query('year'), years);
    const search = c.req.query('search')?.normalize('NFC').trim().slice(0, 100) || null;
    const chosen = counts.filter(
      ({ fiscalYear, office }) =>
        (year === null || fiscalYear === year) &&
        (search === null || Object.values(office).some((name) => has(name, search))),
    );
    const scored = await scores.of(db, chosen, now);
    const rows = chosen.map((row): OfficeRow => ({ ...row, score: scored.get(row.planId) ?? null }));
    const sort = sortOf(c.req.query('sort'));
    const reversed = c.req.query('reversed') === 'yes';
    const ordered = inOrder(rows, sort, reversed, language);
    const pages = Math.max(1, Math.ceil(ordered.length / PAGE));
    const page = Math.min(pages, Math.max(1, Math.trunc(Number(c.req.query('page'))) || 1));
    const waiting = await readWaiting(db, definitions, viewer, now, { limit: PAGE }, held);
    const content = (
      <OfficeList
        rows={ordered.slice((page - 1) * PAGE, page * PAGE)}
        all={ordered}
        years={years}
        year={year}
        search={search}
        sort={sort}
        reversed={reversed}
        isLong={counts.length > FEW || search !== null}
        page={page}
        pages={pages}
        waiting={{ count: waiting.items.length, isMore: waiting.next !== null }}
        language={language}
      />
    );
    return showPage(c, { title: wordingIn(language).offices, section: 'offices', content });
  });

  app.get('/offices/escalations', async (c) => {
    const { language } = c.var;
    const { viewer } = c.var.session!;
    const now = clock.now();
    const held = await plansBelow(db, viewer, now);
    if (held.length === 0 && !viewer.isAdministrator) return c.notFound();
    const asked = c.req.query('after') ?? '';
    const after = /^[1-9][0-9]{0,14}$/.test(asked) ? Number(asked) : undefined;
    const waiting = await readWaiting(db, definitions, viewer, now, { limit: PAGE, after }, held);
    return showPage(c, {
      title: officeWords(language).waiting,
      section: 'offices',
      trail: [{ href: '/offices', label: wordingIn(language).offices }],
      content: <WaitingList waiting={waiting} language={language} />,
    });
  });
  return app;
}

/** The year asked for; the latest where none is, and none for all of them. */
function yearOf(asked: string | undefined, years: readonly string[]): string | null {
  if (asked === 'all') return null;
  return years.find((year) => year === asked) ?? years[0] ?? null;
}

function sortOf(asked: string | undefined): OfficeSort {
  return OFFICE_SORTS.find((sort) => sort === asked) ?? 'worst';
}

function has(name: string, search: string): boolean {
  return name.normalize('NFC').toLowerCase().includes(search.toLowerCase());
}
