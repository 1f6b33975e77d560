import { formatBengaliDate } from '../../calendar/bengali-calendar.ts';
import type { LocalDate } from '../../calendar/types.ts';
import { formatDateLong, formatFiscalYear } from '../../i18n/format.ts';
import type { Language, Plan } from '../../plan/types.ts';
import type { PlanScore } from '../../score/plan-score.ts';
import { planNoticesPath } from '../administration-paths.ts';
import { meetingsPath } from '../meeting-paths.ts';
import { assessmentsPath, calendarPath, messagesPath, reportsPath } from '../paths.ts';
import { type PlanRow, type PlanView, ROWS, rowsOf } from '../plan-view.ts';
import { assessmentWords } from '../wording/assessment-words.ts';
import { meetingPageWords } from '../wording/meeting-page-words.ts';
import { planWords } from '../wording/plan-words.ts';
import { reportPageWords } from '../wording/report-words.ts';
import { wordingIn } from '../wording/wording.ts';
import { PlanFilter } from './plan-filter.tsx';
import { PlanPager } from './plan-pager.tsx';
import { PlanScoreLine } from './plan-score-line.tsx';
import { PlanSummary } from './plan-summary.tsx';
import { PlanTable } from './plan-table.tsx';
import { YearPicture } from './year-picture.tsx';

export interface PlanPageProps {
  readonly plan: Plan;
  readonly today: LocalDate;
  readonly rows: readonly PlanRow[];
  readonly score: PlanScore;
  readonly view: PlanView;
  /** Which further pages of the plan this reader may open. */
  readonly leads: { readonly notices: boolean; readonly messages: boolean };
  readonly language: Language;
}

/** A plan as the minutes of a review meeting have it: how it stands in a few numbers, its table, its year. */
export function PlanPage({ plan, today, rows, score, view, leads, language }: PlanPageProps) {
  const say = wordingIn(language);
  const found = rowsOf(plan, rows, view, language);
  const last = Math.max(1, Math.ceil(found.length / ROWS));
  const shown = { ...view, page: Math.min(view.page, last) };
  return (
    <>
      <div class="heading">
        <h1>
          <span class="over">{plan.office.name[language]}</span>
          {say.workPlan} {formatFiscalYear(plan.fiscalYear, language)}
        </h1>
        <p class="today">
          <span class="quiet">{say.today}</span> <time datetime={today}>{formatDateLong(today, language)}</time>
          {language === 'bn' && <span class="quiet nowrap"> · {formatBengaliDate(today)}</span>}
        </p>
      </div>
      <PlanSummary rows={rows} language={language}>
        <PlanScoreLine score={score} language={language} />
      </PlanSummary>
      <Leads plan={plan} leads={leads} today={today} language={language} />
      <PlanFilter plan={plan} rows={rows} view={shown} language={language} />
      <PlanTable
        plan={plan}
        rows={found.slice((shown.page - 1) * ROWS, shown.page * ROWS)}
        view={shown}
        language={language}
      />
      <PlanPager planId={plan.id} view={shown} count={found.length} language={language} />
      {found.length > 0 && <YearPicture plan={plan} rows={found} today={today} language={language} />}
    </>
  );
}

/** What else there is to see of the plan. */
function Leads({ plan, leads, today, language }: Pick<PlanPageProps, 'plan' | 'leads' | 'today' | 'language'>) {
  const say = planWords(language);
  return (
    <ul class="leads">
      <li>
        <a href={calendarPath(today.slice(0, 7), plan.id)}>{say.toCalendar}</a>
      </li>
      <li>
        <a href={meetingsPath(plan.id)}>{meetingPageWords(language).meetings}</a>
      </li>
      <li>
        <a href={assessmentsPath(plan.id)}>{assessmentWords(language).title}</a>
      </li>
      <li>
        <a href={reportsPath(plan.id)}>{reportPageWords(language).toReports}</a>
      </li>
      {leads.messages && (
        <li>
          <a href={messagesPath({ plan: plan.id })}>{say.toMessages}</a>
        </li>
      )}
      {leads.notices && (
        <li>
          <a href={planNoticesPath(plan.id)}>{say.toNotices}</a>
        </li>
      )}
    </ul>
  );
}
