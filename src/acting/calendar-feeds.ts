import type { Instant } from '../calendar/types.ts';
import type { Database } from '../db/database.ts';
import {
  type CalendarFeed,
  feedsOf,
  findFeed,
  insertFeed,
  noteFeedRead,
  revokeFeed,
} from '../db/queries/calendar-feeds.ts';
import type { Language } from '../plan/types.ts';
import type { Viewer } from '../rights/rights.ts';
import { hashOf, newToken } from '../sign-in/tokens.ts';
import type { ActingParts } from './record-as.ts';

type Parts = Pick<ActingParts, 'db' | 'clock'>;

/** That a feed was read is written down only so often, so that not every reading writes. */
const NOTED_EVERY = 10 * 60_000;

/** So many a person may have at once. */
export const MOST_FEEDS = 20;

/** A new secret for one's calendar, which is known only now; or why there is none. */
export async function makeFeed(
  { db, clock }: Parts,
  viewer: Viewer,
  language: Language,
): Promise<{ readonly id: number; readonly token: string } | { readonly refused: 'noAddress' | 'tooMany' }> {
  if (viewer.address === null) return { refused: 'noAddress' };
  if ((await feedsOf(db, viewer.address)).length >= MOST_FEEDS) return { refused: 'tooMany' };
  const token = newToken();
  const id = await insertFeed(db, {
    tokenHash: hashOf(token),
    address: viewer.address,
    language,
    createdAt: clock.now(),
  });
  return { id, token };
}

/** One's own feeds; null for who has no address. */
export async function ownFeeds({ db }: Pick<Parts, 'db'>, viewer: Viewer): Promise<CalendarFeed[] | null> {
  return viewer.address === null ? null : feedsOf(db, viewer.address);
}

/** Ends one's own feed; false where there is none of that number. */
export async function endFeed({ db, clock }: Parts, viewer: Viewer, id: number): Promise<boolean> {
  return viewer.address !== null && (await revokeFeed(db, id, viewer.address, clock.now()));
}

/** Whose feed a secret is, while it is not revoked; that it was read is noted. */
export async function openFeed(db: Database, token: string, now: Instant): Promise<CalendarFeed | null> {
  const feed = await findFeed(db, hashOf(token));
  if (feed && now - (feed.lastReadAt ?? 0) >= NOTED_EVERY) await noteFeedRead(db, feed.id, now);
  return feed;
}
