import type { Child } from 'hono/jsx';
import type { Language } from '../../plan/types.ts';

/** What was typed into a form, by the names of its fields, so that a form that is shown again has lost nothing. */
export type Typed = Readonly<Record<string, string | undefined>>;

/** What is wrong with a form, by the names of its fields, in the reader's words. */
export type FormFaults = Readonly<Record<string, string | undefined>>;

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly typed?: Typed | undefined;
  readonly faults?: FormFaults | undefined;
  /** Unique on the page where several forms have a field of this name. */
  readonly id?: string | undefined;
}

interface InputProps extends FieldProps {
  readonly type?: 'text' | 'date' | 'email' | 'url' | 'number' | 'time' | 'month' | 'file';
  readonly inputmode?: 'decimal' | 'numeric' | 'email' | undefined;
  readonly maxlength?: number | undefined;
  readonly accept?: string | undefined;
  readonly required?: boolean | undefined;
}

/** One line of text, a date, a file; its label, its hint and its fault tied to it for those who listen to pages. */
export function InputField(props: InputProps) {
  const { name, type = 'text', inputmode, maxlength, accept, required, typed } = props;
  const id = idOf(props);
  return (
    <FieldFrame {...props}>
      <input
        id={id}
        name={name}
        type={type}
        {...(type === 'file' ? {} : { value: typed?.[name] ?? '' })}
        {...(inputmode ? { inputmode } : {})}
        {...(maxlength ? { maxlength } : {})}
        {...(accept ? { accept } : {})}
        {...(required ? { 'aria-required': 'true' } : {})}
        {...describedBy(props)}
      />
    </FieldFrame>
  );
}

/** Several lines of text. */
export function TextField(props: FieldProps & { readonly rows?: number; readonly maxlength?: number }) {
  const { name, rows = 3, maxlength, typed } = props;
  return (
    <FieldFrame {...props}>
      <textarea id={idOf(props)} name={name} rows={rows} {...(maxlength ? { maxlength } : {})} {...describedBy(props)}>
        {typed?.[name] ?? ''}
      </textarea>
    </FieldFrame>
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** The language of the label, where it may be another than the page's. */
  readonly lang?: Language | undefined;
}

/** One of a few, from a list that opens. */
export function SelectField(props: FieldProps & { readonly choices: readonly Choice[] }) {
  const { name, choices, typed } = props;
  return (
    <FieldFrame {...props}>
      <select id={idOf(props)} name={name} {...describedBy(props)}>
        {choices.map(({ value, label, lang }) => (
          <option value={value} selected={typed?.[name] === value} lang={lang}>
            {label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

/** Says at the head of a form what is wrong with it, each fault leading to its field. */
export function FaultSummary(props: { readonly title: string; readonly faults: FormFaults; readonly idOf?: string }) {
  const told = Object.entries(props.faults).filter(([, fault]) => fault !== undefined);
  if (told.length === 0) return null;
  return (
    <div class="fault-summary" role="alert" tabindex={-1} autofocus>
      <h2>{props.title}</h2>
      <ul>
        {told.map(([name, fault]) => (
          <li>
            <a href={`#${props.idOf ?? ''}${name}`}>{fault}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** That something was done, at the head of the page to which its form led. */
export function DoneNotice({ children }: { readonly children?: Child }) {
  return (
    <div class="done-notice" role="status">
      {children}
    </div>
  );
}

function FieldFrame(props: FieldProps & { readonly children?: Child }) {
  const { label, hint, children } = props;
  const id = idOf(props);
  const fault = props.faults?.[props.name];
  return (
    <div class={fault ? 'field field-faulty' : 'field'}>
      <label for={id}>{label}</label>
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {fault && (
        <p class="form-fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
      {children}
    </div>
  );
}

function idOf({ id, name }: FieldProps): string {
  return id ?? name;
}

function describedBy(props: FieldProps) {
  const id = idOf(props);
  const isFaulty = props.faults?.[props.name] !== undefined;
  const described = [props.hint && `${id}-hint`, isFaulty && `${id}-fault`].filter(Boolean).join(' ');
  return { ...(described ? { 'aria-describedby': described } : {}), ...(isFaulty ? { 'aria-invalid': 'true' } : {}) };
}
