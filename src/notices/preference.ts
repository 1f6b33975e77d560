import type { Language } from '../plan/types.ts';

/** How somebody likes to be told; null where the plan's own terms will do. */
export interface Preference {
  readonly language: Language | null;
  /** No letter before this time of the day, `HH:mm` in the plan's zone. */
  readonly hour: string | null;
  /** One letter with all that a morning brings, or one to each indicator. */
  readonly delivery: 'digest' | 'single';
}

export const NO_PREFERENCE: Preference = { language: null, hour: null, delivery: 'digest' };

/** What people like, by mail address in lower case. */
export type Preferences = ReadonlyMap<string, Preference>;

export function preferenceOf(preferences: Preferences, { email }: { readonly email: string }): Preference {
  return preferences.get(email.toLowerCase()) ?? NO_PREFERENCE;
}

/** The latest hour that somebody may ask for: a letter of the day has to come while offices are open. */
const LATEST = '18:00';

/** The hours to choose from: every half hour after the one at which letters go out anyway. */
export function hoursAfter(hour: string): string[] {
  const times = Array.from(
    { length: 48 },
    (_, half) => `${String(half >> 1).padStart(2, '0')}:${half % 2 ? '30' : '00'}`,
  );
  return times.filter((time) => hour < time && time <= LATEST);
}
