import { hash } from 'node:crypto';
import type { LogEntry } from '../../machines/advance.ts';
import type { IndicatorDefinition } from '../plan/definition.ts';
import { canonicalJson } from './canonical-json.ts';

/** What the first entry of a log is chained to. */
export const CHAIN_START = '';

export function contentHash(content: unknown): string {
  return hash('sha256', canonicalJson(content));
}

const knownHashes = new WeakMap<IndicatorDefinition, string>();

/** The hash by which a definition is stored; the same object is hashed once. */
export function definitionHash(definition: IndicatorDefinition): string {
  const known = knownHashes.get(definition);
  if (known !== undefined) return known;
  const found = contentHash(definition);
  knownHashes.set(definition, found);
  return found;
}

const knownTexts = new WeakMap<LogEntry, string>();

/** Chains one entry to the one before it: whoever changes, drops or inserts an entry breaks every hash after it. */
export function entryHash(previous: string, seq: number, definition: string, entry: LogEntry): string {
  return hash('sha256', `${previous}\n${seq}\n${definition}\n${entryText(entry)}`);
}

/** Many indicators that fire together share one entry; the same object is written once. */
function entryText(entry: LogEntry): string {
  const known = knownTexts.get(entry);
  if (known !== undefined) return known;
  const text = canonicalJson(entry);
  knownTexts.set(entry, text);
  return text;
}
