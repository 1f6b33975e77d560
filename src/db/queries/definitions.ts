import type { IndicatorDefinition } from '../../plan/definition.ts';
import { type Database, query, type Transaction } from '../database.ts';
import type { DefinitionRow } from '../schema.ts';

/** The definitions with these hashes; those that the database does not have are missing from the answer. */
export function findDefinitions(tx: Database | Transaction, hashes: readonly string[]): Promise<DefinitionRow[]> {
  return query<DefinitionRow>(
    tx,
    { name: 'find-definitions', text: 'select hash, body from definition where hash = any($1::text[])' },
    [hashes],
  );
}

/** Stores the definitions that are not there yet. */
export async function storeDefinitions(
  tx: Transaction,
  definitions: ReadonlyMap<string, IndicatorDefinition>,
): Promise<void> {
  const rows = [...definitions].map(([hash, body]) => ({ hash, body }));
  await query(
    tx,
    `insert into definition (hash, body)
     select hash, body from json_to_recordset($1::json) as new (hash text, body jsonb) order by hash
     on conflict do nothing`,
    [JSON.stringify(rows)],
  );
}
