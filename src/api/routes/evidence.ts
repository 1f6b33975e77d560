import { Readable } from 'node:stream';
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { findEvidenceFile } from '../../db/queries/evidence-files.ts';
import { mayDo } from '../../rights/rights.ts';
import type { ApiEnv, ApiParts } from '../api-parts.ts';
import { requireScope } from '../authenticate.ts';
import { ownerOf } from '../papers.ts';
import { Problem } from '../problem.ts';
import { readableIndicator } from '../readable-plan.ts';
import { json, NOT_FOUND, problems, WRITE_PROBLEMS } from '../responses.ts';
import { indicatorCode, planId, writeHeaders } from '../schemas/shared.ts';

const bytes = { schema: { type: 'string' as const, format: 'binary' } };

const upload = z
  .object({
    receipt: z.string().openapi({ description: 'To be named in the evidence of an event within 24 hours.' }),
    file: z.object({ hash: z.string(), name: z.string(), mediaType: z.string(), size: z.number().int() }),
    scan: z.enum(['clean', 'notScanned']),
  })
  .openapi('Upload');

const postEvidence = createRoute({
  method: 'post',
  path: '/evidence',
  tags: ['Evidence'],
  summary: 'Upload a file',
  description:
    'PDF, image, Word or Excel of 20 MB at most, as it is: its content decides what it is. It waits until an event names its receipt.',
  request: {
    headers: writeHeaders,
    query: z.object({ name: z.string().min(1).max(300).openapi({ description: 'The name of the file.' }) }),
    body: { required: true, content: { 'application/octet-stream': bytes } },
  },
  responses: { 201: json(upload, 'Taken'), ...problems(WRITE_PROBLEMS) },
});

const getEvidence = createRoute({
  method: 'get',
  path: '/plans/{planId}/indicators/{code}/evidence/{hash}',
  tags: ['Evidence'],
  summary: 'Download a file',
  request: {
    params: z.object({
      planId,
      code: indicatorCode,
      hash: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .openapi({ param: { name: 'hash', in: 'path' } }),
    }),
  },
  responses: {
    200: { description: 'The file', content: { 'application/octet-stream': bytes } },
    ...problems(NOT_FOUND),
  },
});

/** `/evidence` and the files of an indicator. */
export function addEvidence(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const { db, evidence } = parts;

  app.openapi(postEvidence, async (c) => {
    requireScope(c.var.caller, 'record');
    const content = Buffer.from(await c.req.arrayBuffer());
    const received = await evidence.receive(c.req.valid('query').name, Readable.from([content]), ownerOf(c.var.caller));
    if ('code' in received) {
      throw new Problem('fileRefused', { detail: `file: ${received.code}` });
    }
    return c.json({ receipt: received.receipt, file: received.evidenceFile, scan: received.scan }, 201);
  });

  app.openapi(getEvidence, async (c) => {
    requireScope(c.var.caller, 'read');
    const { planId: id, code, hash } = c.req.valid('param');
    const { stored, indicator, on } = await readableIndicator(parts, c.var.caller, id, code);
    if (!mayDo(c.var.caller.viewer, 'readEvidence', { plan: stored.body, indicator, on }).allowed) {
      throw new Problem('notFound');
    }
    const file = await findEvidenceFile(db, id, code, hash);
    const kept = file && (await evidence.find(hash));
    if (!file || !kept) throw new Problem('notFound');
    const headers = {
      'Content-Type': file.mediaType,
      'Content-Length': String(kept.size),
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, percentOf)}`,
      'X-Content-Type-Options': 'nosniff',
    };
    // Nothing is opened for somebody who asks for the head alone: nobody would close it.
    if (c.req.method === 'HEAD') return c.body(null, 200, headers);
    return c.body(Readable.toWeb(kept.open()) as ReadableStream, 200, headers);
  });
}

function percentOf(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}
