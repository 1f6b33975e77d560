import type { StandingCounts } from '../../db/queries/office-counts.ts';
import { formatFiscalYear, formatNumber, formatPercent } from '../../i18n/format.ts';
import type { Language } from '../../plan/types.ts';
import type { OfficeScore } from '../../reading/office-scores.ts';
import { OFFICE_SORTS, type OfficeRow, type OfficeSort, totalsOf } from '../office-ranking.ts';
import { Mark, type MarkName } from '../parts/status-mark.tsx';
import { officesPath, planPath, WAITING_PATH } from '../paths.ts';
import { type OfficeWords, officeWords } from '../wording/office-words.ts';
import { wordingIn } from '../wording/wording.ts';

export interface OfficeListProps {
  /** The offices of this page, in their order, and all that the filters left. */
  readonly rows: readonly OfficeRow[];
  readonly all: readonly OfficeRow[];
  readonly years: readonly string[];
  /** Null for all years. */
  readonly year: string | null;
  readonly search: string | null;
  readonly sort: OfficeSort;
  readonly reversed: boolean;
  readonly page: number;
  readonly pages: number;
  /** How many missed targets wait for the reader's answer. */
  readonly waiting: { readonly count: number; readonly isMore: boolean };
  /** Whether there are so many that a name is searched for. */
  readonly isLong: boolean;
  readonly language: Language;
}

const COUNTS = ['achieved', 'onTarget', 'dueSoon', 'overdue', 'onHold', 'notAchieved'] as const;

const MARKS: Readonly<Record<(typeof COUNTS)[number], MarkName>> = {
  achieved: 'achieved',
  onTarget: 'inProgress',
  dueSoon: 'dueSoon',
  overdue: 'overdue',
  onHold: 'onHold',
  notAchieved: 'notAchieved',
};

/** The work plans below somebody, side by side. */
export function OfficeList(props: OfficeListProps) {
  const { rows, all, search, waiting, language } = props;
  const say = officeWords(language);
  return (
    <>
      <div class="heading">
        <h1>{wordingIn(language).offices}</h1>
        <p class="quiet">{say.lead}</p>
      </div>
      {waiting.count > 0 && (
        <p class="waiting-note">
          <a href={WAITING_PATH}>{say.waitingCount(formatNumber(waiting.count, language), waiting.isMore)}</a>
        </p>
      )}
      <Filters {...props} />
      {all.length === 0 ? (
        <p class="empty">{search === null ? say.none : say.noneFound}</p>
      ) : (
        <>
          <OfficeTable {...props} />
          <Pager {...props} />
          {rows.length > 0 && <p class="quiet footnote">{say.explained}</p>}
        </>
      )}
    </>
  );
}

function Filters({ years, year, search, sort, reversed, all, isLong, language }: OfficeListProps) {
  const say = officeWords(language);
  const here = { year, search, sort, reversed };
  return (
    <>
      {isLong && (
        <search>
          <form class="finder" method="get" action="/offices" aria-label={say.find}>
            <input type="hidden" name="year" value={year ?? 'all'} />
            <input type="hidden" name="sort" value={sort} />
            <div class="finder-field">
              <label for="search">{say.search}</label>
              <input id="search" name="search" type="search" value={search ?? ''} maxlength={100} />
            </div>
            <button type="submit">{say.show}</button>
          </form>
        </search>
      )}
      {years.length > 1 && (
        <nav class="filter" aria-label={say.year}>
          {[...years, null].map((one) => (
            <a href={officesPath({ ...here, year: one })} {...(one === year ? { 'aria-current': 'true' } : {})}>
              {one === null ? say.allYears : formatFiscalYear(one, language)}
            </a>
          ))}
        </nav>
      )}
      {all.length > 1 && (
        <nav class="filter" aria-label={say.sortBy}>
          <span class="filter-name">{say.sortBy}</span>
          {OFFICE_SORTS.map((one) => {
            const isChosen = one === sort;
            return (
              <a
                href={officesPath({ ...here, sort: one, reversed: isChosen && !reversed })}
                {...(isChosen ? { 'aria-current': 'true' } : {})}
              >
                {say.sort[one]}
                {isChosen && <Direction sort={one} reversed={reversed} say={say} />}
              </a>
            );
          })}
        </nav>
      )}
    </>
  );
}

