import { FILE_TYPES, type FileTypeName } from './evidence-types.ts';

/** Characters of a name, at most, and its bytes in UTF-8, since file systems count those. */
const LONGEST = 120;
const MOST_BYTES = 200;

/** What turns the reading order around, so that a name's ending can hide in its middle; joiners stay, Bengali needs them. */
const INVISIBLE =
  /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Co}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu;

/** What Windows, or somebody's shell, does not want in the name of a file. */
const UNWELCOME = /[<>:"|?*\\/`$;&]/g;

const CHARACTERS = new Intl.Segmenter('bn');

/**
 * The name of an uploaded file as it may be shown and given to a download: no path, nothing invisible, in Unicode's
 * form NFC, and not too long.
 */
export function cleanName(given: string): string {
  const bare = given.normalize('NFC').split(/[\\/]/).at(-1)!;
  const visible = bare.replace(INVISIBLE, '').replace(UNWELCOME, '_').replace(/\s+/g, ' ');
  return shortened(visible.replace(/^[\s.]+|[\s.]+$/g, ''), '');
}

/** A clean name that ends as files of this type do, so that nobody's computer takes it for something else. */
export function nameFor(type: FileTypeName, given: string): string {
  const { endings } = FILE_TYPES[type];
  const clean = cleanName(given);
  const [, stem = clean, ending = ''] = /^(.+)\.([^.]+)$/.exec(clean) ?? [];
  if (endings.some((one) => one === ending.toLowerCase())) return shortened(stem, `.${ending}`);
  return shortened(clean || 'evidence', `.${endings[0]}`);
}

/** Cut between what readers see as characters, never inside one. */
function shortened(stem: string, ending: string): string {
  const room = MOST_BYTES - Buffer.byteLength(ending);
  let kept = '';
  let count = ending.length;
  for (const { segment } of CHARACTERS.segment(stem)) {
    count += 1;
    if (count > LONGEST || Buffer.byteLength(kept + segment) > room) break;
    kept += segment;
  }
  return `${kept.replace(/[\s.]+$/, '')}${ending}`;
}
