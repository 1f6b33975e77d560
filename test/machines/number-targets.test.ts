import { describe, expect, it } from 'vitest';
import { viewOf } from '../../machines/view.ts';
import { act, define, iso, type Life, live, step } from './office.ts';

const view = ({ definition, state }: Life) => viewOf(definition, state);
const hold = (on: string, occurrence: string | null = null, when?: string) =>
  act(on, { type: 'holdOccurrence', occurrence }, when);
const add = (on: string, number: number, when?: string) => act(on, { type: 'recordNumber', number }, when);
const read = (on: string, value: number, when?: string) => act(on, { type: 'recordReading', value }, when);

describe('a recurring indicator', () => {
  const meetings = define('recurring');
  const held = (life: Life) => life.state.context.occurrences.map(({ id, on }) => `${id} ${on}`);

  it('counts a meeting for the quarter in which it was held', () => {
    expect(held(live(meetings, hold('2021-08-10')))).toEqual(['q1 2021-08-10']);
    expect(held(live(meetings, hold('2021-11-03')))).toEqual(['q2 2021-11-03']);
  });

  it('counts a second meeting in one quarter for the earliest quarter that still owes one', () => {
    const life = live(meetings, hold('2022-01-09'), hold('2022-01-30'));
    expect(held(life)).toEqual(['q3 2022-01-09', 'q1 2022-01-30']);
  });

  it('counts a meeting for the quarter that the person names', () => {
    expect(held(live(meetings, hold('2021-10-05', 'q1')))).toEqual(['q1 2021-10-05']);
  });

  it('says in its log which quarter a meeting counted for, though the person left it to the day', () => {
    const { entries } = live(meetings, hold('2021-11-03'));
    expect(entries.at(-1)).toMatchObject({ type: 'holdOccurrence', occurrence: 'q2' });
  });

  it('is achieved by its last occurrence, on the latest of their days', () => {
    const life = live(meetings, hold('2021-08-10'), hold('2021-11-03'), hold('2022-02-01'), hold('2022-06-07'));
    expect(view(life)).toMatchObject({
      status: 'achieved',
      deadline: 'met',
      achieved: 4,
      achievedOn: '2022-06-07',
      late: false,
      onTarget: true,
    });
    expect(life.state.timers).toEqual({});
  });

  it('is late when one of its occurrences was held after its quarter', () => {
    const life = live(meetings, hold('2021-10-05', 'q1'), hold('2021-11-03'), hold('2022-02-01'), hold('2022-06-07'));
    expect(view(life)).toMatchObject({ status: 'achieved', late: true });
  });

  it('is on target in January when both quarters that were due are held', () => {
    const life = live(meetings, hold('2021-08-10'), hold('2021-12-27'), '2022-01-09');
    expect(view(life)).toMatchObject({ status: 'inProgress', achieved: 2, onTarget: true, due: '2022-03-31' });
  });

  it('is not on target while a quarter that was due is owed', () => {
    const life = live(meetings, hold('2021-11-03'), '2022-01-09');
    expect(view(life)).toMatchObject({ deadline: 'overdue', achieved: 1, onTarget: false, due: '2021-09-30' });
  });

  it('reminds of no quarter that is held, and goes on to the next', () => {
    const life = live(meetings, hold('2021-08-10'), '2021-11-30');
    expect(life.told).toEqual([]);
    expect(iso(life.state.timers.nextMark)).toBe('2021-12-01T09:00:00+06:00');
    expect(live(meetings, hold('2021-08-10'), '2021-12-01').told).toEqual([
      '2021-12-01T09:00:00+06:00 q2 30-days-before',
    ]);
  });

  it('leaves the overdue state when the quarter that was missed is held', () => {
    const life = live(meetings, hold('2021-10-07', 'q1'));
    expect(view(life)).toMatchObject({ status: 'inProgress', deadline: 'upcoming', late: true, onTarget: true });
  });
});

describe('a count', () => {
  const training = define('count');

  it('adds up, and is achieved when it reaches its target', () => {
    expect(view(live(training, add('2021-12-05', 1)))).toMatchObject({ status: 'inProgress', achieved: 1 });
    const life = live(training, add('2021-12-05', 1), add('2022-05-29', 3));
    expect(view(life)).toMatchObject({ status: 'achieved', achieved: 4, achievedOn: '2022-05-29', late: false });
  });

  it('may go past its target at once', () => {
    expect(view(live(training, add('2022-02-05', 7)))).toMatchObject({ status: 'achieved', achieved: 7 });
  });

  it('is back at not started when a mistaken number is corrected', () => {
    const life = live(training, add('2021-12-05', 2), add('2021-12-05', -2, '2021-12-06'));
    expect(view(life)).toMatchObject({ status: 'notStarted', achieved: 0 });
  });

  it('is achieved on the day that brought it to its target, in whichever order the days are recorded', () => {
    const life = live(training, add('2022-06-02', 1, '2022-06-05'), add('2022-05-20', 3, '2022-06-06'));
    expect(view(life)).toMatchObject({ achievedOn: '2022-06-02', late: true });
  });

  it('goes by the end of each day: a correction on the same day does not count as falling back', () => {
    const life = live(
      training,
      add('2021-08-01', 3),
      add('2022-05-27', -1),
      add('2021-08-02', 1, '2022-05-28'),
      add('2022-05-27', 1, '2022-05-29'),
    );
    expect(view(life)).toMatchObject({ status: 'achieved', achievedOn: '2021-08-02', late: false });
  });

  it('is on target while its day has not passed', () => {
    expect(view(live(training, add('2021-12-05', 1), '2022-05-30')).onTarget).toBe(true);
    expect(view(live(training, add('2021-12-05', 1), '2022-05-31')).onTarget).toBe(false);
  });
});

