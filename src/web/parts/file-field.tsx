import { FILE_TYPES } from '../../evidence/evidence-types.ts';
import type { Language } from '../../plan/types.ts';
import type { FilledForm } from '../read-form.ts';
import { receiptField } from '../read-form.ts';
import { evidenceWords } from '../wording/evidence-words.ts';
import { type FormFaults, InputField } from './fields.tsx';
import { fileSize } from './file-size.ts';

interface Props {
  readonly name: string;
  readonly language: Language;
  readonly label?: string | undefined;
  readonly faults?: FormFaults | undefined;
  /** The form as it was sent before, where it is shown again: its file does not have to be chosen twice. */
  readonly form?: FilledForm | undefined;
  readonly id?: string | undefined;
}

const ACCEPTED = Object.values(FILE_TYPES)
  .flatMap(({ mediaType, endings }) => [mediaType, ...endings.map((ending) => `.${ending}`)])
  .join(',');

/**
 * Where a file is chosen as evidence. Its form needs `enctype="multipart/form-data"`, and the form's token before it.
 */
export function FileField({ name, language, label, faults, form, id }: Props) {
  const say = evidenceWords(language);
  const before = form?.files.find(({ field }) => field === name);
  const chosen = before && say.fileChosen(before.evidenceFile.name, fileSize(before.evidenceFile.size, language));
  return (
    <>
      {before && <input type="hidden" name={receiptField(name)} value={before.receipt} />}
      <InputField
        name={name}
        type="file"
        label={label ?? say.file}
        hint={chosen ?? say.fileHint}
        accept={ACCEPTED}
        faults={faults}
        id={id}
      />
    </>
  );
}

/** Why files were not taken, by their fields, in the reader's words. */
export function fileFaults({ faults }: FilledForm, language: Language): FormFaults {
  const say = evidenceWords(language);
  return Object.fromEntries(faults.map(({ field, code, name }) => [field, say.faults[code](name)]));
}
