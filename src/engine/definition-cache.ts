import type { Database, Transaction } from '../db/database.ts';
import { findDefinitions } from '../db/queries/definitions.ts';
import type { IndicatorDefinition } from '../plan/definition.ts';

/** Definitions never change once stored, so what was read once stays true; the oldest go when there are too many. */
export class DefinitionCache {
  readonly #known = new Map<string, IndicatorDefinition>();
  readonly #limit: number;

  constructor(limit = 20_000) {
    this.#limit = limit;
  }

  /** The definitions with these hashes. Throws when the database lacks one of them. */
  async load(tx: Database | Transaction, hashes: Iterable<string>): Promise<(hash: string) => IndicatorDefinition> {
    const wanted = new Set(hashes);
    const missing = [...wanted].filter((hash) => !this.#known.has(hash));
    const found = missing.length > 0 ? await findDefinitions(tx, missing) : [];
    for (const { hash, body } of found) this.#known.set(hash, body);
    const loaded = new Map([...wanted].map((hash) => [hash, this.#known.get(hash)]));
    for (const hash of this.#known.keys()) {
      if (this.#known.size <= this.#limit) break;
      this.#known.delete(hash);
    }
    return (hash) => {
      const definition = loaded.get(hash);
      if (!definition) throw new Error(`The database has no definition ${hash}; restore it from a backup.`);
      return definition;
    };
  }
}
