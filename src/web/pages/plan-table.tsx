import { formatCode, formatNumber, formatPercent } from '../../i18n/format.ts';
import { targetText } from '../../i18n/progress.ts';
import { rungTitle } from '../../i18n/words.ts';
import type { Activity, Language, Plan } from '../../plan/types.ts';
import { isOverdue, owedNext, statusRemark, TimeLeft } from '../parts/deadline.tsx';
import { Fault } from '../parts/fault.tsx';
import { postTitle, postTitles } from '../parts/people.ts';
import { ProgressBar, progressOf } from '../parts/progress.tsx';
import { StatusMark } from '../parts/status-mark.tsx';
import { Day, Moment } from '../parts/time.tsx';
import { indicatorPath } from '../paths.ts';
import { type PlanRow, type PlanSort, type PlanView, planViewPath } from '../plan-view.ts';
import { capital } from '../wording/capital.ts';
import { planWords } from '../wording/plan-words.ts';
import { wordingIn } from '../wording/wording.ts';

interface TableProps {
  readonly plan: Plan;
  readonly rows: readonly PlanRow[];
  readonly view: PlanView;
  readonly language: Language;
}

/** The rows of a plan: by code they stand under their activities, in any other order one after the other. */
export function PlanTable({ plan, rows, view, language }: TableProps) {
  const say = wordingIn(language);
  const own = planWords(language);
  if (rows.length === 0) return <p class="empty">{own.noneMatches}</p>;
  const props = { plan, view, language };
  return (
    <div class="table-frame">
      <table class="plan-table">
        <caption>{say.tableCaption}</caption>
        <thead>
          <tr>
            <SortedHead by="code" label={say.code} {...props} />
            <th scope="col">{say.indicator}</th>
            <th scope="col">{say.target}</th>
            <th scope="col">{say.progress}</th>
            <SortedHead by="status" label={say.status} {...props} />
            <SortedHead by="due" label={say.due} {...props} />
            <th scope="col">{say.timeLeft}</th>
            <SortedHead by="who" label={own.who} {...props} />
            <th scope="col">{say.nextNotice}</th>
            <SortedHead by="points" label={own.points} {...props} />
          </tr>
        </thead>
        {view.sort === 'code' ? (
          activitiesOf(rows).map(([activity, members]) => (
            <tbody data-key={activity.code}>
              <tr class="activity">
                <th scope="rowgroup" colspan={10}>
                  <span class="code">{formatCode(activity.code, language)}</span> {activity.title[language]}
                </th>
              </tr>
              {members.map((row) => (
                <IndicatorRow row={row} plan={plan} language={language} />
              ))}
            </tbody>
          ))
        ) : (
          <tbody>
            {rows.map((row) => (
              <IndicatorRow row={row} plan={plan} language={language} />
            ))}
          </tbody>
        )}
      </table>
    </div>
  );
}

/** The activities of rows that stand by code, each with its own. */
function activitiesOf(rows: readonly PlanRow[]): [Activity, PlanRow[]][] {
  const groups = new Map<Activity, PlanRow[]>();
  for (const row of rows) groups.set(row.activity, [...(groups.get(row.activity) ?? []), row]);
  return [...groups];
}

interface HeadProps {
  readonly by: PlanSort;
  readonly label: string;
  readonly plan: Plan;
  readonly view: PlanView;
  readonly language: Language;
}

/** The head of a column by which the rows may be sorted: once for its order, again for the other way round. */
function SortedHead({ by, label, plan, view }: HeadProps) {
  const isSorted = view.sort === by;
  // Of points, and of them alone, the most is what people look for first.
  const descending = isSorted ? !view.descending : by === 'points';
  return (
    <th
      scope="col"
      class={by === 'points' ? 'number' : ''}
      {...(isSorted ? { 'aria-sort': view.descending ? ('descending' as const) : ('ascending' as const) } : {})}
    >
      <a class="sort" href={planViewPath(plan.id, view, { sort: by, descending })}>
        {label}
      </a>
    </th>
  );
}

interface RowProps {
  readonly row: PlanRow;
  readonly plan: Plan;
  readonly language: Language;
}

function IndicatorRow({ row, plan, language }: RowProps) {
  const say = wordingIn(language);
  const own = planWords(language);
  const { indicator, view } = row;
  const remark = statusRemark(row, language);
  const owed = owedNext(row, language);
  return (
    <tr class={isOverdue(row) ? 'row row-late' : 'row'} data-key={indicator.code}>
      <td class="code" data-label={say.code}>
        {formatCode(indicator.code, language)}
      </td>
      <th class="title" scope="row">
        <a href={indicatorPath(plan.id, indicator.code)}>{indicator.title[language]}</a>
        {row.fault !== null && <Fault fault={row.fault} language={language} />}
      </th>
      <td data-label={say.target}>{targetText(indicator, language)}</td>
      <td class="line" data-label={say.progress}>
        <ProgressBar progress={progressOf(row, language)} />
      </td>
      <td class="line status" data-label={say.status}>
        <StatusMark status={view.status} language={language} />
        {remark !== null && <span class="small">{remark}</span>}
      </td>
      <td data-label={say.due}>
        <Day date={view.due} language={language} />
        {owed !== null && <span class="small">{owed}</span>}
      </td>
      <td data-label={say.timeLeft}>
        <TimeLeft row={row} language={language} />
      </td>
      <td data-label={own.who}>
        <Who row={row} plan={plan} language={language} />
      </td>
      <td data-label={say.nextNotice}>
        <NextNotice row={row} plan={plan} language={language} />
      </td>
      <td class="number" data-label={own.points}>
        <Points row={row} language={language} />
      </td>
    </tr>
  );
}

function Who({ row: { indicator, isMine }, plan, language }: RowProps) {
  const { focalPoint } = indicator.posts;
  if (focalPoint === null) return <span class="quiet">{wordingIn(language).vacant}</span>;
  return (
    <>
      {postTitle(plan.posts, focalPoint, language)}
      {isMine && <span class="small">({planWords(language).you})</span>}
    </>
  );
}

function NextNotice({ row: { next }, plan, language }: RowProps) {
  const say = wordingIn(language);
  if (!next) return <span class="quiet">{say.noNotice}</span>;
  return (
    <>
      <Moment at={next.at} zone={plan.zone} language={language} />
      <span class="small">
        {capital(rungTitle(next.rung, language))} · {say.to}: {postTitles(plan, next.to, language).join('; ')}
      </span>
    </>
  );
}

/** What it earned of its weight; by which percent where that is neither all nor nothing, and what it still may. */
function Points({ row: { score }, language }: Pick<RowProps, 'row' | 'language'>) {
  const say = planWords(language);
  const number = (value: number) => formatNumber(value, language);
  if (!score.counts) return <span class="quiet">–</span>;
  const { points, weight, percent, ifMet } = score;
  return (
    <>
      <span class={points === 0 ? 'quiet nowrap' : 'nowrap'}>
        {number(points)} / {number(weight)}
      </span>
      {percent > 0 && percent < 100 && <span class="small">{formatPercent(percent, language)}</span>}
      {ifMet.points > points && ifMet.points < weight && <span class="small">{say.atMost(number(ifMet.points))}</span>}
    </>
  );
}
