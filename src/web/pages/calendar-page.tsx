import { formatBengaliMonths } from '../../calendar/bengali-calendar.ts';
import { addMonths, firstDayOf, lastDayOf, type Month } from '../../calendar/month.ts';
import { formatMonth } from '../../i18n/format.ts';
import { WEEKDAYS } from '../../i18n/names.ts';
import type { Language } from '../../plan/types.ts';
import type { CalendarMonth } from '../../reading/calendar-month.ts';
import { CalendarCell } from '../parts/calendar-cell.tsx';
import { SelectField } from '../parts/fields.tsx';
import { Mark, type MarkName } from '../parts/status-mark.tsx';
import { calendarPath } from '../paths.ts';
import { calendarWords } from '../wording/calendar-words.ts';
import { deadlineWord } from '../wording/deadline-word.ts';

export interface CalendarPageProps {
  readonly laid: CalendarMonth;
  /** What may be shown, and what is: one's own indicators, or a plan by its id. */
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly show: string;
  /** Whether deadlines of several offices stand in it. */
  readonly isMixed: boolean;
  readonly hasFeed: boolean;
  readonly language: Language;
}

/** So few choices are shown as links; more of them in a list that opens. */
const MOST_LINKS = 4;

const SIGNS: readonly MarkName[] = ['notStarted', 'inProgress', 'achieved', 'overdue', 'notAchieved', 'onHold'];

/** A month with its deadlines and days off: weeks on a wide page and on paper, a list of days on a phone. */
export function CalendarPage(props: CalendarPageProps) {
  const { laid, show, choices, isMixed, hasFeed, language } = props;
  const { month } = laid;
  const say = calendarWords(language);
  const days = laid.weeks.flat().filter(({ isInside }) => isInside);
  const isEmpty = days.every(({ deadlines }) => deadlines.length === 0);
  return (
    <>
      <div class="heading">
        <h1>
          <span class="over">{say.calendar}</span>
          {formatMonth(month, language)}
        </h1>
        {language === 'bn' && (
          <p class="today quiet">
            {formatBengaliMonths(firstDayOf(month), lastDayOf(month))} {say.bengaliEra}
          </p>
        )}
      </div>
      {choices.length === 0 ? <p>{say.noPlan}</p> : <Choice {...props} />}
      <Months month={month} today={laid.today.slice(0, 7)} show={show} language={language} />
      {isEmpty && choices.length > 0 && <p class="calendar-note">{show === 'mine' ? say.nothingMine : say.nothing}</p>}
      <table class="calendar">
        <caption class="hidden">{formatMonth(month, language)}</caption>
        <thead>
          <tr>
            {laid.weeks[0]!.map((_, column) => (
              <th scope="col">{WEEKDAYS[language][(column + 6) % 7]}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {laid.weeks.map((week) => (
            <tr>
              {week.map((day) => (
                <CalendarCell day={day} today={laid.today} isMixed={isMixed} language={language} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {!laid.isCovered && <p class="calendar-note quiet">{say.notCovered}</p>}
      {!isEmpty && (
        <ul class="calendar-legend" aria-label={say.legend}>
          {SIGNS.map((sign) => (
            <li>
              <Mark name={sign} label={deadlineWord(sign, language)} />
            </li>
          ))}
        </ul>
      )}
      {hasFeed && (
        <p class="calendar-note">
          <a href="/account/calendar">{say.toFeed}</a>
        </p>
      )}
    </>
  );
}

function Choice({ choices, show, laid: { month }, language }: CalendarPageProps) {
  const say = calendarWords(language);
  if (choices.length === 1) return <p class="calendar-note quiet">{choices[0]!.label}</p>;
  if (choices.length <= MOST_LINKS) {
    return (
      <nav class="calendar-choice" aria-label={say.whose}>
        {choices.map(({ value, label }) => (
          <a href={calendarPath(month, value)} {...(value === show ? { 'aria-current': 'true' } : {})}>
            {label}
          </a>
        ))}
      </nav>
    );
  }
  return (
    <form class="form" method="get" action="/calendar">
      <input type="hidden" name="month" value={month} />
      <SelectField name="show" label={say.whose} typed={{ show }} choices={choices} />
      <button class="quiet-button" type="submit">
        {say.show}
      </button>
    </form>
  );
}

function Months(props: {
  readonly month: Month;
  readonly today: Month;
  readonly show: string;
  readonly language: Language;
}) {
  const { month, today, show, language } = props;
  const say = calendarWords(language);
  const [before, after] = [addMonths(month, -1), addMonths(month, 1)];
  return (
    <nav class="months" aria-label={say.months}>
      <a rel="prev" href={calendarPath(before, show)}>
        ← {formatMonth(before, language)}
      </a>
      {month !== today && (
        <a class="months-now" href={calendarPath(today, show)}>
          {say.thisMonth}
        </a>
      )}
      <a rel="next" href={calendarPath(after, show)}>
        {formatMonth(after, language)} →
      </a>
    </nav>
  );
}
