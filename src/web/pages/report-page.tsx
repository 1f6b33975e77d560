import { formatFiscalYear } from '../../i18n/format.ts';
import type { Paper } from '../../report/paper.ts';
import { FORMATS } from '../../report/render/report-file.ts';
import type { SettledTerms } from '../../report/report-terms.ts';
import { FaultSummary } from '../parts/fields.tsx';
import { PaperView } from '../parts/paper-view.tsx';
import { reportsPath } from '../paths.ts';
import { queryOf } from '../report-form.ts';
import { reportPageWords } from '../wording/report-words.ts';
import { ReportForm, type ReportFormProps } from './report-form.tsx';

interface Props extends ReportFormProps {
  /** Null where the terms have faults. */
  readonly made: { readonly paper: Paper; readonly terms: SettledTerms } | null;
}

/** A report as it would be printed, with its files; or its form, with what is wrong at the fields. */
export function ReportPage({ plan, kind, typed, faults, made, language }: Props) {
  const say = reportPageWords(language);
  const form = (
    <ReportForm
      plan={plan}
      kind={kind}
      typed={{ ...typed, language: typed.language || language }}
      faults={faults}
      language={language}
    />
  );
  return (
    <>
      <div class="heading report-heading">
        <h1>
          <span class="over">{`${plan.office.name[language]}, ${formatFiscalYear(plan.fiscalYear, language)}`}</span>
          {say.kind[kind]}
        </h1>
      </div>
      {made === null ? (
        <>
          <FaultSummary title={say.faults} faults={faults} idOf={`${kind}-`} />
          {form}
        </>
      ) : (
        <>
          <div class="report-files">
            <h2>{say.downloads}</h2>
            <ul>
              {FORMATS.map((format) => (
                <li>
                  <a href={`${reportsPath(plan.id, kind)}/${format}?${queryOf(made.terms)}`} download="">
                    {say.format[format]}
                  </a>
                </li>
              ))}
            </ul>
            <p class="quiet">{say.same}</p>
          </div>
          <details class="report-terms">
            <summary>{say.terms}</summary>
            {form}
          </details>
          <PaperView paper={made.paper} />
        </>
      )}
    </>
  );
}
