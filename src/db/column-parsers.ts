import pg from 'pg';
import { parseTimestamp } from './instant-column.ts';

type Parser = (text: string) => unknown;

/**
 * How values arrive from raw SQL, the same on both databases: `bigint` and `numeric` as numbers, `timestamptz` as
 * milliseconds since 1970, `json` and `jsonb` parsed, `date` and `timestamp` as Postgres writes them; arrays of those
 * likewise. Everything else as the drivers have it (text as strings, `int` and `float` as numbers, `bool` as booleans).
 *
 * The keys are the object ids of the types: https://github.com/postgres/postgres/blob/REL_15_STABLE/src/include/catalog/pg_type.dat
 */
export const columnParsers: Readonly<Record<number, Parser>> = {
  20: Number, // int8
  1016: arrayOf(Number),
  1700: Number, // numeric
  1231: arrayOf(Number),
  1184: parseTimestamp, // timestamptz
  1185: arrayOf(parseTimestamp),
  1082: String, // date
  1182: arrayOf(String),
  1114: String, // timestamp
  1115: arrayOf(String),
  114: JSON.parse, // json
  3802: JSON.parse, // jsonb
};

/** The same for `pg`, query by query: its types of the whole process stay as they are, BullMQ counts on them. */
export const pgTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    columnParsers[oid] ?? pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
};

/** The parser of array literals that `pg` itself uses; its published types speak of another shape. */
const arrays = pg.types.arrayParser as unknown as { create(text: string, parse: Parser): { parse(): unknown[] } };

function arrayOf(parse: Parser): Parser {
  return (text) => arrays.create(text, parse).parse();
}
