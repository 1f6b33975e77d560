import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { type Fault, fieldName, type Path } from './fault.ts';

/** A YAML file as text, lists and mappings, with the place of everything in it. */
export interface YamlSource {
  readonly file: string;
  /**
   * Every scalar as the text that was typed, so that `1.10` is not `1.1` and ৮০ is ours to read; a key without a value
   * is left out. `undefined` as a whole when the file is no readable YAML.
   */
  readonly value: unknown;
  /** Faults of the YAML itself: syntax, keys given twice, aliases. */
  readonly faults: readonly Fault[];
  /** A fault at a place of the file; where the path leads nowhere, at the nearest thing that would hold it. */
  fault(path: Path, message: string, at?: 'key' | 'value'): Fault;
}

interface Place {
  readonly key: number | null;
  readonly value: number;
}

/** Reads one YAML document. Never throws: what cannot be read is among the faults. */
export function readYaml(text: string, file: string): YamlSource {
  const lines = new LineCounter();
  // Keys given twice are found below, with their path; the parser's own report would hide every other fault.
  const document = parseDocument(text, {
    schema: 'failsafe',
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: 'silent',
  });
  const places = new Map<string, Place>();
  const faults: Fault[] = [];

  const faultAt = (offset: number, field: string, message: string): Fault => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), field, message };
  };

  const read = (node: unknown, path: Path, keyOffset: number | null): unknown => {
    const offset = (node as { range?: readonly number[] | null } | null)?.range?.[0] ?? keyOffset ?? 0;
    const empty = node === null || (isScalar(node) && node.type === 'PLAIN' && node.value === '');
    places.set(JSON.stringify(path), { key: keyOffset, value: empty ? (keyOffset ?? offset) : offset });
    if (empty) return undefined;
    if (isScalar(node)) return String(node.value);
    if (isSeq(node)) return node.items.map((item, i) => read(item, [...path, i], null));
    if (isMap(node)) {
      const entries = new Map<string, unknown>();
      for (const pair of node.items) {
        const start = (pair.key as { range?: readonly number[] | null } | null)?.range?.[0] ?? offset;
        if (!isScalar(pair.key)) {
          faults.push(
            faultAt(start, fieldName(path), 'a key must be a plain word: write it without brackets or braces'),
          );
          continue;
        }
        const key = String(pair.key.value);
        const field = [...path, key];
        if (key === '__proto__') {
          // JavaScript would take it for the prototype, and zod passes over it in silence.
          faults.push(faultAt(start, fieldName(field), 'cannot be a key here: remove it'));
          continue;
        }
        const first = places.get(JSON.stringify(field));
        if (first !== undefined && entries.has(key)) {
          const line = lines.linePos(first.key ?? first.value).line;
          faults.push(faultAt(start, fieldName(field), `is given twice, first on line ${line}: keep one of the two`));
          continue;
        }
        entries.set(key, read(pair.value, field, start));
      }
      // A key without a value is as good as none; its place is kept for the fault that it may be.
      return Object.fromEntries([...entries].filter(([, value]) => value !== undefined));
    }
    if (isAlias(node)) {
      faults.push(
        faultAt(offset, fieldName(path), `"*${node.source}" is an alias, which is not read: write the value out`),
      );
    }
    return undefined;
  };

  for (const problem of [...document.errors, ...document.warnings]) {
    const fault = faultAt(problem.pos[0], 'syntax', syntaxMessage(problem.code, problem.message));
    // One slip makes the parser stumble several times over the same line.
    if (!faults.some((earlier) => earlier.line === fault.line)) faults.push(fault);
  }
  const readable = document.errors.length === 0;
  const value = readable ? read(document.contents, [], null) : undefined;
  if (readable && value === undefined && faults.length === 0) {
    faults.push(faultAt(0, 'file', 'is empty: copy another file of its folder, and change it'));
  }

  return {
    file,
    value,
    faults,
    fault(path, message, at = 'value') {
      const place = places.get(JSON.stringify(path));
      if (place !== undefined) {
        return faultAt(at === 'key' ? (place.key ?? place.value) : place.value, fieldName(path), message);
      }
      return faultAt(nearestPlace(places, path), fieldName(path), message);
    },
  };
}

/** Where a missing key would stand: at the key of the mapping that lacks it, or at the start of the list item. */
function nearestPlace(places: ReadonlyMap<string, Place>, path: Path): number {
  for (let length = path.length - 1; length > 0; length--) {
    const place = places.get(JSON.stringify(path.slice(0, length)));
    if (place !== undefined) return place.key ?? place.value;
  }
  return 0;
}

/** The parser's own words, where they are not plain enough, with what to do. */
function syntaxMessage(code: string, message: string): string {
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'a tab cannot indent: use spaces';
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return 'this cannot stand here: put quotes around a text that holds ": ", and indent a list under its key';
    case 'MULTIPLE_DOCS':
      return 'a second document begins here: keep one document to a file';
    case 'BAD_SCALAR_START':
      return `${lowerFirst(message)}: put quotes around the text`;
    case 'TAG_RESOLVE_FAILED':
      return 'tags such as "!!int" are not read: leave the tag out';
    default:
      return `${lowerFirst(message)}: correct the YAML here or just before`;
  }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
