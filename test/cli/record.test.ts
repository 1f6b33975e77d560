import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOffice, type TestOffice } from './open-office.ts';
import { type Printed, type } from './terminal.ts';

const PLAN = 'mowca-2021-22';
let office: TestOffice;

beforeAll(async () => {
  office = await openOffice('2022-02-20T10:00:00');
  await type(['plan', 'apply', PLAN], { app: office.app });
});
afterAll(() => office.close());

function record(...args: string[]): Promise<Printed> {
  return type(['record', PLAN, ...args, '--by', 'programmer-ict'], { app: office.app });
}

async function recorded(...args: string[]) {
  const { code, out } = await record(...args, '--json');
  expect(code).toBe(0);
  return JSON.parse(out).indicator;
}

describe('Recording what was done', () => {
  it('completes steps in order, with the paper that shows the last of them', async () => {
    expect(await recorded('1.1.1', 'complete-step', '--step', 'select-idea', '--on', '১২ অক্টোবর ২০২১')).toMatchObject({
      status: 'inProgress',
      stepsLeft: ['pilot', 'office-order'],
    });
    expect(await recorded('১.১.১', 'completeStep', '--step', 'pilot', '--on', '31/01/2022')).toMatchObject({
      stepsLeft: ['office-order'],
    });
    const { code, out } = await record(
      ...['1.1.1', 'complete-step', '--step', 'office-order', '--on', '16 February 2022'],
      ...['--evidence', 'Office order 12.34 @ 16-02-2022', '--evidence', 'desk@mowca.example'],
    );
    expect(code).toBe(0);
    expect(out).toContain('1.1.1 One new innovative idea implemented\n  achieved, 16 Feb 2022');
    expect(out).not.toContain('Next notice');
  });

  it('records numbers, readings and occurrences', async () => {
    expect(await recorded('2.2.1', 'record-number', '--number', '৩')).toMatchObject({ achieved: 3 });
    expect(await recorded('2.2.1', 'record-number', '--number', '-1')).toMatchObject({ achieved: 2 });
    expect(await recorded('2.2.2', 'record-reading', '--value', '২৩.৪৪%')).toMatchObject({ achieved: 23.44 });
    expect(await recorded('2.2.3', 'hold-occurrence', '--occurrence', 'q1', '--on', '2021-09-29')).toMatchObject({
      achieved: 1,
    });
  });

  it('puts on hold, resumes, declares, reopens and withdraws, with a reason', async () => {
    expect(await recorded('2.2.5', 'suspend', '--reason', 'Covid-19')).toMatchObject({
      status: 'onHold',
      deadline: 'paused',
      next: null,
    });
    expect(await recorded('2.2.5', 'resume')).toMatchObject({ status: 'notStarted' });
    expect(await recorded('2.2.5', 'declare-not-achieved', '--reason', 'No money')).toMatchObject({
      status: 'notAchieved',
    });
    expect(await recorded('2.2.5', 'reopen', '--reason', 'Money came')).toMatchObject({ status: 'notStarted' });
    expect(await recorded('2.2.5', 'withdraw', '--reason', 'Left out')).toMatchObject({ status: 'withdrawn' });
  });

  it('says in the language asked for who is told next, and when', async () => {
    const { out } = await record('1.2.1', 'complete-step', '--step', 'select-service', '--lang', 'bn');
    expect(out).toBe(
      '১.২.১ একটি সেবা সহজিকৃত\n' +
        '  চলমান · অগ্রগতি: ৩ ধাপের ১টি · শেষ দিন: ২৫ ফেব্রুয়ারি ২০২২ (আর ৫ দিন বাকি)\n' +
        '  পরবর্তী বার্তা: ২২ ফেব্রুয়ারি ২০২২, সকাল ৯.০০টা, প্রোগ্রামার, আইসিটি শাখা, উপসচিব, প্রশাসন-১ শাখা\n',
    );
  });
});

describe('What the plan does not allow', () => {
  it('is refused with the reason, in exit code 2, and changes nothing', async () => {
    const refused = await record('1.3.1', 'complete-step', '--step', 'launch');
    expect(refused).toEqual({
      code: 2,
      out: '',
      err: "1.3.1: The step 'launch' cannot be completed yet. Complete the step 'select-service' first.\n",
    });
    const again = await record('1.3.1', 'complete-step', '--step', 'launch', '--lang', 'bn', '--json');
    expect(again.code).toBe(2);
    expect(again.err).toBe('');
    const { refusal, indicator } = JSON.parse(again.out);
    expect(refusal).toMatchObject({ code: 'stepOutOfOrder', message: expect.stringContaining('‘launch’') });
    expect(indicator).toMatchObject({ status: 'notStarted' });
  });

  it('a day that has not come is refused', async () => {
    const { code, err } = await record('2.1.1', 'hold-occurrence', '--on', '2022-02-21');
    expect(code).toBe(2);
    expect(err).toContain('21 February 2022');
  });
});

describe('What was typed wrong', () => {
  it.each([
    [['1.2.9', 'complete'], 'has no indicator "1.2.9": did you mean "1.2.1"?'],
    [['1.2.1', 'compleet-step'], 'did you mean "complete-step"?'],
    [['1.2.1', 'complete-step'], 'complete-step needs --step'],
    [['1.2.1', 'suspend', '--reason', 'x', '--value', '3'], '--value does not belong to suspend'],
    [['1.2.1', 'complete', '--on', 'someday'], 'Write a date'],
    [['2.2.1', 'record-number', '--number', 'two'], 'Write a number'],
  ])('%j is told with what there is', async (args, expected) => {
    const { code, out, err } = await record(...args);
    expect(err).toContain(expected);
    expect(code).toBe(1);
    expect(out).toBe('');
  });

  it('an unknown plan or post names the likely one', async () => {
    const plan = await type(['record', 'mowca-2021-2', '1.2.1', 'complete', '--by', 'x'], { app: office.app });
    expect(plan).toMatchObject({ code: 1, err: expect.stringContaining('did you mean "mowca-2021-22"?') });
    const filed = await type(['record', 'dwa-2021-22', '1.2.1', 'complete', '--by', 'x'], { app: office.app });
    expect(filed.err).toContain('suchok plan apply dwa-2021-22');
    const post = await type(['record', PLAN, '1.2.1', 'complete', '--by', 'programer-ict'], { app: office.app });
    expect(post.err).toContain('did you mean "programmer-ict"?');
  });
});
