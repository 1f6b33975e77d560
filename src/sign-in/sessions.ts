import type { Instant } from '../calendar/types.ts';
import type { Database } from '../db/database.ts';
import { extendSession, findSession, insertSession, type StoredSession } from '../db/queries/sessions.ts';
import { hashOf, newToken } from './tokens.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Milliseconds that a session lasts after it was last used. */
export const SESSION_LASTS = 14 * DAY;

/** A session's end is moved only so often, so that not every page writes. */
const EXTENDED_EVERY = 10 * MINUTE;

/** Opens a session, and returns its token: the only time that it is known here. */
export async function openSession(
  db: Database,
  address: string | null,
  userAgent: string,
  now: Instant,
): Promise<string> {
  const token = newToken();
  const opened = { tokenHash: hashOf(token), address, userAgent: userAgent.slice(0, 300), createdAt: now };
  await insertSession(db, { ...opened, expiresAt: now + SESSION_LASTS }, now - 30 * DAY);
  return token;
}

/** The session of a token while it runs, and whether its end was moved just now. */
export async function useSession(
  db: Database,
  token: string,
  now: Instant,
): Promise<{ readonly session: StoredSession; readonly extended: boolean } | null> {
  const session = await findSession(db, hashOf(token), now);
  if (!session) return null;
  const extended = now - session.lastSeenAt >= EXTENDED_EVERY;
  if (extended) await extendSession(db, session.id, now, now + SESSION_LASTS);
  return { session, extended };
}
