import type { MessageStatus } from '../../db/queries/messages.ts';
import type { PlanChoice } from '../../db/queries/plan-choices.ts';
import { formatFiscalYear } from '../../i18n/format.ts';
import type { Language } from '../../plan/types.ts';
import { messagesPath } from '../paths.ts';
import { messageWords } from '../wording/message-words.ts';
import { wordingIn } from '../wording/wording.ts';

/** By what a list of letters is narrowed. */
export interface MessageSearch {
  readonly status: MessageStatus | null;
  readonly plan: string | null;
  readonly search: string | null;
}

interface Props extends MessageSearch {
  /** The plans to choose from; empty where there are too many for a list that opens. */
  readonly choices: readonly PlanChoice[];
  readonly language: Language;
}

/** Looks for letters by plan and by words; a form that changes nothing, so its answers can be kept as an address. */
export function MessageFinder({ status, plan, search, choices, language }: Props) {
  const say = messageWords(language);
  const isNarrowed = plan !== null || search !== null;
  return (
    <search>
      <form class="finder" method="get" action="/messages" aria-label={say.find}>
        {status !== null && <input type="hidden" name="status" value={status} />}
        <div class="finder-field">
          <label for="search">{say.search}</label>
          <input
            id="search"
            name="search"
            type="search"
            value={search ?? ''}
            maxlength={100}
            placeholder={say.searchHint}
          />
        </div>
        {choices.length > 1 ? (
          <div class="finder-field">
            <label for="plan">{wordingIn(language).workPlan}</label>
            <select id="plan" name="plan">
              <option value="">{say.allPlans}</option>
              {choices.map(({ id, office, fiscalYear }) => (
                <option value={id} selected={id === plan}>
                  {office[language]}, {formatFiscalYear(fiscalYear, language)}
                </option>
              ))}
            </select>
          </div>
        ) : (
          plan !== null && <input type="hidden" name="plan" value={plan} />
        )}
        <button type="submit">{say.show}</button>
        {isNarrowed && <a href={messagesPath({ status })}>{say.showAll}</a>}
      </form>
    </search>
  );
}
