import { formatCode, formatDate } from '../../../i18n/format.ts';
import type { Plannable } from '../../../meetings/plannable.ts';
import type { Language } from '../../../plan/types.ts';
import { MEETING_KINDS } from '../../../report/minutes/meeting.ts';
import { meetingsPath, settlesValue } from '../../meeting-paths.ts';
import type { MeetingsFacts } from '../../meeting-reading.ts';
import { FaultSummary, type FormFaults, InputField, SelectField, type Typed } from '../../parts/fields.tsx';
import { FormToken } from '../../parts/form-token.tsx';
import type { Session } from '../../web-parts.ts';
import { meetingPageWords } from '../../wording/meeting-page-words.ts';

interface NewMeetingProps {
  readonly facts: MeetingsFacts;
  readonly session: Session;
  readonly language: Language;
  readonly typed: Typed;
  readonly faults: FormFaults;
}

/** A meeting is planned: what for, of which kind, when and where. */
export function NewMeetingPage({ facts, session, language, typed, faults }: NewMeetingProps) {
  const { plan, owed } = facts;
  const say = meetingPageWords(language);
  const { '': whole, ...byField } = faults;
  const field = { typed, faults };
  return (
    <>
      <div class="heading">
        <h1>
          <span class="over">{plan.office.name[language]}</span>
          {say.newTitle}
        </h1>
        <p class="lead-quiet">{say.newLead}</p>
      </div>
      {whole && <Refused text={whole} language={language} />}
      <FaultSummary title={say.problem} faults={byField} />
      <form class="form" method="post" action={meetingsPath(plan.id)}>
        <FormToken session={session} />
        <SelectField
          name="settles"
          label={say.whatSettles}
          choices={[
            ...owed.map((one) => ({
              value: settlesValue(one.indicator.code, one.occurrence),
              label: nameOf(one, language),
            })),
            { value: '', label: say.settlesNothing },
          ]}
          {...field}
        />
        <SelectField
          name="kind"
          label={say.whichKind}
          choices={MEETING_KINDS.map((value) => ({ value, label: say.kind[value] }))}
          {...field}
        />
        <div class="form-row">
          <InputField name="day" label={say.day} hint={say.dayHint} maxlength={40} required {...field} />
          <InputField name="time" label={say.optional(say.time)} hint={say.timeHint} maxlength={20} {...field} />
        </div>
        <InputField name="place" label={say.optional(say.place)} maxlength={300} {...field} />
        <button type="submit">{say.planIt}</button>
      </form>
      <p>
        <a href={meetingsPath(plan.id)}>{say.cancel}</a>
      </p>
    </>
  );
}

/** That nothing was recorded, and why, where no single field is to blame. */
export function Refused({ text, language }: { text: string; language: Language }) {
  return (
    <div class="fault-summary" role="alert" tabindex={-1} autofocus>
      <h2>{meetingPageWords(language).refused}</h2>
      <p>{text}</p>
    </div>
  );
}

function nameOf({ indicator, title, due }: Plannable, language: Language): string {
  const say = meetingPageWords(language);
  const what = `${formatCode(indicator.code, language)} ${indicator.title[language]}`;
  const which = title === null ? what : `${what}, ${title[language]}`;
  return `${which} (${say.by(formatDate(due, language))})`;
}
