import type { AssessedIndicator, StoredAssessment } from '../../db/queries/assessments.ts';
import { formatCode, formatNumber } from '../../i18n/format.ts';
import type { Language } from '../../plan/types.ts';
import { FaultSummary, type FormFaults, InputField, SelectField, TextField, type Typed } from '../parts/fields.tsx';
import { FormToken } from '../parts/form-token.tsx';
import { assessmentPath } from '../paths.ts';
import type { Session } from '../web-parts.ts';
import { assessmentWords } from '../wording/assessment-words.ts';

interface Props {
  readonly assessment: StoredAssessment;
  readonly rows: readonly AssessedIndicator[];
  /** What this reader may do to it now. */
  readonly act: 'approve' | 'send' | 'judge' | null;
  readonly session: Session;
  readonly typed: Typed;
  readonly faults: FormFaults;
  readonly language: Language;
}

/** The one form for what may be done now; nothing for whoever may do nothing. */
export function AssessmentForms({ assessment, rows, act, session, typed, faults, language }: Props) {
  if (act === null) return null;
  const say = assessmentWords(language);
  const lead = { approve: say.approveLead, send: say.sendLead, judge: say.judgeLead }[act];
  const title = { approve: say.approve, send: say.send, judge: say.judge }[act];
  return (
    <section class="assessing">
      <h2>{title}</h2>
      <p class="quiet">{lead}</p>
      <FaultSummary title={say.faulty} faults={faults} />
      <form class="form" method="post" action={`${assessmentPath(assessment.planId, assessment.id)}/${act}`}>
        <FormToken session={session} />
        <input type="hidden" name="seen" value={String(assessment.version)} />
        {act === 'send' && (
          <InputField name="memo" label={say.memo} hint={say.memoHint} maxlength={200} typed={typed} faults={faults} />
        )}
        {act === 'judge' && <JudgingFields rows={rows} typed={typed} faults={faults} language={language} />}
        <button type="submit">{title}</button>
      </form>
    </section>
  );
}

function JudgingFields({ rows, typed, faults, language }: Pick<Props, 'rows' | 'typed' | 'faults' | 'language'>) {
  const say = assessmentWords(language);
  return (
    <>
      {rows.map(({ code, claimed }) => {
        const name = `accepted-${code}`;
        return (
          <>
            <InputField
              name={name}
              label={say.acceptedOf(formatCode(code, language), formatNumber(claimed, language))}
              inputmode="decimal"
              typed={{ [name]: typed[name] ?? formatNumber(claimed, language) }}
              faults={faults}
            />
            <InputField name={`reason-${code}`} label={say.reason} typed={typed} faults={faults} />
          </>
        );
      })}
      <SelectField
        name="verdict"
        label={say.verdict}
        typed={typed}
        faults={faults}
        choices={[
          { value: '', label: '' },
          { value: 'accepted', label: say.accept },
          { value: 'returned', label: say.giveBack },
        ]}
      />
      <TextField name="word" label={say.word} hint={say.wordHint} typed={typed} faults={faults} />
    </>
  );
}
