import { type App, openApp } from '../../src/app.ts';
import { parseLocalDateTime } from '../../src/calendar/local-time.ts';
import { createLogger } from '../../src/log.ts';
import { readSettings } from '../../src/settings.ts';
import { databaseFlavours } from '../support/databases.ts';

/** An office on the embedded database, whose clock stands where the test puts it; nobody works in it yet. */
export interface TestOffice {
  readonly app: App;
  readonly dataDir: string;
  put(time: string): void;
  close(): Promise<void>;
}

/** @param time local, in Dhaka, as in `2022-02-20T10:00:00` */
export async function openOffice(time: string): Promise<TestOffice> {
  const database = await databaseFlavours[0]!.create();
  const { dataDir } = database.settings;
  const settings = readSettings({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' }, 'config');
  let now = parseLocalDateTime(time, 'Asia/Dhaka');
  const clock = { now: () => now, waitFor: (at: number) => Math.max(0, at - now) };
  const app = await openApp({ settings, logger: createLogger(settings), clock });
  return {
    app,
    dataDir,
    put: (later) => {
      now = parseLocalDateTime(later, 'Asia/Dhaka');
    },
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}
