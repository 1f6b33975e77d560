import { type Context, Hono } from 'hono';
import {
  addWebhookAs,
  mayManageWebhooks,
  redeliverAs,
  rotateSecretAs,
  sendTestAs,
  switchWebhookAs,
  type WebhookParts,
} from '../../acting/manage-webhooks.ts';
import { listOffices } from '../../db/queries/offices.ts';
import { deliveriesOf, deliveryAttempts } from '../../db/queries/webhook-deliveries.ts';
import { findWebhook, listWebhooks } from '../../db/queries/webhooks.ts';
import { showPage } from '../page-layout.tsx';
import { WebhookList } from '../pages/webhook-list.tsx';
import { WebhookPage } from '../pages/webhook-page.tsx';
import { WEBHOOKS_PATH, webhookPath } from '../paths.ts';
import type { WebApp, WebEnv, WebParts } from '../web-parts.ts';
import { webhookWords } from '../wording/webhook-words.ts';

const ID = '[1-9][0-9]{0,14}';

/** So many deliveries stand on one page of the log. */
const PAGE = 30;

/** `/administration/webhooks`: which programs are told what, and what came of it. For administrators; not there for others. */
export function webhookRoutes({ database: { db }, clock, enqueueWebhooks }: WebParts): WebApp {
  const app = new Hono<WebEnv>();
  const parts: WebhookParts = { db, clock, enqueueWebhooks: enqueueWebhooks ?? (async () => {}) };

  app.get(WEBHOOKS_PATH, (c) => (mayManageWebhooks(c.var.session!.viewer) ? showList(c, {}) : c.notFound()));

  app.post(WEBHOOKS_PATH, async (c) => {
    const say = webhookWords(c.var.language);
    const form = await c.req.formData();
    const wish = {
      officeId: String(form.get('office') ?? ''),
      url: String(form.get('url') ?? '').trim(),
      events: form.getAll('events').map(String),
    };
    const offices = (await listOffices(db)).map(({ id }) => id);
    const outcome = await addWebhookAs(parts, c.var.session!.viewer, wish, offices);
    if (outcome.outcome === 'notFound') return c.notFound();
    if (outcome.outcome === 'faulty') {
      const told = { office: say.officeFault, url: say.addressFault, events: say.eventsFault };
      const faults = Object.fromEntries(outcome.faults.map((fault) => [fault, told[fault]]));
      return showList(c, { typed: { office: wish.officeId, url: wish.url }, chosen: wish.events, faults }, 422);
    }
    // The secret is shown once, so this answer cannot be a page to come back to.
    return showOne(c, outcome.id, { secret: outcome.secret });
  });

  app.get(`${WEBHOOKS_PATH}/:id{${ID}}`, (c) => {
    if (!mayManageWebhooks(c.var.session!.viewer)) return c.notFound();
    return showOne(c, idOf(c), { done: c.req.query('done') ?? null });
  });

  app.post(`${WEBHOOKS_PATH}/:id{${ID}}/rotate`, async (c) => {
    const outcome = await rotateSecretAs(parts, c.var.session!.viewer, idOf(c));
    return outcome.outcome === 'notFound' ? c.notFound() : showOne(c, idOf(c), { secret: outcome.secret });
  });

  app.post(`${WEBHOOKS_PATH}/:id{${ID}}/test`, async (c) =>
    back(c, 'test', await sendTestAs(parts, c.var.session!.viewer, idOf(c))),
  );

  app.post(`${WEBHOOKS_PATH}/:id{${ID}}/:state{(?:on|off)}`, async (c) => {
    const state = c.req.param('state') === 'on' ? 'on' : 'off';
    return back(c, state, await switchWebhookAs(parts, c.var.session!.viewer, idOf(c), state === 'on'));
  });

  app.post(`${WEBHOOKS_PATH}/:id{${ID}}/deliveries/:delivery{${ID}}/again`, async (c) =>
    back(c, 'again', await redeliverAs(parts, c.var.session!.viewer, idOf(c), Number(c.req.param('delivery')))),
  );
  return app;

  function back(c: Context<WebEnv>, done: string, { outcome }: { readonly outcome: 'done' | 'notFound' }) {
    return outcome === 'done' ? c.redirect(`${webhookPath(idOf(c))}?done=${done}`, 303) : c.notFound();
  }

  async function showList(
    c: Context<WebEnv>,
    props: Pick<Parameters<typeof WebhookList>[0], 'typed' | 'chosen' | 'faults'>,
    status: 200 | 422 = 200,
  ) {
    const { language } = c.var;
    const say = webhookWords(language);
    const [webhooks, offices] = [await listWebhooks(db), await listOffices(db)];
    const session = c.var.session!;
    const content = (
      <WebhookList webhooks={webhooks} offices={offices} session={session} language={language} {...props} />
    );
    return showPage(c, { title: say.webhooks, section: 'administration', content }, status);
  }

  async function showOne(
    c: Context<WebEnv>,
    id: number,
    props: Pick<Parameters<typeof WebhookPage>[0], 'secret' | 'done'>,
  ) {
    const { language } = c.var;
    const say = webhookWords(language);
    const webhook = await findWebhook(db, id);
    if (!webhook) return c.notFound();
    const asked = c.req.query('before') ?? '';
    const before = new RegExp(`^${ID}$`).test(asked) ? Number(asked) : null;
    const found = await deliveriesOf(db, id, { before, limit: PAGE + 1 });
    const deliveries = found.slice(0, PAGE);
    const attempts = await deliveryAttempts(
      db,
      deliveries.map((one) => one.id),
    );
    const office = (await listOffices(db)).find((one) => one.id === webhook.officeId);
    const content = (
      <WebhookPage
        webhook={webhook}
        office={office?.name[language] ?? webhook.officeId}
        deliveries={deliveries}
        attempts={attempts}
        next={found.length > PAGE ? deliveries.at(-1)!.id : null}
        session={c.var.session!}
        language={language}
        {...props}
      />
    );
    return showPage(c, {
      title: webhook.url,
      section: 'administration',
      trail: [{ href: WEBHOOKS_PATH, label: say.webhooks }],
      content,
    });
  }
}

function idOf(c: Context<WebEnv>): number {
  return Number(c.req.param('id'));
}
