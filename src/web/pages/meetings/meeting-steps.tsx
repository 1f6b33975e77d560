import type { MeetingStage } from '../../../meetings/stage.ts';
import type { Language } from '../../../plan/types.ts';
import type { MeetingReading } from '../../../reading/meetings.ts';
import { Icon, Mark, type MarkName, type Shape } from '../../parts/status-mark.tsx';
import { Day } from '../../parts/time.tsx';
import { meetingPageWords } from '../../wording/meeting-page-words.ts';

const MARKS: Readonly<Record<MeetingStage, MarkName>> = {
  planned: 'notStarted',
  noticeSent: 'inProgress',
  held: 'inProgress',
  drafted: 'inProgress',
  issued: 'achieved',
  postponed: 'onHold',
  cancelled: 'withdrawn',
  lapsed: 'notAchieved',
};

/** How far a meeting has come, as a shape and a word. */
export function StageMark({ stage, language }: { stage: MeetingStage; language: Language }) {
  return <Mark name={MARKS[stage]} label={meetingPageWords(language).stage[stage]} />;
}

const WAY = ['planned', 'noticeSent', 'held', 'drafted', 'issued'] as const;

/** The way of a meeting from planned to issued: what is behind it, where it is, what is to come. */
export function MeetingSteps({ meeting, language }: { meeting: MeetingReading; language: Language }) {
  const say = meetingPageWords(language);
  const { stage, announcedOn, heldOn, issuedOn } = meeting;
  const reached = WAY.findIndex((one) => one === (stage === 'postponed' ? 'planned' : stage));
  // What ended early stands where it stood, with its end behind it.
  const last = reached >= 0 ? reached : heldOn !== null ? 2 : announcedOn !== null ? 1 : 0;
  const days = { planned: null, noticeSent: announcedOn, held: heldOn, drafted: null, issued: issuedOn };
  const isOff = stage === 'postponed' || stage === 'cancelled' || stage === 'lapsed';
  return (
    <>
      <ol class="meeting-steps" aria-label={say.steps}>
        {WAY.map((step, i) => {
          const isHere = i === last && !isOff;
          const shape: Shape =
            i < last || (i === last && (isHere ? step === 'issued' : true)) ? 'tick' : isHere ? 'half' : 'ring';
          return (
            <li class={i <= last ? 'behind' : 'ahead'} {...(isHere ? { 'aria-current': 'step' } : {})}>
              <Icon shape={shape} />
              <span>
                {say.stage[step]}
                {days[step] && (
                  <span class="small">
                    <Day date={days[step]} language={language} />
                  </span>
                )}
              </span>
            </li>
          );
        })}
      </ol>
      {isOff && (
        <p class="meeting-off">
          <StageMark stage={stage} language={language} />
          {meeting.reason && <span class="as-typed"> {meeting.reason}</span>}
        </p>
      )}
    </>
  );
}
