import { type Context, Hono } from 'hono';
import { endLeave, type LeaveFaults, leaveChoices, leavesAhead, takeLeave } from '../../acting/take-leave.ts';
import { localDate } from '../../calendar/local-time.ts';
import { parseHumanDate } from '../../calendar/parse-date.ts';
import { planFaces } from '../../db/queries/plan-faces.ts';
import { findPlan } from '../../db/queries/plans.ts';
import type { Language, Plan } from '../../plan/types.ts';
import { ownPlans } from '../../reading/readable-plans.ts';
import { showPage } from '../page-layout.tsx';
import { LeavePage, type LeavePageProps } from '../pages/leave-page.tsx';
import { accountPath } from '../parts/account-menu.tsx';
import type { FormFaults, Typed } from '../parts/fields.tsx';
import { textFields } from '../text-fields.ts';
import type { WebApp, WebEnv, WebParts } from '../web-parts.ts';
import { accountWords } from '../wording/account-words.ts';

const PATH = accountPath('leave');

/** Being away, and who stands in. */
export function leaveRoutes(parts: WebParts): WebApp {
  const app = new Hono<WebEnv>();
  const acting = { db: parts.database.db, clock: parts.clock };

  app.get(PATH, async (c) => {
    const done = c.req.query('done');
    const shown = { done: done === 'set' || done === 'ended' ? done : undefined } as const;
    const props = await read(c, parts, c.req.query('plan'));
    return props ? show(c, { ...props, ...shown }) : c.notFound();
  });

  app.post(PATH, async (c) => {
    const { language } = c.var;
    const typed = await textFields(c);
    const { plan: planId = '', person = '', deputy = '' } = typed;
    const props = await read(c, parts, planId);
    if (!props) return c.notFound();
    const from = parseHumanDate(typed.from ?? '');
    const to = parseHumanDate(typed.to ?? '');
    const unread = unreadOf(typed, from, to, language);
    if (from === null || to === null || Object.keys(unread).length > 0) {
      return show(c, { ...props, typed, faults: unread }, 422);
    }
    const answer = await takeLeave(acting, c.var.session!.viewer, { planId, person, deputy, from, to });
    if (answer.outcome === 'notFound') return c.notFound();
    if (answer.outcome === 'forbidden') return showForbidden(c);
    if (answer.outcome === 'faulty') {
      return show(c, { ...props, typed, faults: inWords(answer.faults, language) }, 422);
    }
    return c.redirect(pathAfter(planId, 'set'), 303);
  });

  app.post(`${PATH}/:id{[1-9][0-9]{0,14}}/end`, async (c) => {
    const answer = await endLeave(acting, c.var.session!.viewer, Number(c.req.param('id')));
    if (answer.outcome === 'forbidden') return showForbidden(c);
    return answer.outcome === 'done' ? c.redirect(pathAfter(answer.planId, 'ended'), 303) : c.notFound();
  });
  return app;
}

function pathAfter(plan: string, done: 'set' | 'ended'): string {
  return `${PATH}?${new URLSearchParams({ plan, done })}`;
}

/** What the page of a plan shows; null where the plan asked for is none that this viewer may see. */
async function read(c: Context<WebEnv>, parts: WebParts, planId = ''): Promise<LeavePageProps | null> {
  const { db } = parts.database;
  const session = c.var.session!;
  const { viewer } = session;
  const own = await ownPlans(db, viewer, parts.clock.now());
  const plans = viewer.isAdministrator
    ? await planFaces(db)
    : own.map((plan) => ({ ...plan, office: plan.office.name }));
  const chosen = planId === '' ? (own[0]?.id ?? plans[0]?.id) : plans.find(({ id }) => id === planId)?.id;
  if (planId !== '' && chosen === undefined) return null;
  const plan = chosen === undefined ? null : await planOf(parts, own, chosen);
  const shown = { plans, session, language: c.var.language };
  if (!plan) return { ...shown, plan: null, leaves: [], own: [] };
  const on = localDate(parts.clock.now(), plan.zone);
  const { absentees, deputies, own: ownPeople } = leaveChoices(viewer, plan, on);
  return {
    ...shown,
    plan: { id: plan.id, absentees, deputies },
    leaves: await leavesAhead({ db, clock: parts.clock }, viewer, [plan]),
    own: ownPeople.map(({ id }) => id),
  };
}

async function planOf({ database }: WebParts, own: readonly Plan[], id: string): Promise<Plan | null> {
  return own.find((plan) => plan.id === id) ?? (await findPlan(database.db, id))?.body ?? null;
}

function show(c: Context<WebEnv>, props: LeavePageProps, status: 200 | 422 = 200): Response {
  const title = accountWords(props.language).leave;
  return showPage(c, { title, section: null, content: <LeavePage {...props} /> }, status);
}

function showForbidden(c: Context<WebEnv>): Response {
  const say = accountWords(c.var.language);
  const content = (
    <div class="prose">
      <h1>{say.leave}</h1>
      <p class="lead">{say.mayNot}</p>
    </div>
  );
  return showPage(c, { title: say.leave, section: null, content }, 403);
}

/** What was left out, or is no date. */
function unreadOf(typed: Typed, from: string | null, to: string | null, language: Language): FormFaults {
  const say = accountWords(language);
  return {
    ...(!typed.person && { person: say.choosePerson }),
    ...(!typed.deputy && { deputy: say.chooseDeputy }),
    ...(from === null && { from: `${say.firstDay}: ${say.notADate}` }),
    ...(to === null && { to: `${say.lastDay}: ${say.notADate}` }),
  };
}

function inWords({ from, to, deputy }: LeaveFaults, language: Language): FormFaults {
  const { leaveFault: say } = accountWords(language);
  return {
    ...(deputy && { deputy: say[deputy.code] }),
    ...(from && { from: from.code === 'overlaps' ? say.overlaps(from.other.from, from.other.to) : say.afterYear }),
    ...(to && { to: say[to.code] }),
  };
}
