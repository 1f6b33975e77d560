import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildCalendar } from '../../src/calendar/calendar.ts';
import { parseCalendarFile } from '../../src/calendar/calendar-file.ts';
import { parseLocalDateTime } from '../../src/calendar/local-time.ts';
import type { Calendar, Instant } from '../../src/calendar/types.ts';
import type { OpenDatabase } from '../../src/db/database.ts';
import { openDatabase } from '../../src/db/open-database.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { readHistoryFile, readPlanFile } from '../../src/plan/config-folder.ts';
import type { HistoryEvent } from '../../src/plan/history.ts';
import type { Plan } from '../../src/plan/types.ts';
import { madeOnce } from '../support/made-once.ts';
import { webEngine } from './web-engine.ts';

const ZONE = 'Asia/Dhaka';

/** The office of a test: a real engine on a real database, and a clock that stands where the test puts it. */
export class Office {
  readonly clock = { now: () => this.#now, waitFor: () => 0 };
  readonly #engine: Engine;
  #now: Instant;

  constructor(database: OpenDatabase, startsAt: string) {
    this.#now = parseLocalDateTime(startsAt, ZONE);
    this.#engine = webEngine(database, this.clock);
  }

  async apply(plan: Plan): Promise<void> {
    await this.#engine.apply({ plan, calendar: calendar(), source: 'test', by: 'test' });
  }

  /** Lets the office live until then: what the history says is recorded on its day, and what is due is fired. */
  async live(plan: Plan, until: string, events: readonly HistoryEvent[] = []): Promise<void> {
    for (const event of events.filter(({ at }) => at <= until)) {
      await this.#moveTo(event.at);
      const by = { post: event.by, person: null };
      await this.#engine.record({
        planId: plan.id,
        zone: plan.zone,
        code: event.indicator,
        action: event.action,
        by,
        on: event.on,
      });
    }
    await this.#moveTo(until);
  }

  async #moveTo(local: string): Promise<void> {
    this.#now = parseLocalDateTime(local, ZONE);
    await this.#engine.run();
  }
}

/** The plan of an office as it stands in the folder of plans. */
export function officePlan(name: string): Plan {
  const reading = readPlanFile('config', name);
  if ('faults' in reading) throw new Error(`${name}: ${JSON.stringify(reading.faults)}`);
  return reading.plan;
}

/** What the minutes say happened, in the order in which it was recorded. */
export function officeHistory(plan: Plan): readonly HistoryEvent[] {
  const reading = readHistoryFile('config', plan.id, plan);
  if ('faults' in reading) throw new Error(`${plan.id}: ${JSON.stringify(reading.faults)}`);
  return reading.history.events;
}

export function calendar(): Calendar {
  const file = 'config/calendars/bangladesh.yaml';
  const reading = parseCalendarFile(readFileSync(file, 'utf8'), file);
  if ('faults' in reading) throw new Error(`${file}: ${JSON.stringify(reading.faults)}`);
  return buildCalendar(reading.file);
}

/** The morning on which the ministry of the tests stands, in its own time. */
export const MARCH = '2022-03-02T10:30:00';

export interface Ministry {
  readonly database: OpenDatabase;
  readonly office: Office;
  readonly plan: Plan;
  close(): Promise<void>;
}

/**
 * The ministry on the morning of 2 March 2022: what its minutes say happened until then, but for the office order of
 * 1.2.1, which was due on 25 February, and with the visit of 2.2.5 on hold since January. Lived through once in a run of
 * the tests; each suite gets a copy.
 */
export async function ministryInMarch(): Promise<Ministry> {
  const dataDir = await copyOfMinistry();
  const database = await openDatabase({ dataDir });
  return {
    database,
    office: new Office(database, MARCH),
    plan: officePlan('mowca-2021-22'),
    close: async () => {
      await database.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A data folder of one's own in which that ministry is, as the program leaves it when it stops. */
export async function copyOfMinistry(): Promise<string> {
  const lived = await madeOnce('ministry-in-march.json', async (folder) => {
    const dataDir = join(folder, 'ministry-in-march');
    const database = await openDatabase({ dataDir });
    await liveUntilMarch(database);
    await database.close();
    return dataDir;
  });
  const dataDir = mkdtempSync(join(tmpdir(), 'suchok-ministry-'));
  cpSync(lived, dataDir, { recursive: true });
  return dataDir;
}

/** Lives through the ministry's year until the morning of 2 March 2022. */
export async function liveUntilMarch(database: OpenDatabase): Promise<void> {
  const plan = officePlan('mowca-2021-22');
  const office = new Office(database, '2021-07-01T08:00:00');
  await office.apply(plan);
  const onHold: HistoryEvent = {
    indicator: '2.2.5',
    on: '2022-01-10',
    at: '2022-01-11T12:00:00',
    by: 'programmer-ict',
    action: { type: 'suspend', reason: 'কোভিড-১৯ পরিস্থিতি' },
  };
  const told = officeHistory(plan).filter(({ indicator, on }) => !(indicator === '1.2.1' && on > '2022-01-01'));
  await office.live(
    plan,
    MARCH,
    [...told, onHold].sort((a, b) => (a.at < b.at ? -1 : 1)),
  );
}
