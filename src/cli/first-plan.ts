import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '../app.ts';
import { fiscalYearOf } from '../calendar/fiscal-year.ts';
import { localDate } from '../calendar/local-time.ts';
import { planFaces } from '../db/queries/plan-faces.ts';
import { planFromTemplate } from '../plan/write-plan.ts';
import type { CommandContext } from './context.ts';
import { calendarOf, readSoundPlan } from './office-files.ts';

const SAMPLE_OFFICE = { id: 'sample-office', name: { bn: 'নমুনা কার্যালয়', en: 'Sample Office' } };

/**
 * Where no plan is in force, makes one of the current fiscal year for a sample office, so that a first look shows
 * something. Returns the file it was written to, or null where there was a plan already.
 */
export async function makeFirstPlan(
  { database, engine, clock, settings }: App,
  context: CommandContext,
): Promise<string | null> {
  if ((await planFaces(database.db)).length > 0) return null;
  const { label: fiscalYear } = fiscalYearOf(localDate(clock.now(), 'Asia/Dhaka'));
  const template = context.readFile('templates', 'egov-innovation');
  const { id: officeId, name: officeName } = SAMPLE_OFFICE;
  const folder = join(settings.dataDir, 'plans');
  const path = join(folder, `${officeId}-${fiscalYear}.yaml`);
  mkdirSync(folder, { recursive: true });
  const text = writeOnce(path, planFromTemplate(template.text, { officeId, officeName, fiscalYear }));
  const plan = readSoundPlan(settings.configDir, { path, text });
  await engine.apply({ plan, calendar: calendarOf(settings.configDir, plan), source: path, by: 'first start' });
  return path;
}

/** A file of that name is somebody's work already, and is taken as it is. */
function writeOnce(path: string, text: string): string {
  try {
    writeFileSync(path, text, { flag: 'wx' });
    return text;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return readFileSync(path, 'utf8');
    throw error;
  }
}
