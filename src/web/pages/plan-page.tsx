import { formatBengaliDate } from '../../calendar/bengali-calendar.ts';
import type { IndicatorStatus, PlanStatus } from '../../engine/plan-status.ts';
import { formatCode, formatDateLong, formatFiscalYear } from '../../i18n/format.ts';
import { targetText } from '../../i18n/progress.ts';
import { rungTitle } from '../../i18n/words.ts';
import type { Activity, Language, Plan } from '../../plan/types.ts';
import { isOverdue, owedNext, statusRemark, TimeLeft } from '../parts/deadline.tsx';
import { Fault } from '../parts/fault.tsx';
import { postTitles } from '../parts/people.ts';
import { ProgressBar, progressOf } from '../parts/progress.tsx';
import { StatusMark } from '../parts/status-mark.tsx';
import { Day, Moment } from '../parts/time.tsx';
import { indicatorPath } from '../paths.ts';
import { capital } from '../wording/capital.ts';
import { wordingIn } from '../wording/wording.ts';
import { PlanSummary } from './plan-summary.tsx';

/** A plan as the minutes of a review meeting have it: a table of its indicators, grouped by activity. */
export function PlanPage({ status, language }: { status: PlanStatus; language: Language }) {
  const { plan, today, rows } = status;
  const say = wordingIn(language);
  const year = formatFiscalYear(plan.fiscalYear, language);
  return (
    <>
      <div class="heading">
        <h1>
          <span class="over">{plan.office.name[language]}</span>
          {say.workPlan} {year}
        </h1>
        <p class="today">
          <span class="quiet">{say.today}</span> <time datetime={today}>{formatDateLong(today, language)}</time>
          {language === 'bn' && <span class="quiet nowrap"> · {formatBengaliDate(today)}</span>}
        </p>
      </div>
      <PlanSummary rows={rows} language={language} />
      <div class="table-frame">
        <table class="plan-table">
          <caption>{say.tableCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{say.code}</th>
              <th scope="col">{say.indicator}</th>
              <th scope="col">{say.target}</th>
              <th scope="col">{say.progress}</th>
              <th scope="col">{say.status}</th>
              <th scope="col">{say.due}</th>
              <th scope="col">{say.timeLeft}</th>
              <th scope="col">{say.nextNotice}</th>
            </tr>
          </thead>
          {plan.activities.map((activity) => (
            <ActivityRows
              activity={activity}
              rows={rows.filter((row) => row.activity.code === activity.code)}
              plan={plan}
              language={language}
            />
          ))}
        </table>
      </div>
    </>
  );
}

interface ActivityProps {
  readonly activity: Activity;
  readonly rows: readonly IndicatorStatus[];
  readonly plan: Plan;
  readonly language: Language;
}

function ActivityRows({ activity, rows, plan, language }: ActivityProps) {
  if (rows.length === 0) return null;
  return (
    <tbody>
      <tr class="activity">
        <th scope="rowgroup" colspan={8}>
          <span class="code">{formatCode(activity.code, language)}</span> {activity.title[language]}
        </th>
      </tr>
      {rows.map((row) => (
        <IndicatorRow row={row} plan={plan} language={language} />
      ))}
    </tbody>
  );
}

function IndicatorRow({ row, plan, language }: { row: IndicatorStatus; plan: Plan; language: Language }) {
  const say = wordingIn(language);
  const { indicator, view } = row;
  const remark = statusRemark(row, language);
  const owed = owedNext(row, language);
  return (
    <tr class={isOverdue(row) ? 'row row-late' : 'row'}>
      <td class="code" data-label={say.code}>
        {formatCode(indicator.code, language)}
      </td>
      <th class="title" scope="row">
        <a href={indicatorPath(plan.id, indicator.code)}>{indicator.title[language]}</a>
        {row.fault !== null && <Fault fault={row.fault} language={language} />}
      </th>
      <td class="line" data-label={say.target}>
        {targetText(indicator, language)}
      </td>
      <td class="line" data-label={say.progress}>
        <ProgressBar progress={progressOf(row, language)} />
      </td>
      <td class="line status" data-label={say.status}>
        <StatusMark status={view.status} language={language} />
        {remark !== null && <span class="small">{remark}</span>}
      </td>
      <td class="line" data-label={say.due}>
        <Day date={view.due} language={language} />
        {owed !== null && <span class="small">{owed}</span>}
      </td>
      <td class="line" data-label={say.timeLeft}>
        <TimeLeft row={row} language={language} />
      </td>
      <td data-label={say.nextNotice}>
        <NextNotice row={row} plan={plan} language={language} />
      </td>
    </tr>
  );
}

function NextNotice({ row: { next }, plan, language }: { row: IndicatorStatus; plan: Plan; language: Language }) {
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
