import type { Language } from '../../../plan/types.ts';
import { ADMINISTRATION } from '../../administration-paths.ts';
import { WEBHOOKS_PATH } from '../../paths.ts';
import { administrationWords } from '../../wording/administration-words.ts';
import { webhookWords } from '../../wording/webhook-words.ts';

const PARTS = ['plans', 'health', 'calendar', 'sessions', 'queues'] as const;

/** What an administrator can look at and set up. */
export function AdministrationHome({ language }: { language: Language }) {
  const say = administrationWords(language);
  return (
    <>
      <div class="heading">
        <h1>{say.title}</h1>
        <p class="quiet">{say.lead}</p>
      </div>
      <ul class="doors">
        {PARTS.map((part) => (
          <li>
            <a href={`${ADMINISTRATION}/${part}`}>{say.parts[part][0]}</a>
            <p class="quiet">{say.parts[part][1]}</p>
          </li>
        ))}
        <li>
          <a href={WEBHOOKS_PATH}>{webhookWords(language).webhooks}</a>
          <p class="quiet">{webhookWords(language).lead}</p>
        </li>
      </ul>
    </>
  );
}
