import { evidenceOwed, openingsOf } from '../../../machines/openings.ts';
import type { PersonAction } from '../../../machines/types.ts';
import { formatDate, formatNumber } from '../../i18n/format.ts';
import type { Language } from '../../plan/types.ts';
import { LONGEST_NOTE, LONGEST_REFERENCE, makesProgress, PAPERS } from '../action-form.ts';
import type { IndicatorPageFacts } from '../indicator-reading.ts';
import { type FormFaults, InputField, SelectField, TextField, type Typed } from '../parts/fields.tsx';
import { FileField } from '../parts/file-field.tsx';
import { FormToken } from '../parts/form-token.tsx';
import { actPath } from '../paths.ts';
import type { FilledForm } from '../read-form.ts';
import type { Session } from '../web-parts.ts';
import { actWords } from '../wording/act-words.ts';
import { wordingIn } from '../wording/wording.ts';

export interface ActFormProps {
  readonly type: PersonAction['type'];
  readonly facts: IndicatorPageFacts;
  readonly session: Session;
  readonly language: Language;
  /** As it was sent before, where it is shown again. */
  readonly filled?: FilledForm | undefined;
  readonly faults?: FormFaults | undefined;
}

/** A form's parts know what stands in its fields: what was typed, or what is likely. */
type PartProps = ActFormProps & { readonly typed: Typed };

/** The form for one thing that can be done; filled with what was typed, where it is shown again. */
export function ActForm(props: ActFormProps) {
  const { type, facts, session, language } = props;
  const { plan, indicator, today, seen } = facts;
  const say = actWords(language);
  const progress = makesProgress(type);
  const typed: Typed = { on: formatDate(today, language), ...props.filled?.fields };
  const field = (name: string) => ({ name, id: `${type}-${name}`, typed, faults: props.faults });
  return (
    <form
      class="form act-form"
      method="post"
      action={actPath(plan.id, indicator.code, type)}
      novalidate
      {...(progress ? { enctype: 'multipart/form-data' } : {})}
    >
      <FormToken session={session} />
      <input type="hidden" name="seen" value={String(seen)} />
      <Subject {...props} typed={typed} />
      {!progress && (
        <TextField
          {...field('reason')}
          label={type === 'resume' ? say.optional(say.reason) : say.reason}
          maxlength={LONGEST_NOTE}
        />
      )}
      <InputField {...field('on')} label={say.on} hint={`${say.onHint} ${say.dateHint}`} />
      {progress && <Papers {...props} typed={typed} />}
      {progress && <TextField {...field('note')} label={say.optional(say.note)} rows={2} maxlength={LONGEST_NOTE} />}
      <button type="submit">{say.act[type].button}</button>
    </form>
  );
}

/** Which step or occurrence, or how many. */
function Subject(props: PartProps) {
  const { type, facts, language, typed } = props;
  const { indicator, definition, state, today } = facts;
  const say = actWords(language);
  const open = openingsOf(definition, state);
  const field = (name: string) => ({ name, id: `${type}-${name}`, typed, faults: props.faults });
  switch (type) {
    case 'completeStep': {
      const choices = indicator.steps
        .filter(({ id }) => open.steps.includes(id))
        .map(({ id, title }) => ({ value: id, label: withNeed(title[language], owes(facts, id), language) }));
      return <OneOf {...props} name="step" label={choices.length > 1 ? say.step : say.nextStep} choices={choices} />;
    }
    case 'holdOccurrence': {
      const owed = indicator.occurrences.filter(({ id }) => open.occurrences.includes(id));
      const choices = owed.map(({ id, title, due }) => ({
        value: id,
        label: `${title[language]} (${wordingIn(language).dueOn(formatDate(due, language))})`,
      }));
      const likely = owed.find(({ from, due }) => from <= today && today <= due) ?? owed[0];
      const chosen = { occurrence: likely?.id, ...typed };
      return <OneOf {...props} typed={chosen} name="occurrence" label={say.occurrence} choices={choices} />;
    }
    case 'recordNumber':
      return <InputField {...field('number')} label={say.number} hint={say.numberHint} />;
    case 'recordReading':
      return <InputField {...field('value')} label={say.value} hint={say.valueHint} inputmode="decimal" />;
    default:
      return null;
  }
}

