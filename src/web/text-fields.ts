import type { Context } from 'hono';
import type { Typed } from './parts/fields.tsx';

/** What was typed into the fields of a form, without the spaces around it; files are left out. */
export async function textFields(c: Context): Promise<Typed> {
  const form = await c.req.parseBody();
  return Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value.trim()]] : [])),
  );
}
