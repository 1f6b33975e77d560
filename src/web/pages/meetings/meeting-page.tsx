import type { Child } from 'hono/jsx';
import { formatCode, formatDate, formatDateLong, formatTime } from '../../../i18n/format.ts';
import { decisionsOf } from '../../../meetings/meeting-body.ts';
import type { Language } from '../../../plan/types.ts';
import type { ActionItemReading } from '../../../reading/meetings.ts';
import { actionPath, editMeetingPath, type MeetingPart, minutesPath } from '../../meeting-paths.ts';
import type { MeetingFacts } from '../../meeting-reading.ts';
import { DoneNotice, FaultSummary, type FormFaults, type Typed } from '../../parts/fields.tsx';
import { StatusMark } from '../../parts/status-mark.tsx';
import { Day } from '../../parts/time.tsx';
import type { Session } from '../../web-parts.ts';
import { meetingPageWords } from '../../wording/meeting-page-words.ts';
import { MeetingActs } from './meeting-acts.tsx';
import { NextDeadline, Settles } from './meeting-list.tsx';
import { MeetingSteps } from './meeting-steps.tsx';
import { Refused } from './new-meeting-page.tsx';

export interface MeetingPageProps {
  readonly facts: MeetingFacts;
  /** What it decided that somebody has to do, once the minutes are issued. */
  readonly items: readonly ActionItemReading[];
  readonly session: Session;
  readonly language: Language;
  readonly done?: string | undefined;
  /** An act that came back: which, what was typed, and what is wrong. */
  readonly returned?: { readonly act: string; readonly typed: Typed; readonly faults: FormFaults } | undefined;
}

/** A meeting: how far it has come, what can be done now, and what is written of it. */
export function MeetingPage(props: MeetingPageProps) {
  const { facts, language, done, returned } = props;
  const { meeting } = facts;
  const say = meetingPageWords(language);
  const { '': whole, ...byField } = returned?.faults ?? {};
  return (
    <>
      <div class="heading">
        <h1>
          <span class="over">
            {formatCode(meeting.code, language)} · {say.kind[meeting.kind]}
          </span>
          {formatDateLong(meeting.day, language)}
        </h1>
      </div>
      {done !== undefined && say.done[done] && <DoneNotice>{say.done[done]}</DoneNotice>}
      {whole && <Refused text={whole} language={language} />}
      {returned && <FaultSummary title={say.refused} faults={byField} idOf={`${returned.act}-`} />}
      <MeetingSteps meeting={meeting} language={language} />
      <div class="columns">
        <div>
          <MeetingActs {...props} />
          <Minutes facts={facts} language={language} />
          <Section part="agenda" facts={facts} language={language}>
            <ol class="plain-list" lang={meeting.body.language}>
              {meeting.body.agenda.map(({ subject, discussion }) => (
                <li>
                  {subject}
                  {discussion.map((text) => (
                    <span class="small">{text}</span>
                  ))}
                </li>
              ))}
            </ol>
          </Section>
          <Section part="discussion" facts={facts} language={language}>
            <Talks facts={facts} language={language} />
          </Section>
          <Section part="decisions" facts={facts} language={language}>
            <Decisions {...props} />
          </Section>
        </div>
        <div>
          <Facts facts={facts} language={language} />
          <Section part="attendance" facts={facts} language={language}>
            <ul class="plain-list" lang={meeting.body.language}>
              {meeting.body.attendance.members.map(({ designation, committee }) => (
                <li>
                  {designation}
                  {committee && <span class="small">{committee}</span>}
                </li>
              ))}
            </ul>
          </Section>
          <Section part="paper" facts={facts} language={language}>
            <p class="quiet">{say.layouts[meeting.body.layout]}</p>
          </Section>
        </div>
      </div>
    </>
  );
}

/** What was said of indicators beside what the record says. */
function Talks({ facts: { meeting }, language }: { facts: MeetingFacts; language: Language }) {
  const written = meeting.body.indicators.filter(
    ({ discussion, decision }) => discussion.length > 0 || decision !== null,
  );
  if (written.length === 0) return <p class="quiet">{meetingPageWords(language).nothingSaid}</p>;
  return (
    <ul class="plain-list">
      {written.map(({ code, discussion, decision }) => (
        <li>
          {formatCode(code, language)} <span lang={meeting.body.language}>{[...discussion, decision].join(' ')}</span>
        </li>
      ))}
    </ul>
  );
}