/** One choice is said, several are chosen from. */
function OneOf(
  props: PartProps & {
    readonly name: string;
    readonly label: string;
    readonly choices: readonly { readonly value: string; readonly label: string }[];
  },
) {
  const { type, name, label, choices, typed, faults, language } = props;
  const id = `${type}-${name}`;
  const given = typed[name];
  const isGone = given !== undefined && given !== '' && choices.every(({ value }) => value !== given);
  const [only] = choices;
  if (choices.length === 1 && only && !isGone) {
    return (
      <div class="field" id={id}>
        <p class="field-name">{label}</p>
        {faults?.[name] && <p class="form-fault">{faults[name]}</p>}
        <p class="field-said">{only.label}</p>
        <input type="hidden" name={name} value={only.value} />
      </div>
    );
  }
  // What was chosen is there no more: nothing else is chosen in its place.
  const all = isGone ? [{ value: '', label: actWords(language).choose }, ...choices] : choices;
  return <SelectField name={name} id={id} label={label} choices={all} typed={typed} faults={faults} />;
}

function owes({ definition, state }: IndicatorPageFacts, step: string): boolean {
  return evidenceOwed(definition, state, { type: 'completeStep', step });
}

function withNeed(title: string, owed: boolean, language: Language): string {
  return owed ? `${title} · ${wordingIn(language).needsEvidence}` : title;
}

/** Fields for the papers that show it: one at once, others behind a fold. */
function Papers(props: PartProps) {
  const { type, facts, language, typed, faults, filled } = props;
  const say = actWords(language);
  const more = Array.from({ length: PAPERS - 1 }, (_, i) => i + 2);
  const isUsed = more.some((paper) =>
    [`reference${paper}`, `dated${paper}`, `file${paper}`].some(
      (name) => typed[name] || faults?.[name] || filled?.files.some(({ field }) => field === name),
    ),
  );
  const { steps } = openingsOf(facts.definition, facts.state);
  const isOwed =
    type === 'completeStep'
      ? steps.length > 0 && steps.every((step) => owes(facts, step))
      : evidenceOwed(facts.definition, facts.state, { type });
  return (
    <>
      <Paper {...props} paper={1} label={isOwed ? say.paper : say.optional(say.paper)} isOwed={isOwed} />
      <details class="fold" open={isUsed}>
        <summary>{say.morePapers}</summary>
        {more.map((paper) => (
          <Paper
            {...props}
            paper={paper}
            label={`${say.paper} (${say.paperNumber(formatNumber(paper, language))})`}
            isOwed={false}
          />
        ))}
      </details>
    </>
  );
}

function Paper(props: PartProps & { readonly paper: number; readonly label: string; readonly isOwed: boolean }) {
  const { type, paper, label, isOwed, language, typed, faults } = props;
  const say = actWords(language);
  const field = (name: string) => ({ name: `${name}${paper}`, id: `${type}-${name}${paper}`, typed, faults });
  const hint = [isOwed && say.paperOwed, paper === 1 && say.paperHint].filter(Boolean).join(' ');
  return (
    <>
      <InputField {...field('reference')} label={label} hint={hint || undefined} maxlength={LONGEST_REFERENCE} />
      <InputField
        {...field('dated')}
        label={say.optional(say.paperDate)}
        hint={paper === 1 ? say.dateHint : undefined}
      />
      <FileField
        name={`file${paper}`}
        id={`${type}-file${paper}`}
        label={say.optional(say.file)}
        language={language}
        faults={faults}
        form={props.filled}
      />
    </>
  );
}
