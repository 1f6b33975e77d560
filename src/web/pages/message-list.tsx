import type { MessageStatus, MessageSummary } from '../../db/queries/messages.ts';
import type { PlanChoice } from '../../db/queries/plan-choices.ts';
import type { PlanFace } from '../../db/queries/plan-faces.ts';
import { formatNumber } from '../../i18n/format.ts';
import type { Language } from '../../plan/types.ts';
import { postTitle } from '../parts/people.ts';
import { Mark } from '../parts/status-mark.tsx';
import { Moment } from '../parts/time.tsx';
import { messagePath, messagesPath } from '../paths.ts';
import { wordingIn } from '../wording/wording.ts';
import { MessageFinder, type MessageSearch } from './message-finder.tsx';

export interface MessageListProps extends MessageSearch {
  readonly messages: readonly MessageSummary[];
  readonly counts: Readonly<Record<MessageStatus, number>>;
  readonly plans: ReadonlyMap<string, PlanFace>;
  readonly choices: readonly PlanChoice[];
  /** The id of the letter after which the list goes on; null on its last page. */
  readonly next: number | null;
  readonly isFirst: boolean;
  readonly language: Language;
}

/** The letters that were written, newest first, a page at a time. */
export function MessageList(props: MessageListProps) {
  const { messages, status, plan, search, next, isFirst, language } = props;
  const say = wordingIn(language);
  return (
    <>
      <div class="heading">
        <h1>{say.messages}</h1>
        <p class="quiet">{say.messagesLead}</p>
      </div>
      <MessageFinder {...props} />
      <StateFilter {...props} />
      {messages.length === 0 ? <p class="empty">{say.noMessages}</p> : <MessageTable {...props} />}
      {(next !== null || !isFirst) && (
        <p class="pager">
          {!isFirst && <a href={messagesPath({ status, plan, search })}>{say.newest}</a>}
          {next !== null && <a href={messagesPath({ status, plan, search, before: next })}>{say.older}</a>}
        </p>
      )}
    </>
  );
}

function StateFilter({ counts, status, plan, search, language }: MessageListProps) {
  const say = wordingIn(language);
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const entries = [
    { to: null, label: say.all, count: total },
    ...(Object.keys(counts) as MessageStatus[]).map((to) => ({
      to,
      label: say.messageStatus[to],
      count: counts[to],
    })),
  ].filter(({ to, count }) => to === null || to === status || count > 0);
  return (
    <nav class="filter" aria-label={say.filterByState}>
      {entries.map(({ to, label, count }) => (
        <a href={messagesPath({ status: to, plan, search })} {...(to === status ? { 'aria-current': 'true' } : {})}>
          {label} <span class="quiet">{formatNumber(count, language)}</span>
        </a>
      ))}
    </nav>
  );
}

function MessageTable({ messages, plans, language }: MessageListProps) {
  const say = wordingIn(language);
  return (
    <div class="table-frame">
      <table class="list-table message-table">
        <caption class="hidden">{say.messages}</caption>
        <thead>
          <tr>
            <th scope="col">{say.subject}</th>
            <th scope="col">{say.recipient}</th>
            <th scope="col">{say.status}</th>
            <th scope="col">{say.written}</th>
          </tr>
        </thead>
        <tbody>
          {messages.map((message) => {
            const plan = plans.get(message.planId);
            return (
              <tr class="row">
                <th class="title" scope="row" lang={message.language}>
                  <a href={messagePath(message.id)}>{message.subject}</a>
                </th>
                <td data-label={say.recipient}>
                  {postTitle(plan?.posts ?? [], message.post, language)}
                  <span class="small">{message.address}</span>
                </td>
                <td data-label={say.status}>
                  <Mark name={message.status} label={say.messageStatus[message.status]} />
                </td>
                <td data-label={say.written}>
                  <Moment at={message.createdAt} zone={plan?.zone ?? 'UTC'} language={language} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
