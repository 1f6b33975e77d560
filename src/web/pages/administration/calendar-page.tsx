import type { CalendarReading } from '../../../calendar/calendars.ts';
import type { FiscalYear } from '../../../calendar/fiscal-year.ts';
import { formatDate, formatFiscalYear, formatNumber, formatWeekday } from '../../../i18n/format.ts';
import { formatFault } from '../../../plan/fault.ts';
import type { Language } from '../../../plan/types.ts';
import { listedDays } from '../../days-off.ts';
import { Mark } from '../../parts/status-mark.tsx';
import { administrationWords } from '../../wording/administration-words.ts';

interface CalendarProps {
  readonly id: string;
  readonly reading: CalendarReading;
  readonly ids: readonly string[];
  readonly year: FiscalYear;
  readonly years: readonly string[];
  readonly language: Language;
}

/** The days off of a fiscal year, for reading: they are changed in their file. */
export function DaysOffPage({ id, reading, ids, year, years, language }: CalendarProps) {
  const say = administrationWords(language);
  return (
    <>
      <div class="heading">
        <h1>
          <span class="over">{'file' in reading ? reading.file.name[language] : id}</span>
          {`${say.parts.calendar[0]}, ${formatFiscalYear(year.label, language)}`}
        </h1>
        <p class="quiet">{say.calendarLead}</p>
      </div>
      <nav class="filter" aria-label={say.fiscalYear}>
        {years.map((label) => (
          <a
            href={`?${new URLSearchParams({ calendar: id, year: label })}`}
            {...(label === year.label ? { 'aria-current': 'true' } : {})}
          >
            {formatFiscalYear(label, language)}
          </a>
        ))}
        {ids.length > 1 &&
          ids.map((other) => (
            <a
              href={`?${new URLSearchParams({ calendar: other, year: year.label })}`}
              {...(other === id ? { 'aria-current': 'true' } : {})}
            >
              {other}
            </a>
          ))}
      </nav>
      {'faults' in reading ? (
        <pre class="command" lang="en">
          {reading.faults.map(formatFault).join('\n')}
        </pre>
      ) : (
        <Days reading={reading} year={year} language={language} />
      )}
      <p class="quiet after-table">{say.calendarReadOnly.replace('%s', id)}</p>
    </>
  );
}

function Days(props: { reading: Extract<CalendarReading, { file: unknown }>; year: FiscalYear; language: Language }) {
  const { reading, year, language } = props;
  const say = administrationWords(language);
  const listed = listedDays(reading.file.periods, year.opens, year.closes);
  const provisional = listed.flatMap(({ days }) => days).filter((day) => day.provisional).length;
  if (listed.length === 0) return <p class="empty">{say.notListed}</p>;
  return (
    <>
      {provisional > 0 && <p class="soon">{say.provisionalNote(formatNumber(provisional, language))}</p>}
      {listed.map(({ period, days }) => (
        <section>
          <h2>{`${formatDate(period.from, language)} – ${formatDate(period.to, language)}`}</h2>
          <p class="small">
            {`${say.source}: `}
            <span lang="en">{period.source}</span>
          </p>
          {days.length === 0 ? (
            <p class="empty">{say.noDays}</p>
          ) : (
            <div class="table-frame">
              <table class="list-table days-table">
                <caption class="hidden">{say.parts.calendar[0]}</caption>
                <thead>
                  <tr>
                    <th scope="col">{say.day}</th>
                    <th scope="col">{say.occasion}</th>
                    <th scope="col">{say.kind}</th>
                  </tr>
                </thead>
                <tbody>
                  {days.map((day) => (
                    <tr class="row">
                      <th scope="row">
                        <time datetime={day.date}>{formatDate(day.date, language)}</time>
                        <span class="small">{formatWeekday(day.date, language)}</span>
                      </th>
                      <td data-label={say.occasion}>
                        <span>{day.name[language]}</span>
                      </td>
                      <td data-label={say.kind}>
                        <span>
                          {say.dayKind[day.kind]}
                          {day.provisional && (
                            <span class="small">
                              <Mark name="unknown" label={say.provisional} />
                            </span>
                          )}
                        </span>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </section>
      ))}
    </>
  );
}
