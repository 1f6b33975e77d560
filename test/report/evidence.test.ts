import { describe, expect, it } from 'vitest';
import { send } from '../../machines/advance.ts';
import type { PersonAction } from '../../machines/types.ts';
import { parseLocalDateTime } from '../../src/calendar/local-time.ts';
import { lastNoteOf, papersOf, supportedBy } from '../../src/report/evidence.ts';
import type { PlanRecord, RecordedEntry } from '../../src/report/record.ts';
import { reportTime, type Standing, standingsAt } from '../../src/report/standings.ts';
import { planNamed, recordNamed } from './records.ts';

const ORDER = { reference: 'Office order 7', date: null };

/** The national plan in which nobody has done anything but what is given here, of one indicator. */
function recorded(code: string, ...acts: readonly (readonly [day: string, action: PersonAction])[]): Standing {
  const empty: PlanRecord = { ...recordNamed('mowca-2021-22', '2021-07-01'), plan: planNamed('mowca-2021-22') };
  const log: RecordedEntry[] = [...empty.logs.get(code)!.slice(0, 1)];
  const { definition } = log[0]!;
  let [standing] = standingsAt({ ...empty, logs: new Map([[code, log]]) }, reportTime(empty.plan, '2021-07-01'));
  for (const [day, action] of acts) {
    const at = parseLocalDateTime(`${day}T12:00:00`, 'Asia/Dhaka');
    const by = { post: 'programmer-ict', person: null };
    const { steps, refusal } = send(definition, standing!.state, { ...action, at, on: day, by });
    expect(refusal).toBeNull();
    for (const { entry } of steps) log.push({ seq: log.length + 1, entry, definition, hash: String(log.length) });
    [standing] = standingsAt({ ...empty, logs: new Map([[code, log]]) }, { on: day, until: at });
  }
  return standing!;
}

const number = (count: number, paper = false): PersonAction => ({
  type: 'recordNumber',
  number: count,
  evidence: paper ? [ORDER] : [],
  note: null,
});
const reading = (value: number, paper = false): PersonAction => ({
  type: 'recordReading',
  value,
  evidence: paper ? [ORDER] : [],
  note: `${value} so far`,
});

describe('What papers show', () => {
  it('of a count: the times that have one, less what was corrected', () => {
    const standing = recorded(
      '2.2.1',
      ['2021-10-04', number(2, true)],
      ['2021-10-05', number(1)],
      ['2021-10-06', number(-1)],
    );
    expect(standing.view.achieved).toBe(2);
    expect(supportedBy(standing)).toBe(1);
  });

  it('of a percentage: the latest that has one', () => {
    const standing = recorded('2.2.2', ['2021-10-04', reading(30, true)], ['2021-11-04', reading(50)]);
    expect([standing.view.achieved, supportedBy(standing)]).toEqual([50, 30]);
    expect(lastNoteOf(standing)).toBe('50 so far');
  });

  it('of nothing, where there is no paper', () => {
    expect(supportedBy(recorded('2.2.1', ['2021-10-04', number(4)]))).toBeNull();
  });

  it('no longer stands once its act was taken back by a reopening', () => {
    const meeting: PersonAction = { type: 'completeStep', step: 'meeting', evidence: [ORDER], note: null };
    const held = [
      ['2021-08-16', { type: 'completeStep', step: 'gather-services', evidence: [], note: null }],
      ['2021-08-25', meeting],
    ] as const;
    expect(papersOf(recorded('1.4.1', ...held))).toMatchObject([{ reference: 'Office order 7', on: '2021-08-25' }]);
    const reopened = recorded('1.4.1', ...held, ['2021-08-26', { type: 'reopen', reason: 'wrong paper' }]);
    expect([papersOf(reopened), supportedBy(reopened)]).toEqual([[], null]);
  });

  it('is listed once, however often it is named', () => {
    const twice = recorded('2.2.1', ['2021-10-04', number(1, true)], ['2021-10-05', number(1, true)]);
    expect(papersOf(twice)).toHaveLength(1);
  });
});
