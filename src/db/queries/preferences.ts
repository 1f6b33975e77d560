import type { Instant } from '../../calendar/types.ts';
import type { Preference } from '../../notices/preference.ts';
import { type Database, query, type Transaction } from '../database.ts';
import { toTimestamp } from '../instant-column.ts';

/** What the people at these addresses like, by address in lower case; only of those who have said so. */
export async function preferencesOf(
  db: Database | Transaction,
  addresses: readonly string[],
): Promise<Map<string, Preference>> {
  const rows = await query<Preference & { address: string }>(
    db,
    {
      name: 'preferences-of',
      text: 'select address, language, hour, delivery from preference where address = any($1)',
    },
    [addresses.map((address) => address.toLowerCase())],
  );
  return new Map(rows.map(({ address, ...preference }) => [address, preference]));
}

export async function savePreference(
  db: Database | Transaction,
  address: string,
  { language, hour, delivery }: Preference,
  now: Instant,
): Promise<void> {
  await query(
    db,
    `insert into preference (address, language, hour, delivery, updated_at)
     values ($1, $2, $3, $4, $5::timestamptz)
     on conflict (address) do update set
       language = excluded.language, hour = excluded.hour, delivery = excluded.delivery, updated_at = excluded.updated_at`,
    [address.toLowerCase(), language, hour, delivery, toTimestamp(now)],
  );
}
