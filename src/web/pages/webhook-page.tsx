import { HOME_ZONE } from '../../calendar/home-zone.ts';
import type { DeliveryAttempt, StoredDelivery } from '../../db/queries/webhook-deliveries.ts';
import type { StoredWebhook } from '../../db/queries/webhooks.ts';
import { formatNumber } from '../../i18n/format.ts';
import type { Language } from '../../plan/types.ts';
import { DoneNotice } from '../parts/fields.tsx';
import { FormToken } from '../parts/form-token.tsx';
import { Moment } from '../parts/time.tsx';
import { webhookPath } from '../paths.ts';
import type { Session } from '../web-parts.ts';
import { webhookWords } from '../wording/webhook-words.ts';

interface WebhookPageProps {
  readonly webhook: StoredWebhook;
  readonly office: string;
  readonly deliveries: readonly StoredDelivery[];
  readonly attempts: readonly DeliveryAttempt[];
  /** Below which id the next page begins; null on the last one. */
  readonly next: number | null;
  readonly session: Session;
  readonly language: Language;
  /** The only time that it is shown. */
  readonly secret?: string | undefined;
  readonly done?: string | null | undefined;
}

/** One webhook: what can be done with it, and all that it was told. */
export function WebhookPage(props: WebhookPageProps) {
  const { webhook, office, deliveries, attempts, next, session, language, secret, done } = props;
  const say = webhookWords(language);
  const isOn = webhook.disabledAt === null;
  const notice = done && Object.hasOwn(say.done, done) ? say.done[done as keyof typeof say.done] : null;
  return (
    <>
      <div class="heading">
        <h1 class="breakable">{webhook.url}</h1>
        <p class="quiet">
          {office} · {isOn ? say.on : say.off} · {webhook.events.map((event) => say.event[event]).join('; ')}
        </p>
      </div>
      {notice && <DoneNotice>{notice}</DoneNotice>}
      {secret && (
        <section class="made-secret" role="status" aria-labelledby="secret">
          <h2 id="secret">{say.secret}</h2>
          <p>{say.secretAdvice}</p>
          <p>
            <code class="secret">{secret}</code>
          </p>
        </section>
      )}
      <div class="deeds">
        {isOn && <Deed webhook={webhook} session={session} deed="test" label={say.sendTest} />}
        <Deed webhook={webhook} session={session} deed="rotate" label={say.rotate} />
        <Deed webhook={webhook} session={session} deed={isOn ? 'off' : 'on'} label={isOn ? say.disable : say.enable} />
      </div>
      <p class="field-hint">{say.rotateAdvice}</p>
      <h2>{say.log}</h2>
      <p class="quiet">{say.logLead}</p>
      {deliveries.length === 0 && <p class="quiet">{say.nothingYet}</p>}
      {deliveries.map((delivery) => (
        <DeliveryPart
          delivery={delivery}
          attempts={attempts.filter(({ deliveryId }) => deliveryId === delivery.id)}
          session={session}
          language={language}
          isOn={isOn}
        />
      ))}
      {next !== null && (
        <p>
          <a href={`${webhookPath(webhook.id)}?before=${next}`}>{say.older}</a>
        </p>
      )}
    </>
  );
}

function Deed(props: {
  readonly webhook: StoredWebhook;
  readonly session: Session;
  readonly deed: string;
  readonly label: string;
}) {
  return (
    <form method="post" action={`${webhookPath(props.webhook.id)}/${props.deed}`}>
      <FormToken session={props.session} />
      <button class="quiet-button" type="submit">
        {props.label}
      </button>
    </form>
  );
}

function DeliveryPart(props: {
  readonly delivery: StoredDelivery;
  readonly attempts: readonly DeliveryAttempt[];
  readonly session: Session;
  readonly language: Language;
  readonly isOn: boolean;
}) {
  const { delivery, attempts, session, language, isOn } = props;
  const { id, webhookId, event, eventId, status, createdAt, body } = delivery;
  const say = webhookWords(language);
  const name = event === 'test' ? say.test : ((say.event as Readonly<Record<string, string>>)[event] ?? event);
  return (
    <section class="api-operation" aria-label={`${name} ${eventId}`}>
      <h3>
        {name}: {say.delivery[status]}
      </h3>
      <p class="small">
        <Moment at={createdAt} zone={HOME_ZONE} language={language} /> · <code>{eventId}</code>
      </p>
      <ul class="api-fields">
        {attempts.map(({ attempt, at, status: answered, answer }) => (
          <li>
            {say.attempt(formatNumber(attempt, language))}, <Moment at={at} zone={HOME_ZONE} language={language} />:{' '}
            <strong>{answered === null ? say.noAnswer : answered}</strong>
            {answer && <pre class="attempt-answer">{answer}</pre>}
          </li>
        ))}
      </ul>
      <details>
        <summary>JSON</summary>
        <pre class="attempt-answer">{JSON.stringify(body, null, 2)}</pre>
      </details>
      {isOn && (status === 'delivered' || status === 'failed') && (
        <form method="post" action={`${webhookPath(webhookId)}/deliveries/${id}/again`}>
          <FormToken session={session} />
          <button class="quiet-button" type="submit">
            {say.again}
          </button>
        </form>
      )}
    </section>
  );
}
