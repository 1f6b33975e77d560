import { createHash } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { type Database, type Transaction, withTransaction } from '../db/database.ts';
import { claimKey, type KeptAnswer, keepAnswer, releaseKey } from '../db/queries/idempotency-keys.ts';
import type { ApiEnv, ApiParts } from './api-parts.ts';
import { bearerOf } from './authenticate.ts';
import { Problem } from './problem.ts';
import { seal, unseal } from './sealed-answer.ts';

const MINUTE = 60_000;

/** An answer is kept for so long, in milliseconds. */
const KEPT = 24 * 60 * MINUTE;

/** A claim that old without an answer belongs to a process that died. */
const ABANDONED = MINUTE;

const WRITES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** These of an answer's headers come with it when it is told again. */
const KEPT_HEADERS = ['content-type', 'content-language', 'etag', 'location'];

/**
 * A write with an Idempotency-Key is done once: whoever sends it again gets the first answer again. Where a thing done
 * twice would count twice, `keepAlongside` writes the answer down in the very transaction that does it, so that a process
 * that dies at any moment leaves either both or neither.
 */
export function idempotency({ db, clock }: ApiParts): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const key = c.req.header('idempotency-key');
    if (key === undefined || !WRITES.has(c.req.method)) return next();
    if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
      throw new Problem('invalidRequest', { detail: 'Idempotency-Key: 1 to 255 printable characters of ASCII' });
    }
    const request = { tokenId: c.var.caller.token.id, key, requestHash: await hashOfRequest(c) };
    const now = clock.now();
    const found = await claimKey(db, request, now, { abandonedBefore: now - ABANDONED, forgetBefore: now - KEPT });
    if (found.state === 'otherRequest') throw new Problem('keyReused');
    if (found.state === 'inProgress') throw new Problem('keyInProgress', {}, { 'Retry-After': '2' });
    if (found.state === 'answered') return replay(c, found.answer, key);
    c.set('claim', found.claim);
    await next();
    // Another try may find things better. An answer that was written down stays: then it was the commit's answer that got lost.
    if (c.res.status >= 500) await releaseKey(db, found.claim);
    else if (!c.var.isKept) await keepAnswer(db, found.claim, await answerOf(c));
  };
}

/**
 * Writes the answer of a write down in the transaction of what it tells of; nothing where the request has no key.
 *
 * @throws Problem when another process has taken the request over meanwhile: then nothing is to be done here.
 */
export async function keepAlongside(
  c: Context<ApiEnv>,
  tx: Transaction,
  answer: { readonly status: number; readonly headers: KeptAnswer['headers']; readonly body: object },
): Promise<void> {
  const { claim } = c.var;
  if (!claim) return;
  const headers = { 'content-type': 'application/json', ...answer.headers };
  const body = keptBody(c, JSON.stringify(answer.body));
  const kept = await keepAnswer(tx, claim, { status: answer.status, headers, body });
  if (!kept) throw new Problem('keyInProgress', {}, { 'Retry-After': '2' });
  c.set('isKept', true);
}

/**
 * Does work that reaches the world through the database alone, and writes its answer down, in one transaction. Within it,
 * what opens a transaction of its own gets a savepoint, so that the work need not know.
 *
 * @throws whatever the work throws; then nothing was done
 */
export function inOneTransaction<Body extends object>(
  c: Context<ApiEnv>,
  db: Database,
  status: number,
  work: (db: Database) => Promise<Body>,
): Promise<Body> {
  return withTransaction(db, async (tx) => {
    const body = await work(tx as unknown as Database);
    await keepAlongside(c, tx, { status, headers: {}, body });
    return body;
  });
}

function replay(c: Context<ApiEnv>, { status, headers, body }: KeptAnswer, key: string): Response {
  return new Response(unseal(body, bearerOf(c)!, key), {
    status,
    headers: { ...headers, 'Idempotency-Replayed': 'true' },
  });
}

/** An answer's body as it is written down. */
function keptBody(c: Context<ApiEnv>, body: string): string {
  return c.var.isSecret && c.var.claim ? seal(body, bearerOf(c)!, c.var.claim.key) : body;
}

async function answerOf(c: Context<ApiEnv>): Promise<KeptAnswer> {
  const response = c.res.clone();
  const headers = Object.fromEntries(
    KEPT_HEADERS.flatMap((name) => {
      const value = response.headers.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
  return { status: response.status, headers, body: keptBody(c, await response.text()) };
}

/** All of a request that decides what it does. The body is kept by the framework, so that it can be read again. */
async function hashOfRequest(c: Context<ApiEnv>): Promise<string> {
  const { pathname, search } = new URL(c.req.url);
  const head = [c.req.method, pathname, search, c.req.header('if-match') ?? '', c.req.header('content-type') ?? ''];
  const body = Buffer.from(await c.req.arrayBuffer());
  return createHash('sha256').update(JSON.stringify(head)).update(body).digest('hex');
}
