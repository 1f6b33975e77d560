import { describe, expect, it } from 'vitest';
import type { IndicatorJson, MessageJson, SimulationJson } from '../../src/simulate/simulation-json.ts';
import { type } from '../cli/terminal.ts';

async function simulate(...args: string[]): Promise<SimulationJson> {
  const { code, out, err } = await type(['simulate', ...args, '--json']);
  expect(err).toBe('');
  expect(code).toBe(0);
  return JSON.parse(out) as SimulationJson;
}

function by(code: string, { indicators }: SimulationJson): IndicatorJson {
  return indicators.find((one) => one.code === code)!;
}

/** As in `achieved 2022-03-16`, `in progress, on target`: what minutes would say of each indicator. */
function minutes(simulation: SimulationJson): Record<string, string> {
  return Object.fromEntries(
    simulation.indicators.map(({ code, status, achievedOn, late, onTarget }) => {
      const how = achievedOn === null ? (onTarget ? ', on target' : '') : ` ${achievedOn}${late ? ', late' : ''}`;
      return [code, `${status}${how}`];
    }),
  );
}

/** `2022-01-26 30-days-before`, for the letters that name an indicator, each day and rung once. */
function noticesOf(code: string, messages: readonly MessageJson[]): string[] {
  const told = messages.flatMap(({ at, items }) =>
    items.filter(({ indicator }) => indicator === code).map(({ rung }) => `${at.slice(0, 10)} ${rung}`),
  );
  return [...new Set(told)];
}

describe('The offices, with what their minutes say happened', () => {
  it('mowca by 28 June 2022: all implemented but the e-Nothi figures', async () => {
    const simulation = await simulate('mowca-2021-22', '--history', 'auto', '--until', '2022-06-28');
    expect(simulation.summary).toEqual({
      total: 13,
      achieved: 12,
      inProgress: 1,
      notStarted: 0,
      notAchieved: 0,
      onHold: 0,
      withdrawn: 0,
    });
    expect(minutes(simulation)).toEqual({
      '1.1.1': 'achieved 2022-03-10',
      '1.2.1': 'achieved 2022-02-20',
      '1.3.1': 'achieved 2021-12-28',
      '1.4.1': 'achieved 2021-08-25',
      '1.5.1': 'inProgress, on target',
      '1.6.1': 'achieved 2022-05-18',
      '2.1.1': 'achieved 2022-06-20',
      '2.1.2': 'achieved 2022-06-21',
      '2.2.1': 'achieved 2022-04-25',
      '2.2.2': 'achieved 2022-06-15',
      '2.2.3': 'achieved 2022-06-28',
      '2.2.4': 'achieved 2022-01-11',
      '2.2.5': 'achieved 2022-05-25',
    });
    expect(simulation).toMatchObject({
      plan: 'mowca-2021-22',
      fiscalYear: '2021-22',
      from: '2021-07-01',
      until: '2022-06-28',
      refusals: [],
    });
  });

  it('wewb by 9 January 2022: trainings behind, money not spent, the visit on hold', async () => {
    const simulation = await simulate('wewb-2021-22', '--history', 'wewb-2021-22', '--until', '2022-01-09');
    expect(minutes(simulation)).toMatchObject({
      '1.3.1': 'inProgress',
      '1.4.1': 'achieved 2021-07-28',
      '2.1.1': 'inProgress, on target',
      '2.1.2': 'inProgress, on target',
      '2.2.1': 'inProgress, on target',
      '2.2.2': 'notAchieved',
      '2.2.3': 'inProgress, on target',
      '2.2.5': 'onHold, on target',
    });
    for (const code of ['1.1.1', '1.2.1', '1.4.1', '2.2.4']) {
      expect(by(code, simulation)).toMatchObject({ status: 'achieved', deadline: 'met', late: false });
    }
    for (const code of ['1.5.1', '1.6.1', '2.1.1', '2.1.2', '2.2.3']) {
      expect(by(code, simulation).onTarget, code).toBe(true);
    }
    expect(by('2.2.1', simulation)).toMatchObject({ achieved: 1, target: 4 });
    expect(by('2.2.5', simulation).deadline).toBe('paused');
    expect(simulation.refusals).toEqual([]);
  });

  it('dwa by 7 June 2022: the idea on the last day of its target, and not late', async () => {
    const simulation = await simulate('dwa-2021-22', '--history', 'auto', '--until', '2022-06-07');
    expect(by('1.1.1', simulation)).toMatchObject({ status: 'achieved', achievedOn: '2022-03-16', late: false });
    expect(by('1.2.1', simulation)).toMatchObject({ status: 'achieved', achievedOn: '2022-02-10', late: false });
    expect(by('2.2.5', simulation)).toMatchObject({ status: 'achieved', achievedOn: '2022-05-24', late: false });
    for (const code of ['1.6.1', '2.2.1', '2.2.3']) {
      expect(by(code, simulation)).toMatchObject({ status: 'achieved', achieved: 4, target: 4 });
    }
    expect(simulation.refusals).toEqual([]);
  });

  it('chatkhil by 30 September 2024: the list made, the rate short of its target, the portal on target', async () => {
    const simulation = await simulate('chatkhil-2024-25', '--history', 'auto', '--until', '2024-09-30');
    expect(by('4.1.1', simulation).status).toBe('achieved');
    expect(by('4.1.2', simulation)).toMatchObject({
      status: 'inProgress',
      achieved: 23.44,
      target: 80,
      onTarget: false,
    });
    expect(by('5.1.1', simulation)).toMatchObject({ status: 'inProgress', achieved: 1, onTarget: true });
    expect(simulation.refusals).toEqual([]);
  });

  it('dol by 2 December 2021: the three ideas selected and in progress', async () => {
    const simulation = await simulate('dol-2021-22', '--history', 'auto', '--until', '2021-12-02');
    for (const code of ['1.1.1', '1.2.1', '1.3.1']) {
      expect(by(code, simulation)).toMatchObject({ status: 'inProgress', late: false, onTarget: true });
    }
    expect(simulation.refusals).toEqual([]);
  });
});

