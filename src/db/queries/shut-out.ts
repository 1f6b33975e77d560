import type { Instant } from '../../calendar/types.ts';
import { query, type Transaction } from '../database.ts';
import { toTimestamp } from '../instant-column.ts';

/** How many ways in of an address were closed. */
export interface ShutOut {
  readonly sessions: number;
  readonly tokens: number;
  readonly feeds: number;
}

/** Closes every way in that an address has open, however its letters are cased: sessions, API tokens, calendar feeds. */
export async function shutOut(tx: Transaction, address: string, now: Instant): Promise<ShutOut> {
  const closeAll = async (table: 'session' | 'api_token' | 'calendar_feed') => {
    const rows = await query(
      tx,
      `update ${table} set revoked_at = $2::timestamptz where lower(address) = lower($1) and revoked_at is null
       returning id`,
      [address, toTimestamp(now)],
    );
    return rows.length;
  };
  return {
    sessions: await closeAll('session'),
    tokens: await closeAll('api_token'),
    feeds: await closeAll('calendar_feed'),
  };
}
