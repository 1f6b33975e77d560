import { localDate } from '../../calendar/local-time.ts';
import { formatCode, formatDate, formatFiscalYear } from '../../i18n/format.ts';
import { daysLeftPhrase, words } from '../../i18n/words.ts';
import type { Language } from '../../plan/types.ts';
import type { WaitingItem, WaitingPage } from '../../reading/waiting.ts';
import { Icon } from '../parts/status-mark.tsx';
import { indicatorPath, messagePath, questionsPath, waitingPath } from '../paths.ts';
import { officeWords } from '../wording/office-words.ts';

/** A page of its own for all that waits for the reader's answer. */
export function WaitingList({ waiting, language }: { waiting: WaitingPage; language: Language }) {
  const say = officeWords(language);
  return (
    <>
      <div class="heading">
        <h1>{say.waiting}</h1>
        <p class="quiet">{say.waitingLead}</p>
      </div>
      {waiting.items.length === 0 ? (
        <p class="empty">{say.noneWaiting}</p>
      ) : (
        <WaitingItems items={waiting.items} language={language} />
      )}
      {waiting.next !== null && (
        <p class="pager">
          <a href={waitingPath(waiting.next)}>{say.next}</a>
        </p>
      )}
    </>
  );
}

/** The same as a section of another page; nothing where nothing waits. */
export function WaitingSection({ waiting, language }: { waiting: WaitingPage; language: Language }) {
  if (waiting.items.length === 0) return null;
  const say = officeWords(language);
  return (
    <section>
      <h2>{say.waiting}</h2>
      <WaitingItems items={waiting.items} language={language} />
      {waiting.next !== null && (
        <p>
          <a href={waitingPath(null)}>{say.next}</a>
        </p>
      )}
    </section>
  );
}

function WaitingItems({ items, language }: { items: readonly WaitingItem[]; language: Language }) {
  return (
    <ul class="waiting">
      {items.map((item) => (
        <Item item={item} language={language} />
      ))}
    </ul>
  );
}

function Item({ item, language }: { item: WaitingItem; language: Language }) {
  const { plan, indicator, escalation, due, daysLate, period } = item;
  const say = officeWords(language);
  const told = formatDate(localDate(escalation.toldAt, plan.zone), language);
  return (
    <li class="waiting-item">
      <p class="quiet">
        {plan.office.name[language]}, {formatFiscalYear(plan.fiscalYear, language)}
      </p>
      <p class="waiting-title">
        <a href={indicatorPath(plan.id, indicator.code)}>
          <span class="code">{formatCode(indicator.code, language)}</span> {indicator.title[language]}
        </a>
        {period && <span class="small">{period[language]}</span>}
      </p>
      <p class="mark late">
        <Icon shape="alert" />
        <span>{say.missedOn(formatDate(due, language), daysLeftPhrase(-daysLate, language))}</span>
      </p>
      <p class="small">
        {say.toldOn(told, words(language).role[escalation.role])} ·{' '}
        <a href={messagePath(escalation.messageId)}>{say.letter}</a>
      </p>
      <p>
        <a class="button" href={questionsPath(plan.id, indicator.code)}>
          {say.answer}
        </a>
      </p>
    </li>
  );
}
