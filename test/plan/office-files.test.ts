import { describe, expect, it } from 'vitest';
import { begin, send } from '../../machines/advance.ts';
import { workStatus } from '../../machines/state.ts';
import { buildCalendar } from '../../src/calendar/calendar.ts';
import { parseCalendarFile } from '../../src/calendar/calendar-file.ts';
import { parseLocalDateTime } from '../../src/calendar/local-time.ts';
import type { Calendar } from '../../src/calendar/types.ts';
import { compilePlan } from '../../src/plan/compile.ts';
import { configNames, readConfigFile, readHistoryFile, readPlanFile } from '../../src/plan/config-folder.ts';
import { formatFault } from '../../src/plan/fault.ts';
import type { History } from '../../src/plan/history.ts';
import type { Indicator, Plan } from '../../src/plan/types.ts';

function planNamed(name: string): Plan {
  const reading = readPlanFile('config', name);
  if ('faults' in reading) throw new Error(reading.faults.map(formatFault).join('\n'));
  return reading.plan;
}

function indicators(plan: Plan): Indicator[] {
  return plan.activities.flatMap((activity) => activity.indicators);
}

function historyNamed(name: string): History {
  const reading = readHistoryFile('config', name, planNamed(name));
  if ('faults' in reading) throw new Error(reading.faults.map(formatFault).join('\n'));
  return reading.history;
}

const calendar: Calendar = (() => {
  const path = 'config/calendars/bangladesh.yaml';
  const reading = parseCalendarFile(readConfigFile(path), path);
  if ('faults' in reading) throw new Error(`${path} is at fault`);
  return buildCalendar(reading.file);
})();

/** Where each indicator stands when the whole history has been sent to its machine; throws for a refusal. */
function standing(name: string): Record<string, { status: string; achievedOn: string | null }> {
  const plan = planNamed(name);
  const { events } = historyNamed(name);
  return Object.fromEntries(
    compilePlan(plan, calendar).map((definition) => {
      let state = begin(definition, definition.opensAt).state;
      for (const event of events.filter((each) => each.indicator === definition.code)) {
        const at = parseLocalDateTime(event.at, plan.zone);
        const sent = send(definition, state, {
          ...event.action,
          at,
          on: event.on,
          by: { post: event.by, person: null },
        });
        if (sent.refusal) throw new Error(`${definition.code} on ${event.on}: ${sent.refusal.code}`);
        state = sent.steps.at(-1)!.state;
      }
      return [definition.code, { status: workStatus(state.value), achievedOn: state.context.achievedOn }];
    }),
  );
}

function withStatus(name: string, status: string): string[] {
  return Object.entries(standing(name))
    .filter(([, each]) => each.status === status)
    .map(([code]) => code);
}

