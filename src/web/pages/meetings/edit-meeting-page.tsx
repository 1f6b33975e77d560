import { formatCode, formatDate } from '../../../i18n/format.ts';
import type { MinutesDraft } from '../../../meetings/minutes-draft.ts';
import type { Language } from '../../../plan/types.ts';
import { editMeetingPath, type MeetingPart, meetingPath } from '../../meeting-paths.ts';
import type { MeetingFacts } from '../../meeting-reading.ts';
import { DoneNotice, FaultSummary, type FormFaults, type Typed } from '../../parts/fields.tsx';
import { FormToken } from '../../parts/form-token.tsx';
import type { Session } from '../../web-parts.ts';
import { meetingPageWords } from '../../wording/meeting-page-words.ts';
import {
  AgendaFields,
  ArrangementFields,
  AttendanceFields,
  DecisionFields,
  DiscussionFields,
  PaperFields,
} from './edit-fields.tsx';

export interface EditMeetingProps {
  readonly facts: MeetingFacts;
  readonly part: MeetingPart;
  /** How the record stands, for the form in which the discussion is written; null elsewhere. */
  readonly draft: MinutesDraft | null;
  readonly session: Session;
  readonly language: Language;
  readonly typed: Typed;
  readonly faults: FormFaults;
  /** So many rows have to be shown, for nothing that was typed to be lost. */
  readonly rows: number;
  /** Somebody has changed the meeting since the form was shown. */
  readonly isStale?: boolean | undefined;
  readonly wasSaved?: boolean | undefined;
}

const FIELDS = {
  arrangements: ArrangementFields,
  agenda: AgendaFields,
  attendance: AttendanceFields,
  discussion: DiscussionFields,
  decisions: DecisionFields,
  paper: PaperFields,
} as const;

/** One part of a meeting in a form. */
export function EditMeetingPage(props: EditMeetingProps) {
  const { facts, part, session, language, faults, isStale, wasSaved } = props;
  const { plan, meeting } = facts;
  const say = meetingPageWords(language);
  const Fields = FIELDS[part];
  const { '': whole, ...byField } = faults;
  return (
    <>
      <div class="heading">
        <h1>
          <span class="over">
            {formatCode(meeting.code, language)} · {say.kind[meeting.kind]}, {formatDate(meeting.day, language)}
          </span>
          {say.part[part].title}
        </h1>
        {say.part[part].lead && <p class="lead-quiet">{say.part[part].lead}</p>}
      </div>
      {wasSaved && <DoneNotice>{say.done.saved}</DoneNotice>}
      {isStale && (
        <div class="fault-summary" role="alert" tabindex={-1} autofocus>
          <h2>{say.stale}</h2>
          <p>{say.staleAdvice}</p>
          <p>
            <a href={meetingPath(plan.id, meeting.number)} target="_blank" rel="noopener">
              {say.facts}
            </a>
          </p>
        </div>
      )}
      {whole && (
        <div class="fault-summary" role="alert" tabindex={-1} autofocus>
          <h2>{say.problem}</h2>
          <p>{whole}</p>
        </div>
      )}
      <FaultSummary title={say.problem} faults={byField} />
      <form
        class="form meeting-form"
        method="post"
        action={editMeetingPath(plan.id, meeting.number, part)}
        enctype="multipart/form-data"
      >
        <FormToken session={session} />
        <input type="hidden" name="seen" value={String(meeting.version)} />
        <Fields {...props} />
        <div class="buttons">
          <button type="submit">{say.save}</button>
          {(part === 'decisions' || part === 'agenda') && (
            <button type="submit" class="second-button" name="more" value="yes">
              {say.saveMore}
            </button>
          )}
        </div>
      </form>
      <p class="act-back">
        <a href={meetingPath(plan.id, meeting.number)}>{say.cancel}</a>
      </p>
    </>
  );
}
