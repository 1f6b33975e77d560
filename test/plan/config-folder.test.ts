import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ConfigFileMissing,
  configFile,
  configNames,
  readPlanFile,
  readSurroundings,
} from '../../src/plan/config-folder.ts';
import { formatFault } from '../../src/plan/fault.ts';
import { SMALL_PLAN } from './small-plan.ts';

const CALM = 'id: calm\nreminders: { to: focalPoint, daysBefore: [7] }\n';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'suchok-config-'));
  for (const kind of ['plans', 'policies']) mkdirSync(join(folder, kind));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): void {
  writeFileSync(join(folder, path), text);
}

describe('the folder of settings', () => {
  it('finds a file by its name or by its path, and says what there is instead of one that is missing', () => {
    write('plans/small-2021-22.yaml', SMALL_PLAN);
    const path = join(folder, 'plans', 'small-2021-22.yaml');
    expect(configFile(folder, 'plans', 'small-2021-22')).toBe(path);
    expect(configFile(folder, 'plans', path)).toBe(path);
    expect(() => configFile(folder, 'plans', 'smal-2021-22')).toThrow(ConfigFileMissing);
    expect(() => configFile(folder, 'plans', 'smal-2021-22')).toThrow('did you mean "small-2021-22"?');
    expect(() => configFile(folder, 'plans', './nowhere.yaml')).toThrow('there is no file ./nowhere.yaml');
  });

  it('has no names where a folder is missing', () => {
    expect(configNames(folder, 'calendars')).toEqual([]);
  });

  it('a policy of the folder serves a plan by its name', () => {
    write('policies/calm.yaml', CALM);
    mkdirSync(join(folder, 'calendars'));
    write('calendars/bangladesh.yaml', '');
    write('plans/small.yaml', SMALL_PLAN.replace('totalWeight: 20', 'totalWeight: 20\npolicy: calm'));
    const reading = readPlanFile(folder, 'small');
    expect('plan' in reading && reading.plan.policy.reminders.daysBefore).toEqual([7]);
  });

  it('tells a policy that is not named as its file, and the faults of one before those of a plan', () => {
    write('policies/calm.yaml', CALM);
    write('policies/busy.yaml', CALM);
    write('plans/small.yaml', SMALL_PLAN);
    const { policies, faults } = readSurroundings(folder);
    expect([...policies.keys()]).toEqual(['calm']);
    const told = [
      `${folder}/policies/busy.yaml:1:1 id: "calm" is not the name of the file: write "busy", or rename the file`,
    ];
    expect(faults.map(formatFault)).toEqual(told);
    const reading = readPlanFile(folder, 'small');
    expect('faults' in reading && reading.faults.map(formatFault)).toEqual(told);
  });
});