describe('the plans of the five offices', () => {
  it.each(configNames('config', 'plans'))('%s reads without a fault, and is named as its file', (name) => {
    const plan = planNamed(name);
    expect(plan.id).toBe(name);
    expect(indicators(plan).length).toBe(name.startsWith('chatkhil') ? 9 : 13);
    expect(plan.people.every((person) => person.email.endsWith('.example'))).toBe(true);
    expect(indicators(plan).every((indicator) => indicator.guidance !== null)).toBe(true);
  });

  it('the national plan of 2021-22 has the targets and weights of the documents', () => {
    const plan = planNamed('mowca-2021-22');
    expect(plan.totalWeight).toBe(50);
    expect(indicators(plan).map(({ code, unit, weight, target }) => [code, unit, weight, target])).toEqual([
      ['1.1.1', 'date', 5, '2022-03-16'],
      ['1.2.1', 'date', 5, '2022-02-25'],
      ['1.3.1', 'date', 5, '2021-12-30'],
      ['1.4.1', 'date', 4, '2021-08-30'],
      ['1.5.1', 'percent', 6, 80],
      ['1.6.1', 'number', 4, 4],
      ['2.1.1', 'number', 4, 4],
      ['2.1.2', 'number', 2, 4],
      ['2.2.1', 'number', 3, 4],
      ['2.2.2', 'percent', 3, 80],
      ['2.2.3', 'number', 3, 4],
      ['2.2.4', 'date', 3, '2022-01-13'],
      ['2.2.5', 'date', 3, '2022-05-30'],
    ]);
  });

  it.each(['wewb', 'dwa', 'dol'])('%s has the same indicators and targets, and leaves weights out', (office) => {
    const plan = planNamed(`${office}-2021-22`);
    const asIn = (each: Indicator) => [each.code, each.kind, each.unit, each.target, each.due];
    expect(indicators(plan).map(asIn)).toEqual(indicators(planNamed('mowca-2021-22')).map(asIn));
    expect(plan.totalWeight).toBeNull();
  });

  it('in Chatkhil one person holds the focal point and the innovation officer, and a colleague is the deputy', () => {
    const plan = planNamed('chatkhil-2024-25');
    expect(plan.people.map((person) => person.holds.map((held) => [held.post, held.deputy]))).toEqual([
      [['upazila-cooperative-officer', false]],
      [
        ['member', false],
        ['focal-point', true],
      ],
      [
        ['focal-point', false],
        ['innovation-officer', false],
      ],
    ]);
  });
});

describe('the histories of the five offices', () => {
  it.each(configNames('config', 'histories'))('%s reads without a fault, every event on a working day', (name) => {
    const { events, plan, source } = historyNamed(name);
    expect(plan).toBe(name);
    expect(source).toContain('Minutes of');
    expect(events.filter((event) => !calendar.isWorkingDay(event.on))).toEqual([]);
    expect(events.map((event) => event.at)).toEqual(events.map((event) => event.at).toSorted());
  });

  it('there is a history for every plan', () => {
    expect(configNames('config', 'histories')).toEqual(configNames('config', 'plans'));
  });

  it('the ministry ends with twelve achieved, and notes in e-file in progress', () => {
    expect(withStatus('mowca-2021-22', 'achieved')).toHaveLength(12);
    expect(withStatus('mowca-2021-22', 'inProgress')).toEqual(['1.5.1']);
  });

  it('the welfare board stands in January as its minutes say', () => {
    expect(withStatus('wewb-2021-22', 'achieved')).toEqual(['1.1.1', '1.2.1', '1.4.1', '1.6.1', '2.2.4']);
    expect(withStatus('wewb-2021-22', 'inProgress')).toEqual(['1.3.1', '1.5.1', '2.1.1', '2.1.2', '2.2.1', '2.2.3']);
    expect(withStatus('wewb-2021-22', 'notAchieved')).toEqual(['2.2.2']);
    expect(withStatus('wewb-2021-22', 'onHold')).toEqual(['2.2.5']);
  });

  it('the Department of Women Affairs has its achievements on the days of the minutes', () => {
    const stands = standing('dwa-2021-22');
    expect(['1.1.1', '1.2.1', '2.2.5'].map((code) => stands[code]?.achievedOn)).toEqual([
      '2022-03-16',
      '2022-02-10',
      '2022-05-24',
    ]);
    expect(['1.6.1', '2.2.1', '2.2.3'].map((code) => stands[code]?.status)).toEqual(Array(3).fill('achieved'));
  });

  it('the Department of Labour has selected its three ideas', () => {
    expect(withStatus('dol-2021-22', 'inProgress')).toEqual(['1.1.1', '1.2.1', '1.3.1', '2.2.3']);
  });

  it('Chatkhil has its list of files, and a first reading of 23.44', () => {
    expect(withStatus('chatkhil-2024-25', 'achieved')).toEqual(['4.1.1']);
    const reading = historyNamed('chatkhil-2024-25').events.find((event) => event.indicator === '4.1.2');
    expect(reading?.action).toMatchObject({ type: 'recordReading', value: 23.44 });
  });
});
