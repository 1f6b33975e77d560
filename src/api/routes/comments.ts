import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { LONGEST_WORDS } from '../../acting/checked-words.ts';
import { commentAs } from '../../acting/comment-as.ts';
import { toIsoWithOffset } from '../../calendar/local-time.ts';
import type { Database } from '../../db/database.ts';
import { commentsOfIndicator } from '../../db/queries/comments-of-indicator.ts';
import { findIndicator } from '../../db/queries/find-indicator.ts';
import { sayingsOfIndicator } from '../../db/queries/questions.ts';
import type { ApiEnv, ApiParts } from '../api-parts.ts';
import { requireScope } from '../authenticate.ts';
import { pageOf } from '../cursor.ts';
import { inOneTransaction } from '../idempotency.ts';
import { allowed } from '../outcomes.ts';
import { Problem } from '../problem.ts';
import { readableIndicator } from '../readable-plan.ts';
import { json, NOT_FOUND, problems, WRITE_PROBLEMS } from '../responses.ts';
import { indicatorCode, instant, nextCursor, pageQuery, planId, writeHeaders } from '../schemas/shared.ts';

const comment = z
  .object({
    id: z.number().int(),
    kind: z.enum(['comment', 'acknowledgement', 'explanationRequest', 'explanation']),
    at: instant,
    post: z.string().nullable(),
    person: z.string().nullable(),
    text: z.string(),
  })
  .openapi('Remark', { description: 'A comment, or what was said to a missed target.' });

const params = z.object({ planId, code: indicatorCode });

const getComments = createRoute({
  method: 'get',
  path: '/plans/{planId}/indicators/{code}/comments',
  tags: ['Comments'],
  summary: 'Read what people say of an indicator',
  description: 'Comments, notes to missed targets, questions and explanations; the oldest first.',
  request: { params, query: pageQuery },
  responses: {
    200: json(z.object({ items: z.array(comment), nextCursor }).openapi('RemarkList'), 'Comments'),
    ...problems(NOT_FOUND),
  },
});

const postComment = createRoute({
  method: 'post',
  path: '/plans/{planId}/indicators/{code}/comments',
  tags: ['Comments'],
  summary: 'Comment on an indicator',
  description: 'Plain text. A comment changes nothing that is owed.',
  request: {
    params,
    headers: writeHeaders,
    body: {
      required: true,
      content: { 'application/json': { schema: z.object({ text: z.string().min(1).max(LONGEST_WORDS) }) } },
    },
  },
  responses: {
    201: json(z.object({ id: z.number().int() }), 'Written'),
    ...problems({ ...NOT_FOUND, ...WRITE_PROBLEMS }),
  },
});

/** `…/comments`. */
export function addComments(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  app.openapi(getComments, async (c) => {
    requireScope(c.var.caller, 'read');
    const { planId: id, code } = c.req.valid('param');
    const { stored } = await readableIndicator(parts, c.var.caller, id, code);
    const reading = await findIndicator(parts.db, id, code);
    if (!reading) throw new Problem('notFound');
    const comments = await commentsOfIndicator(parts.db, reading.id);
    const sayings = await sayingsOfIndicator(parts.db, reading.id);
    const remarks = [...comments.map((one) => ({ ...one, kind: 'comment' as const })), ...sayings];
    const page = pageOf(
      remarks.sort((a, b) => a.id - b.id),
      ({ id: number }) => String(number),
      c.req.valid('query'),
    );
    const items = page.items.map(({ id, kind, at, post, person, text }) => ({
      id,
      kind,
      at: toIsoWithOffset(at, stored.body.zone),
      post,
      person,
      text,
    }));
    return c.json({ items, nextCursor: page.nextCursor }, 200);
  });

  app.openapi(postComment, async (c) => {
    requireScope(c.var.caller, 'record');
    const { text } = c.req.valid('json');
    const comment = { ...c.req.valid('param'), text };
    const body = await inOneTransaction(c, parts.db, 201, async (db: Database) => {
      const outcome = allowed(await commentAs({ db, clock: parts.clock }, c.var.caller.viewer, comment));
      if (outcome.outcome === 'written') return { id: outcome.id };
      throw new Problem('invalidRequest', { errors: [{ pointer: '#/text', detail: outcome.code }] });
    });
    return c.json(body, 201);
  });
}
