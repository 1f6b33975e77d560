import * as z from 'zod';
import type { Fault, Path } from './fault.ts';
import { suggest } from './nearest-word.ts';
import type { YamlSource } from './yaml-source.ts';

/** The same shape with every part possibly missing: what is left of a file when its faulty parts are taken out. */
export type Salvaged<T> =
  | (T extends readonly (infer Item)[]
      ? Salvaged<Item>[]
      : T extends object
        ? { [Key in keyof T]?: Salvaged<T[Key]> }
        : T)
  | undefined;

/**
 * A mapping with exactly these keys. An unknown key is a fault of its own, with the key that was likely meant.
 * @param name as in `an indicator`, for messages
 */
export function form<Shape extends z.ZodRawShape>(name: string, shape: Shape): z.ZodObject<Shape> {
  const keys = Object.keys(shape);
  const unknownKey = z.unknown().refine(() => false, {
    params: { at: 'key' },
    error: (issue) => `is not a key of ${name}: ${suggest(String(issue.path?.at(-1)), keys)}`,
  });
  const mapping = z.object(shape, {
    error: ({ input }) =>
      input === undefined
        ? `is missing: write ${name} with ${keys.join(', ')}`
        : `must be ${name}, a mapping with ${keys.join(', ')}, not ${shapeOf(input)}`,
  });
  // The catch-all only ever refuses, so the type of the object is the shape alone.
  return mapping.catchall(unknownKey) as unknown as z.ZodObject<Shape>;
}

/** A list, which may be empty where `least` is 0; `expects` says of what, as in `activities`. */
export function list<Item extends z.ZodType>(expects: string, item: Item, least: 0 | 1 = 0): z.ZodArray<Item> {
  const items = z.array(item, {
    error: ({ input }) =>
      input === undefined
        ? `is missing: write a list of ${expects}`
        : `must be a list of ${expects}, each behind "- ", not ${shapeOf(input)}`,
  });
  return items.min(least, `is empty: write at least one of the ${expects}`);
}

/** Either a single text or something larger; a text is read by the one schema, all else by the other. */
export function textOr<A, B>(text: z.ZodType<A>, larger: z.ZodType<B>): z.ZodType<A | B> {
  return z.unknown().transform((input, context) => {
    const { value, issues } = parseKeeping<A | B>(typeof input === 'string' ? text : larger, input);
    for (const { path, message, params } of issues) {
      context.addIssue({ code: 'custom', path: [...path], message, params });
    }
    return value as A | B;
  });
}

/** Reads a source by a form: what could be read, and the faults of shape, both at once. */
export function readForm<T>(schema: z.ZodType<T>, source: YamlSource): { form: Salvaged<T>; faults: Fault[] } {
  if (source.value === undefined) return { form: undefined, faults: [...source.faults] };
  const { value, issues } = parseKeeping(schema, source.value);
  const faults = issues.map(({ path, message, params }) => source.fault(path, message, params.at));
  return { form: value, faults: [...source.faults, ...faults] };
}

interface Issue {
  readonly path: Path;
  readonly message: string;
  readonly params: { readonly at?: 'key' | 'value' };
}

/** Parses, and keeps what is sound beside the issues: zod itself gives either the one or the other. */
function parseKeeping<T>(schema: z.ZodType<T>, input: unknown): { value: Salvaged<T>; issues: Issue[] } {
  let value: unknown;
  // This check runs whatever went wrong before it.
  const keeping = schema.refine(
    (read) => {
      value = read;
      return true;
    },
    { when: () => true },
  );
  const issues = (keeping.safeParse(input).error?.issues ?? []).map(
    (issue): Issue => ({
      path: issue.path as Path,
      message: issue.message,
      params: (issue.code === 'custom' ? issue.params : undefined) ?? {},
    }),
  );
  for (const { path } of issues) value = without(value, path);
  return { value: value as Salvaged<T>, issues };
}

/** Whether the file states a key at all, be its value sound or told as a fault already. */
export function isGiven<T extends object>(form: T | undefined, key: keyof T): boolean {
  return form !== undefined && Object.hasOwn(form, key);
}

/** A piece of a file in words: `a list`, `a mapping`, `a text`. */
export function shapeOf(input: unknown): string {
  return Array.isArray(input) ? 'a list' : typeof input === 'object' ? 'a mapping' : 'a text';
}

function without(value: unknown, path: Path): unknown {
  const last = path.at(-1);
  if (last === undefined) return undefined;
  let holder = value as Record<string | number, unknown> | null | undefined;
  for (const part of path.slice(0, -1)) holder = holder?.[part] as typeof holder;
  if (typeof holder === 'object' && holder !== null && Object.hasOwn(holder, last)) holder[last] = undefined;
  return value;
}
