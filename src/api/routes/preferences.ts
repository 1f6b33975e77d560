import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { readPreference, setPreference } from '../../acting/set-preference.ts';
import type { ApiEnv, ApiParts } from '../api-parts.ts';
import { requireScope } from '../authenticate.ts';
import { Problem } from '../problem.ts';
import { json, NOT_FOUND, problems, WRITE_PROBLEMS } from '../responses.ts';
import { language, writeHeaders } from '../schemas/shared.ts';

const preference = z
  .object({
    language: language.nullable().openapi({ description: 'Null for that of the plan.' }),
    hour: z
      .string()
      .regex(/^\d\d:\d\d$/)
      .nullable()
      .openapi({ description: 'No letter before this time of day; null for the policy’s own.' }),
    delivery: z.enum(['digest', 'single']),
  })
  .openapi('Preference');

const reading = preference
  .extend({ usualHour: z.string(), hours: z.array(z.string()).openapi({ description: 'Hours to choose from.' }) })
  .openapi('PreferenceReading');

const getPreferences = createRoute({
  method: 'get',
  path: '/me/preferences',
  tags: ['You'],
  summary: 'How you like to be written to',
  responses: { 200: json(reading, 'Your preferences'), ...problems(NOT_FOUND) },
});

const putPreferences = createRoute({
  method: 'put',
  path: '/me/preferences',
  tags: ['You'],
  summary: 'Choose how you like to be written to',
  request: {
    headers: writeHeaders,
    body: { required: true, content: { 'application/json': { schema: preference } } },
  },
  responses: { 200: json(reading, 'Kept'), ...problems({ ...NOT_FOUND, ...WRITE_PROBLEMS }) },
});

/** `/me/preferences`. */
export function addPreferences(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  app.openapi(getPreferences, async (c) => {
    requireScope(c.var.caller, 'read');
    return c.json(await read(c.var.caller.viewer), 200);
  });

  app.openapi(putPreferences, async (c) => {
    requireScope(c.var.caller, 'record');
    const { viewer } = c.var.caller;
    await read(viewer);
    if (!(await setPreference(parts, viewer, c.req.valid('json')))) {
      throw new Problem('invalidRequest', { errors: [{ pointer: '#/hour', detail: 'not one of the hours offered' }] });
    }
    return c.json(await read(viewer), 200);
  });

  async function read(viewer: ApiEnv['Variables']['caller']['viewer']) {
    const found = await readPreference(parts, viewer);
    // The administrator at the console has no address to write to.
    if (!found) throw new Problem('notFound');
    return { ...found.preference, usualHour: found.usualHour, hours: [...found.hours] };
  }
}
