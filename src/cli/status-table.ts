import type { IndicatorView } from '../../machines/view.ts';
import { localDate, localTime } from '../calendar/local-time.ts';
import type { Instant } from '../calendar/types.ts';
import { formatCode, formatDate, formatFiscalYear, formatTime } from '../i18n/format.ts';
import { progressText, targetText } from '../i18n/progress.ts';
import { daysLeftPhrase, words } from '../i18n/words.ts';
import type { Recipient } from '../notices/recipients.ts';
import type { Indicator, Language, Plan } from '../plan/types.ts';
import type { Paint } from './colour.ts';
import { formatShortDate } from './short-date.ts';
import { cellsOf, drawTable } from './terminal-table.ts';
import { cliWords } from './words.ts';

/** One indicator of a status table. */
export interface StatusLine {
  readonly indicator: Indicator;
  readonly view: IndicatorView;
  /** Whole days until it is due; negative when that is past. */
  readonly daysLeft: number;
  /** Left out where no notices are shown. */
  readonly next?: { readonly at: Instant; readonly to: readonly Recipient[] } | null;
  readonly fault?: string | null;
}

export interface TableStyle {
  readonly language: Language;
  readonly paint: Paint;
  /** Characters to a line of the terminal. */
  readonly columns: number;
}

/** Less room than this, and a list is easier to read than a table; more, and the eye loses its line. */
const NARROWEST_TABLE = 120;
const WIDEST_TABLE = 180;

/** How a plan stands, one indicator after the other: a table where there is room for one, else a list. */
export function drawStatus(plan: Plan, lines: readonly StatusLine[], style: TableStyle): string {
  const title = headOf(plan, style);
  const body = style.columns < NARROWEST_TABLE ? drawList(plan, lines, style) : drawWide(plan, lines, style);
  return `${title}\n${body}\n${summaryLine(lines, style)}\n`;
}

export function headOf(plan: Plan, { language, paint }: Pick<TableStyle, 'language' | 'paint'>): string {
  const { workPlan } = cliWords(language);
  return paint('bold', workPlan(plan.office.name[language], formatFiscalYear(plan.fiscalYear, language)));
}

/** `13 in all: 12 achieved, 1 in progress; 1 overdue`, in the order in which statuses are told everywhere. */
export function summaryLine(lines: readonly StatusLine[], { language, paint }: Omit<TableStyle, 'columns'>): string {
  const say = cliWords(language);
  const counts = Object.entries(words(language).workStatus).flatMap(([status, word]) => {
    const count = lines.filter(({ view }) => view.status === status).length;
    return count === 0 ? [] : [say.counted(count, word)];
  });
  const overdue = lines.filter(({ view }) => view.deadline === 'overdue').length;
  const late = paint('red', say.counted(overdue, words(language).deadlineStatus.overdue));
  return `${say.inAll(lines.length)}: ${counts.join(', ')}${overdue === 0 ? '' : `; ${late}`}`;
}

function drawWide(plan: Plan, lines: readonly StatusLine[], style: TableStyle): string {
  const { language, columns, paint } = style;
  const say = cliWords(language);
  const hasNext = lines.some(({ next }) => next !== undefined);
  const rows = lines.map((line) => ({
    code: formatCode(line.indicator.code, language),
    target: targetText(line.indicator, language, formatShortDate),
    progress: progressText(line.indicator, line.view, language) ?? '',
    status: statusText(line, style),
    due: formatShortDate(line.view.due, language),
    left: timeLeftText(line, style),
    title: line.indicator.title[language],
    next: nextText(plan, line, language, formatShortDate).join('\n'),
  }));
  type Name = keyof (typeof rows)[number];
  const fitting = (name: Name) => Math.max(cellsOf(say[HEADS[name]]), ...rows.map((row) => cellsOf(row[name])));
  const narrow = (['code', 'target', 'progress', 'status', 'due', 'left'] as const).map(fitting);
  const rules = 3 * (narrow.length + (hasNext ? 2 : 1)) + 1;
  const rest = Math.min(columns, WIDEST_TABLE) - rules - narrow.reduce((sum, width) => sum + width, 0);
  const next = hasNext ? Math.max(18, Math.min(fitting('next'), rest - 28)) : 0;
  const order: readonly (readonly [Name, number])[] = [
    ['code', narrow[0]!],
    ['title', Math.max(18, Math.min(fitting('title'), rest - next))],
    ['target', narrow[1]!],
    ['progress', narrow[2]!],
    ['status', narrow[3]!],
    ['due', narrow[4]!],
    ['left', narrow[5]!],
    ...(hasNext ? [['next', next] as const] : []),
  ];
  return drawTable(
    order.map(([name, width]) => ({ head: paint('bold', say[HEADS[name]]), width })),
    rows.map((row) => order.map(([name]) => row[name])),
  );
}

