import type { Child } from 'hono/jsx';
import { formatDate } from '../../../i18n/format.ts';
import type { MeetingAct } from '../../../meetings/stage.ts';
import { editMeetingPath, type MeetingButton, meetingActPath } from '../../meeting-paths.ts';
import { InputField, TextField, type Typed } from '../../parts/fields.tsx';
import { FormToken } from '../../parts/form-token.tsx';
import { meetingPageWords } from '../../wording/meeting-page-words.ts';
import type { MeetingPageProps } from './meeting-page.tsx';
import { onlyBy } from './only-by.ts';

/** The acts that have a button of their own, in the order in which work goes; the last two end or halt it. */
const BUTTONS: readonly (readonly [MeetingAct, MeetingButton])[] = [
  ['sendNotice', 'notice'],
  ['hold', 'hold'],
  ['draft', 'draft'],
  ['issue', 'issue'],
];
const RARE: readonly (readonly [MeetingAct, MeetingButton])[] = [
  ['postpone', 'postpone'],
  ['cancel', 'cancel'],
];

/** What can be done to a meeting now, and why the rest cannot. */
export function MeetingActs(props: MeetingPageProps) {
  const { facts, language } = props;
  const { meeting } = facts;
  const say = meetingPageWords(language);
  if (!facts.verdict.allowed) return <p class="quiet">{onlyBy(facts, language)}</p>;
  const isOpen = (act: MeetingAct) => meeting.acts.includes(act);
  // The next step comes first; a draft can be saved again beside issuing it.
  const next = BUTTONS.filter(([act]) => isOpen(act)).reverse();
  const rare = RARE.filter(([act]) => isOpen(act));
  const closed = [...BUTTONS, ...RARE].filter(([act]) => !isOpen(act));
  return (
    <>
      {(next.length > 0 || rare.length > 0 || meeting.stage === 'postponed') && (
        <section class="acts">
          <h2>{say.toDo}</h2>
          {meeting.stage === 'postponed' && (
            <p>
              <a href={editMeetingPath(facts.plan.id, meeting.number, 'arrangements')}>{say.newDay}</a>
            </p>
          )}
          {next.map(([act, button]) =>
            act === 'draft' && meeting.stage === 'drafted' ? (
              <div class="act-form">
                <h3>{say.write}</h3>
                <PartLinks {...props} />
              </div>
            ) : (
              <ActForm {...props} act={act} button={button}>
                {act === 'draft' && <PartLinks {...props} />}
                {act === 'sendNotice' && (
                  <label class="check">
                    <input type="checkbox" name="onPaper" value="yes" />
                    {say.onPaper}
                  </label>
                )}
                {act === 'hold' && (
                  <InputField
                    name="on"
                    id="hold-on"
                    label={say.on}
                    hint={say.dayHint}
                    maxlength={40}
                    typed={typedFor(props, 'hold') ?? { on: formatDate(meeting.day, language) }}
                    faults={faultsFor(props, 'hold')}
                  />
                )}
              </ActForm>
            ),
          )}
          {rare.map(([act, button]) => (
            <details class="fold" open={props.returned?.act === button}>
              <summary>{say.act[act].title}</summary>
              <ActForm {...props} act={act} button={button}>
                <TextField
                  name="reason"
                  id={`${button}-reason`}
                  label={say.reason}
                  typed={typedFor(props, button)}
                  faults={faultsFor(props, button)}
                  maxlength={4_000}
                />
              </ActForm>
            </details>
          ))}
        </section>
      )}
      {closed.length > 0 && (
        <details class="why">
          <summary>{say.notNow}</summary>
          <ul>
            {closed.map(([act]) => (
              <li>
                {say.act[act].title}: {say.why(act, meeting.stage)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function ActForm(
  props: MeetingPageProps & { readonly act: MeetingAct; readonly button: MeetingButton; readonly children?: Child },
) {
  const { facts, session, language, act, button, children } = props;
  const { plan, meeting } = facts;
  const say = meetingPageWords(language).act[act];
  const isRare = act === 'cancel' || act === 'postpone';
  return (
    <form class="form act-form" method="post" action={meetingActPath(plan.id, meeting.number, button)}>
      <FormToken session={session} />
      <input type="hidden" name="seen" value={String(meeting.version)} />
      {!isRare && <h3>{say.title}</h3>}
      {say.lead && <p class="field-hint">{say.lead}</p>}
      {children}
      <button type="submit" class={isRare ? 'second-button' : undefined}>
        {say.button}
      </button>
    </form>
  );
}

/** The forms in which the draft is written. */
function PartLinks({ facts: { plan, meeting }, language }: MeetingPageProps) {
  const say = meetingPageWords(language);
  const parts = ['attendance', 'agenda', 'discussion', 'decisions', 'paper'] as const;
  return (
    <ul class="act-links">
      {parts.map((part) => (
        <li>
          <a href={editMeetingPath(plan.id, meeting.number, part)}>{say.part[part].title}</a>
        </li>
      ))}
    </ul>
  );
}

function typedFor({ returned }: MeetingPageProps, act: MeetingButton): Typed | undefined {
  return returned?.act === act ? returned.typed : undefined;
}

function faultsFor({ returned }: MeetingPageProps, act: MeetingButton) {
  return returned?.act === act ? returned.faults : undefined;
}
