import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fiscalYearOf } from '../../src/calendar/fiscal-year.ts';
import { localDate } from '../../src/calendar/local-time.ts';
import { databaseFlavours } from '../support/databases.ts';
import { builtProgram, MAIN, startSuchok, suchok } from './process.ts';

const YEAR = fiscalYearOf(localDate(Date.now(), 'Asia/Dhaka')).label;
const PLAN = `sample-office-${YEAR}`;
const READY = '--help';
const WAIT_FOR_STOP = fileURLToPath(new URL('./wait-for-stop.ts', import.meta.url));
const PATIENCE = 180_000;

let folder: string;
let env: NodeJS.ProcessEnv;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'suchok-start-'));
  env = { DATA_DIR: folder };
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Settings for a start that is not the first: with the database's files there already, which takes seconds to make. */
async function settled(): Promise<NodeJS.ProcessEnv> {
  const database = await databaseFlavours[0]!.create();
  rmSync(folder, { recursive: true });
  folder = database.settings.dataDir;
  return { DATA_DIR: folder };
}

describe('A first start', () => {
  it(
    "shows a plan of this year, serves other terminals' commands, and ends cleanly when told to",
    async () => {
      const running = startSuchok(['start'], env, MAIN);
      await running.printed(READY);
      expect(statSync(join(folder, 'suchok.sock')).mode & 0o777).toBe(0o600);
      expect(readFileSync(join(folder, 'plans', `${PLAN}.yaml`), 'utf8')).toContain(`fiscalYear: ${YEAR}`);

      const status = await suchok(['status', '--json'], env);
      expect(status).toMatchObject({ code: 0, err: '' });
      const [{ plan, indicators }] = JSON.parse(status.out);
      expect(plan).toBe(PLAN);
      expect(indicators).toHaveLength(13);

      const act = ['record', PLAN, '1.2.1', 'complete-step', '--step'];
      const refused = await suchok([...act, 'redesign', '--by', 'focal-point'], env);
      expect(refused).toMatchObject({ code: 2, out: '', err: expect.stringContaining("'select-service' first") });
      const recorded = await suchok([...act, 'select-service', '--by', 'focal-point'], { ...env, LANG: 'bn_BD.UTF-8' });
      expect(recorded).toMatchObject({ code: 0, err: '', out: expect.stringContaining('৩ ধাপের ১টি') });

      const mine = readFileSync('config/plans/wewb-2021-22.yaml', 'utf8').replaceAll('wewb-2021-22', 'mine-2021-22');
      const applied = await suchok(['plan', 'apply', '-'], env, mine);
      expect(applied).toMatchObject({ code: 0, out: 'mine-2021-22 is in force, with 13 indicators.\n' });

      const paper = join(folder, 'papers', 'progress.docx');
      const report = ['report', 'progress', PLAN, '--out', paper];
      expect(await suchok(report, env)).toEqual({ code: 0, out: `Written to ${paper}\n`, err: '' });
      expect(readFileSync(paper).subarray(0, 2).toString()).toBe('PK');
      const kept = await suchok(report, env);
      expect(kept).toMatchObject({ code: 1, out: '', err: expect.stringContaining('is there already') });

      const second = await suchok(['start'], env);
      expect(second).toMatchObject({ code: 1, out: '', err: expect.stringContaining('is in use by another process') });

      running.child.kill('SIGTERM');
      const { code, out, err } = await running.ended;
      expect(code).toBe(0);
      expect(out).toContain('Nothing is lost');
      expect(
        err
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line).level),
      ).not.toContain(50);
      expect(readdirSync(folder).sort()).toEqual(expect.arrayContaining(['pglite', 'plans']));
      expect(readdirSync(folder).filter((name) => /sock|lock/.test(name))).toEqual([]);

      const after = await suchok(['plan', 'list', '--json'], env);
      expect(JSON.parse(after.out).map(({ id }: { id: string }) => id)).toEqual(['mine-2021-22', PLAN]);
    },
    PATIENCE,
  );

  it(
    'after a power cut takes over what the dead process left',
    async () => {
      env = await settled();
      const first = startSuchok(['start'], env, await builtProgram());
      await first.printed(READY);
      first.child.kill('SIGKILL');
      await first.ended;
      expect(existsSync(join(folder, 'suchok.sock'))).toBe(true);
      expect(await suchok(['verify'], env)).toMatchObject({ code: 0, out: expect.stringContaining('whole') });
      const again = startSuchok(['start', '--lang', 'bn'], env, await builtProgram());
      await again.printed(READY);
      expect(await suchok(['doctor'], env)).toMatchObject({ code: 0, err: '' });
      again.child.kill('SIGINT');
      expect(await again.ended).toMatchObject({ code: 0, out: expect.stringContaining('কিছুই হারায়নি') });
    },
    PATIENCE,
  );
});

describe('What keeps Suchok from starting is told in plain words', () => {
  it('all settings at once', async () => {
    const { code, out, err } = await suchok(['start'], { ...env, PORT: 'x', LOG_LEVEL: 'loud', BASE_URL: 'here' });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    for (const name of ['PORT', 'LOG_LEVEL', 'BASE_URL']) expect(err).toContain(`  ${name}: write`);
    expect(err).not.toContain(' at ');
  });

  it('a database that is away', async () => {
    const { code, err } = await suchok(['status'], { ...env, DATABASE_URL: 'postgres://127.0.0.1:1/none' });
    expect(code).toBe(1);
    expect(err).toMatch(/^The database cannot be reached: .*Check that it runs, and DATABASE_URL\.\n$/);
  });

  it('a data folder that is a file', async () => {
    const path = join(folder, 'file');
    writeFileSync(path, '');
    const { code, err } = await suchok(['status'], { DATA_DIR: path });
    expect(code).toBe(1);
    expect(err).toMatch(/^The system refuses: .*\n$/);
  });

  it('one part alone without a database that processes can share', async () => {
    const { code, err } = await suchok(['start', '--only', 'worker'], env);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('set DATABASE_URL') });
  });

  it(
    'a port that is taken',
    async () => {
      const server = createServer().listen(0, '127.0.0.1');
      await new Promise((resolve) => server.once('listening', resolve));
      const { port } = server.address() as { port: number };
      env = await settled();
      const { code, err } = await suchok(['start'], { ...env, PORT: String(port), LOG_LEVEL: 'warn' });
      server.close();
      expect({ code, err }).toEqual({
        code: 1,
        err: expect.stringContaining(`another program listens on port ${port}`),
      });
    },
    PATIENCE,
  );
});

describe('Signals', () => {
  it('the first is heard, another ends the process at once', async () => {
    const waiting = startSuchok([], env, ['--import', 'tsx', WAIT_FOR_STOP]);
    await waiting.printed('listening');
    waiting.child.kill('SIGTERM');
    await waiting.printed('stopping');
    waiting.child.kill('SIGINT');
    expect(await waiting.ended).toMatchObject({ code: 130 });
  });

  it('the same signal twice in a moment is one keystroke', async () => {
    const waiting = startSuchok([], env, ['--import', 'tsx', WAIT_FOR_STOP]);
    await waiting.printed('listening');
    waiting.child.kill('SIGINT');
    await waiting.printed('stopping');
    waiting.child.kill('SIGINT');
    waiting.child.kill('SIGTERM');
    expect(await waiting.ended).toMatchObject({ code: 143 });
  });
});
