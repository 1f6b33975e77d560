import type { PersonEvent } from '../../../machines/types.ts';
import { formatCode, formatDateLong, formatNumber } from '../../i18n/format.ts';
import { targetText } from '../../i18n/progress.ts';
import { rungTitle, words } from '../../i18n/words.ts';
import { type Language, ROLES } from '../../plan/types.ts';
import type { AheadNotice, IndicatorPageFacts } from '../indicator-reading.ts';
import { statusRemark, TimeLeft } from '../parts/deadline.tsx';
import { Fault } from '../parts/fault.tsx';
import type { FormFaults, Typed } from '../parts/fields.tsx';
import { postTitle, postTitles } from '../parts/people.ts';
import { ProgressBar, progressOf } from '../parts/progress.tsx';
import { StatusMark } from '../parts/status-mark.tsx';
import { Moment } from '../parts/time.tsx';
import type { Session } from '../web-parts.ts';
import { capital } from '../wording/capital.ts';
import { noticeWords } from '../wording/notice-words.ts';
import { wordingIn } from '../wording/wording.ts';
import { RecordedNotice } from './done-notice.tsx';
import { Acts } from './indicator-acts.tsx';
import { Chart } from './indicator-chart.tsx';
import { Checklist } from './indicator-checklist.tsx';
import { Comments } from './indicator-comments.tsx';
import { AllNotices } from './indicator-notices.tsx';
import { Questions, type QuestionsProps } from './indicator-questions.tsx';
import { Score } from './indicator-score.tsx';
import { Timeline } from './indicator-timeline.tsx';
import { WhyThem, WhyThen } from './notice-why.tsx';
import { ReviewedOffices } from './reviewed-offices.tsx';

interface Props {
  readonly facts: IndicatorPageFacts;
  readonly language: Language;
}

interface PageProps extends Props {
  readonly session: Session;
  /** What this reader has just recorded. */
  readonly recorded: PersonEvent | null;
  readonly hasCommented: boolean;
  /** Every notice, however many there are. */
  readonly showsAll: boolean;
  /** What was asked and explained of missed targets; null where nobody need know. */
  readonly questions: QuestionsProps | null;
  /** A comment that came back. */
  readonly comment?: { readonly typed: Typed; readonly faults: FormFaults } | undefined;
}

/** One indicator: how it stands, what can be done now, what people say, who is told when, and what happened so far. */
export function IndicatorPage(props: PageProps) {
  const { facts, session, language, recorded, hasCommented, showsAll, questions, comment } = props;
  const { indicator, view, fault } = facts;
  const say = wordingIn(language);
  const remark = statusRemark(facts, language);
  const progress = progressOf(facts, language);
  return (
    <>
      <div class="heading">
        <h1>
          <span class="over">
            {say.indicator} {formatCode(indicator.code, language)}
          </span>
          {indicator.title[language]}
        </h1>
      </div>
      {recorded !== null && <RecordedNotice event={recorded} facts={facts} language={language} />}
      {fault !== null && <Fault fault={fault} language={language} />}
      <dl class="counts standing">
        <div class="count">
          <dt>{say.status}</dt>
          <dd>
            <StatusMark status={view.status} language={language} />
            {remark !== null && <span class="small">{remark}</span>}
          </dd>
        </div>
        <div class="count">
          <dt>{say.due}</dt>
          <dd>
            <time datetime={view.due}>{formatDateLong(view.due, language)}</time>
            <span class="small">
              <TimeLeft row={facts} language={language} />
            </span>
          </dd>
        </div>
        <div class="count">
          <dt>{say.target}</dt>
          <dd>{targetText(indicator, language)}</dd>
        </div>
        {progress !== null && (
          <div class="count">
            <dt>{say.progress}</dt>
            <dd>
              <ProgressBar progress={progress} />
            </dd>
          </div>
        )}
      </dl>
      {indicator.guidance && (
        <p class="guidance">
          <strong>{say.guidance}:</strong> {indicator.guidance[language]}
        </p>
      )}
      <div class="columns">
        <div>
          {questions && <Questions {...questions} />}
          <Acts facts={facts} session={session} language={language} />
          {facts.reviewed && <ReviewedOffices offices={facts.reviewed} language={language} />}
          <Checklist facts={facts} language={language} />
          <Chart facts={facts} language={language} />
          <Comments
            facts={facts}
            session={session}
            hasCommented={hasCommented}
            returned={comment}
            language={language}
          />
          <Ahead facts={facts} showsAll={showsAll} language={language} />
          <Timeline facts={facts} viewer={session.viewer} showsAll={showsAll} language={language} />
        </div>
        <Details facts={facts} language={language} />
      </div>
    </>
  );
}

