import { localDate } from '../../calendar/local-time.ts';
import { formatCode, formatDate, formatFiscalYear } from '../../i18n/format.ts';
import type { Language } from '../../plan/types.ts';
import type { AskedOf } from '../../reading/my-work.ts';
import { postTitle } from '../parts/people.ts';
import { indicatorPath, questionsPath } from '../paths.ts';
import { myWorkWords } from '../wording/my-work-words.ts';

/** What the reader is asked to explain, each with the way to the form; nothing where nobody asks. */
export function AskedList({ asked, language }: { asked: readonly AskedOf[]; language: Language }) {
  if (asked.length === 0) return null;
  const say = myWorkWords(language);
  return (
    <section>
      <h2>{say.asked}</h2>
      <ul class="waiting">
        {asked.map(({ plan, indicator, question }) => (
          <li class="waiting-item">
            <p class="quiet">
              {plan.office.name[language]}, {formatFiscalYear(plan.fiscalYear, language)}
            </p>
            <p class="waiting-title">
              <a href={indicatorPath(plan.id, indicator.code)}>
                <span class="code">{formatCode(indicator.code, language)}</span> {indicator.title[language]}
              </a>
            </p>
            <p class="asked-text">{question.text}</p>
            <p class="small">
              {postTitle(plan.posts, question.post, language)} ·{' '}
              {formatDate(localDate(question.at, plan.zone), language)}
            </p>
            <p>
              <a class="button" href={questionsPath(plan.id, indicator.code)}>
                {say.explain}
              </a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
