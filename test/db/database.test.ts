import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenDatabase, query, withTransaction } from '../../src/db/database.ts';
import {
  AppendOnlyViolation,
  ConstraintViolation,
  DatabaseUnavailable,
  QueryFailed,
  UniqueViolation,
} from '../../src/db/errors.ts';
import { toTimestamp } from '../../src/db/instant-column.ts';
import { deadline, indicator } from '../../src/db/schema.ts';
import { describeOnDatabases, type TestDatabase } from '../support/databases.ts';
import { insertIndicator, insertLogEntry } from './rows.ts';

const NINE = Date.UTC(2027, 0, 13, 3);

describeOnDatabases('The database', (create) => {
  let place: TestDatabase;
  let database: OpenDatabase;
  let id: number;

  beforeAll(async () => {
    place = await create();
    database = await place.open();
    id = await insertIndicator(database.db);
  });
  afterAll(async () => {
    await database.close();
    await place.drop();
  });

  it('answers a ping', async () => {
    await expect(database.ping()).resolves.toBeUndefined();
  });

  it('gives values in one form, whichever driver brings them', async () => {
    const [row] = await query(
      database.db,
      `select 9007199254740991::bigint as big, count(*) as counted, 12.5::numeric as share, true as yes,
         $1::timestamptz as at, array[$1::timestamptz, null] as times, array[1::bigint, 2] as ids,
         date '2027-01-13' as day, $2::jsonb as body, null::bigint as nothing`,
      [toTimestamp(NINE + 7), JSON.stringify({ title: 'সূচক', list: [1, '"'] })],
    );
    expect(row).toEqual({
      big: 9007199254740991,
      counted: 1,
      share: 12.5,
      yes: true,
      at: NINE + 7,
      times: [NINE + 7, null],
      ids: [1, 2],
      day: '2027-01-13',
      body: { title: 'সূচক', list: [1, '"'] },
      nothing: null,
    });
  });

  it('takes many rows as arrays in one query', async () => {
    const rows = await query(
      database.db,
      `select * from unnest($1::bigint[], $2::text[], $3::timestamptz[], $4::jsonb[]) as r(id, title, at, body)`,
      [
        [1, 2],
        ['a,"b\\{}', null],
        [toTimestamp(NINE), null],
        [JSON.stringify({ quote: 'x"y,{}\\' }), '[1]'],
      ],
    );
    expect(rows).toEqual([
      { id: 1, title: 'a,"b\\{}', at: NINE, body: { quote: 'x"y,{}\\' } },
      { id: 2, title: null, at: null, body: [1] },
    ]);
  });

  it('runs a named statement again with other parameters', async () => {
    const statement = { name: 'test-twice', text: 'select $1::int * 2 as twice' };
    expect(await query(database.db, statement, [2])).toEqual([{ twice: 4 }]);
    expect(await query(database.db, statement, [21])).toEqual([{ twice: 42 }]);
  });

  it('reads back the instant that was written, to the millisecond, through drizzle', async () => {
    const due = NINE + 123;
    await database.db.insert(deadline).values({ indicatorId: id, ladder: 'year', dueAt: due });
    const found = await database.db.select().from(deadline).where(eq(deadline.dueAt, due));
    expect(found).toEqual([{ indicatorId: id, ladder: 'year', dueAt: due }]);
  });

  it('keeps all of a transaction, or nothing', async () => {
    const failing = withTransaction(database.db, async (tx) => {
      await tx.update(indicator).set({ version: 2 }).where(eq(indicator.id, id));
      throw new RangeError('stop');
    });
    await expect(failing).rejects.toThrow(new RangeError('stop'));
    expect(await query(database.db, 'select version from indicator where id = $1', [id])).toEqual([{ version: 1 }]);
  });

  it('undoes a transaction within a transaction alone', async () => {
    await withTransaction(database.db, async (tx) => {
      await insertIndicator(tx, 'nested-1');
      const inner = withTransaction(tx, async (nested) => {
        await insertIndicator(nested, 'nested-2');
        await insertIndicator(nested, 'nested-1');
      });
      await expect(inner).rejects.toBeInstanceOf(UniqueViolation);
      await withTransaction(tx, (nested) => insertIndicator(nested, 'nested-3'));
    });
    const codes = await query(database.db, `select code from indicator where code like 'nested%' order by code`);
    expect(codes).toEqual([{ code: 'nested-1' }, { code: 'nested-3' }]);
  });

  it('does not pass a failed transaction off as committed', async () => {
    const swallowing = withTransaction(database.db, async (tx) => {
      await insertIndicator(tx, 'swallowed');
      await query(tx, 'select nonsense').catch(() => {});
    });
    await expect(swallowing).rejects.toBeInstanceOf(QueryFailed);
  });

  it('says which constraint a row hurts', async () => {
    await expect(insertIndicator(database.db)).rejects.toMatchObject({
      code: 'uniqueViolation',
      constraint: 'indicator_code',
      table: 'indicator',
    });
    const wrong = query(database.db, `update indicator set status = 'lost' where id = $1`, [id]);
    await expect(wrong).rejects.toMatchObject({ code: 'constraintViolation', constraint: 'indicator_status' });
    await expect(insertLogEntry(database.db, -1)).rejects.toBeInstanceOf(ConstraintViolation);
    const orm = withTransaction(database.db, (tx) => tx.delete(indicator));
    await expect(orm).rejects.toBeInstanceOf(ConstraintViolation);
  });

  it('never changes or deletes an entry of the event log, nor a definition', async () => {
    await insertLogEntry(database.db, id);
    for (const sql of [
      `update event_log set entry = '{}'`,
      'delete from event_log',
      'truncate event_log',
      `update definition set body = '{}'`,
      'delete from definition',
    ]) {
      await expect(query(database.db, sql), sql).rejects.toBeInstanceOf(AppendOnlyViolation);
    }
    expect(await query(database.db, 'select seq, entry from event_log')).toEqual([
      { seq: 1, entry: { type: 'created' } },
    ]);
  });

  it('finds everything again when it is opened a second time', async () => {
    await database.close();
    database = await place.open();
    expect(await query(database.db, 'select count(*) as entries from event_log')).toEqual([{ entries: 1 }]);
  });

  it('says that it is closed', async () => {
    const again = await create();
    const closed = await again.open();
    await closed.close();
    await expect(closed.ping()).rejects.toBeInstanceOf(DatabaseUnavailable);
    await expect(query(closed.db, 'select 1')).rejects.toBeInstanceOf(DatabaseUnavailable);
    await again.drop();
  });
});
