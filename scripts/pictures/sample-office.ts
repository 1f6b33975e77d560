import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { query } from '../../src/db/database.ts';
import { openDatabase } from '../../src/db/open-database.ts';
import { savePreference } from '../../src/db/queries/preferences.ts';
import type { Language } from '../../src/plan/types.ts';
import { startWeb } from '../../src/web/server.ts';
import { liveUntilMarch, Office, officeHistory, officePlan } from '../../test/web/office.ts';
import { cookieFor, partsOf } from '../../test/web/pages.ts';

/** The morning on which the clock stands while the pictures are taken. */
const MORNING = '2022-03-02T10:30:00';

const ENGLISH_READER = 'it@wewb.example';

export interface SampleOffice {
  readonly url: string;
  /** The value of the session's cookie of somebody who has just signed in. */
  sessionOf(address: string): Promise<string>;
  /** The number of a reminder in a language that names several indicators. */
  letterIn(language: Language): Promise<number>;
  close(): Promise<void>;
}

/** Pages of a ministry and of the offices below it on a morning in March, out of a folder of its own. */
export async function openSampleOffice(): Promise<SampleOffice> {
  const dataDir = mkdtempSync(join(tmpdir(), 'suchok-pictures-'));
  const database = await openDatabase({ dataDir });
  // Whoever prefers English gets letters in English, so that there are such.
  await savePreference(database.db, ENGLISH_READER, { language: 'en', hour: null, delivery: 'digest' }, 0);
  await liveUntilMarch(database);
  for (const name of ['dol-2021-22', 'dwa-2021-22', 'wewb-2021-22']) {
    const office = new Office(database, '2021-07-01T08:00:00');
    const plan = officePlan(name);
    await office.apply(plan);
    await office.live(plan, MORNING, officeHistory(plan));
  }
  const { clock } = new Office(database, MORNING);
  const web = await startWeb(partsOf(database, clock));
  return {
    url: web.url,
    sessionOf: async (address) => (await cookieFor(database, clock, address)).replace('session=', ''),
    letterIn: async (language) => {
      // By the length of its text, within what a picture has room for.
      const [letter] = await query<{ id: number }>(
        database.db,
        `select id from message where language = $1 and class = 'digest' and length(text) < 1500
         order by length(text) desc, id limit 1`,
        [language],
      );
      return letter!.id;
    },
    close: async () => {
      await web.close();
      await database.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
