import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellsOf } from '../../src/cli/terminal-table.ts';
import { openOffice, type TestOffice } from './open-office.ts';
import { type } from './terminal.ts';

const PLAN = 'mowca-2021-22';
let office: TestOffice;

beforeAll(async () => {
  office = await openOffice('2022-02-20T10:00:00');
});
afterAll(() => office.close());

describe('The status of the only plan', () => {
  it('is nothing yet, with what to do about it', async () => {
    const { code, err } = await type(['status'], { app: office.app });
    expect(code).toBe(1);
    expect(err).toContain('suchok plan apply FILE');
  });

  it('is a table whose rules stand straight, in Bengali too', async () => {
    await type(['plan', 'apply', PLAN], { app: office.app });
    for (const lang of ['bn', 'en']) {
      const { out } = await type(['status', '--lang', lang], {
        app: office.app,
        terminal: { isTTY: false, columns: 150 },
      });
      const table = out.split('\n').filter((line) => /^[│┌├└]/.test(line));
      expect(table.length).toBeGreaterThan(26);
      expect(new Set(table.map(cellsOf)).size).toBe(1);
    }
  });

  it('names the next notice, who gets it and when', async () => {
    const { out } = await type(['status'], { app: office.app });
    const row = out.slice(out.indexOf('1.2.1'), out.indexOf('1.3.1'));
    expect(row).toContain('25 Feb 2022');
    expect(row).toContain('5 days left');
    expect(row).toContain('22 Feb 2022, 9:00 am');
    expect(row).toContain('Programmer');
    expect(out).toMatch(/13 in all: 13 not started; \d+ overdue\n$/);
  });

  it('becomes a list where a terminal has no room for a table', async () => {
    const { out } = await type(['status', PLAN], { app: office.app, terminal: { isTTY: true, columns: 80 } });
    expect(out).not.toContain('│');
    expect(out).toContain('One service simplified');
  });

  it('is coloured at a terminal, unless NO_COLOR is set, and never in a pipe', async () => {
    const terminal = { isTTY: true, columns: 80 };
    const painted = async (env: Record<string, string>, at = terminal) =>
      (await type(['status'], { app: office.app, env, terminal: at })).out.includes('\u001b[');
    expect(await painted({})).toBe(true);
    expect(await painted({ NO_COLOR: '1' })).toBe(false);
    expect(await painted({}, { isTTY: false, columns: 80 })).toBe(false);
  });

  it('speaks the language of the environment', async () => {
    const { out } = await type(['status'], { app: office.app, env: { LANG: 'bn_BD.UTF-8' } });
    expect(out).toContain('মহিলা ও শিশু বিষয়ক মন্ত্রণালয়');
  });

  it('is JSON for programs', async () => {
    const { out } = await type(['status', PLAN, '--json'], { app: office.app });
    const { plan, today, score, indicators } = JSON.parse(out);
    expect(score).toEqual({ basis: 'weights', points: 0, total: 50, ifMet: 38 });
    expect({ plan, today }).toEqual({ plan: PLAN, today: '2022-02-20' });
    expect(indicators.find((one: { code: string }) => one.code === '1.2.1')).toMatchObject({
      status: 'notStarted',
      deadline: 'dueSoon',
      due: '2022-02-25',
      daysLeft: 5,
      next: {
        at: '2022-02-22T09:00:00+06:00',
        rung: '3-days-before',
        kind: 'reminder',
        to: [{ post: 'programmer-ict' }, {}],
      },
      fault: null,
    });
  });
});

it('lists the plans where there are several', async () => {
  await type(['plan', 'apply', 'dwa-2021-22'], { app: office.app });
  const { code, out } = await type(['status'], { app: office.app });
  expect(code).toBe(0);
  expect(out).toContain('dwa-2021-22');
  expect(out).toContain('13 not started');
});
