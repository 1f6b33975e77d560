import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenDatabase, query, withTransaction } from '../../src/db/database.ts';
import { TransactionMisused } from '../../src/db/errors.ts';
import { IN_MEMORY, openDatabase } from '../../src/db/open-database.ts';

describe('PGlite', () => {
  let database: OpenDatabase;
  beforeAll(async () => {
    database = await openDatabase({ dataDir: IN_MEMORY });
  });
  afterAll(() => database.close());

  it('keeps nothing but memory when asked to', async () => {
    expect(await query(database.db, 'select count(*) as plans from plan')).toEqual([{ plans: 0 }]);
  });

  it('refuses the whole database within a transaction, where it would wait for ever', async () => {
    await withTransaction(database.db, async () => {
      await expect(query(database.db, 'select 1')).rejects.toBeInstanceOf(TransactionMisused);
      await expect(database.pool.query('select 1')).rejects.toBeInstanceOf(TransactionMisused);
      await expect(withTransaction(database.db, async () => {})).rejects.toBeInstanceOf(TransactionMisused);
    });
    await expect(query(database.db, 'select 1 as one')).resolves.toEqual([{ one: 1 }]);
  });

  it('lets work that a transaction began go on after it', async () => {
    let later: Promise<unknown> | null = null;
    let go = () => {};
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    await withTransaction(database.db, async () => {
      later = gate.then(() => query(database.db, 'select 1 as one'));
    });
    go();
    await expect(later).resolves.toEqual([{ one: 1 }]);
  });

  it('gives a client that begins a transaction the session to itself', async () => {
    const client = await database.pool.connect();
    await client.query('BEGIN');
    await client.query('create table visitors (name text)');
    const meanwhile = query(database.db, `select to_regclass('visitors') as found`);
    await client.query('ROLLBACK');
    expect(await meanwhile).toEqual([{ found: null }]);
    client.release();
  });

  it('passes notifications on until the client is released', async () => {
    const client = await database.pool.connect();
    const heard: unknown[] = [];
    client.on('notification', (notification) => heard.push(notification));
    await client.query('-- Comments stand before it, as BullMQ has them.\n\nLISTEN "news"');
    await database.pool.query(`select pg_notify('news', $1)`, ['first']);
    client.release();
    await database.pool.query(`select pg_notify('news', $1)`, ['second']);
    expect(heard).toEqual([{ channel: 'news', payload: 'first' }]);
  });
});
