import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '../../src/db/database.ts';
import { startWeb } from '../../src/web/server.ts';
import { databaseFlavours, type TestDatabase } from '../support/databases.ts';
import { partsOf, SETTINGS } from './pages.ts';

const clock = { now: () => Date.parse('2022-03-02T04:30:00Z'), waitFor: () => 0 };

describe('The web server', () => {
  let stored: TestDatabase;
  let database: OpenDatabase;

  beforeAll(async () => {
    stored = await databaseFlavours[0]!.create();
    database = await stored.open();
  });
  afterAll(async () => {
    await database.close();
    await stored.drop();
  });

  const start = (port: number, host = '127.0.0.1') =>
    startWeb({ ...partsOf(database, clock), settings: { ...SETTINGS, host, port } });

  it('serves the pages on a free port, and is gone when closed', async () => {
    const web = await start(0);
    const response = await fetch(`${web.url}/plans`);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('<html lang="bn"');
    await web.close();
    await expect(fetch(web.url)).rejects.toThrow();
  });

  it('says which port is in use and how to choose another', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    await expect(start(port)).rejects.toMatchObject({
      code: 'webCannotListen',
      message: expect.stringMatching(new RegExp(`on port ${port}\\. Stop it, or choose another port, as in PORT=`)),
    });
    other.close();
  });

  it('says what to do about an address that this machine does not have', async () => {
    await expect(start(0, '192.0.2.1')).rejects.toThrow('HOST=127.0.0.1');
  });
});
