import { createHash } from 'node:crypto';
import type { LogEntry } from '../../machines/advance.ts';
import type { IndicatorDefinition } from '../plan/definition.ts';
import { canonicalJson } from './canonical-json.ts';

/** What the first entry of a log is chained to. */
export const CHAIN_START = '';

export function contentHash(content: unknown): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

const known = new WeakMap<IndicatorDefinition, string>();

/** The hash by which a definition is stored; the same object is hashed once. */
export function definitionHash(definition: IndicatorDefinition): string {
  const hash = known.get(definition) ?? contentHash(definition);
  known.set(definition, hash);
  return hash;
}

/** Chains one entry to the one before it: whoever changes, drops or inserts an entry breaks every hash after it. */
export function entryHash(previous: string, seq: number, definition: string, entry: LogEntry): string {
  return createHash('sha256')
    .update(`${previous}\n${seq}\n${definition}\n${canonicalJson(entry)}`)
    .digest('hex');
}
