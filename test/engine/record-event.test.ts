import { expect, it } from 'vitest';
import type { PersonAction } from '../../machines/types.ts';
import type { Report } from '../../src/engine/record-event.ts';
import { verifyLogs } from '../../src/engine/verify.ts';
import { breakTable, describeEngine, describePostgres, engineOn, everything } from './desk.ts';
import { at, officePlan, ZONE } from './office.ts';

const evidence = [{ reference: 'Memo 56.00.0000.028', date: null }];

function report(code: string, action: PersonAction, on?: string): Report {
  const by = { post: 'admin-1', person: null };
  return { planId: 'mowca-2021-22', zone: ZONE, code, action, by, ...(on ? { on } : {}) };
}

const workshop: PersonAction = { type: 'recordNumber', number: 1, evidence, note: null };

describeEngine('What a person reports', (desk) => {
  it('is logged, and moves the indicator on', async () => {
    const { apply, engine, clock } = desk.engine('2021-08-01');
    await apply(officePlan());
    clock.now = at('2021-09-14T15:30:00');
    const { change, refusal } = await engine.record(report('2.2.1', workshop, '2021-09-12'));
    expect(refusal).toBeNull();
    expect(change).toMatchObject({ status: 'inProgress', version: 2, logSeq: 2 });
    const log = await desk.rows(
      `select seq, at, entry ->> 'type' as type, entry ->> 'on' as "on" from event_log
       join indicator on indicator.id = indicator_id where code = '2.2.1' order by seq`,
    );
    expect(log).toEqual([
      { seq: 1, at: at('2021-07-01T00:00:00'), type: 'begin', on: null },
      { seq: 2, at: at('2021-09-14T15:30:00'), type: 'recordNumber', on: '2021-09-12' },
    ]);
  });

  it('happened today where no day is given, in the office and not in Greenwich', async () => {
    const { apply, engine, clock } = desk.engine('2021-08-01');
    await apply(officePlan());
    clock.now = at('2021-09-14T00:30:00');
    const { change } = await engine.record(report('2.2.1', workshop));
    expect(change!.state.context.numbers).toEqual([{ on: '2021-09-14', number: 1 }]);
  });

  it('arms the next deadline, and disarms what no longer matters', async () => {
    const { apply, engine, clock, bells } = desk.engine('2021-08-01');
    await apply(officePlan());
    bells.alarms.length = 0;
    clock.now = at('2021-09-14');
    const reason = 'The allocation was withdrawn.';
    await engine.record(report('2.2.5', { type: 'suspend', reason }));
    const armed = `select ladder from deadline join indicator on indicator.id = indicator_id where code = '2.2.5'`;
    expect(await desk.rows(armed)).toEqual([{ ladder: 'yearEnd' }]);
    await engine.record(report('2.2.5', { type: 'resume', reason: null }));
    expect(await desk.rows(`${armed} order by 1`)).toEqual([{ ladder: 'nextMark' }, { ladder: 'yearEnd' }]);
    expect(bells.alarms).toHaveLength(1);
  });

  it('is refused with the reason, and then nothing is written', async () => {
    const { apply, engine, bells } = desk.engine('2021-08-01');
    await apply(officePlan());
    const before = await everything(desk.database);
    bells.alarms.length = 0;
    const refused = async (code: string, action: PersonAction, on?: string) =>
      (await engine.record(report(code, action, on))).refusal?.code;
    const meeting = { type: 'completeStep', step: 'meeting', evidence, note: null } as const;
    expect(await refused('1.4.1', meeting)).toBe('stepOutOfOrder');
    expect(await refused('2.2.5', { type: 'suspend', reason: ' ' })).toBe('reasonMissing');
    expect(await refused('2.2.1', workshop, '2021-08-02')).toBe('dateInFuture');
    expect(await refused('1.5.1', workshop)).toBe('notForThisKind');
    expect(await everything(desk.database)).toEqual(before);
    expect(bells.alarms).toEqual([]);
  });

  it('fires what is due before it, and a refusal leaves that standing', async () => {
    const { apply, engine, clock, bells } = desk.engine('2021-08-01');
    await apply(officePlan());
    bells.alarms.length = 0;
    clock.now = at('2022-02-20');
    const { change, refusal } = await engine.record(report('1.2.1', workshop));
    expect(refusal).toMatchObject({ code: 'notForThisKind' });
    expect(change!.log.map(({ entry }) => entry.type)).toEqual(['fire', 'fire', 'fire']);
    expect(change!.deadline).toBe('dueSoon');
    // Its letters are written by whoever works, who is woken at once; then at the next rung.
    expect(bells.alarms).toEqual([at('2022-02-20'), at('2022-02-22')]);
    expect(await verifyLogs(desk.database.db)).toMatchObject({ faults: [] });
  });

  it("never turns an indicator's clock back, whatever this machine's clock says", async () => {
    const { apply, engine, clock } = desk.engine('2021-09-14T09:00:05');
    await apply(officePlan());
    await engine.record(report('2.2.1', workshop));
    clock.now = at('2021-09-14T09:00:00');
    const { change } = await engine.record(report('2.2.1', workshop));
    expect(change!.state.at).toBe(at('2021-09-14T09:00:05'));
  });

  it('is of no use for an indicator that the plan does not have', async () => {
    const { apply, engine } = desk.engine('2021-08-01');
    await apply(officePlan());
    await expect(engine.record(report('9.9.9', workshop))).rejects.toThrow(/no indicator 9\.9\.9.*suchok status/);
  });

  it.each(['indicator', 'event_log', 'deadline', 'notification'])(
    'leaves nothing behind when the database goes down as it writes into %s',
    async (table) => {
      const { apply, engine, clock, bells } = desk.engine('2021-08-01');
      await apply(officePlan());
      const before = await everything(desk.database);
      bells.alarms.length = 0;
      clock.now = at('2022-02-20');
      const mend = await breakTable(desk.database, table);
      const suspend: PersonAction = { type: 'suspend', reason: 'Covid-19' };
      await expect(engine.record(report('1.2.1', suspend))).rejects.toMatchObject({ code: 'databaseUnavailable' });
      await mend();
      expect(await everything(desk.database)).toEqual(before);
      expect(bells.alarms).toEqual([]);
    },
  );

  it('stands although the queue cannot be reached', async () => {
    const away = async () => {
      throw new Error('The queue is away.');
    };
    const { apply, engine } = desk.engine('2021-08-01', {
      bells: { armAlarms: away, enqueueMail: away, enqueueWebhooks: away },
    });
    expect(await apply(officePlan())).toMatchObject({ version: 1 });
    expect((await engine.record(report('2.2.1', workshop, '2021-07-20'))).change).toMatchObject({ version: 2 });
  });
});

describePostgres('What many report at once', (desk) => {
  it('is all counted, one after the other', async () => {
    const engines = [desk.engine('2021-08-10'), engineOn(await desk.openAgain(), '2021-08-10')];
    await engines[0]!.apply(officePlan());
    const reports = Array.from({ length: 20 }, (_, number) =>
      engines[number % 2]!.engine.record(report('2.2.1', workshop)),
    );
    const versions = (await Promise.all(reports)).map(({ change }) => change?.version ?? null);
    // Four complete the target; the rest are refused.
    expect(versions.filter((version) => version !== null).sort()).toEqual([2, 3, 4, 5]);
    const [row] = await desk.rows(`select status, log_seq as "logSeq" from indicator where code = '2.2.1'`);
    expect(row).toEqual({ status: 'achieved', logSeq: 5 });
    expect(await verifyLogs(desk.database.db)).toMatchObject({ faults: [] });
  });
});
