import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Fault, sortFaults } from './fault.ts';
import { suggest } from './nearest-word.ts';
import type { PlanLibrary } from './plan-library.ts';
import { type HistoryReading, readHistory } from './read-history.ts';
import { type PlanReading, type PlanSurroundings, readPlan } from './read-plan.ts';
import { readPolicy } from './read-policy.ts';
import type { Plan, Policy } from './types.ts';

/** The folders of an office's settings, each with one `.yaml` file to a thing. */
export type ConfigKind = 'plans' | 'histories' | 'templates' | 'policies' | 'calendars' | 'meetings';

/** A name or path under which there is no settings file. */
export class ConfigFileMissing extends Error {
  readonly code = 'CONFIG_FILE_MISSING';
  readonly path: string;
  constructor(path: string, advice: string) {
    super(`there is no file ${path}: ${advice}`);
    this.name = 'ConfigFileMissing';
    this.path = path;
  }
}

/** The names of the files of one kind, without `.yaml`, in order; none when the folder is missing. */
export function configNames(folder: string, kind: ConfigKind): string[] {
  const path = join(folder, kind);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => basename(name, '.yaml'))
    .sort();
}

/**
 * The path of a settings file, given by its name in the folder (`mowca-2021-22`) or by a path of its own. Throws
 * `ConfigFileMissing` when there is none.
 */
export function configFile(folder: string, kind: ConfigKind, nameOrPath: string): string {
  const isPath = /[/\\]|\.ya?ml$/.test(nameOrPath);
  const path = isPath ? nameOrPath : join(folder, kind, `${nameOrPath}.yaml`);
  if (existsSync(path)) return path;
  throw new ConfigFileMissing(path, isPath ? 'check the path' : suggest(nameOrPath, configNames(folder, kind)));
}

/** The text of a settings file. Throws `ConfigFileMissing` when there is none. */
export function readConfigFile(path: string): string {
  if (!existsSync(path)) throw new ConfigFileMissing(path, 'check the path');
  return readFileSync(path, 'utf8');
}

/**
 * All that a plan may refer to: the policies of the folder, read, and the ids of its calendars. Faults of policy files
 * come beside the policies that are sound.
 */
export function readSurroundings(folder: string): Required<PlanSurroundings> & { readonly faults: readonly Fault[] } {
  const policies = new Map<string, Policy>();
  const faults: Fault[] = [];
  for (const name of configNames(folder, 'policies')) {
    const path = configFile(folder, 'policies', name);
    const reading = readPolicy(readConfigFile(path), path);
    if ('faults' in reading) faults.push(...reading.faults);
    else if (reading.policy.id === name) policies.set(name, reading.policy);
    else {
      const message = `"${reading.policy.id}" is not the name of the file: write "${name}", or rename the file`;
      faults.push({ file: path, line: 1, column: 1, field: 'id', message });
    }
  }
  return { policies, calendars: configNames(folder, 'calendars'), faults: sortFaults(faults) };
}

/** The policies, calendars and templates of the folder, as its files stand when they are asked for. */
export function planLibraryIn(folder: string): PlanLibrary {
  const templates = () => configNames(folder, 'templates');
  return {
    surroundings: () => readSurroundings(folder),
    templates,
    template: (name) => (templates().includes(name) ? readConfigFile(configFile(folder, 'templates', name)) : null),
  };
}

/** Reads a plan by its name in the folder or by its path, with the folder's policies and calendars. */
export function readPlanFile(folder: string, nameOrPath: string): PlanReading {
  const path = configFile(folder, 'plans', nameOrPath);
  const { faults, ...surroundings } = readSurroundings(folder);
  return faults.length > 0 ? { faults } : readPlan(readConfigFile(path), path, surroundings);
}

/** Reads a history of this plan by its name in the folder or by its path. */
export function readHistoryFile(folder: string, nameOrPath: string, plan: Plan): HistoryReading {
  const path = configFile(folder, 'histories', nameOrPath);
  return readHistory(readConfigFile(path), path, plan);
}
