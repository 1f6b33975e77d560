import { parseFiscalYear } from '../../calendar/fiscal-year.ts';
import { formatFiscalYear } from '../../i18n/format.ts';
import type { Language, Plan } from '../../plan/types.ts';
import { PERIODS, type ReportKind } from '../../report/report-terms.ts';
import { InputField, SelectField } from '../parts/fields.tsx';
import { reportsPath } from '../paths.ts';
import { FIELDS, type ReportField, type TermFaults, type TypedTerms } from '../report-form.ts';
import { reportPageWords } from '../wording/report-words.ts';

export interface ReportFormProps {
  readonly plan: Plan;
  readonly kind: ReportKind;
  readonly typed: TypedTerms;
  readonly faults: TermFaults;
  readonly language: Language;
}

/** What a report is to tell of. It only asks, so it is sent as an address that can be kept. */
export function ReportForm({ plan, kind, typed, faults, language }: ReportFormProps) {
  const say = reportPageWords(language);
  const field = (name: ReportField) => ({ name, id: `${kind}-${name}`, label: say[name], typed, faults });
  const choices = (words: Readonly<Record<string, string>>) =>
    Object.entries(words).map(([value, label]) => ({ value, label }));
  const none = (label: string) => ({ value: '', label });
  const year = parseFiscalYear(plan.fiscalYear) && formatFiscalYear(plan.fiscalYear, language);
  const fields: Readonly<Record<ReportField, () => unknown>> = {
    on: () => (
      <InputField
        {...field('on')}
        hint={`${kind === 'self-assessment' ? say.onHintPeriod : say.onHint} ${say.dateHint}`}
      />
    ),
    quarter: () => (
      <SelectField
        {...field('quarter')}
        label={year ? `${say.quarter}, ${year}` : say.quarter}
        choices={[none(say.noQuarter), ...choices(say.quarters)]}
      />
    ),
    period: () => (
      <SelectField
        {...field('period')}
        choices={[none(say.choose), ...PERIODS.map((value) => ({ value, label: say.periods[value] }))]}
      />
    ),
    compare: () => <SelectField {...field('compare')} choices={choices(say.compares)} />,
    since: () => <InputField {...field('since')} hint={say.sinceHint} />,
    language: () => <SelectField {...field('language')} choices={choices(say.languages)} />,
    memo: () => <InputField {...field('memo')} hint={say.memoHint} maxlength={200} />,
    memoDate: () => <InputField {...field('memoDate')} />,
  };
  return (
    <form class="form report-form" method="get" action={reportsPath(plan.id, kind)}>
      {FIELDS[kind].map((name) => fields[name]())}
      <button class="button" type="submit">
        {say.show}
      </button>
    </form>
  );
}
