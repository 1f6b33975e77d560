import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { calendarsIn } from '../../src/calendar/calendar-folder.ts';

describe('The calendars of the folder of settings', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'suchok-calendars-'));
    mkdirSync(join(folder, 'calendars'));
    file = join(folder, 'calendars', 'bangladesh.yaml');
    cpSync('config/calendars/bangladesh.yaml', file);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are found by the ids that plans name them by, and by no path', () => {
    const calendars = calendarsIn(folder);
    expect(calendars.ids()).toEqual(['bangladesh']);
    expect(calendars.find('bangladesh')).toMatchObject({ file: { id: 'bangladesh', weekend: [5, 6] } });
    for (const id of ['nowhere', '../calendars/bangladesh', file]) expect(calendars.find(id)).toBeNull();
  });

  it('are read again when somebody has corrected the file, and not before', () => {
    const calendars = calendarsIn(folder);
    const before = calendars.find('bangladesh');
    expect(calendars.find('bangladesh')).toBe(before);
    writeFileSync(file, readFileSync(file, 'utf8').replace('en: Government of', 'en: Offices of'));
    expect(calendars.find('bangladesh')).toMatchObject({ file: { name: { en: 'Offices of Bangladesh' } } });
  });

  it('tell what is wrong with a file', () => {
    writeFileSync(file, 'id: bangladesh');
    expect(calendarsIn(folder).find('bangladesh')).toMatchObject({
      faults: expect.arrayContaining([expect.objectContaining({ field: 'weekend' })]),
    });
  });
});
