import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderLocked } from '../../src/db/errors.ts';
import { lockFolder } from '../../src/db/folder-lock.ts';
import { describeProcess } from '../../src/db/process-mark.ts';
import { databaseFlavours } from '../support/databases.ts';
import { runScript } from '../support/run-script.ts';

const HOLD_FOLDER = fileURLToPath(new URL('./hold-folder.ts', import.meta.url));
const OPEN_ONCE = fileURLToPath(new URL('./open-once.ts', import.meta.url));

describe('The folder of the embedded database', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'suchok-lock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const start = async () => {
    const script = runScript(HOLD_FOLDER, [folder]);
    expect(await script.line()).toBe('ready');
    return script;
  };
  const startHolder = async () => {
    const holder = await start();
    holder.tell('go');
    expect(await holder.line()).toBe('locked');
    return holder;
  };

  it('belongs to one process, and the next one hears to which and what to do', async () => {
    const holder = await startHolder();
    const refusal = lockFolder(folder);
    await expect(refusal).rejects.toBeInstanceOf(FolderLocked);
    await expect(refusal).rejects.toThrow(
      new RegExp(
        `${folder} is in use by another process: number ${holder.child.pid} on .+, since \\d{4}-.+DATA_DIR.+DATABASE_URL`,
      ),
    );
    holder.tell('end');
    await holder.ended;
  });

  it('is free again when its process has ended, and when it was killed', async () => {
    const ended = await startHolder();
    ended.tell('end');
    await ended.ended;
    expect(readdirSync(folder)).toEqual([]);
    const killed = await startHolder();
    killed.child.kill('SIGKILL');
    await killed.ended;
    expect(readdirSync(folder)).toHaveLength(1);
    const lock = await lockFolder(folder);
    expect(readdirSync(folder)).toHaveLength(1);
    lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is not held by another program that has got the same number since', async () => {
    const { host } = describeProcess(process.ppid);
    writeFileSync(join(folder, `pglite.lock.${host}.${process.ppid}.1-00000000`), '');
    (await lockFolder(folder)).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('stays with a process on another machine, of which nothing is known here', async () => {
    writeFileSync(join(folder, 'pglite.lock.elsewhere.example.4711.unknown'), '2026-11-23T03:00:00.000Z\n');
    await expect(lockFolder(folder)).rejects.toThrow(
      /number 4711 on elsewhere\.example, since 2026-11-23T03:00:00\.000Z.*If you are sure .* delete .*4711\.unknown/,
    );
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it('is not opened twice by one process', async () => {
    const lock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toThrow(/this very process/);
    lock.release();
    (await lockFolder(folder)).release();
  });

  it('goes to one of several that find a dead one’s lock at the same moment', async () => {
    const dead = await startHolder();
    dead.child.kill('SIGKILL');
    await dead.ended;
    const rivals = await Promise.all(Array.from({ length: 5 }, start));
    for (const rival of rivals) rival.tell('go');
    const answers = await Promise.all(rivals.map((rival) => rival.line()));
    expect(answers.sort()).toEqual(['folderLocked', 'folderLocked', 'folderLocked', 'folderLocked', 'locked']);
    for (const rival of rivals) rival.tell('end');
    await Promise.all(rivals.map((rival) => rival.ended));
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is locked as long as the database is open', async () => {
    const place = await databaseFlavours[0]!.create();
    const database = await place.open();
    const second = runScript(OPEN_ONCE, [place.settings.dataDir]);
    expect(await second.line()).toMatch(`FolderLocked: The data in ${place.settings.dataDir} is in use`);
    expect(await second.ended).toBe(1);
    await database.close();
    const third = runScript(OPEN_ONCE, [place.settings.dataDir]);
    expect(await third.line()).toBe('open');
    third.child.kill('SIGKILL');
    await third.ended;
    const again = await place.open();
    await again.close();
    expect(readdirSync(place.settings.dataDir).filter((name) => name.includes(hostname()))).toEqual([]);
    await place.drop();
  });
});
