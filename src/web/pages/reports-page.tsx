import { formatFiscalYear } from '../../i18n/format.ts';
import type { Language, Plan } from '../../plan/types.ts';
import { REPORT_KINDS } from '../../report/report-terms.ts';
import { reportPageWords } from '../wording/report-words.ts';
import { ReportForm } from './report-form.tsx';

/** Which reports there are of a plan, each with its form. */
export function ReportsPage({ plan, language }: { readonly plan: Plan; readonly language: Language }) {
  const say = reportPageWords(language);
  return (
    <>
      <div class="heading">
        <h1>
          <span class="over">{`${plan.office.name[language]}, ${formatFiscalYear(plan.fiscalYear, language)}`}</span>
          {say.title}
        </h1>
        <p class="quiet">{say.lead}</p>
      </div>
      <div class="report-choices">
        {REPORT_KINDS.map((kind) => (
          <section class="report-choice" aria-labelledby={`${kind}-title`}>
            <h2 id={`${kind}-title`}>{say.kind[kind]}</h2>
            <p>{say.what[kind]}</p>
            <ReportForm plan={plan} kind={kind} typed={{ language }} faults={{}} language={language} />
          </section>
        ))}
      </div>
    </>
  );
}
