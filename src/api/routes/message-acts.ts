import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { changeMessage, type MessageChange } from '../../acting/change-message.ts';
import { findMessage } from '../../db/queries/messages.ts';
import type { ApiEnv, ApiParts } from '../api-parts.ts';
import { requireScope } from '../authenticate.ts';
import { allowed } from '../outcomes.ts';
import { Problem } from '../problem.ts';
import { json, NOT_FOUND, problems, WRITE_PROBLEMS } from '../responses.ts';
import { messageStatus } from '../schemas/messages.ts';
import { numericId, writeHeaders } from '../schemas/shared.ts';

export const messageChanged = z.object({ id: z.number().int(), status: messageStatus }).openapi('MessageChanged');

const changeRoute = (word: 'retry' | 'cancel', summary: string, description: string) =>
  createRoute({
    method: 'post',
    path: `/messages/{id}/${word}`,
    tags: ['Messages'],
    summary,
    description,
    request: { params: z.object({ id: numericId }), headers: writeHeaders },
    responses: { 200: json(messageChanged, 'Changed'), ...problems({ ...NOT_FOUND, ...WRITE_PROBLEMS }) },
  });

const retry = changeRoute('retry', 'Send a letter again', 'One that failed, or whose fate is unknown; else 409.');
const cancel = changeRoute('cancel', 'Cancel a letter', 'One that waits to be sent; else 409.');

/** `POST /messages/{id}/retry` and `/cancel`. */
export function addMessageActs(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  app.openapi(retry, async (c) => {
    requireScope(c.var.caller, 'record');
    return c.json(await change(c.var.caller.viewer, Number(c.req.valid('param').id), 'sendMessageAgain'), 200);
  });

  app.openapi(cancel, async (c) => {
    requireScope(c.var.caller, 'record');
    return c.json(await change(c.var.caller.viewer, Number(c.req.valid('param').id), 'cancelMessage'), 200);
  });

  async function change(viewer: ApiEnv['Variables']['caller']['viewer'], id: number, what: MessageChange) {
    const { outcome } = allowed(await changeMessage(parts, viewer, id, what));
    const status = (await findMessage(parts.db, id))!.status;
    if (outcome === 'tooLate') throw new Problem('conflict', { detail: `status: ${status}` });
    return { id, status };
  }
}