/** Which way the list runs: names and scores begin with the least, counts with the most. */
function Direction({ sort, reversed, say }: { sort: OfficeSort; reversed: boolean; say: OfficeWords }) {
  const isAscending = (sort === 'office' || sort === 'score') !== reversed;
  return (
    <>
      {' '}
      <span aria-hidden="true">{isAscending ? '↑' : '↓'}</span>
      <span class="hidden">{isAscending ? say.ascending : say.descending}</span>
    </>
  );
}

function OfficeTable({ rows, all, language }: OfficeListProps) {
  const say = officeWords(language);
  const words = wordingIn(language);
  return (
    <div class="table-frame">
      <table class="list-table office-table">
        <caption class="hidden">{words.offices}</caption>
        <thead>
          <tr>
            <th scope="col">{words.office}</th>
            <th scope="col">{say.year}</th>
            {COUNTS.map((count) => (
              <th class="number" scope="col">
                {say.columns[count]}
              </th>
            ))}
            <th class="number" scope="col">
              {say.columns.total}
            </th>
            <th class="number" scope="col">
              {say.columns.score}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr class={row.overdue > 0 ? 'row row-late' : 'row'}>
              <th class="title" scope="row">
                <a href={planPath(row.planId)}>{row.office[language]}</a>
              </th>
              <td data-label={say.year}>{formatFiscalYear(row.fiscalYear, language)}</td>
              <Counts counts={row} score={row.score} language={language} />
            </tr>
          ))}
        </tbody>
        {all.length > 1 && (
          <tfoot>
            <tr class="row totals">
              <th class="title" scope="row" colspan={2}>
                {say.totals(formatNumber(all.length, language))}
              </th>
              <Counts counts={totalsOf(all)} score={totalsOf(all).score} language={language} />
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

function Counts(props: { counts: StandingCounts; score: OfficeScore | null; language: Language }) {
  const { counts, score, language } = props;
  const say = officeWords(language);
  const number = (value: number) => formatNumber(value, language);
  return (
    <>
      {COUNTS.map((count) => (
        <td class="number" data-label={say.columns[count]}>
          {counts[count] === 0 ? (
            <span class="quiet">{number(0)}</span>
          ) : (
            <Mark name={MARKS[count]} label={number(counts[count])} />
          )}
        </td>
      ))}
      <td class="number" data-label={say.columns.total}>
        {number(counts.total)}
      </td>
      <td class="number" data-label={say.columns.score}>
        {score === null || score.total === 0 ? (
          <span class="quiet">–</span>
        ) : (
          <>
            {formatPercent(Math.round((100 * score.points) / score.total), language)}
            <span class="small">{say.scored(number(rounded(score.points)), number(rounded(score.total)))}</span>
          </>
        )}
      </td>
    </>
  );
}

/** Points have two decimals where they need them. */
function rounded(points: number): number {
  return Math.round(100 * points) / 100;
}

function Pager({ year, search, sort, reversed, page, pages, language }: OfficeListProps) {
  if (pages < 2) return null;
  const say = officeWords(language);
  const here = { year, search, sort, reversed };
  return (
    <p class="pager">
      {page > 1 && <a href={officesPath({ ...here, page: page - 1 })}>{say.previous}</a>}
      <span class="quiet">{say.page(formatNumber(page, language), formatNumber(pages, language))}</span>
      {page < pages && <a href={officesPath({ ...here, page: page + 1 })}>{say.next}</a>}
    </p>
  );
}
