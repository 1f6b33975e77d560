import type { Readable } from 'node:stream';
import type { Context } from 'hono';
import type { EvidenceStore } from '../evidence/evidence-store.ts';
import type { FileFault, ReceivedFile } from '../evidence/evidence-types.ts';
import type { Session, WebEnv } from './web-parts.ts';

/** Files of one form, at most. */
export const MOST_FILES = 5;

/** A file that came with a form, or with an earlier try of it. It is kept for good by `recordAs`, as one of its papers. */
export interface FormFile extends ReceivedFile {
  /** The field that it was chosen in. */
  readonly field: string;
}

export interface FormFileFault extends FileFault {
  readonly field: string;
}

/** A form as somebody filled it in. */
export interface FilledForm {
  /** The text fields; of several with one name the last. */
  readonly fields: Readonly<Record<string, string>>;
  readonly files: readonly FormFile[];
  /** Files that were not taken; nothing of them was kept. */
  readonly faults: readonly FormFileFault[];
}

/** The hidden field in which a form that is shown again carries the file that was chosen before. */
export function receiptField(field: string): string {
  return `${field}-receipt`;
}

/** Who may name the receipts of somebody's files. */
export function ownerOf({ viewer }: Session): string {
  return viewer.address ?? 'administrator';
}

/**
 * Reads the form of a request, url-encoded or with files. Its token was checked before. Ask for rights first: files are
 * written to the disk while this reads, and wait there for a day for an event that names them.
 *
 * @throws HTTPException when the form breaks off or its text is too long, and what the disk throws; nothing is kept then
 */
export async function readForm(c: Context<WebEnv>, evidence: EvidenceStore): Promise<FilledForm> {
  const owner = ownerOf(c.var.session!);
  const { postedForm } = c.var;
  // Each at the place at which it came, whichever is done first.
  const taken: (FormFile | FormFileFault)[] = [];
  let named = 0;
  const take = async (field: string, name: string, content: Readable) => {
    // A field in which nothing was chosen is sent as a file without a name.
    if (!name) return void content.resume();
    const place = named;
    named += 1;
    if (named > MOST_FILES) {
      content.resume();
      taken[place] = { field, name, code: 'tooMany' };
      return;
    }
    taken[place] = { field, ...(await evidence.receive(name, content, owner)) };
  };
  const files = () => taken.filter((one): one is FormFile => one !== undefined && !('code' in one));
  try {
    const fields = postedForm ? await postedForm.read(take) : await textFields(c);
    const faults = taken.filter((one): one is FormFileFault => 'code' in one);
    return { fields, files: [...files(), ...(await filesFromBefore(fields, files(), evidence, owner))], faults };
  } catch (error) {
    await Promise.all(files().map(({ receipt }) => evidence.release(receipt)));
    throw error;
  }
}

async function textFields(c: Context): Promise<Record<string, string>> {
  const body = await c.req.parseBody();
  return Object.fromEntries(Object.entries(body).filter((entry): entry is [string, string] => isText(entry[1])));
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** What an earlier try of the form brought along, in fields where nothing else was chosen since. */
async function filesFromBefore(
  fields: FilledForm['fields'],
  files: readonly FormFile[],
  evidence: EvidenceStore,
  owner: string,
): Promise<FormFile[]> {
  const before: FormFile[] = [];
  for (const [name, receipt] of Object.entries(fields)) {
    const field = /^(.+)-receipt$/.exec(name)?.[1];
    if (!field || files.some((file) => file.field === field)) continue;
    const received = await evidence.findWaiting(receipt, owner);
    if (received) before.push({ field, ...received });
  }
  return before;
}
