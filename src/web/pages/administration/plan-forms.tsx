import type { Language } from '../../../plan/types.ts';
import { ADMINISTRATION_PLANS } from '../../administration-paths.ts';
import { FaultSummary, type FormFaults, InputField, SelectField, TextField, type Typed } from '../../parts/fields.tsx';
import { FormToken } from '../../parts/form-token.tsx';
import type { Session } from '../../web-parts.ts';
import { administrationWords } from '../../wording/administration-words.ts';

interface FormProps {
  readonly session: Session;
  readonly language: Language;
  readonly typed?: Typed;
  readonly faults?: FormFaults;
}

interface CheckFormProps extends FormProps {
  /** The text stands there already. */
  readonly isAgain?: boolean;
  /** And has not been checked yet. */
  readonly isNew?: boolean;
}

/** Takes a plan's file, or its text, to be checked. */
export function CheckForm({ session, language, typed = {}, faults = {}, isAgain, isNew }: CheckFormProps) {
  const say = administrationWords(language);
  return (
    <form class="form wide-form" method="post" action={`${ADMINISTRATION_PLANS}/check`} enctype="multipart/form-data">
      <FormToken session={session} />
      <input type="hidden" name="name" value={typed.name ?? ''} />
      {!isAgain && (
        <InputField
          name="file"
          type="file"
          accept=".yaml,.yml"
          label={say.file}
          hint={say.fileHint}
          typed={typed}
          faults={faults}
        />
      )}
      <TextField
        name="text"
        rows={isAgain ? 24 : 10}
        label={isAgain ? say.planText : say.text}
        hint={isAgain ? undefined : say.textHint}
        typed={{ ...typed, text: startingSafely(typed.text) }}
        faults={faults}
      />
      <button type="submit">{isAgain && !isNew ? say.checkAgain : say.check}</button>
    </form>
  );
}

/** Browsers drop a line break that a text area begins with. */
function startingSafely(text = ''): string {
  return text.startsWith('\n') ? `\n${text}` : text;
}

/** Asks what a new plan is to be written for. */
export function NewPlanForm(props: FormProps & { readonly templates: readonly string[] }) {
  const { session, language, typed = {}, faults = {}, templates } = props;
  const say = administrationWords(language);
  const field = { typed, faults };
  return (
    <form class="form" method="post" action={`${ADMINISTRATION_PLANS}/new`} novalidate>
      <FormToken session={session} />
      <FaultSummary title={say.notWritten} faults={faults} />
      <InputField name="officeId" label={say.officeId} hint={say.officeIdHint} maxlength={60} {...field} />
      <InputField name="nameBn" label={say.nameBn} maxlength={200} {...field} />
      <InputField name="nameEn" label={say.nameEn} maxlength={200} {...field} />
      <InputField name="year" label={say.year} hint={say.yearHint} maxlength={12} {...field} />
      <SelectField
        name="template"
        label={say.template}
        choices={templates.map((name) => ({ value: name, label: name }))}
        {...field}
      />
      <button type="submit">{say.writePlan}</button>
    </form>
  );
}
