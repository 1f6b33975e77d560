import type { Language } from '../../../plan/types.ts';
import { ADMINISTRATION } from '../../administration-paths.ts';
import { administrationWords } from '../../wording/administration-words.ts';

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
      </ul>
    </>
  );
}
