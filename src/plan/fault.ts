/** One thing wrong in a file that somebody wrote, with the place and what to do about it. */
export interface Fault {
  readonly file: string;
  /** From 1, as editors count. */
  readonly line: number;
  /** From 1, in UTF-16 units, as editors count. */
  readonly column: number;
  /** A path such as `activities[0].indicators[2].target`. */
  readonly field: string;
  /** What is wrong, and what to do. */
  readonly message: string;
}

/** Keys of mappings and indexes of lists, from the top of a file down. */
export type Path = readonly (string | number)[];

/** Notes a fault at a place of the file that is being read. */
export type Report = (path: Path, message: string) => void;

/** `activities[0].indicators[2].target`; the top itself is `file`. */
export function fieldName(path: Path): string {
  if (path.length === 0) return 'file';
  return path.map((part, i) => (typeof part === 'number' ? `[${part}]` : i === 0 ? part : `.${part}`)).join('');
}

/** `file:line:column field: what is wrong, and what to do`, as compilers and editors read it. */
export function formatFault(fault: Fault): string {
  return `${fault.file}:${fault.line}:${fault.column} ${fault.field}: ${fault.message}`;
}

/** In the order of the file, each once. */
export function sortFaults(faults: readonly Fault[]): Fault[] {
  const once = new Map(faults.map((fault) => [formatFault(fault), fault]));
  return [...once.values()].sort((a, b) => a.line - b.line || a.column - b.column);
}

/** Reports every item whose key another item above it already has. */
export function reportDuplicates(
  keys: readonly (string | undefined)[],
  pathOf: (index: number) => Path,
  report: Report,
): void {
  for (const [i, key] of keys.entries()) {
    if (key === undefined || keys.indexOf(key) === i) continue;
    report(pathOf(i), `"${key}" is given twice: rename or remove one of the two`);
  }
}

/** What a person typed, quoted for a message: control characters made visible, long text cut short. */
export function quote(text: string): string {
  const characters = [...text];
  return JSON.stringify(characters.length > 60 ? `${characters.slice(0, 60).join('')}…` : text);
}
