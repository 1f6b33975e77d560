import { Problem } from './problem.ts';

/** A page of a list: so many items after the one that the cursor names. */
export interface PageAsked {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Where a page ends, as a text that means nothing to anybody else. */
export function cursorOf(key: string | number): string {
  return Buffer.from(String(key)).toString('base64url');
}

/** @throws Problem for a cursor that is none of ours */
export function readCursor(cursor: string | undefined, form: RegExp): string | null {
  if (cursor === undefined) return null;
  const key = Buffer.from(cursor, 'base64url').toString();
  if (!form.test(key)) {
    throw new Problem('invalidRequest', { errors: [{ parameter: 'cursor', detail: 'not a cursor of this list' }] });
  }
  return key;
}

/** Cuts a page out of a list that is read as a whole; keys are unique in it. */
export function pageOf<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  { cursor, limit }: PageAsked,
): { items: Item[]; nextCursor: string | null } {
  const after = readCursor(cursor, /^[A-Za-z0-9.-]{1,150}$/);
  const place = after === null ? -1 : items.findIndex((item) => keyOf(item) === after);
  const start = after !== null && place < 0 ? items.length : place + 1;
  const page = items.slice(start, start + limit);
  const isLast = start + limit >= items.length;
  return { items: page, nextCursor: isLast || page.length === 0 ? null : cursorOf(keyOf(page.at(-1)!)) };
}
