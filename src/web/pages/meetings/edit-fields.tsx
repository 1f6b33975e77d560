import { formatCode, formatNumber } from '../../../i18n/format.ts';
import { decidesUnderItems } from '../../../meetings/fit-to-layout.ts';
import type { MinutesDraft } from '../../../meetings/minutes-draft.ts';
import { LAYOUTS } from '../../../report/minutes/meeting.ts';
import { progressIn } from '../../../report/minutes/spoken.ts';
import { itemRows } from '../../meeting-forms/agenda-form.ts';
import { asksUnder, decisionRows } from '../../meeting-forms/decisions-form.ts';
import { InputField, SelectField, TextField } from '../../parts/fields.tsx';
import { meetingPageWords } from '../../wording/meeting-page-words.ts';
import type { EditMeetingProps } from './edit-meeting-page.tsx';

/* The fields of each part of a meeting; all forms work without a script, so each has a few empty rows at its end. */

type Props = EditMeetingProps;

export function ArrangementFields({ facts: { plan, meeting }, language, typed, faults }: Props) {
  const say = meetingPageWords(language);
  const field = { typed, faults };
  const canMove = meeting.acts.includes('change');
  return (
    <>
      {canMove && (
        <div class="form-row">
          <InputField name="day" label={say.day} hint={say.dayHint} maxlength={40} required {...field} />
          <InputField name="time" label={say.optional(say.time)} hint={say.timeHint} maxlength={20} {...field} />
        </div>
      )}
      <InputField name="place" label={say.optional(say.place)} maxlength={300} {...field} />
      <TextField name="title" label={say.title} rows={3} maxlength={1_000} {...field} />
      <InputField name="chair" label={say.chair} maxlength={300} {...field} />
      <InputField name="chairLabel" label={say.optional(say.chairLabel)} maxlength={100} {...field} />
      <InputField name="secretary" label={say.optional(say.secretary)} maxlength={300} {...field} />
      {canMove && (
        <fieldset class={faults.invited ? 'field field-faulty' : 'field'} id="invited" tabindex={-1}>
          <legend>{say.invited}</legend>
          {faults.invited && <p class="form-fault">{faults.invited}</p>}
          {plan.posts.map(({ id, title }) => (
            <label class="check">
              <input
                type="checkbox"
                name={`invited-${id}`}
                value="yes"
                checked={typed[`invited-${id}`] !== undefined}
              />
              {title[language]}
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}

export function AgendaFields({ facts: { meeting }, language, typed, faults }: Props) {
  const say = meetingPageWords(language);
  const { layout } = meeting.body;
  const isNew = (i: number) => i >= meeting.body.agenda.length;
  return (
    <>
      {Array.from({ length: itemRows(meeting.body) }, (_, i) => (
        <fieldset class="row-group">
          <legend>{isNew(i) ? say.newItem : say.item(formatNumber(i + 1, language))}</legend>
          <TextField
            name={`subject-${i}`}
            label={say.subject}
            rows={2}
            typed={typed}
            faults={faults}
            maxlength={1_000}
          />
          <TextField
            name={`talk-${i}`}
            label={say.optional(say.talk)}
            hint={say.talkHint}
            rows={isNew(i) ? 2 : 4}
            typed={typed}
            faults={faults}
          />
          {layout === 'activities' && (
            <InputField
              name={`covers-${i}`}
              label={say.optional(say.covers)}
              hint={say.coversHint}
              typed={typed}
              faults={faults}
            />
          )}
          {layout === 'decisions' && (
            <InputField
              name={`indicators-${i}`}
              label={say.optional(say.itemIndicators)}
              hint={say.coversHint}
              typed={typed}
              faults={faults}
            />
          )}
          {layout === 'agenda' && (
            <label class="check">
              <input type="radio" name="progress" value={String(i)} checked={typed.progress === String(i)} />
              {say.progressHere}
            </label>
          )}
        </fieldset>
      ))}
    </>
  );
}

export function AttendanceFields({ language, typed, faults }: Props) {
  const say = meetingPageWords(language);
  const field = { typed, faults };
  return (
    <>
      <TextField name="members" label={say.members} hint={say.membersHint} rows={8} {...field} />
      <InputField name="annex" label={say.optional(say.annex)} hint={say.annexHint} maxlength={10} {...field} />
    </>
  );
}

export function DiscussionFields({ facts: { plan, meeting }, draft, language, typed, faults }: Props) {
  const say = meetingPageWords(language);
  const told = new Map(toldOf(draft));
  return (
    <>
      {plan.activities
        .flatMap(({ indicators }) => indicators)
        .map(({ code, title }) => (
          <details class="fold talk" open={isWritten(typed, code)}>
            <summary>
              {formatCode(code, language)} {title[language]}
            </summary>
            {told.has(code) && (
              <p class="field-said">
                <strong>{say.record}:</strong> <span lang={meeting.body.language}>{told.get(code)}</span>
              </p>
            )}
            {meeting.body.discuss === 'listed' && (
              <label class="check">
                <input
                  type="checkbox"
                  name={`tell-${code}`}
                  value="yes"
                  checked={typed[`tell-${code}`] !== undefined}
                />
                {say.tellOf}
              </label>
            )}
            <TextField
              name={`talk-${code}`}
              label={say.talk}
              hint={say.talkHint}
              rows={3}
              typed={typed}
              faults={faults}
            />
            <TextField name={`sentence-${code}`} label={say.sentence} rows={2} typed={typed} faults={faults} />
            <TextField
              name={`who-${code}`}
              label={say.optional(say.implementers)}
              hint={say.linesHint}
              rows={2}
              typed={typed}
              faults={faults}
            />
          </details>
        ))}
    </>
  );
}

function isWritten(typed: Props['typed'], code: string): boolean {
  return ['talk', 'sentence', 'who', 'tell'].some((name) => (typed[`${name}-${code}`] ?? '') !== '');
}

function toldOf(draft: MinutesDraft | null): [string, string][] {
  if (draft === null) return [];
  const { meeting, rows } = draft.minutes;
  return rows.map((row) => [row.code, progressIn(row, meeting)]);
}

export function DecisionFields({ facts: { plan, meeting }, rows, language, typed, faults }: Props) {
  const say = meetingPageWords(language);
  const { body } = meeting;
  const count = Math.max(rows, decisionRows(body));
  const known = decisionRows(body) - 2;
  const field = { typed, faults };
  const indicators = plan.activities.flatMap((activity) => activity.indicators);
  return (
    <>
      {Array.from({ length: count }, (_, i) => (
        <fieldset class="row-group">
          <legend>{i >= known ? say.newDecision : say.decision(formatNumber(i + 1, language))}</legend>
          <TextField
            name={`text-${i}`}
            label={say.decisionText}
            hint={i === 0 ? say.decisionHint : undefined}
            rows={i >= known ? 2 : 3}
            {...field}
          />
          <TextField name={`who-${i}`} label={say.implementers} hint={say.linesHint} rows={2} {...field} />
          <div class="form-row">
            <SelectField
              name={`post-${i}`}
              label={say.post}
              hint={i === 0 ? say.postHint : undefined}
              choices={[
                { value: '', label: say.nobody },
                ...plan.posts.map(({ id, title }) => ({ value: id, label: title[language] })),
              ]}
              {...field}
            />
            <InputField
              name={`by-${i}`}
              label={say.due}
              hint={i === 0 ? say.dayHint : undefined}
              maxlength={40}
              {...field}
            />
          </div>
          <SelectField
            name={`about-${i}`}
            label={say.about}
            choices={[
              { value: '', label: say.aboutNothing },
              ...indicators.map(({ code, title }) => ({
                value: code,
                label: `${formatCode(code, language)} ${title[language]}`,
              })),
            ]}
            {...field}
          />
          {decidesUnderItems(body.layout) && asksUnder(body) && (
            <SelectField
              name={`under-${i}`}
              label={say.under}
              choices={body.agenda.map(({ subject }, at) => ({
                value: String(at),
                label: subject,
                lang: body.language,
              }))}
              {...field}
            />
          )}
        </fieldset>
      ))}
    </>
  );
}

export function PaperFields({ language, typed, faults }: Props) {
  const say = meetingPageWords(language);
  const field = { typed, faults };
  const choices = <Value extends string>(words: Readonly<Record<Value, string>>) =>
    Object.entries<string>(words).map(([value, label]) => ({ value, label }));
  return (
    <>
      <SelectField
        name="layout"
        label={say.layout}
        choices={LAYOUTS.map((value) => ({ value, label: say.layouts[value] }))}
        {...field}
      />
      <SelectField name="discuss" label={say.discuss} choices={choices(say.discusses)} {...field} />
      <TextField name="letterhead" label={say.letterhead} hint={say.linesHint} rows={4} {...field} />
      <TextField name="opening" label={say.optional(say.opening)} hint={say.usual} rows={4} {...field} />
      <TextField name="closing" label={say.optional(say.closing)} hint={say.usual} rows={2} {...field} />
      <TextField name="implementers" label={say.optional(say.implementers)} hint={say.linesHint} rows={2} {...field} />
      <div class="form-row">
        <InputField name="memoNumber" label={say.optional(say.memoNumber)} maxlength={100} {...field} />
        <InputField name="memoDate" label={say.optional(say.memoDate)} hint={say.dayHint} maxlength={40} {...field} />
      </div>
      <TextField name="signature" label={say.signature} hint={say.linesHint} rows={3} {...field} />
      <TextField name="distributionHeading" label={say.optional(say.distributionHeading)} rows={2} {...field} />
      <TextField name="distribution" label={say.optional(say.distribution)} hint={say.linesHint} rows={8} {...field} />
      <TextField name="issuer" label={say.optional(say.issuer)} hint={say.linesHint} rows={2} {...field} />
      <div class="form-row">
        <SelectField name="achieved" label={say.achievedWord} choices={choices(say.achieved)} {...field} />
        <SelectField name="dateStyle" label={say.dateStyle} choices={choices(say.dateStyles)} {...field} />
      </div>
    </>
  );
}
