import type { PersonEvent } from '../../../machines/types.ts';
import { localDate } from '../../calendar/local-time.ts';
import { formatDate, formatNumber, formatPercent } from '../../i18n/format.ts';
import type { Indicator, Language } from '../../plan/types.ts';
import type { Viewer } from '../../rights/rights.ts';
import type { IndicatorPageFacts } from '../indicator-reading.ts';
import { Papers } from '../parts/evidence.tsx';
import { actorTitle } from '../parts/people.ts';
import { Day, Moment } from '../parts/time.tsx';
import type { Revision, TimelineItem } from '../timeline.ts';
import { noticeWords } from '../wording/notice-words.ts';
import { officeWords } from '../wording/office-words.ts';
import { wordingIn } from '../wording/wording.ts';
import { AllNotices, type MayRead, Notices, readerOf } from './indicator-notices.tsx';

interface Props {
  readonly facts: IndicatorPageFacts;
  readonly language: Language;
}

/** What happened to an indicator, newest first: what, when, by whom; and who was told of it, who not, and why. */
export function Timeline(props: Props & { viewer: Viewer; showsAll: boolean }) {
  const { facts, viewer, showsAll, language } = props;
  const { plan } = facts;
  const timeline = showsAll ? facts.timeline : lately(facts.timeline);
  const mayRead = readerOf(viewer, facts);
  return (
    <section class="history">
      <h2>{wordingIn(language).history}</h2>
      <ol class="timeline">
        {timeline.map((item) => (
          <li class={`moment moment-${item.type}`}>
            <p class="moment-when">
              {item.type === 'turn' ? (
                <Day date={localDate(item.at, plan.zone)} language={language} />
              ) : (
                <Moment at={item.at} zone={plan.zone} language={language} />
              )}
            </p>
            <Item item={item} facts={facts} mayRead={mayRead} language={language} />
          </li>
        ))}
      </ol>
      <AllNotices hidden={facts.timeline.length - timeline.length} facts={facts} language={language} />
    </section>
  );
}

/** So many notices that went out are told at once. What people did is always told. */
const TOLD_NOTICES = 12;

function lately(timeline: readonly TimelineItem[]): TimelineItem[] {
  let told = 0;
  return timeline.filter(({ type }) => type !== 'notices' || ++told <= TOLD_NOTICES);
}

function Item({ item, facts, mayRead, language }: Props & { item: TimelineItem; mayRead: MayRead }) {
  const say = wordingIn(language);
  switch (item.type) {
    case 'turn':
      return (
        <p class="moment-what">
          {turnWords(item.turn, language)}{' '}
          <span class="small-inline">{item.revision ? revisionText(item.revision, language) : say.bySystem}</span>
        </p>
      );
    case 'event':
      return <Act event={item.event} facts={facts} language={language} />;
    case 'saying':
      return (
        <>
          <p class="moment-what">
            <strong>{officeWords(language).said[item.saying.kind]}</strong>
          </p>
          <p class="moment-who">{actorTitle(facts.plan, item.saying, language)}</p>
          {item.saying.text !== '' && <p class="moment-remark words">{item.saying.text}</p>}
        </>
      );
    case 'notices':
      return <Notices notices={item.notices} facts={facts} mayRead={mayRead} language={language} />;
  }
}

export function turnWords(turn: Extract<TimelineItem, { type: 'turn' }>['turn'], language: Language): string {
  const say = wordingIn(language);
  const { begun, becameOverdue, yearEnded, planChanged, planMoved } = say;
  return { begun, becameOverdue, yearEnded, planChanged, planMoved }[turn];
}

/** What somebody did, who, and with which papers. */
export function Act({ event, facts, language }: Props & { event: PersonEvent }) {
  const { plan, indicator } = facts;
  const say = wordingIn(language);
  const what = objectOf(event, indicator, language);
  const remarks = [
    ...('note' in event && event.note ? [{ label: say.note, text: event.note }] : []),
    ...('reason' in event && event.reason ? [{ label: say.reason, text: event.reason }] : []),
  ];
  const sameDay = localDate(event.at, plan.zone) === event.on;
  return (
    <>
      <p class="moment-what">
        <strong>{say.acted[event.type]}</strong>
        {what !== null && `: ${what}`}
      </p>
      <p class="moment-who">
        {actorTitle(plan, event.by, language)}
        {!sameDay && ` · ${say.happenedOn(formatDate(event.on, language))}`}
      </p>
      {'evidence' in event && (
        <Papers evidence={event.evidence} planId={plan.id} code={indicator.code} language={language} />
      )}
      {remarks.map(({ label, text }) => (
        <p class="moment-remark as-typed">
          {label}: {text}
        </p>
      ))}
    </>
  );
}

/** Which step or occurrence, or how many. */
export function objectOf(event: PersonEvent, indicator: Indicator, language: Language): string | null {
  switch (event.type) {
    case 'completeStep':
      return indicator.steps.find(({ id }) => id === event.step)?.title[language] ?? event.step;
    case 'holdOccurrence':
      if (event.occurrence === null) return null;
      return indicator.occurrences.find(({ id }) => id === event.occurrence)?.title[language] ?? event.occurrence;
    case 'recordNumber':
      return formatNumber(event.number, language);
    case 'recordReading':
      return formatPercent(event.value, language);
    default:
      return null;
  }
}

/** Which version of the plan it was, and how the due day moved. */
function revisionText({ version, due }: Revision, language: Language): string {
  const say = noticeWords(language);
  return [
    version !== null && say.planVersion(formatNumber(version, language)),
    due !== null && say.dueMoved(formatDate(due.from, language), formatDate(due.to, language)),
  ]
    .filter(Boolean)
    .join(' · ');
}
