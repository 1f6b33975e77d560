import { apply, begin } from '../../machines/advance.ts';
import type { IndicatorState } from '../../machines/state.ts';
import type { Database } from '../db/database.ts';
import { countIndicators, type IndicatorRecord, readRecords } from '../db/queries/read-logs.ts';
import type { IndicatorDefinition } from '../plan/definition.ts';
import { canonicalJson } from './canonical-json.ts';
import { DefinitionCache } from './definition-cache.ts';
import { CHAIN_START, contentHash, entryHash } from './hashes.ts';

export interface Verification {
  readonly indicators: number;
  readonly entries: number;
  /** What does not hold, a sentence each; empty when the record is whole. */
  readonly faults: readonly string[];
}

const PAGE = 500;

/**
 * Replays every event log from its first entry and compares what comes out with what was saved: the chain of hashes,
 * the snapshot, and the armed timers. Work may go on meanwhile.
 */
export async function verifyLogs(
  db: Database,
  { onProgress }: { readonly onProgress?: (done: number, total: number) => void } = {},
): Promise<Verification> {
  const definitions = new DefinitionCache();
  const total = await countIndicators(db);
  const faults: string[] = [];
  let indicators = 0;
  let entries = 0;
  for (let afterId = 0; ; ) {
    const records = await readRecords(db, afterId, PAGE);
    const last = records.at(-1);
    if (!last) return { indicators, entries, faults };
    const definitionOf = await definitions.load(
      db,
      records.flatMap(({ log }) => log.map((row) => row.definitionHash)),
    );
    for (const record of records) {
      entries += record.log.length;
      faults.push(...faultsOf(record, definitionOf));
    }
    indicators += records.length;
    afterId = last.indicator.id;
    onProgress?.(indicators, Math.max(total, indicators));
  }
}

/** Pure but for the definitions it is given. */
function faultsOf(record: IndicatorRecord, definitionOf: (hash: string) => IndicatorDefinition): string[] {
  const { indicator, log, timers } = record;
  const name = `${indicator.planId} ${indicator.code}`;
  const broken = brokenLink(record);
  if (broken !== null) return [`${name}: ${broken}`];
  try {
    const state = replay(log, definitionOf);
    const faults: string[] = [];
    if (canonicalJson(state) !== canonicalJson(indicator.state)) {
      faults.push(`${name}: the saved state is not what its log leads to.`);
    }
    const armed = Object.fromEntries(timers.map(({ ladder, dueAt }) => [ladder, dueAt]));
    if (canonicalJson(state.timers) !== canonicalJson(armed)) {
      faults.push(`${name}: the armed deadlines are not those of its state.`);
    }
    return faults;
  } catch (error) {
    return [`${name}: its log cannot be replayed: ${error instanceof Error ? error.message : String(error)}`];
  }
}

/** Where the chain breaks, in words; null where it holds from the first entry to the last. */
function brokenLink({ indicator, log }: IndicatorRecord): string | null {
  let previous = CHAIN_START;
  for (const [position, { seq, definitionHash, entry, hash }] of log.entries()) {
    if (seq !== position + 1) return `entry ${position + 1} of its log is missing.`;
    if (entryHash(previous, seq, definitionHash, entry) !== hash) {
      return `entry ${seq} of its log is not the one that was written.`;
    }
    previous = hash;
  }
  if (log.length !== indicator.logSeq || previous !== indicator.logHash) {
    return `its log should end with entry ${indicator.logSeq}, and ends with ${log.length}.`;
  }
  return null;
}

const checked = new WeakSet<IndicatorDefinition>();

function replay(log: IndicatorRecord['log'], definitionOf: (hash: string) => IndicatorDefinition): IndicatorState {
  let state: IndicatorState | null = null;
  for (const { entry, definitionHash } of log) {
    const definition = definitionOf(definitionHash);
    if (!checked.has(definition) && contentHash(definition) !== definitionHash) {
      throw new Error(`The definition ${definitionHash} is not the one that was stored.`);
    }
    checked.add(definition);
    if (entry.type === 'begin') state = begin(definition, entry.at).state;
    else if (state === null) throw new Error('it does not begin with a beginning.');
    else state = apply(definition, state, entry).state;
  }
  if (state === null) throw new Error('it is empty.');
  return state;
}