/** Whether a part of a meeting can be edited at its stage. */
export function mayEdit({ meeting }: Pick<MeetingFacts, 'meeting'>, part: MeetingPart): boolean {
  const { acts, stage } = meeting;
  // A new day ends a postponement, so only that is asked for.
  if (stage === 'postponed') return part === 'arrangements';
  return acts.includes('change') || acts.includes('draft');
}

function Section(props: {
  readonly part: MeetingPart;
  readonly facts: MeetingFacts;
  readonly language: Language;
  readonly children?: Child;
}) {
  const { part, facts, language, children } = props;
  const say = meetingPageWords(language);
  return (
    <section>
      <h2>
        {say.part[part].title} <Edit part={part} facts={facts} language={language} />
      </h2>
      {children}
    </section>
  );
}

function Edit({ part, facts, language }: { part: MeetingPart; facts: MeetingFacts; language: Language }) {
  const { plan, meeting, verdict } = facts;
  if (!verdict.allowed || !mayEdit(facts, part)) return null;
  const say = meetingPageWords(language);
  return (
    <a class="edit-link" href={editMeetingPath(plan.id, meeting.number, part)}>
      {say.act.change.button}
      <span class="hidden">: {say.part[part].title}</span>
    </a>
  );
}

function Facts({ facts, language }: { facts: MeetingFacts; language: Language }) {
  const { plan, meeting, today } = facts;
  const { body, day, time, stage } = meeting;
  const say = meetingPageWords(language);
  const invited = body.invited.map((id) => plan.posts.find((post) => post.id === id)?.title[language] ?? id);
  return (
    <section>
      <h2>
        {stage === 'postponed' ? say.newDay : say.part.arrangements.title}{' '}
        <Edit part="arrangements" facts={facts} language={language} />
      </h2>
      <dl class="facts-wide meeting-facts">
        <dt>{say.day}</dt>
        <dd>
          <Day date={day} language={language} />
          {time && `, ${formatTime(time, language)}`}
        </dd>
        <dt>{say.place}</dt>
        <dd lang={body.language}>{body.place ?? '–'}</dd>
        <dt>{say.chair}</dt>
        <dd lang={body.language}>{body.chair.designation}</dd>
        <dt>{say.settles}</dt>
        <dd>
          <Settles plan={plan} meeting={meeting} language={language} />
        </dd>
        <dt>{say.next}</dt>
        <dd>
          <NextDeadline meeting={meeting} today={today} language={language} />
        </dd>
        <dt>{say.invited}</dt>
        <dd>{invited.length === 0 ? <span class="quiet">{say.nobodyInvited}</span> : invited.join('; ')}</dd>
      </dl>
    </section>
  );
}

function Minutes({ facts: { plan, meeting }, language }: { facts: MeetingFacts; language: Language }) {
  const say = meetingPageWords(language);
  const { issuedOn, number } = meeting;
  return (
    <section class="minutes-box">
      <h2>{issuedOn === null ? say.minutesDraft : say.minutes}</h2>
      <p class="quiet">{issuedOn === null ? say.minutesLead : say.minutesIssued(formatDate(issuedOn, language))}</p>
      <ul class="leads">
        <li>
          <a href={minutesPath(plan.id, number)}>{say.read}</a>
        </li>
        <li>
          <a href={minutesPath(plan.id, number, 'docx')}>{say.asWord}</a>
        </li>
        <li>
          <a href={minutesPath(plan.id, number, 'html')}>{say.asPage}</a>
        </li>
      </ul>
    </section>
  );
}

function Decisions({ facts: { plan, meeting }, items, language }: MeetingPageProps) {
  const say = meetingPageWords(language);
  const decisions = decisionsOf(meeting.body);
  if (decisions.length === 0) return <p class="quiet">{say.noDecisions}</p>;
  const left = [...items];
  return (
    <ol class="decision-list">
      {decisions.map(({ text, implementers, by, post }) => {
        const position = post === null ? -1 : left.findIndex((one) => one.text === text && one.due === by);
        const [item] = position < 0 ? [] : left.splice(position, 1);
        return (
          <li>
            <p lang={meeting.body.language}>{text}</p>
            {implementers.length > 0 && (
              <p class="small">
                {say.implementers}: <span lang={meeting.body.language}>{implementers.join('; ')}</span>
              </p>
            )}
            {post !== null && by !== null && (
              <p class="small">
                {plan.posts.find(({ id }) => id === post)?.title[language] ?? post} · {say.by(formatDate(by, language))}
              </p>
            )}
            {item && (
              <p>
                <a href={actionPath(plan.id, item.code)}>{formatCode(item.code, language)}</a>{' '}
                <StatusMark status={item.status} language={language} />
              </p>
            )}
          </li>
        );
      })}
    </ol>
  );
}
