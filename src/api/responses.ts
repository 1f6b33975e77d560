import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { ApiEnv } from './api-parts.ts';
import { Problem } from './problem.ts';
import { problemSchema } from './schemas/problem.ts';

/** How a route's answer stands in the document. */
export function json<Schema extends z.ZodType>(schema: Schema, description: string, headers?: z.ZodObject) {
  return { description, content: { 'application/json': { schema } }, ...(headers ? { headers } : {}) };
}

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
});

/** The problems that every route may answer with, and those of this one beside them. */
export function problems(more: Readonly<Record<number, string>> = {}) {
  const all: Record<number, string> = {
    400: 'The request is not as it should be.',
    401: 'No token, or none that is good.',
    403: 'The token, or its person, may not do this.',
    429: 'Too many requests.',
    ...more,
  };
  return Object.fromEntries(Object.entries(all).map(([status, text]) => [status, problem(text)])) as Record<
    never,
    never
  >;
}

export const NOT_FOUND = { 404: 'There is no such thing, or none that you may see.' };

export const WRITE_PROBLEMS = {
  409: 'A request with this key is being answered just now, or the present state does not allow this.',
  413: 'Too much at once.',
  415: 'The body is of another type.',
  422: 'Refused by the rules of the plan, or the key came with another request before.',
};

export const etagHeader = z.object({
  ETag: z.string().openapi({ description: 'The version, to be sent as If-Match with a write.', example: '"17"' }),
});

/** Faults of a request as zod found them, as a problem with a place for each. */
export const onInvalid: NonNullable<OpenAPIHono<ApiEnv>['defaultHook']> = (result) => {
  if (result.success) return;
  const isBody = result.target === 'json';
  throw new Problem('invalidRequest', {
    errors: result.error.issues.map(({ path, message }) => ({
      ...(isBody
        ? { pointer: `#${path.map((part) => `/${pointerPart(part)}`).join('')}` }
        : { parameter: path.join('.') }),
      detail: message,
    })),
  });
};

/** RFC 6901, section 3. */
function pointerPart(part: PropertyKey): string {
  return String(part).replaceAll('~', '~0').replaceAll('/', '~1');
}
