import { describe, expect, it } from 'vitest';
import { buildCalendar } from '../../src/calendar/calendar.ts';
import { parseCalendarFile } from '../../src/calendar/calendar-file.ts';
import { formatFault } from '../../src/plan/fault.ts';

const GOOD = `id: island
name: { bn: দ্বীপ, en: Island }
weekend: [saturday, sunday]
names:
  feast: { bn: উৎসব, en: Feast }
periods:
  - from: 2022-01-01
    to: 2022-12-31
    source: The gazette of the island, number 7
    holidays:
      - { dates: [2022-06-01, ২ জুন ২০২২], kind: general, name: feast, provisional: true }
      - { dates: 2022-06-08, kind: executive, name: { bn: শোক, en: Mourning } }
    workingDays:
      - { dates: 2022-06-04, reason: { bn: বিনিময়, en: Exchange } }
`;

function faultsOf(text: string): string[] {
  const result = parseCalendarFile(text, 'island.yaml');
  return 'faults' in result ? result.faults.map(formatFault) : [];
}

describe('a calendar file', () => {
  it('is read with a day alone or several in a list, and names written once or in place', () => {
    const result = parseCalendarFile(GOOD, 'island.yaml');
    if ('faults' in result) throw new Error(result.faults.map(formatFault).join('\n'));
    const calendar = buildCalendar(result.file);
    expect(calendar.dayOff('2022-06-02')).toEqual({
      name: { bn: 'উৎসব', en: 'Feast' },
      kind: 'general',
      provisional: true,
    });
    expect(calendar.dayOff('2022-06-08')).toMatchObject({ name: { en: 'Mourning' }, provisional: false });
    expect(calendar.isWorkingDay('2022-06-04')).toBe(true);
    expect(calendar.isWorkingDay('2022-06-05')).toBe(false);
    expect(calendar.covered).toEqual([{ from: '2022-01-01', to: '2022-12-31' }]);
  });

  it('tells every fault at once, each with its line, its field and what to do', () => {
    const text = GOOD.replace('id: island', 'id: My Island')
      .replace('sunday', 'sundey')
      .replace('[2022-06-01,', '[2022-06-31,')
      .replace('kind: executive', 'kind: executive, colour: red')
      .replace('name: feast', 'name: feest')
      .replace('2022-06-04', '2023-06-04');
    expect(faultsOf(text)).toEqual([
      'island.yaml:1:5 id: "My Island" is no id: write lower-case letters, digits and single hyphens, as in office-order',
      'island.yaml:3:21 weekend[1]: "sundey" is not known here: did you mean "sunday"?',
      'island.yaml:11:19 periods[0].holidays[0].dates[0]: "2022-06-31" is no date of the calendar: write a date such as 2022-01-13 or ১৩ জানুয়ারি ২০২২',
      'island.yaml:11:65 periods[0].holidays[0].name: "feest" is not among the names: did you mean "feast"?',
      'island.yaml:12:47 periods[0].holidays[1].colour: is not a key of a holiday: use one of: dates, name, kind, provisional',
      'island.yaml:14:18 periods[0].workingDays[0].dates: 2023-06-04 is not from 2022-01-01 to 2022-12-31: move it to its own period',
    ]);
  });

  it('wants every name in both languages, and a source for every period', () => {
    const text = GOOD.replace('bn: উৎসব, ', '').replace('    source: The gazette of the island, number 7\n', '');
    expect(faultsOf(text)).toEqual([
      'island.yaml:5:3 names.feast.bn: is missing: write the text in Bengali',
      'island.yaml:7:5 periods[0].source: is missing: write who published the holidays of the period, and when; or that this is not confirmed',
    ]);
  });

  it('refuses a day that is both a holiday and worked, and a working day listed for nothing', () => {
    expect(faultsOf(GOOD.replace('dates: 2022-06-04', 'dates: [2022-06-01, 2022-06-03]'))).toEqual([
      'island.yaml:14:19 periods[0].workingDays[0].dates[0]: 2022-06-01 is written as a holiday too: delete one of the two',
      'island.yaml:14:31 periods[0].workingDays[0].dates[1]: 2022-06-03 is a working day anyway: delete it',
    ]);
  });

  it('refuses periods that overlap or end before they begin', () => {
    const more = `${GOOD}  - { from: 2022-12-31, to: 2023-06-30, source: b }\n  - { from: 2024-02-01, to: 2024-01-01, source: c }\n`;
    expect(faultsOf(more)).toEqual([
      'island.yaml:15:13 periods[1].from: shares days with periods[0]: let each day stand in one',
      'island.yaml:16:29 periods[2].to: 2024-01-01 lies before 2024-02-01: write the later day here',
    ]);
  });

  it('refuses a weekend of seven days, which would leave no working day to move a notice to', () => {
    const week = 'monday, tuesday, wednesday, thursday, friday, saturday, sunday';
    expect(faultsOf(GOOD.replace('saturday, sunday', week))).toEqual([
      'island.yaml:3:10 weekend: leaves no day to work on: write six days at most',
    ]);
  });

  it('says so when it is empty or no YAML', () => {
    expect(faultsOf('')).toHaveLength(1);
    expect(faultsOf('id: [')).toHaveLength(1);
    expect(faultsOf('id: island')).toHaveLength(3);
  });
});
