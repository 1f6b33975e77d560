import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '../../src/db/database.ts';
import { openDatabase } from '../../src/db/open-database.ts';
import { examineEvidence } from '../../src/engine/examine-evidence.ts';
import { verifyLogs } from '../../src/engine/verify.ts';
import { EvidenceStore } from '../../src/evidence/evidence-store.ts';
import { databaseFlavours, type TestDatabase } from '../support/databases.ts';
import { runScript } from '../support/run-script.ts';

const UPLOADING_PROCESS = fileURLToPath(new URL('../support/uploading-process.ts', import.meta.url));

describe('A process that is killed while somebody records with an uploaded file', () => {
  let place: TestDatabase;
  beforeAll(async () => {
    place = await databaseFlavours[0]!.create();
  });
  afterAll(() => place?.drop());

  it('leaves neither an event whose file is missing, nor a file on record that no event names', async () => {
    const { dataDir } = place.settings;
    const none = { DATABASE_URL: '', REDIS_URL: '', SMTP_URL: '', CLAMD_URL: '' };
    const env = { ...none, DATA_DIR: dataDir, BASE_URL: 'http://127.0.0.1:3000', LOG_LEVEL: 'silent' };
    for (const args of [
      ['kept', 'design'],
      ['recorded', 'design'],
    ]) {
      expect(await runScript(UPLOADING_PROCESS, args, env).ended).toBe('SIGKILL');
    }
    const folder = join(dataDir, 'evidence');
    const store = new EvidenceStore({ folder, scanner: null, logger: { warn: () => {} }, realNow: () => Date.now() });
    const { db, close } = await openDatabase({ dataDir });
    const events = await query(db, `select seq from event_log where entry ->> 'type' = 'completeStep'`);
    expect(events).toHaveLength(1);
    expect(await examineEvidence(db, store, true)).toEqual({ files: 1, faults: [] });
    expect(await verifyLogs(db)).toMatchObject({ faults: [] });
    // Both files still wait, and are swept away by and by.
    expect(readdirSync(join(folder, 'incoming'))).toHaveLength(4);
    await close();
  });
});
