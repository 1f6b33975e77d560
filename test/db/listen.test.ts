import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenDatabase, query } from '../../src/db/database.ts';
import { announceChanges, CHANGES } from '../../src/db/queries/announce-changes.ts';
import { describeOnDatabases, type TestDatabase } from '../support/databases.ts';

/** Resolves with what is heard next. */
class Ear {
  readonly heard: string[] = [];
  #wake = () => {};

  readonly hear = (payload: string) => {
    this.heard.push(payload);
    this.#wake();
  };

  readonly mayHaveMissed = () => this.hear('(missed)');

  async until(count: number): Promise<readonly string[]> {
    while (this.heard.length < count) await new Promise<void>((resolve) => (this.#wake = resolve));
    return this.heard;
  }
}

describeOnDatabases('Changes announced', (create) => {
  let stored: TestDatabase;
  let database: OpenDatabase;

  beforeAll(async () => {
    stored = await create();
    database = await stored.open();
  });
  afterAll(async () => {
    await database.close();
    await stored.drop();
  });

  it('are heard once for each plan, and no longer after the ear was taken away', async () => {
    const ear = new Ear();
    const end = await database.listen(CHANGES, ear);
    await announceChanges(database.db, ['one', 'two', 'one']);
    expect([...(await ear.until(2))].sort()).toEqual(['one', 'two']);
    await end();
    const other = new Ear();
    const endOther = await database.listen(CHANGES, other);
    await announceChanges(database.db, ['three']);
    expect(await other.until(1)).toEqual(['three']);
    expect(ear.heard).toHaveLength(2);
    await endOther();
  });

  it('are heard by every ear, and by nobody where there is no plan', async () => {
    const ears = [new Ear(), new Ear()];
    const ends = await Promise.all(ears.map((ear) => database.listen(CHANGES, ear)));
    await announceChanges(database.db, []);
    await announceChanges(database.db, ['four']);
    for (const ear of ears) expect(await ear.until(1)).toEqual(['four']);
    await Promise.all(ends.map((end) => end()));
  });

  it('that a lost connection has missed are told of when it is back', async () => {
    if (database.flavour === 'pglite') return expect(database.listen).toBeTypeOf('function'); // It has no connection to lose.
    const ear = new Ear();
    const end = await database.listen(CHANGES, ear);
    await query(
      database.db,
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'suchok-listen' and datname = current_database()`,
    );
    expect(await ear.until(1)).toEqual(['(missed)']);
    await announceChanges(database.db, ['five']);
    expect(await ear.until(2)).toEqual(['(missed)', 'five']);
    await end();
  });
});
