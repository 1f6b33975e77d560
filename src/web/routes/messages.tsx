import { type Context, Hono } from 'hono';
import { changeMessage } from '../../acting/change-message.ts';
import { localDate } from '../../calendar/local-time.ts';
import { listAttempts } from '../../db/queries/attempts.ts';
import { countMessages, findMessage, listMessages, type MessageStatus } from '../../db/queries/messages.ts';
import { planChoices } from '../../db/queries/plan-choices.ts';
import { planFaces } from '../../db/queries/plan-faces.ts';
import { findPlan } from '../../db/queries/plans.ts';
import { readableLetters } from '../../reading/readable-plans.ts';
import { mayDo } from '../../rights/rights.ts';
import { showPage } from '../page-layout.tsx';
import { MessageList } from '../pages/message-list.tsx';
import { MessagePage } from '../pages/message-page.tsx';
import { messagePath } from '../paths.ts';
import { LETTER_POLICY } from '../security.ts';
import { showForbidden } from '../show-forbidden.tsx';
import type { WebApp, WebEnv, WebParts } from '../web-parts.ts';
import { wordingIn } from '../wording/wording.ts';

/** So many letters stand on one page of the list. */
const PAGE = 50;

/** More plans than this are not chosen from a list that opens; their letters are found by words, or from their pages. */
const MOST_CHOICES = 60;

/** A number that `bigint` can hold; anything else is no letter of ours. */
const ID = '[1-9][0-9]{0,14}';

/** What can be done to a letter: where, what that is, and what its page then says of it. */
const CHANGES = [
  ['send-again', 'sendMessageAgain', 'queued'],
  ['cancel', 'cancelMessage', 'cancelled'],
] as const;

/** `/messages`, `/messages/:id` with what can be done to it, and the letter's own HTML and calendar file under it. */
export function messageRoutes({ database: { db }, clock, engine, logger }: WebParts): WebApp {
  const app = new Hono<WebEnv>();

  app.get('/messages', async (c) => {
    const { language } = c.var;
    const scope = await readableLetters(db, c.var.session!.viewer, clock.now());
    const { plan, search } = { plan: words(c.req.query('plan')), search: words(c.req.query('search')) };
    const narrowed = { planId: plan ?? undefined, search: search ?? undefined };
    const counts = await countMessages(db, scope, narrowed);
    const asked = c.req.query('status');
    const status = asked !== undefined && Object.hasOwn(counts, asked) ? (asked as MessageStatus) : null;
    const before = new RegExp(`^${ID}$`).test(c.req.query('before') ?? '') ? Number(c.req.query('before')) : null;
    const found = await listMessages(db, {
      scope,
      ...narrowed,
      status: status ?? undefined,
      before: before ?? undefined,
      limit: PAGE + 1,
    });
    const messages = found.slice(0, PAGE);
    const faces = await planFaces(db, [...new Set(messages.map(({ planId }) => planId))]);
    const choices = await planChoices(db, scope?.ownPlans ?? null, MOST_CHOICES + 1);
    const content = (
      <MessageList
        plan={plan}
        search={search}
        choices={choices.length > MOST_CHOICES ? [] : choices}
        messages={messages}
        counts={counts}
        plans={new Map(faces.map((face) => [face.id, face]))}
        status={status}
        next={found.length > PAGE ? messages.at(-1)!.id : null}
        isFirst={before === null}
        language={language}
      />
    );
    return showPage(c, { title: wordingIn(language).messages, section: 'messages', content });
  });

  app.get(`/messages/:id{${ID}}`, async (c) => {
    const { language } = c.var;
    const found = await readable(c, c.req.param('id'));
    if (!found) return c.notFound();
    const { message, plan, may } = found;
    const session = c.var.session!;
    const done = c.req.query('done');
    const attempts = await listAttempts(db, message.id);
    return showPage(c, {
      title: message.subject,
      section: 'messages',
      trail: [{ href: '/messages', label: wordingIn(language).messages }],
      content: (
        <MessagePage
          message={message}
          attempts={attempts}
          plan={plan}
          may={may}
          session={session}
          done={done}
          language={language}
        />
      ),
    });
  });

  app.get(`/messages/:id{${ID}}/body`, async (c) => {
    const { message } = (await readable(c, c.req.param('id'))) ?? {};
    if (!message) return c.notFound();
    // Its links open in the whole window rather than inside the frame that shows the letter.
    const html = message.html.replace('<head>', '<head><base target="_top">');
    return c.html(html, 200, {
      'Content-Security-Policy': LETTER_POLICY,
      'X-Frame-Options': 'SAMEORIGIN',
      'Cache-Control': 'private, no-store',
    });
  });

  app.get(`/messages/:id{${ID}}/deadline.ics`, async (c) => {
    const { message } = (await readable(c, c.req.param('id'))) ?? {};
    if (!message?.ics) return c.notFound();
    return c.body(message.ics, 200, {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'attachment; filename="deadline.ics"',
      'Cache-Control': 'private, no-store',
    });
  });

  for (const [path, change, done] of CHANGES) {
    app.post(`/messages/:id{${ID}}/${path}`, async (c) => {
      const id = Number(c.req.param('id'));
      const answer = await changeMessage({ db, engine, clock, logger }, c.var.session!.viewer, id, change);
      if (answer.outcome === 'notFound') return c.notFound();
      if (answer.outcome === 'forbidden') return showForbidden(c, answer.verdict);
      return c.redirect(`${messagePath(id)}?done=${answer.outcome === 'changed' ? done : 'too-late'}`, 303);
    });
  }
  return app;

  /** A letter with its plan, when the reader may see all of the plan's or it went to the reader. */
  async function readable(c: Context<WebEnv>, id: string) {
    const message = await findMessage(db, Number(id));
    const plan = message && (await findPlan(db, message.planId))?.body;
    if (!message || !plan) return null;
    const { viewer } = c.var.session!;
    const on = localDate(clock.now(), plan.zone);
    const allowed =
      mayDo(viewer, 'readMessages', { plan, on }).allowed ||
      mayDo(viewer, 'readOwnMessages', { plan, on, address: message.address }).allowed;
    const may = {
      sendAgain: mayDo(viewer, 'sendMessageAgain', { plan, on }).allowed,
      cancel: mayDo(viewer, 'cancelMessage', { plan, on }).allowed,
    };
    return allowed ? { message, plan: { ...plan, office: plan.office.name }, may } : null;
  }
}

/** What was typed, as it is stored; null where nothing was. */
function words(text: string | undefined): string | null {
  return text?.normalize('NFC').replaceAll('\0', '').trim().slice(0, 100) || null;
}
