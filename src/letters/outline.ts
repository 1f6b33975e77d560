import { addDays } from '../calendar/local-time.ts';
import { formatCode, formatDate, formatDateLong } from '../i18n/format.ts';
import { daysLeftPhrase, rungTitle, words } from '../i18n/words.ts';
import { countsOf, inOrder, isDuty, toneOf } from './order.ts';
import type { Phrasing } from './phrasing.ts';
import { phrasingOf } from './phrasing-of.ts';
import { plainLine } from './plain-line.ts';
import type { Letter, LetterItem, Tone } from './types.ts';

/** A letter's words in their order, before they are set as plain text or as HTML: so that both say the same. */
export interface Outline {
  readonly office: string;
  readonly dateLine: string;
  readonly to: { readonly label: string; readonly lines: readonly string[] };
  readonly subject: { readonly label: string; readonly line: string };
  readonly salutation: string;
  readonly opening: string;
  /** A single item needs no heading over it. */
  readonly groups: readonly { readonly tone: Tone; readonly heading: string | null; readonly items: OutlineItem[] }[];
  /** What people wrote themselves. */
  readonly quotes?: readonly Quote[];
  readonly closing: readonly string[];
  readonly footer: string;
}

export interface Quote {
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

export interface OutlineItem {
  readonly code: string;
  readonly title: string;
  readonly period: string | null;
  readonly facts: readonly Fact[];
  readonly link: { readonly label: string; readonly button: string; readonly url: string };
}

export interface Fact {
  readonly label: string;
  /** One value, or several to be listed. */
  readonly values: readonly string[];
  /** What matters most about it, such as the days left; shown with weight. */
  readonly mark: string | null;
}

/** Lays out a letter: pure, the same facts give the same words. */
export function outlineOf(letter: Letter): Outline {
  const { language } = letter;
  const say = phrasingOf(language);
  const items = inOrder(letter.items);
  const counts = countsOf(items);
  const office = plainLine(letter.office[language]);
  const addressee = [letter.recipient.name, letter.recipient.postTitle].map((line) => plainLine(line[language]));
  const { inPlaceOf } = letter.recipient;
  if (inPlaceOf) addressee.push(say.inPlaceOf(plainLine(inPlaceOf[language])));
  const roles = new Set(items.map(({ role }) => role));
  const [role = null] = roles.size === 1 ? roles : [];
  const isDigest = letter.class === 'digest';
  return {
    office,
    dateLine: say.dateLine(letter.today),
    to: { label: say.to, lines: [...new Set(addressee)] },
    subject: { label: say.subjectLabel, line: say.subjectLine(letter.class, letter.fiscalYear, counts) },
    salutation: say.salutation,
    opening: say.opening(letter.class, office, letter.fiscalYear, counts),
    groups: (['overdue', 'today', 'ahead'] as const).flatMap((tone) => {
      const ofTone = items.filter((item) => toneOf(item) === tone);
      if (ofTone.length === 0) return [];
      const heading = isDigest && items.length > 1 ? say.groups[tone] : null;
      return [{ tone, heading, items: ofTone.map((item) => outlineItem(item, letter, say)) }];
    }),
    closing: [
      say.request(letter.class, counts, role),
      ...(isDigest ? [say.alreadyDone] : []),
      ...(isDigest && items.some(({ firstNotice }) => firstNotice) ? [say.attached] : []),
    ],
    footer: say.footer(office),
  };
}

function outlineItem(item: LetterItem, letter: Letter, say: Phrasing): OutlineItem {
  const { language } = letter;
  return {
    code: formatCode(item.code, language),
    title: plainLine(item.title[language]),
    period: item.checkpointTitle === null ? null : plainLine(item.checkpointTitle[language]),
    facts: [
      ...(letter.class === 'digest' ? [dueFact(item, language, say)] : missedFacts(item, language, say)),
      { label: say.labels.status, values: [words(language).workStatus[item.status]], mark: null },
      ...progressFacts(item, language, say),
      ...listed(say.labels.earns, item.earns === undefined ? [] : [say.earns(item.earns)]),
      ...listed(
        say.labels.stepsLeft,
        item.stepsLeft.map((step) => plainLine(step[language])),
      ),
      ...listed(say.labels.toDo, toDo(item, letter)),
    ],
    link: { label: say.link, button: isDuty(item) ? say.openDuty : say.open, url: urlOf(letter.baseUrl, item.path) },
  };
}

function dueFact(item: LetterItem, language: Letter['language'], say: Phrasing): Fact {
  const mark = daysLeftPhrase(item.daysLeft, language);
  return { label: say.labels.due, values: [formatDateLong(item.due, language)], mark };
}

/** What an escalation tells: what was due when, how long it has been late, who is to do it, and why it is told now. */
function missedFacts(item: LetterItem, language: Letter['language'], say: Phrasing): Fact[] {
  const { labels } = say;
  const since = item.overdueSince ?? addDays(item.due, 1);
  const late = item.daysLeft < 0 ? say.delay(-item.daysLeft, since) : daysLeftPhrase(item.daysLeft, language);
  const why = /working-days?-after$/.test(item.rung) ? [say.stillNotMet(rungTitle(item.rung, language))] : [];
  return [
    { label: labels.targetDate, values: [formatDateLong(item.due, language)], mark: null },
    { label: labels.delay, values: [], mark: late },
    ...listed(labels.responsible, item.responsible === null ? [] : [plainLine(item.responsible[language])]),
    ...listed(labels.whyNow, why),
  ];
}

function progressFacts(item: LetterItem, language: Letter['language'], say: Phrasing): Fact[] {
  const { progress, due } = item;
  const { achieved, target, unit } = progress;
  // A meeting and a decision have days, and no target of the plan.
  if (isDuty(item)) return [];
  if (typeof target === 'string') {
    // The target of a date is its due day, which stands above, unless the plan sets them apart.
    return listed(say.labels.target, target === due ? [] : [formatDate(target, language)]);
  }
  const value = unit === 'percent' ? say.percentProgress(achieved, target) : say.numberProgress(achieved, target);
  return listed(say.labels.progress, [value]);
}

/** What to do, the plan's own words first; an escalation asks its recipient at the end instead. One line or none. */
export function toDo(item: LetterItem, letter: Letter): string[] {
  if (item.guidance !== null) return [plainLine(item.guidance[letter.language])];
  if (letter.class === 'escalation') return [];
  const { achieved, target } = item.progress;
  const remaining = typeof target === 'number' && target > (achieved ?? 0) ? target - (achieved ?? 0) : null;
  return [phrasingOf(letter.language).toDo(item.kind, item.stepsLeft.length > 0, remaining)];
}

function listed(label: string, values: readonly string[]): Fact[] {
  return values.length === 0 ? [] : [{ label, values, mark: null }];
}

/** A page's whole address, however the slashes stand. */
export function urlOf(baseUrl: string, path: string): string {
  return `${baseUrl.replace(/\/+$/, '')}/${path.replace(/^\/+/, '')}`;
}
