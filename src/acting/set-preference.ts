import { wakeNotices } from '../db/queries/pending-notices.ts';
import { plansNaming } from '../db/queries/plans-naming.ts';
import { preferencesOf, savePreference } from '../db/queries/preferences.ts';
import { hoursAfter, NO_PREFERENCE, type Preference } from '../notices/preference.ts';
import type { Viewer } from '../rights/rights.ts';
import type { ActingParts } from './record-as.ts';

type Parts = Pick<ActingParts, 'db' | 'clock'>;

/** What somebody likes, and between what there is to choose. */
export interface PreferenceReading {
  readonly preference: Preference;
  /** When letters go out to who asks for no hour, by the earliest of the own plans' policies. */
  readonly usualHour: string;
  /** Later hours to choose from. */
  readonly hours: readonly string[];
}

/** At which letters go out where no plan says when. */
const USUAL_HOUR = '09:00';

/** Null for the administrator at the program's own console, to whom nobody writes. */
export async function readPreference({ db }: Pick<Parts, 'db'>, viewer: Viewer): Promise<PreferenceReading | null> {
  if (viewer.address === null) return null;
  const plans = await plansNaming(db, viewer.address);
  const preference = (await preferencesOf(db, [viewer.address])).get(viewer.address.toLowerCase());
  const usualHour = plans.map(({ policy }) => policy.hour).sort()[0] ?? USUAL_HOUR;
  return {
    preference: preference ?? NO_PREFERENCE,
    usualHour,
    hours: withOwn(hoursAfter(usualHour), preference?.hour ?? null),
  };
}

/** Keeps what somebody likes. What waits for an hour is looked at anew. False where the hour is none to choose from. */
export async function setPreference({ db, clock }: Parts, viewer: Viewer, preference: Preference): Promise<boolean> {
  const reading = await readPreference({ db }, viewer);
  if (!reading || viewer.address === null) return false;
  if (preference.hour !== null && !reading.hours.includes(preference.hour)) return false;
  await savePreference(db, viewer.address, preference, clock.now());
  await wakeNotices(db);
  return true;
}

/** An hour that was chosen under another plan can be kept. */
function withOwn(hours: readonly string[], own: string | null): string[] {
  return [...new Set([...hours, ...(own === null ? [] : [own])])].sort();
}