/** So many notices are shown at once; an overdue one's weekly follow-ups fill the rest of the year. */
const SHOWN_AHEAD = 5;
/** So many stand behind a fold; the rest only where somebody asks for all, to keep the page light. */
const FOLDED_AHEAD = 5;

function Ahead({ facts, showsAll, language }: Props & { showsAll: boolean }) {
  const say = wordingIn(language);
  const first = facts.ahead.slice(0, SHOWN_AHEAD);
  const rest = facts.ahead.slice(SHOWN_AHEAD, showsAll ? undefined : SHOWN_AHEAD + FOLDED_AHEAD);
  const hidden = facts.ahead.length - first.length - rest.length;
  return (
    <section>
      <h2>{say.noticesToCome}</h2>
      {first.length === 0 ? (
        <p class="quiet">{say.noNoticesToCome}</p>
      ) : (
        <div class="table-frame">
          <AheadTable ahead={first} facts={facts} language={language} />
          {rest.length > 0 && (
            <details class="more" open={showsAll}>
              <summary>{say.moreNotices(formatNumber(rest.length, language))}</summary>
              <AheadTable ahead={rest} facts={facts} language={language} />
            </details>
          )}
        </div>
      )}
      <AllNotices hidden={hidden} facts={facts} language={language} />
    </section>
  );
}

function AheadTable({ ahead, facts, language }: Props & { ahead: readonly AheadNotice[] }) {
  const { plan, indicator } = facts;
  const say = wordingIn(language);
  return (
    <table class="list-table ahead-table">
      <caption class="hidden">{say.noticesToCome}</caption>
      <thead>
        <tr>
          <th scope="col">{say.when}</th>
          <th scope="col">{say.rung}</th>
          <th scope="col">{say.whom}</th>
        </tr>
      </thead>
      <tbody>
        {ahead.map((notice) => (
          <tr class="row">
            <th scope="row" data-label={say.when}>
              <Moment at={notice.at} zone={plan.zone} language={language} />
            </th>
            <td data-label={say.rung}>
              {capital(rungTitle(notice.rung, language))}
              <Period title={indicator.occurrences.find(({ id }) => id === notice.checkpoint)?.title[language]} />
            </td>
            <td data-label={say.whom}>
              {postTitles(plan, notice.to, language).join('; ')}
              <details class="why">
                <summary>{noticeWords(language).why}</summary>
                <WhyThen rung={notice} facts={facts} language={language} />
                <WhyThem notice={notice} facts={facts} language={language} />
                <p>{noticeWords(language).unless}</p>
              </details>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Which quarter a notice is about, where there is more than one. */
function Period({ title }: { title: string | undefined }) {
  return title === undefined ? null : <span class="small">{title}</span>;
}

function Details({ facts, language }: Props) {
  const { plan, activity, indicator } = facts;
  const say = wordingIn(language);
  return (
    <aside class="details">
      <Score facts={facts} language={language} />
      <h2>{say.facts}</h2>
      <dl class="facts">
        <dt>{say.activity}</dt>
        <dd>
          {formatCode(activity.code, language)} {activity.title[language]}
        </dd>
        <dt>{say.kind}</dt>
        <dd>{capital(words(language).indicatorKind[indicator.kind])}</dd>
        {indicator.weight !== null && (
          <>
            <dt>{say.weight}</dt>
            <dd>{formatNumber(indicator.weight, language)}</dd>
          </>
        )}
      </dl>
      <h2>{say.whoDoesWhat}</h2>
      <dl class="facts">
        {ROLES.map((role) => {
          const post = indicator.posts[role];
          return (
            <>
              <dt>{capital(words(language).role[role])}</dt>
              <dd class={post === null ? 'quiet' : ''}>
                {post === null ? say.vacant : postTitle(plan.posts, post, language)}
              </dd>
            </>
          );
        })}
      </dl>
    </aside>
  );
}
