import type { Context, MiddlewareHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { takesFiles } from './takes-files.ts';
import type { WebEnv } from './web-parts.ts';

/**
 * Turns away what calls itself a form with files and is none: else whoever reads it later would take that for a fault of
 * ours. What was read is kept by the framework for those.
 */
export const requireReadable: MiddlewareHandler<WebEnv> = async (c, next) => {
  if (isMultipart(c) && !takesFiles(c)) {
    await c.req.parseBody().catch((cause: unknown) => {
      throw new HTTPException(400, { cause });
    });
  }
  await next();
};

function isMultipart(c: Context): boolean {
  return /^multipart\/form-data\b/i.test(c.req.header('content-type') ?? '');
}