const HEADS = {
  code: 'code',
  title: 'indicator',
  target: 'target',
  progress: 'progress',
  status: 'status',
  due: 'due',
  left: 'timeLeft',
  next: 'nextNotice',
} as const;

function drawList(plan: Plan, lines: readonly StatusLine[], style: TableStyle): string {
  return lines.map((line) => drawOne(plan, line, style)).join('\n');
}

/** One indicator in two or three lines. */
export function drawOne(plan: Plan, line: StatusLine, style: Omit<TableStyle, 'columns'>): string {
  const { language, paint } = style;
  const say = cliWords(language);
  const left = timeLeftText(line, style);
  const due = `${say.due}: ${formatDate(line.view.due, language)}${left === '' ? '' : ` (${left})`}`;
  const progress = progressText(line.indicator, line.view, language);
  const status = statusText(line, style).replaceAll('\n', ', ');
  const next = line.next ? [`  ${say.nextNotice}: ${nextText(plan, line, language, formatDate).join(', ')}`] : [];
  return [
    `${paint('bold', formatCode(line.indicator.code, language))} ${line.indicator.title[language]}`,
    `  ${[status, ...(progress === null ? [] : [`${say.progress}: ${progress}`]), due].join(' · ')}`,
    ...next,
  ].join('\n');
}

function statusText({ view, fault }: StatusLine, { language, paint }: Omit<TableStyle, 'columns'>): string {
  const say = cliWords(language);
  const word = words(language).workStatus[view.status];
  if (fault) return paint('red', `${word}\n${say.setAside}`);
  if (view.status === 'achieved') {
    return paint('green', view.achievedOn === null ? word : `${word}\n${say.achievedOn(view.achievedOn, view.late)}`);
  }
  if (view.status === 'notAchieved') return paint('red', word);
  return view.status === 'onHold' || view.status === 'withdrawn' ? paint('dim', word) : word;
}

/** Empty where nothing runs any more. */
function timeLeftText({ view, daysLeft }: StatusLine, { language, paint }: Omit<TableStyle, 'columns'>): string {
  if (view.deadline === 'met' || view.deadline === 'closed' || view.deadline === 'paused') return '';
  const phrase = daysLeftPhrase(daysLeft, language);
  return daysLeft < 0 ? paint('red', phrase) : view.deadline === 'upcoming' ? phrase : paint('yellow', phrase);
}

function nextText(plan: Plan, { next }: StatusLine, language: Language, format: typeof formatDate): string[] {
  const say = cliWords(language);
  if (!next) return [''];
  const day = format(localDate(next.at, plan.zone), language);
  const when = `${day}, ${formatTime(localTime(next.at, plan.zone), language)}`;
  const names = next.to.map(({ post, person }) => postTitle(plan, post, language) ?? person.name[language]);
  return [when, names.length === 0 ? say.notHeld : names.join(', ')];
}

export function postTitle(plan: Plan, id: string, language: Language): string | null {
  return plan.posts.find((post) => post.id === id)?.title[language] ?? null;
}
