import { daysBetween } from '../../../calendar/local-time.ts';
import { formatCode, formatNumber } from '../../../i18n/format.ts';
import { daysLeftPhrase } from '../../../i18n/words.ts';
import type { Plannable } from '../../../meetings/plannable.ts';
import type { Language, Plan } from '../../../plan/types.ts';
import type { MeetingReading } from '../../../reading/meetings.ts';
import { actionsPath, meetingPath, newMeetingPath } from '../../meeting-paths.ts';
import type { MeetingsFacts } from '../../meeting-reading.ts';
import { Day } from '../../parts/time.tsx';
import { indicatorPath } from '../../paths.ts';
import { meetingPageWords } from '../../wording/meeting-page-words.ts';
import { StageMark } from './meeting-steps.tsx';

/** The meetings of a plan, and what is owed without one. */
export function MeetingList({ facts, language }: { facts: MeetingsFacts; language: Language }) {
  const { plan, meetings, owed, verdict } = facts;
  const say = meetingPageWords(language);
  return (
    <>
      <div class="heading">
        <h1>
          <span class="over">{plan.office.name[language]}</span>
          {say.meetings}
        </h1>
        <p class="lead-quiet">{say.lead}</p>
      </div>
      <ul class="leads">
        {verdict.allowed && (
          <li>
            <a href={newMeetingPath(plan.id)}>{say.planIt}</a>
          </li>
        )}
        <li>
          <a href={actionsPath(plan.id)}>{say.actions}</a>
        </li>
      </ul>
      {meetings.length === 0 ? <p class="quiet">{say.none}</p> : <Meetings facts={facts} language={language} />}
      {owed.length > 0 && <Owed plan={plan} owed={owed} mayPlan={verdict.allowed} language={language} />}
    </>
  );
}

function Meetings({ facts: { plan, meetings, today }, language }: { facts: MeetingsFacts; language: Language }) {
  const say = meetingPageWords(language);
  return (
    <div class="table-frame">
      <table class="list-table">
        <caption class="hidden">{say.meetings}</caption>
        <thead>
          <tr>
            <th scope="col">{say.meeting}</th>
            <th scope="col">{say.day}</th>
            <th scope="col">{say.stageLabel}</th>
            <th scope="col">{say.next}</th>
            <th scope="col">{say.settles}</th>
          </tr>
        </thead>
        <tbody>
          {[...meetings].reverse().map((meeting) => (
            <tr class="row">
              <th class="title" scope="row">
                <a href={meetingPath(plan.id, meeting.number)}>
                  {formatCode(meeting.code, language)} {say.kind[meeting.kind]}
                </a>
              </th>
              <td data-label={say.day}>
                <Day date={meeting.day} language={language} />
              </td>
              <td data-label={say.stageLabel}>
                <StageMark stage={meeting.stage} language={language} />
              </td>
              <td data-label={say.next}>
                <NextDeadline meeting={meeting} today={today} language={language} />
              </td>
              <td data-label={say.settles}>
                <Settles plan={plan} meeting={meeting} language={language} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The next thing that a meeting owes: its notice or its minutes, and by when. */
export function NextDeadline(props: {
  readonly meeting: MeetingReading;
  readonly today: string;
  readonly language: Language;
}) {
  const { meeting, today, language } = props;
  const say = meetingPageWords(language);
  const isOpen = meeting.acts.length > 0 && meeting.stage !== 'postponed';
  const next = isOpen ? meeting.deadlines.find(({ metOn }) => metOn === null) : undefined;
  if (!next) return <span class="quiet">{say.noNext}</span>;
  const name = say.deadline[next.checkpoint === 'notice' ? 'notice' : 'minutes'];
  return (
    <span>
      {name}: <Day date={next.due} language={language} />
      <span class={next.due < today ? 'small late' : 'small'}>
        {daysLeftPhrase(daysBetween(today, next.due), language)}
      </span>
    </span>
  );
}

/** The indicator that the minutes settle a part of, and which occurrence. */
export function Settles(props: {
  readonly plan: Plan;
  readonly meeting: Pick<MeetingReading, 'settles' | 'occurrence'>;
  readonly language: Language;
}) {
  const { plan, meeting, language } = props;
  const say = meetingPageWords(language);
  const indicator = plan.activities
    .flatMap(({ indicators }) => indicators)
    .find(({ code }) => code === meeting.settles);
  if (meeting.settles === null) return <span class="quiet">{say.settlesNothing}</span>;
  if (!indicator) return <span>{formatCode(meeting.settles, language)}</span>;
  const occurrence = indicator.occurrences.find(({ id }) => id === meeting.occurrence);
  return (
    <span>
      <a href={indicatorPath(plan.id, indicator.code)}>
        {formatCode(indicator.code, language)} {indicator.title[language]}
      </a>
      {occurrence && <span class="small">{occurrence.title[language]}</span>}
    </span>
  );
}

interface OwedProps {
  readonly plan: Plan;
  readonly owed: readonly Plannable[];
  readonly mayPlan: boolean;
  readonly language: Language;
}

/** What is owed without a meeting: meetings by their title, and folded away what could be settled by one as well. */
function Owed(props: OwedProps) {
  const { owed, language } = props;
  const say = meetingPageWords(language);
  const meetings = owed.filter(({ isMeeting }) => isMeeting);
  const others = owed.filter(({ isMeeting }) => !isMeeting);
  return (
    <section>
      <h2>{say.owed}</h2>
      <p class="quiet">{say.owedLead}</p>
      {meetings.length > 0 && <OwedList {...props} owed={meetings} />}
      {others.length > 0 && (
        <details class="fold" open={meetings.length === 0}>
          <summary>
            {say.owedOthers} ({formatNumber(others.length, language)})
          </summary>
          <OwedList {...props} owed={others} />
        </details>
      )}
    </section>
  );
}

function OwedList({ plan, owed, mayPlan, language }: OwedProps) {
  const say = meetingPageWords(language);
  return (
    <ul class="owed-list">
      {owed.map((one) => (
        <li>
          <span>
            <a href={indicatorPath(plan.id, one.indicator.code)}>
              {formatCode(one.indicator.code, language)} {one.indicator.title[language]}
            </a>
            <span class="small">
              {one.title === null ? say.left(formatNumber(one.left, language)) : one.title[language]} ·{' '}
              <Day date={one.due} language={language} />
            </span>
          </span>
          {mayPlan && (
            <a class="button-link" href={newMeetingPath(plan.id, one.indicator.code, one.occurrence)}>
              {say.planIt}
              <span class="hidden">
                {' '}
                ({formatCode(one.indicator.code, language)}
                {one.title && `, ${one.title[language]}`})
              </span>
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
