import { localDate } from '../../calendar/local-time.ts';
import type { NoticeReading } from '../../db/queries/notices-of-indicator.ts';
import { formatDate, formatNumber } from '../../i18n/format.ts';
import { rungTitle, words } from '../../i18n/words.ts';
import type { Language } from '../../plan/types.ts';
import { mayDo, type Viewer } from '../../rights/rights.ts';
import type { IndicatorPageFacts } from '../indicator-reading.ts';
import { postTitle } from '../parts/people.ts';
import { indicatorPath, messagePath } from '../paths.ts';
import { capital } from '../wording/capital.ts';
import { noticeWords } from '../wording/notice-words.ts';
import { wordingIn } from '../wording/wording.ts';
import { WhyThen } from './notice-why.tsx';

export type MayRead = (address: string | null) => boolean;

interface Props {
  readonly facts: IndicatorPageFacts;
  readonly mayRead: MayRead;
  readonly language: Language;
}

/** All who were told, or were to be told, of one rung: what became of it, and why it was then and they. */
export function Notices(props: Props & { readonly notices: readonly [NoticeReading, ...NoticeReading[]] }) {
  const { notices, facts, mayRead, language } = props;
  const [first] = notices;
  const { notice, rung } = first;
  const period = facts.indicator.occurrences.find(({ id }) => id === first.checkpoint)?.title[language];
  return (
    <>
      <p class="moment-what">
        {capital(words(language).noticeKind[notice])}
        {notice !== 'followUp' && notice !== 'due' && ` (${rungTitle(rung, language)})`}
        {period && ` · ${period}`}
      </p>
      <ul class="told">
        {notices.map((one) => (
          <li>
            <Outcome notice={one} facts={facts} mayRead={mayRead} language={language} />
          </li>
        ))}
      </ul>
      <details class="why">
        <summary>{noticeWords(language).why}</summary>
        <WhyThen rung={{ ...first, at: first.rungAt }} facts={facts} language={language} />
        <ul>
          {notices.map((one) => (
            <li>{whyOf(one, facts, mayRead, language)}</li>
          ))}
        </ul>
      </details>
    </>
  );
}

/** Who was told and how far the letter is; or who was to be told, and that it was not sent. */
function Outcome({ notice, facts, mayRead, language }: Props & { notice: NoticeReading }) {
  const say = wordingIn(language);
  const { messageId, messageStatus, post, role, skipReason } = notice;
  if (messageId !== null && messageStatus !== null) {
    const title = postTitle(facts.plan.posts, post ?? '', language);
    return (
      <>
        {mayRead(notice.address) ? <a href={messagePath(messageId)}>{title}</a> : title}{' '}
        <span class="small-inline">{say.messageStatus[messageStatus]}</span>
      </>
    );
  }
  const outcome = skipReason === null ? say.pending : `${say.notSent}: ${say.skipReason[skipReason] ?? skipReason}`;
  return (
    <>
      {capital(words(language).role[role])} <span class="small-inline">{outcome}</span>
    </>
  );
}

/** Why this reader, and how the letter fared; the mail server's words only for those who may read the letter. */
function whyOf(notice: NoticeReading, facts: IndicatorPageFacts, mayRead: MayRead, language: Language): string {
  const { plan, indicator } = facts;
  const say = noticeWords(language);
  const { role, post, messageStatus, skipReason } = notice;
  const title = words(language).role[role];
  if (post === null || messageStatus === null) {
    const why = say.whyNot[skipReason ?? 'pending'] ?? skipReason ?? '';
    return `${capital(title)}: ${why}`;
  }
  const name = postTitle(plan.posts, post, language);
  const sentences = [post === indicator.posts[role] ? say.asRole(name, title) : say.vacant(title, name)];
  if (messageStatus === 'cancelled') sentences.push(say.whyNot.cancelled!);
  if (notice.sentAt !== null) sentences.push(say.sentAt(formatDate(localDate(notice.sentAt, plan.zone), language)));
  if ((notice.attempts ?? 0) > 1) sentences.push(say.attempts(formatNumber(notice.attempts!, language)));
  if (notice.answer && mayRead(notice.address)) sentences.push(say.answer(notice.answer));
  return sentences.join(' ');
}

/** The way to all notices, where some are left out. */
export function AllNotices(props: { hidden: number; facts: IndicatorPageFacts; language: Language }) {
  const { hidden, facts, language } = props;
  if (hidden <= 0) return null;
  const path = `${indicatorPath(facts.plan.id, facts.indicator.code)}?show=all`;
  return (
    <p class="all-notices">
      <a href={path}>{noticeWords(language).showAll(formatNumber(hidden, language))}</a>
    </p>
  );
}

/** Whether somebody may read letters to an address; decided once for each, since a page has many notices. */
export function readerOf(viewer: Viewer, { plan, today: on }: IndicatorPageFacts): MayRead {
  const readsAll = mayDo(viewer, 'readMessages', { plan, on }).allowed;
  const known = new Map<string, boolean>();
  return (address) => {
    if (readsAll || address === null) return readsAll;
    const reads = known.get(address) ?? mayDo(viewer, 'readOwnMessages', { plan, on, address }).allowed;
    known.set(address, reads);
    return reads;
  };
}
