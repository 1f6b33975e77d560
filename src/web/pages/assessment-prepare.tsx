import type { preparable } from '../../acting/prepare-assessment.ts';
import { seenMark } from '../../acting/prepare-assessment.ts';
import type { Language, Plan } from '../../plan/types.ts';
import { FaultSummary, type FormFaults, SelectField, type Typed } from '../parts/fields.tsx';
import { FormToken } from '../parts/form-token.tsx';
import { assessmentsPath } from '../paths.ts';
import type { Session } from '../web-parts.ts';
import { assessmentWords } from '../wording/assessment-words.ts';

interface Props {
  readonly plan: Plan;
  readonly choices: ReturnType<typeof preparable>;
  readonly session: Session;
  readonly typed: Typed;
  readonly faults: FormFaults;
  readonly language: Language;
}

/** The form that makes a self-assessment from the record. */
export function PrepareAssessment({ plan, choices, session, typed, faults, language }: Props) {
  const say = assessmentWords(language);
  const open = choices.filter(({ isOpen }) => isOpen);
  return (
    <>
      <div class="heading">
        <h1>
          <span class="over">{plan.office.name[language]}</span>
          {say.prepare}
        </h1>
        <p class="quiet">{say.prepareLead}</p>
      </div>
      <FaultSummary title={say.faulty} faults={faults} />
      {open.length === 0 ? (
        <p class="empty">{say.nothingToPrepare}</p>
      ) : (
        <form class="form" method="post" action={`${assessmentsPath(plan.id)}/new`}>
          <FormToken session={session} />
          {choices.map(({ period, latest }) => (
            <input type="hidden" name={`seen-${period}`} value={seenMark(latest)} />
          ))}
          <SelectField
            name="period"
            label={say.period}
            typed={typed}
            faults={faults}
            choices={open.map(({ period }) => ({ value: period, label: say.periods[period] }))}
          />
          <SelectField
            name="until"
            label={say.until}
            hint={say.untilHint}
            typed={typed}
            faults={faults}
            choices={[
              { value: 'periodEnd', label: say.periodEnd },
              { value: 'today', label: say.today },
            ]}
          />
          <SelectField
            name="language"
            label={say.language}
            typed={typed}
            faults={faults}
            choices={(['bn', 'en'] as const).map((value) => ({ value, label: say.languages[value] }))}
          />
          <button type="submit">{say.prepare}</button>
        </form>
      )}
    </>
  );
}
