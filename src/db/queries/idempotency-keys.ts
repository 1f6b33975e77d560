import type { Instant } from '../../calendar/types.ts';
import { type Database, query, type Transaction } from '../database.ts';
import { toTimestamp } from '../instant-column.ts';

/** A write as it was sent, under the key that its sender chose for it. */
export interface KeyedRequest {
  readonly tokenId: number;
  readonly key: string;
  readonly requestHash: string;
}

/** Who answers a request: whoever has the claim, and nobody else, may write the answer down. */
export interface KeyClaim extends KeyedRequest {
  readonly claimedAt: Instant;
}

export interface KeptAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type KeyState =
  | { readonly state: 'claimed'; readonly claim: KeyClaim }
  | { readonly state: 'answered'; readonly answer: KeptAnswer }
  /** The same key came with another request before. */
  | { readonly state: 'otherRequest' }
  | { readonly state: 'inProgress' };

/**
 * Claims a key for a request. A claim older than `abandonedBefore` without an answer is that of a process that died
 * before it did anything, since what it does and its answer are one transaction: it is taken over.
 */
export async function claimKey(
  db: Database,
  request: KeyedRequest,
  now: Instant,
  times: { readonly abandonedBefore: Instant; readonly forgetBefore: Instant },
): Promise<KeyState> {
  const { tokenId, key, requestHash } = request;
  await query(db, { name: 'forget-keys', text: 'delete from idempotency_key where created_at < $1::timestamptz' }, [
    toTimestamp(times.forgetBefore),
  ]);
  const claimed = await query(
    db,
    {
      name: 'claim-key',
      text: `
        insert into idempotency_key (token_id, key, request_hash, created_at)
        values ($1, $2, $3, $4::timestamptz)
        on conflict (token_id, key) do update set created_at = excluded.created_at
          where idempotency_key.status is null and idempotency_key.request_hash = excluded.request_hash
            and idempotency_key.created_at < $5::timestamptz
        returning key`,
    },
    [tokenId, key, requestHash, toTimestamp(now), toTimestamp(times.abandonedBefore)],
  );
  if (claimed.length > 0) return { state: 'claimed', claim: { ...request, claimedAt: now } };
  const [row] = await query<{ requestHash: string; status: number | null } & Omit<KeptAnswer, 'status'>>(
    db,
    `select request_hash as "requestHash", status, headers, body from idempotency_key where token_id = $1 and key = $2`,
    [tokenId, key],
  );
  if (row && row.requestHash !== requestHash) return { state: 'otherRequest' };
  if (!row || row.status === null) return { state: 'inProgress' };
  return { state: 'answered', answer: { status: row.status, headers: row.headers, body: row.body } };
}

/** Writes an answer down; false when the claim was lost to another process, which answers instead. */
export async function keepAnswer(tx: Database | Transaction, claim: KeyClaim, answer: KeptAnswer): Promise<boolean> {
  const rows = await query(
    tx,
    {
      name: 'keep-answer',
      text: `
        update idempotency_key set status = $4, headers = $5::jsonb, body = $6
        where token_id = $1 and key = $2 and created_at = $3::timestamptz and status is null
        returning key`,
    },
    [
      claim.tokenId,
      claim.key,
      toTimestamp(claim.claimedAt),
      answer.status,
      JSON.stringify(answer.headers),
      answer.body,
    ],
  );
  return rows.length > 0;
}

/** Gives a claim back after an answer that says nothing was done and that another try may go better. */
export async function releaseKey(db: Database, claim: KeyClaim): Promise<void> {
  await query(
    db,
    `delete from idempotency_key
     where token_id = $1 and key = $2 and created_at = $3::timestamptz and status is null`,
    [claim.tokenId, claim.key, toTimestamp(claim.claimedAt)],
  );
}
