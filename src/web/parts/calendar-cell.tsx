import { toBengaliDate } from '../../calendar/bengali-calendar.ts';
import { civilDate } from '../../calendar/day-number.ts';
import type { LocalDate } from '../../calendar/types.ts';
import type { Deadline } from '../../engine/read-deadlines.ts';
import { formatCode, formatDateLong, formatNumber } from '../../i18n/format.ts';
import { BENGALI_MONTHS } from '../../i18n/names.ts';
import type { Language } from '../../plan/types.ts';
import type { CalendarDay } from '../../reading/calendar-month.ts';
import { indicatorPath } from '../paths.ts';
import { calendarWords } from '../wording/calendar-words.ts';
import { deadlineWord } from '../wording/deadline-word.ts';
import { Mark } from './status-mark.tsx';

interface CellProps {
  readonly day: CalendarDay;
  readonly today: LocalDate;
  readonly isMixed: boolean;
  readonly language: Language;
}

/** So many deadlines of a day stand open; the rest unfolds. */
const SHOWN = 4;

/** A day: its number, why offices are closed, and what is due. */
export function CalendarCell({ day, today, isMixed, language }: CellProps) {
  const { date, isInside, off, deadlines } = day;
  if (!isInside) return <td class="day outside" />;
  const say = calendarWords(language);
  const isToday = date === today;
  const isHoliday = off !== null && off.kind !== 'weekend';
  const isPlain = deadlines.length === 0 && !isHoliday && !isToday && !day.worksFor;
  const classes = [
    'day',
    ...(off ? ['day-off'] : []),
    ...(isToday ? ['day-today'] : []),
    ...(isPlain ? ['day-plain'] : []),
  ];
  const lines = deadlines.map((deadline) => <Due deadline={deadline} isMixed={isMixed} language={language} />);
  return (
    <td class={classes.join(' ')} {...(isToday ? { 'aria-current': 'date' } : {})}>
      <p class="day-head">
        <time datetime={date}>
          <span class="day-number">{formatNumber(civilDate(date).day, language)}</span>
          <span class="day-long">{formatDateLong(date, language)}</span>
        </time>
        {language === 'bn' && <span class="day-bengali">{bengaliDay(date)}</span>}
        {isToday && <span class="day-mark">{say.today}</span>}
      </p>
      {isHoliday && (
        <p class="holiday">
          <span class="hidden">{say.holiday}: </span>
          {off.name[language]}
          {off.provisional && ` (${say.provisional})`}
        </p>
      )}
      {off?.kind === 'weekend' && <span class="hidden">{say.weekend}</span>}
      {day.worksFor && (
        <p class="holiday">
          {say.workingDay}: {day.worksFor[language]}
        </p>
      )}
      {lines.length > 0 && <ul class="dues">{lines.slice(0, lines.length > SHOWN + 1 ? SHOWN : undefined)}</ul>}
      {lines.length > SHOWN + 1 && (
        <details class="dues-more">
          <summary>{say.more(lines.length - SHOWN)}</summary>
          <ul class="dues">{lines.slice(SHOWN)}</ul>
        </details>
      )}
    </td>
  );
}

function Due({
  deadline,
  isMixed,
  language,
}: Pick<CellProps, 'isMixed' | 'language'> & { readonly deadline: Deadline }) {
  const { plan, indicator, title, status } = deadline;
  return (
    <li class={`due due-${status}`}>
      <Mark name={status} label={deadlineWord(status, language)} />
      <a href={indicatorPath(plan.id, indicator.code)}>
        <span class="code">{formatCode(indicator.code, language)}</span> {indicator.title[language]}
        {title && ` (${title[language]})`}
      </a>
      {isMixed && <span class="small">{plan.office.name[language]}</span>}
    </li>
  );
}

/** The day of the Bengali calendar, with its month where that begins. */
function bengaliDay(date: LocalDate): string {
  const { month, day } = toBengaliDate(date);
  const number = formatNumber(day, 'bn');
  return day === 1 ? `${number} ${BENGALI_MONTHS[month - 1]}` : number;
}
