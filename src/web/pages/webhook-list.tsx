import type { Office } from '../../db/queries/offices.ts';
import { type StoredWebhook, WEBHOOK_EVENTS } from '../../db/queries/webhooks.ts';
import type { Language } from '../../plan/types.ts';
import { FaultSummary, type FormFaults, InputField, SelectField, type Typed } from '../parts/fields.tsx';
import { FormToken } from '../parts/form-token.tsx';
import { WEBHOOKS_PATH, webhookPath } from '../paths.ts';
import type { Session } from '../web-parts.ts';
import { webhookWords } from '../wording/webhook-words.ts';

interface WebhookListProps {
  readonly webhooks: readonly StoredWebhook[];
  readonly offices: readonly Office[];
  readonly session: Session;
  readonly language: Language;
  readonly typed?: Typed | undefined;
  readonly chosen?: readonly string[] | undefined;
  readonly faults?: FormFaults | undefined;
}

/** All webhooks by office, and a form for a new one. */
export function WebhookList(props: WebhookListProps) {
  const { webhooks, offices, session, language, typed, chosen = WEBHOOK_EVENTS, faults = {} } = props;
  const say = webhookWords(language);
  const nameOf = new Map(offices.map(({ id, name }) => [id, name[language]]));
  return (
    <>
      <div class="heading">
        <h1>{say.webhooks}</h1>
        <p class="quiet">{say.lead}</p>
      </div>
      {webhooks.length === 0 && <p class="quiet">{say.none}</p>}
      {webhooks.length > 0 && (
        <div class="table-frame">
          <table class="list-table">
            <caption class="hidden">{say.webhooks}</caption>
            <thead>
              <tr>
                <th scope="col">{say.address}</th>
                <th scope="col">{say.office}</th>
                <th scope="col">{say.events}</th>
                <th scope="col">{say.status}</th>
              </tr>
            </thead>
            <tbody>
              {webhooks.map(({ id, url, officeId, events, disabledAt }) => (
                <tr class="row">
                  <th class="title breakable" scope="row">
                    <a href={webhookPath(id)}>{url}</a>
                  </th>
                  <td data-label={say.office}>{nameOf.get(officeId) ?? officeId}</td>
                  <td data-label={say.events}>{events.map((event) => say.event[event]).join('; ')}</td>
                  <td data-label={say.status}>{disabledAt === null ? say.on : say.off}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <section aria-labelledby="new">
        <h2 id="new">{say.addTitle}</h2>
        <FaultSummary title={say.problem} faults={faults} />
        <form method="post" action={WEBHOOKS_PATH} class="form">
          <FormToken session={session} />
          <SelectField
            name="office"
            label={say.office}
            typed={typed}
            faults={faults}
            choices={offices.map(({ id, name }) => ({ value: id, label: name[language] }))}
          />
          <InputField
            name="url"
            type="url"
            label={say.address}
            hint={say.addressHint}
            maxlength={2_000}
            required
            typed={typed}
            faults={faults}
          />
          <fieldset class={faults.events ? 'field field-faulty' : 'field'} id="events" tabindex={-1}>
            <legend>{say.events}</legend>
            {faults.events && <p class="form-fault">{faults.events}</p>}
            {WEBHOOK_EVENTS.map((event) => (
              <label class="check">
                <input type="checkbox" name="events" value={event} checked={chosen.includes(event)} />
                <span>{say.event[event]}</span>
              </label>
            ))}
          </fieldset>
          <button type="submit">{say.add}</button>
        </form>
      </section>
    </>
  );
}