describe('A year in which nobody does anything', () => {
  it('reminds, escalates and follows up of 25 February 2022 on the days worked out by hand', async () => {
    const { messages } = await simulate('mowca-2021-22', '--until', '2022-04-01');
    expect(noticesOf('1.2.1', messages).slice(0, 10)).toEqual([
      '2022-01-26 30-days-before',
      '2022-02-10 14-days-before',
      '2022-02-17 7-days-before',
      '2022-02-22 3-days-before',
      '2022-02-24 due-day',
      '2022-02-27 1-working-day-after',
      '2022-03-03 5-working-days-after',
      '2022-03-10 10-working-days-after',
      '2022-03-20 follow-up',
      '2022-03-24 follow-up',
    ]);
    const told = (rung: string) =>
      messages
        .filter(({ items }) => items.some((item) => item.indicator === '1.2.1' && item.rung === rung))
        .map(({ to }) => to)
        .sort();
    expect(told('30-days-before')).toEqual(['deputy-secretary-admin-1', 'programmer-ict']);
    expect(told('1-working-day-after')).toEqual(['additional-secretary-admin']);
    expect(told('5-working-days-after')).toEqual(['secretary']);
    expect(told('10-working-days-after')).toEqual(['cabinet-division']);
    expect(noticesOf('1.1.1', messages)).toContain('2022-03-20 1-working-day-after');
  });

  it('sends every letter at nine in the morning, on working days only', async () => {
    const { messages } = await simulate('mowca-2021-22');
    for (const { at } of messages) expect(at).toMatch(/^20\d\d-\d\d-\d\dT09:00:00\+06:00$/);
    const weekdays = new Set(messages.map(({ at }) => new Date(at).getUTCDay()));
    expect([...weekdays].sort()).toEqual([0, 1, 2, 3, 4]);
  });

  it('ends with everything not achieved, once the year is over', async () => {
    const { summary, indicators } = await simulate('mowca-2021-22');
    expect(summary).toMatchObject({ total: 13, notAchieved: 13 });
    expect(new Set(indicators.map(({ deadline }) => deadline))).toEqual(new Set(['closed']));
  });
});

describe('A plan that is put in force late', () => {
  it('tells each person once of what is overdue, and nobody of the past', async () => {
    const { messages } = await simulate('mowca-2021-22', '--from', '2021-11-21', '--until', '2021-11-21');
    const recipients = messages.map(({ to }) => to);
    expect(new Set(recipients).size).toBe(recipients.length);
    const items = messages.flatMap((message) => message.items.map((item) => `${message.to} ${item.indicator}`));
    expect(new Set(items).size).toBe(items.length);
    expect(items).toContain('programmer-ict 1.4.1');
    for (const { at } of messages) expect(at).toBe('2021-11-21T09:00:00+06:00');
  });
});

it('says the same twice, to the byte', async () => {
  const run = () => type(['simulate', 'wewb-2021-22', '--history', 'auto', '--json']);
  const [once, again] = [await run(), await run()];
  expect(once.out).toBe(again.out);
  expect(once.out.length).toBeGreaterThan(10_000);
});
