/** The most that a plan's text may be, in bytes. */
const LONGEST = 500 * 1024;

export type GivenPlan =
  | { readonly text: string; readonly name: string }
  | { readonly fault: 'nothingGiven' | 'tooLong' | 'notText'; readonly text: string; readonly name: string };

type Form = Readonly<Record<string, unknown>>;

/** A plan out of a form: the file where one was chosen, else the text; with the name to report faults under. */
async function readUpload({ file }: Form): Promise<GivenPlan | null> {
  if (!(file instanceof File) || file.size === 0) return null;
  const name = shortName(file.name);
  if (file.size > LONGEST) return { fault: 'tooLong', text: '', name };
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    return { text: unified(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), name };
  } catch {
    return { fault: 'notText', text: '', name };
  }
}

export async function readPlanFile(form: Form): Promise<GivenPlan> {
  const upload = await readUpload(form);
  if (upload) return upload;
  const text = unified(typeof form.text === 'string' ? form.text : '');
  const name = shortName(typeof form.name === 'string' ? form.name : '');
  if (text.trim() === '') return { fault: 'nothingGiven', text: '', name };
  return Buffer.byteLength(text) > LONGEST ? { fault: 'tooLong', text: '', name } : { text, name };
}

/** Browsers send every line break of a form as two characters. */
function unified(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

function shortName(name: string): string {
  return name.split(/[/\\]/).at(-1)!.slice(0, 100) || 'plan.yaml';
}
