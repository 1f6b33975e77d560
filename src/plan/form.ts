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

/** A list; `expects` says of what, as in `activities`. */
export function list<Item extends z.ZodType>(expects: string, item: Item): z.ZodArray<Item> {
  return z.array(item, {
    error: ({ input }) =>
      input === undefined
        ? `is missing: write a list of ${expects}`
        : `must be a list of ${expects}, each behind "- ", not ${shapeOf(input)}`,
  });
}

/** Either a single text or something larger; a text is read by the one schema, all else by the other. */
export function textOr<A, B>(text: z.ZodType<A>, larger: z.ZodType<B>): z.ZodType<A | B> {
  return z.unknown().transform((input, context) => {
    const read = (typeof input === 'string' ? text : larger).safeParse(input);
    if (read.success) return read.data as A | B;
    for (const issue of read.error.issues) {
      context.addIssue({ code: 'custom', path: [...issue.path], message: issue.message, params: paramsOf(issue) });
    }
    return undefined as never;
  });
}

/** Reads a source by a form: what could be read, and the faults of shape, both at once. */
export function readForm<T>(schema: z.ZodType<T>, source: YamlSource): { form: Salvaged<T>; faults: Fault[] } {
  if (source.value === undefined) return { form: undefined, faults: [...source.faults] };
  let value: unknown;
  // The check runs whatever went wrong before it, so that the good parts can be checked further.
  const keeping = schema.refine(
    (read) => {
      value = read;
      return true;
    },
    { when: () => true },
  );
  const result = keeping.safeParse(source.value);
  const issues = result.error?.issues ?? [];
  const faults = issues.map((issue) => {
    return source.fault(issue.path as Path, issue.message, paramsOf(issue).at === 'key' ? 'key' : 'value');
  });
  for (const issue of issues) value = without(value, issue.path as Path);
  return { form: value as Salvaged<T>, faults: [...source.faults, ...faults] };
}

/** Whether the file states a key at all, be its value sound or told as a fault already. */
export function isGiven<T extends object>(form: T | undefined, key: keyof T): boolean {
  return form !== undefined && Object.hasOwn(form, key);
}

/** A piece of a file in words: `a list`, `a mapping`, `a text`. */
export function shapeOf(input: unknown): string {
  return Array.isArray(input) ? 'a list' : typeof input === 'object' ? 'a mapping' : 'a text';
}

function paramsOf(issue: z.core.$ZodIssue): Record<string, unknown> {
  return (issue.code === 'custom' ? issue.params : undefined) ?? {};
}

function without(value: unknown, path: Path): unknown {
  const last = path.at(-1);
  if (last === undefined) return undefined;
  let holder = value as Record<string | number, unknown> | null | undefined;
  for (const part of path.slice(0, -1)) holder = holder?.[part] as typeof holder;
  if (typeof holder === 'object' && holder !== null && Object.hasOwn(holder, last)) holder[last] = undefined;
  return value;
}
