import { formatDate } from '../../../i18n/format.ts';
import type { Language } from '../../../plan/types.ts';
import type { Paper } from '../../../report/paper.ts';
import { minutesPath } from '../../meeting-paths.ts';
import type { MeetingFacts } from '../../meeting-reading.ts';
import { PaperView } from '../../parts/paper-view.tsx';
import { meetingPageWords } from '../../wording/meeting-page-words.ts';

interface MinutesPageProps {
  readonly facts: MeetingFacts;
  /** Null where there is nothing to make them of. */
  readonly paper: Paper | null;
  readonly language: Language;
}

/** The minutes to be read, as they would be issued now or as they were. */
export function MinutesPage({ facts: { plan, meeting }, paper, language }: MinutesPageProps) {
  const say = meetingPageWords(language);
  const { issuedOn, number } = meeting;
  return (
    <>
      <div class="heading">
        <h1>{issuedOn === null ? say.minutesDraft : say.minutes}</h1>
        <p class="lead-quiet">
          {issuedOn === null ? say.minutesLead : say.minutesIssued(formatDate(issuedOn, language))}
        </p>
      </div>
      {paper === null ? (
        <p>{say.notYet}</p>
      ) : (
        <>
          <ul class="leads">
            <li>
              <a href={minutesPath(plan.id, number, 'docx')}>{say.asWord}</a>
            </li>
            <li>
              <a href={minutesPath(plan.id, number, 'html')}>{say.asPage}</a>
            </li>
          </ul>
          <PaperView paper={paper} />
        </>
      )}
    </>
  );
}
