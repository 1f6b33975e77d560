import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Instant } from '../../src/calendar/types.ts';
import { dueInstants } from '../../src/db/queries/due-instants.ts';
import { verifyLogs } from '../../src/engine/verify.ts';
import { simulate } from '../../src/simulate/simulate.ts';
import {
  BRIEF,
  breakTable,
  type Desk,
  describeEngine,
  describePostgres,
  engineOn,
  everything,
  standing,
  type TestEngine,
} from './desk.ts';
import { at, calendar, officePlan, planOfMany, planWith } from './office.ts';

const NINE = '2022-01-26'; // 30 days before 25 February, at nine.

/** Runs at every instant at which something is due, as if nobody ever slept; returns those instants. */
async function runPunctually({ runAt }: TestEngine, { database }: Desk, until: string): Promise<Instant[]> {
  const ran: Instant[] = [];
  for (;;) {
    const [next] = await dueInstants(database.db, at(until), 1);
    if (next === undefined) return ran;
    await runAt(next);
    ran.push(next);
  }
}

describeEngine('What is due', (desk) => {
  it('fires once for each indicator, however many there are, and is then due no more', async () => {
    const { apply, runAt, bells } = desk.engine('2021-08-01', { letterhead: BRIEF });
    await apply(planOfMany(520));
    bells.alarms.length = 0;
    // The reminder and, at the same instant, the deadline's step to "due soon": one transition.
    expect(await runAt(NINE)).toMatchObject({ fired: 520, setAside: 0 });
    expect(await runAt(NINE)).toMatchObject({ fired: 0, setAside: 0, messages: 0 });
    expect(await desk.rows('select deadline, version, count(*) as count from indicator group by 1, 2')).toEqual([
      { deadline: 'dueSoon', version: 2, count: 520 },
    ]);
    expect(await desk.rows('select role, count(*) as count from notification group by 1 order by 1')).toEqual([
      { role: 'focalPoint', count: 520 },
      { role: 'innovationOfficer', count: 520 },
    ]);
    // The next reminder is armed once for all of them, not once for each.
    expect(new Set(bells.alarms)).toEqual(new Set([at('2022-02-10')]));
    expect(bells.alarms.length).toBeLessThan(5);
  });

  it('is not fired a moment before its time', async () => {
    const { apply, runAt } = desk.engine('2021-08-01');
    await apply(planWith('1.2.1'));
    expect(await runAt(at(NINE) - 1)).toMatchObject({ fired: 0 });
    expect(await runAt(at(NINE))).toMatchObject({ fired: 1 });
  });

  it('may be both ladders of one indicator: its last rungs, and the end of the year', async () => {
    const { apply, runAt } = desk.engine('2021-08-01');
    await apply(planWith('1.2.1'));
    await runAt('2022-06-28');
    const round = await runAt('2022-07-04');
    expect(round.fired).toBeGreaterThan(1);
    expect(await desk.rows('select status, deadline from indicator')).toEqual([
      { status: 'notAchieved', deadline: 'closed' },
    ]);
    expect(await desk.rows('select * from deadline')).toEqual([]);
    const [last] = await desk.rows<{ ladder: string; at: number }>(
      `select entry ->> 'ladder' as ladder, at from event_log order by seq desc limit 1`,
    );
    expect(last).toEqual({ ladder: 'yearEnd', at: at('2022-07-01T00:00:00') });
    expect(await verifyLogs(desk.database.db)).toMatchObject({ faults: [] });
  });

  it('gives the same states, logs and hashes however late it is fired', async () => {
    const plan = officePlan();
    const punctual = desk.engine('2021-07-01', { letterhead: BRIEF });
    await punctual.apply(plan);
    await runPunctually(punctual, desk, '2022-07-02');
    const expected = await standing(desk.database);
    const days = fc.array(fc.integer({ min: 1, max: 365 * 24 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(days, async (hours) => {
        await desk.empty();
        const late = desk.engine('2021-07-01', { letterhead: BRIEF });
        await late.apply(plan);
        for (const hour of [...hours].sort((a, b) => a - b)) await late.runAt(at('2021-07-01') + hour * 3_600_000);
        await late.runAt('2022-07-02');
        expect(await standing(desk.database)).toEqual(expected);
      }),
      { numRuns: 2 },
    );
    expect(await verifyLogs(desk.database.db)).toMatchObject({ faults: [] });
  });

  it('leads where the simulation without a database leads', async () => {
    const plan = officePlan();
    const { apply, runAt } = desk.engine('2021-07-01');
    await apply(plan);
    await runAt('2021-12-31T23:59:00');
    await runAt('2022-06-30T23:59:00');
    const simulation = simulate(plan, { calendar, history: null });
    let step = simulation.next();
    while (!step.done) step = simulation.next();
    const states = new Map((await standing(desk.database)).map(({ code, state }) => [code, state]));
    await runAt('2022-07-01T00:00:00');
    const closed = new Map((await standing(desk.database)).map(({ code, state }) => [code, state]));
    expect(states.size).toBe(13);
    for (const { indicator, state } of step.value.indicators) expect(closed.get(indicator.code)).toEqual(state);
  });
});

describeEngine('An indicator that cannot be fired', (desk) => {
  /** Gives an indicator a definition with something wrong in it, as no plan can. */
  async function poison(code: string, wrong: string) {
    await desk.rows(
      `insert into definition (hash, body)
       select 'poison', ${wrong} from definition join indicator on hash = definition_hash where code = $1`,
      [code],
    );
    await desk.rows(`update indicator set definition_hash = 'poison' where code = $1`, [code]);
  }
  const THROWS = `body - 'marks'`;
  const IS_REFUSED = `replace(body::text, '"reminder"', '"shout"')::jsonb`;

  it.each([
    ['because its definition throws', THROWS, /TypeError/],
    ['because the database refuses its rows', IS_REFUSED, /ConstraintViolation/],
  ])('is set aside with its error, and the others go on: %s', async (_, wrong, fault) => {
    const { apply, runAt, faults } = desk.engine('2021-08-01');
    await apply(planOfMany(30));
    await poison('1.2.7', wrong);
    expect(await runAt(NINE)).toMatchObject({ fired: 29, setAside: 1, messages: 2 });
    expect(faults).toHaveLength(1);
    const aside = await desk.rows<{ code: string; fault: string; version: number }>(
      'select code, fault, fault_at as "faultAt", version from indicator where fault is not null',
    );
    expect(aside).toEqual([{ code: '1.2.7', fault: expect.stringMatching(fault), faultAt: at(NINE), version: 1 }]);
    expect(await runAt(NINE)).toMatchObject({ fired: 0, setAside: 0 });
    expect(await verifyLogs(desk.database.db)).toMatchObject({ indicators: 30 });
  });

  it('is tried again when a process starts, and set aside again when it throws again', async () => {
    const { apply, runAt, engine, bells } = desk.engine('2021-08-01');
    await apply(planOfMany(3));
    await poison('1.2.2', IS_REFUSED);
    await runAt(NINE);
    bells.alarms.length = 0;
    await engine.resume();
    expect(bells.alarms).toEqual([at(NINE)]);
    expect(await engine.run()).toMatchObject({ fired: 0, setAside: 1 });
    await desk.rows(`update indicator set definition_hash = (select definition_hash from indicator where code = '1.2.1')
                     where code = '1.2.2'`);
    await engine.resume();
    expect(await engine.run()).toMatchObject({ fired: 1, setAside: 0, messages: 2 });
  });

  it('goes on when the plan mends it', async () => {
    const { apply, runAt } = desk.engine('2021-08-01');
    const plan = planOfMany(3);
    await apply(plan);
    await poison('1.2.2', THROWS);
    await runAt(NINE);
    expect((await apply(plan)).redefined).toEqual(['1.2.2']);
    expect(await runAt(NINE)).toMatchObject({ fired: 0 });
    expect(await desk.rows('select deadline, fault, count(*) as count from indicator group by 1, 2')).toEqual([
      { deadline: 'dueSoon', fault: null, count: 3 },
    ]);
  });
});

describeEngine('A firing that is cut short', (desk) => {
  it.each(['indicator', 'event_log', 'deadline', 'notification'])(
    'leaves nothing behind when the database goes down as it writes into %s, and sets nobody aside',
    async (table) => {
      const { apply, runAt, bells } = desk.engine('2021-08-01');
      await apply(planWith('1.2.1', '1.1.1'));
      const before = await everything(desk.database);
      bells.alarms.length = 0;
      const mend = await breakTable(desk.database, table);
      await expect(runAt(NINE)).rejects.toMatchObject({ code: 'databaseUnavailable' });
      await mend();
      expect(await everything(desk.database)).toEqual(before);
      expect(bells).toEqual({ alarms: [], mail: [] });
      expect(await runAt(NINE)).toMatchObject({ fired: 1, messages: 2 });
    },
  );
});

describePostgres('Two processes that fire at once', (desk) => {
  it('share the work, and fire each deadline once', async () => {
    const one = desk.engine('2021-08-01', { letterhead: BRIEF });
    const other = engineOn(await desk.openAgain(), '2021-08-01', { letterhead: BRIEF });
    await one.apply(planOfMany(1_200));
    const rounds = await Promise.all([one.runAt(NINE), other.runAt(NINE)]);
    expect(rounds.reduce((sum, { fired }) => sum + fired, 0)).toBe(1_200);
    expect(rounds.reduce((sum, { messages }) => sum + messages, 0)).toBe(2);
    expect(await desk.rows('select version, count(*) as count from indicator group by 1')).toEqual([
      { version: 2, count: 1_200 },
    ]);
    expect(await verifyLogs(desk.database.db)).toMatchObject({ indicators: 1_200, faults: [] });
  });
});