describe('a percentage', () => {
  const notes = define('percentage');
  const money = define('percentage', { measure: 'cumulative', occurrences: [], due: '2022-05-30' });

  it('of what can only grow is achieved by the first reading that reaches the target', () => {
    expect(view(live(money, read('2022-01-05', 40)))).toMatchObject({ status: 'inProgress', onTarget: true });
    expect(view(live(money, read('2022-01-05', 40), read('2022-05-30', 80)))).toMatchObject({
      status: 'achieved',
      achieved: 80,
      achievedOn: '2022-05-30',
      late: false,
    });
  });

  it('of what may fall again stays in progress, and on target, while its readings reach the target', () => {
    const life = live(notes, read('2021-09-30', 85), read('2021-12-30', 83), '2022-01-09');
    expect(view(life)).toMatchObject({ status: 'inProgress', deadline: 'upcoming', achieved: 83, onTarget: true });
  });

  it('of 23.44 against 80 is in progress and not on target', () => {
    const life = live(notes, read('2021-09-30', 23.44));
    expect(view(life)).toMatchObject({ status: 'inProgress', achieved: 23.44, onTarget: false });
  });

  it('owes a reading for each quarter, which any later reading gives too', () => {
    expect(view(live(notes, '2021-10-01T00:00:00'))).toMatchObject({ deadline: 'overdue', due: '2021-09-30' });
    const life = live(notes, read('2022-01-03', 82, '2022-01-05'));
    expect(view(life)).toMatchObject({ deadline: 'upcoming', due: '2022-06-30' });
  });

  it('goes by the day of its readings, not by the order in which they are recorded', () => {
    const life = live(notes, read('2021-12-30', 60, '2022-01-02'), read('2021-09-30', 90, '2022-01-03'));
    expect(view(life).achieved).toBe(60);
  });

  it('is achieved when somebody declares it', () => {
    const life = live(notes, read('2022-06-20', 81), act('2022-06-21', { type: 'complete' }));
    expect(view(life)).toMatchObject({ status: 'achieved', achievedOn: '2022-06-21', late: false });
  });

  it('is judged by its last reading at the end of the year', () => {
    const good = live(notes, read('2021-09-30', 30), read('2022-06-20', 80), '2022-07-01T00:00:00');
    expect(view(good)).toMatchObject({ status: 'achieved', deadline: 'met', achievedOn: '2022-06-20', late: false });
    const bad = live(notes, read('2021-09-30', 95), read('2022-06-20', 79.9), '2022-07-01T00:00:00');
    expect(view(bad)).toMatchObject({ status: 'notAchieved', deadline: 'closed', achievedOn: null, onTarget: false });
    expect(view(live(notes, '2022-07-01T00:00:00')).status).toBe('notAchieved');
  });

  it('whose target was due in May and is reached in June is achieved late at the end of the year', () => {
    const early = define('percentage', { due: '2022-05-30', occurrences: [] });
    const life = live(early, read('2022-06-15', 88), '2022-07-01T00:00:00');
    expect(view(life)).toMatchObject({ status: 'achieved', achievedOn: '2022-06-15', late: true });
  });
});

describe('steps that lead up to a number', () => {
  const letter = act('2021-09-05', { type: 'completeStep', step: 'letter' });

  it.each(['recurring', 'count', 'percentage'] as const)(
    'begin the work of a %s indicator and settle nothing',
    (kind) => {
      const life = live(define(kind, { steps: [step('letter')], evidenceRequired: true }), letter);
      expect(life.refusals).toEqual([]);
      expect(view(life)).toMatchObject({ status: 'inProgress', stepsLeft: [], achievedOn: null });
    },
  );

  it('are not asked for when the target is met', () => {
    const life = live(define('count', { steps: [step('letter')] }), add('2021-09-05', 4));
    expect(view(life)).toMatchObject({ status: 'achieved', stepsLeft: ['letter'] });
  });

  it('still show that work has begun after a number was taken back', () => {
    const life = live(
      define('count', { steps: [step('letter')] }),
      letter,
      add('2021-09-06', 1),
      add('2021-09-07', -1),
    );
    expect(view(life)).toMatchObject({ status: 'inProgress', achieved: 0 });
  });
});
