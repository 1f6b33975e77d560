import type { Context, MiddlewareHandler } from 'hono';

/** These have no body, or none that the platform lets anybody read. */
const WITHOUT_BODY = new Set(['GET', 'HEAD', 'TRACE', 'CONNECT']);

/**
 * Lets requests through whose body has so many bytes at most, whatever they say of its length: one that says none, as
 * proxies send that pass a body on while it arrives, and `curl -X POST` with nothing to send, is read here first. Hono's
 * own limit would make such a request anew out of the server's, which Node's `Request` does not take for one of its own.
 */
export function limitBody(maxSize: number, refuse: (c: Context) => never): MiddlewareHandler {
  return async (c, next) => {
    const { method, url, headers } = c.req.raw;
    if (WITHOUT_BODY.has(method)) return next();
    const length = headers.get('content-length');
    if (length !== null && !headers.has('transfer-encoding')) {
      return Number.parseInt(length, 10) > maxSize ? refuse(c) : next();
    }
    const { body } = c.req.raw;
    if (!body) return next();
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of body) {
      size += chunk.length;
      if (size > maxSize) return refuse(c);
      chunks.push(chunk);
    }
    c.req.raw = new Request(url, { method, headers, ...(size > 0 ? { body: Buffer.concat(chunks) } : {}) });
    return next();
  };
}
