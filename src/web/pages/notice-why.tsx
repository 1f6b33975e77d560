import { formatDate, formatNumber } from '../../i18n/format.ts';
import { rungTitle, words } from '../../i18n/words.ts';
import type { Language } from '../../plan/types.ts';
import type { AheadNotice, IndicatorPageFacts } from '../indicator-reading.ts';
import { type DayClosed, type NoticeReason, noticeReason, type RungKey } from '../notice-reasons.ts';
import { postTitle } from '../parts/people.ts';
import { type NoticeWords, noticeWords } from '../wording/notice-words.ts';

interface Props {
  readonly facts: IndicatorPageFacts;
  readonly language: Language;
}

/** Why a rung has its day, in a sentence or three: the policy's rule, and what the calendar made of it. */
export function WhyThen({ rung, facts, language }: Props & { rung: RungKey }) {
  const say = noticeWords(language);
  const reason = noticeReason(rung, facts.plan, facts.definitions, facts.calendar);
  return <p>{reason === null ? say.outdated : reasonText(reason, rung.rung, say, language)}</p>;
}

function reasonText(reason: NoticeReason, rung: string, say: NoticeWords, language: Language): string {
  const { movedFrom, closed, notCounted } = reason;
  const date = (day: string) => formatDate(day, language);
  const sentences = [ruleText(reason, rung, say, language)];
  if (movedFrom !== null) {
    sentences.push(
      closed.length > 0
        ? say.moved(date(movedFrom), namesOf(closed, say, language), date(reason.day))
        : say.movedThen(date(movedFrom), date(reason.day)),
    );
  }
  if (notCounted.length > 0) {
    const days = notCounted.map((day) => `${date(day.date)} (${namesOf([day], say, language)})`);
    sentences.push(say.notCounted(days.join('; ')));
  }
  return sentences.join(' ');
}

function ruleText({ rule, due }: NoticeReason, rung: string, say: NoticeWords, language: Language): string {
  const day = formatDate(due, language);
  if (rule.rule === 'followUp') {
    return say.followUp(rule.everyDays === null ? '–' : formatNumber(rule.everyDays, language));
  }
  return rule.rule === 'dueDay' ? say.dueDay(day) : say.byRung(rungTitle(rung, language), day);
}

/** Why the day is off: every holiday by its name once, weekends among them. */
function namesOf(closed: readonly DayClosed[], say: NoticeWords, language: Language): string {
  const names = closed.map(({ off }) =>
    off.provisional ? `${off.name[language]}, ${say.provisional}` : off.name[language],
  );
  return [...new Set(names)].join('; ');
}

/** Why a notice to come goes to whom: which role the rung names, and who holds its post on that day. */
export function WhyThem({ notice, facts, language }: Props & { notice: AheadNotice }) {
  const { plan, indicator } = facts;
  const say = noticeWords(language);
  const lines = notice.inRoles.flatMap(({ role, to }) => {
    const title = words(language).role[role];
    if (to.length === 0) return [say.nobody(title)];
    return to.map(({ post, person, inPlaceOf }) => {
      const name = postTitle(plan.posts, post, language);
      const absent = inPlaceOf?.name[language];
      const who = absent === undefined ? name : say.inPlaceOf(person.name[language], absent);
      return post === indicator.posts[role] ? say.asRole(who, title) : say.vacant(title, who);
    });
  });
  return (
    <ul>
      {[...new Set(lines)].map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  );
}
