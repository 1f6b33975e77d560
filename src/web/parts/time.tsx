import { localDate, localTime, toIsoWithOffset } from '../../calendar/local-time.ts';
import type { Instant, LocalDate } from '../../calendar/types.ts';
import { formatDate, formatTime } from '../../i18n/format.ts';
import type { Language } from '../../plan/types.ts';

/** A day, in the words and digits of the language. */
export function Day({ date, language }: { date: LocalDate; language: Language }) {
  return <time datetime={date}>{formatDate(date, language)}</time>;
}

/** An instant as the clocks of the plan's zone show it. */
export function Moment({ at, zone, language }: { at: Instant; zone: string; language: Language }) {
  return (
    <time datetime={toIsoWithOffset(at, zone)}>
      <span class="nowrap">{formatDate(localDate(at, zone), language)}</span>
      {', '}
      <span class="nowrap">{formatTime(localTime(at, zone), language)}</span>
    </time>
  );
}
