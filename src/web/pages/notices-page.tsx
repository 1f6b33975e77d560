import { localTime } from '../../calendar/local-time.ts';
import {
  formatCode,
  formatDate,
  formatDateLong,
  formatFiscalYear,
  formatMonth,
  formatNumber,
  formatTime,
} from '../../i18n/format.ts';
import { rungTitle } from '../../i18n/words.ts';
import type { IndicatorDefinition } from '../../plan/definition.ts';
import type { Language, Plan } from '../../plan/types.ts';
import type { LettersAhead } from '../../simulate/letters-ahead.ts';
import { SelectField } from '../parts/fields.tsx';
import { postTitle } from '../parts/people.ts';
import { indicatorPath } from '../paths.ts';
import { noticesWords } from '../wording/notices-words.ts';

export interface NoticesPageProps {
  readonly plan: Plan;
  readonly moments: readonly LettersAhead[];
  readonly definitions: ReadonlyMap<string, IndicatorDefinition>;
  /** Only this person's letters, where one is chosen. */
  readonly person: string | null;
  /** Indicators of which nothing goes out until their error is resolved. */
  readonly setAside: readonly string[];
  /** A plan that is not in force: there is nothing to filter by link. */
  readonly isTrial: boolean;
  /** Whether the letters of the whole year stand on the page, however many. */
  readonly showsAll: boolean;
  readonly language: Language;
}

/** So many letters stand on a page, about: a day's letters stay together. */
const LETTERS_AT_ONCE = 40;

/** Who would get which letter when, day by day, if nothing happened. */
export function NoticesPage(props: NoticesPageProps) {
  const { plan, moments, person, setAside, isTrial, showsAll, language } = props;
  const say = noticesWords(language);
  const shown = moments
    .map((moment) => ({
      ...moment,
      letters: moment.letters.filter((letter) => person === null || letter.person.id === person),
    }))
    .filter(({ letters }) => letters.length > 0);
  const letters = shown.flatMap((moment) => moment.letters);
  const people = new Set(letters.map((letter) => letter.person.id));
  const number = (value: number) => formatNumber(value, language);
  const first = showsAll ? shown : untilLetters(shown, LETTERS_AT_ONCE);
  const hidden = letters.length - first.flatMap((moment) => moment.letters).length;
  return (
    <>
      <div class="heading">
        <h1>
          <span class="over">{`${plan.office.name[language]}, ${formatFiscalYear(plan.fiscalYear, language)}`}</span>
          {say.title}
        </h1>
        <p class="quiet">{say.lead(formatDate(plan.closes, language))}</p>
        {isTrial && <p class="soon">{say.changedLead}</p>}
      </div>
      {!isTrial && (
        <form class="form inline-form" method="get">
          <SelectField
            name="person"
            label={say.filter}
            typed={{ person: person ?? '' }}
            choices={[
              { value: '', label: say.everybody },
              ...plan.people.map(({ id, name }) => ({ value: id, label: name[language] })),
            ]}
          />
          <button class="second-button" type="submit">
            {say.show}
          </button>
        </form>
      )}
      {setAside.length > 0 && (
        <p class="soon">{say.setAside(setAside.map((code) => formatCode(code, language)).join(', '))}</p>
      )}
      {shown.length === 0 ? (
        <p class="empty">{say.none}</p>
      ) : (
        <>
          <p>{say.total(number(letters.length), number(people.size))}</p>
          {monthsOf(first).map(([month, moments], i) => (
            <details class="letter-month" open={i === 0}>
              <summary>
                <h2>{formatMonth(month, language)}</h2>{' '}
                <span class="quiet">{say.letters(number(moments.flatMap((one) => one.letters).length))}</span>
              </summary>
              <ol class="letter-days">
                {moments.map((moment) => (
                  <Day {...props} moment={moment} />
                ))}
              </ol>
            </details>
          ))}
          {hidden > 0 && (
            <p class="all-notices">
              <a href={`?${new URLSearchParams({ ...(person ? { person } : {}), show: 'all' })}`}>
                {say.showAll(number(hidden))}
              </a>
            </p>
          )}
        </>
      )}
    </>
  );
}

/** Whole days, until there are so many letters. */
function untilLetters(moments: readonly LettersAhead[], most: number): readonly LettersAhead[] {
  let count = 0;
  return moments.filter(({ letters }) => {
    const isFirst = count < most;
    count += letters.length;
    return isFirst;
  });
}

/** A year has hundreds of letters: month by month they can be looked over. */
function monthsOf(moments: readonly LettersAhead[]): [string, LettersAhead[]][] {
  const months = new Map<string, LettersAhead[]>();
  for (const moment of moments) {
    const month = moment.day.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), moment]);
  }
  return [...months];
}

function Day({ plan, moment, definitions, language }: NoticesPageProps & { moment: LettersAhead }) {
  const say = noticesWords(language);
  const dueOf = (code: string, checkpoint: string) =>
    definitions.get(code)?.checkpoints.find(({ id }) => id === checkpoint)?.due;
  return (
    <li>
      <h3>
        <time datetime={moment.day}>{formatDateLong(moment.day, language)}</time>{' '}
        <span class="quiet">{formatTime(localTime(moment.at, plan.zone), language)}</span>
      </h3>
      <ul>
        {moment.letters.map((letter) => (
          <li class={letter.class === 'escalation' ? 'ahead-letter ahead-escalation' : 'ahead-letter'}>
            <p>
              <strong>{letter.person.name[language]}</strong>{' '}
              <span class="quiet">
                {letter.posts.map((post) => postTitle(plan.posts, post, language)).join(', ')} ·{' '}
                {say.class[letter.class]}
              </span>
            </p>
            <ul>
              {letter.items.map(({ indicator, rung, checkpoint }) => {
                const due = dueOf(indicator.code, checkpoint);
                return (
                  <li>
                    <a href={indicatorPath(plan.id, indicator.code)}>
                      {`${formatCode(indicator.code, language)} ${indicator.title[language]}`}
                    </a>
                    <span class="small">
                      {rungTitle(rung, language)}
                      {due && ` · ${say.owed(formatDate(due, language))}`}
                    </span>
                  </li>
                );
              })}
            </ul>
          </li>
        ))}
      </ul>
    </li>
  );
}
