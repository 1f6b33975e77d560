import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ApiEnv } from './api-parts.ts';
import { PROBLEMS } from './problem.ts';

export type ApiDocument = ReturnType<OpenAPIHono<ApiEnv>['getOpenAPI31Document']>;

const INTRODUCTION = `Reads and records what the pages show, for programs.

Send a token as \`Authorization: Bearer suchok_…\`; you make and revoke tokens under your account. A token acts with your
rights and never with more, within its scopes: \`read\`, \`record\`, \`administer\`.

Send each write with an \`Idempotency-Key\` of its own, and send it again under the same key whenever you got no answer:
what you ask for is done once. To be told when others acted since you looked, send the ETag of an indicator, or of a plan's people, as \`If-Match\`.

Lists come in pages: ask for the next with \`cursor\` until \`nextCursor\` is null. Errors are \`application/problem+json\`
(RFC 9457) with a stable \`code\`; Accept-Language \`bn\` or \`en\` chooses their words.`;

/** The OpenAPI 3.1 document of the API, made of the very schemas that requests are checked by. */
export function documentOf(app: OpenAPIHono<ApiEnv>, baseUrl: string): ApiDocument {
  app.openAPIRegistry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' });
  const codes = Object.entries(PROBLEMS).map(([code, [status, title]]) => `- \`${code}\` (${status}): ${title}`);
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Suchok',
      version: '1',
      description: `${INTRODUCTION}\n\nProblems:\n\n${codes.join('\n')}`,
      license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
    },
    servers: [{ url: baseUrl.replace(/\/$/, '') }],
    security: [{ token: [] }],
  });
  // JSON alone: what the generator keeps for itself is none of a reader's business.
  return JSON.parse(JSON.stringify(document));
}
