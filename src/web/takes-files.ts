import type { Context } from 'hono';

/** Where forms have files: whatever is recorded may come with papers. What else is posted has to be short. */
const PATHS = /^\/plans\/[a-z0-9-]+\/(?:indicators\/[A-Za-z0-9.-]+\/record\/|meetings\/\d+\/actions\/\d+$)/;

/** Whether a request is a form with files for a route that takes them, and is to be read by `readForm` alone. */
export function takesFiles(c: Context): boolean {
  const isMultipart = /^multipart\/form-data\b/i.test(c.req.header('content-type') ?? '');
  return c.req.method === 'POST' && isMultipart && PATHS.test(c.req.path);
}
