import type { Bilingual } from '../../calendar/types.ts';
import { type Database, query } from '../database.ts';

/** An office as the latest of its plans names it. */
export interface Office {
  readonly id: string;
  readonly name: Bilingual;
}

/** The offices that have a plan, by their ids. */
export function listOffices(db: Database): Promise<Office[]> {
  return query<Office>(
    db,
    `select distinct on (body->'office'->>'id') body->'office'->>'id' as id, body->'office'->'name' as name
     from plan order by body->'office'->>'id', body->>'fiscalYear' desc`,
  );
}
