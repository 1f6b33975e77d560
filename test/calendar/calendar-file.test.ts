import { describe, expect, it } from 'vitest';
import { buildCalendar } from '../../src/calendar/calendar.ts';
import { formatCalendarFault, parseCalendarFile } from '../../src/calendar/calendar-file.ts';

const GOOD = `id: island
name: { bn: দ্বীপ, en: Island }
weekend: [saturday, sunday]
periods:
  - from: 2022-01-01
    to: 2022-12-31
    source: The gazette of the island, number 7
    holidays:
      - { dates: [2022-06-01, 2022-06-02], kind: general, name: { bn: উৎসব, en: Feast }, provisional: true }
    workingDays:
      - { dates: 2022-06-04, reason: { bn: বিনিময়, en: Exchange } }
`;

function faultsOf(text: string): string[] {
  const result = parseCalendarFile(text, 'island.yaml');
  return result.ok ? [] : result.faults.map(formatCalendarFault);
}

describe('a calendar file', () => {
  it('is read with a day alone or several in a list', () => {
    const result = parseCalendarFile(GOOD, 'island.yaml');
    if (!result.ok) throw new Error('expected a calendar');
    const calendar = buildCalendar(result.file);
    expect(calendar.dayOff('2022-06-02')).toEqual({
      name: { bn: 'উৎসব', en: 'Feast' },
      kind: 'general',
      provisional: true,
    });
    expect(calendar.isWorkingDay('2022-06-04')).toBe(true);
    expect(calendar.isWorkingDay('2022-06-05')).toBe(false);
    expect(calendar.covered).toEqual([{ from: '2022-01-01', to: '2022-12-31' }]);
  });

  it('tells every fault at once, each with its line, its field and what to do', () => {
    const text = GOOD.replace('id: island', 'id: My Island')
      .replace('sunday', 'someday')
      .replace('to: 2022-12-31', 'to: 2022-12-32')
      .replace('kind: general', 'kind: lunar, colour: red');
    expect(faultsOf(text)).toEqual([
      'island.yaml:1:5 id: is no id; write lower-case letters, digits and hyphens',
      'island.yaml:3:21 weekend[1]: is no weekday; write one of monday, tuesday, wednesday, thursday, friday, saturday, sunday',
      "island.yaml:6:9 periods[0].to: '2022-12-32' is not a date; write a real day as YYYY-MM-DD",
      "island.yaml:9:50 periods[0].holidays[0].kind: is no kind of holiday; write 'general' or 'executive'",
      'island.yaml:9:57 periods[0].holidays[0].colour: is not a field here; check its spelling or delete it',
    ]);
  });

  it('wants the name of every holiday in both languages', () => {
    expect(faultsOf(GOOD.replace('bn: উৎসব, ', ''))).toEqual([
      'island.yaml:9:65 periods[0].holidays[0].name.bn: is missing or not a text; write one',
    ]);
  });

  it('refuses a date outside its period', () => {
    expect(faultsOf(GOOD.replace('2022-06-02', '2023-06-02'))).toEqual([
      'island.yaml:9:18 periods[0].holidays[0].dates: 2023-06-02 is not from 2022-01-01 to 2022-12-31; move it to its own period',
    ]);
  });

  it('refuses a day that is both a holiday and worked, and a working day listed for nothing', () => {
    expect(faultsOf(GOOD.replace('2022-06-04', '[2022-06-01, 2022-06-03]'))).toEqual([
      'island.yaml:11:18 periods[0].workingDays[0].dates: 2022-06-01 is listed as a holiday too; delete one of the two',
      'island.yaml:11:18 periods[0].workingDays[0].dates: 2022-06-03 is a working day without being listed; delete it',
    ]);
  });

  it('refuses periods that overlap or end before they begin', () => {
    const more = `${GOOD}  - { from: 2022-12-31, to: 2023-06-30, source: b }\n  - { from: 2024-02-01, to: 2024-01-01, source: c }\n`;
    expect(faultsOf(more)).toEqual([
      'island.yaml:12:13 periods[1].from: overlaps periods[0]; let each day stand in one period',
      'island.yaml:13:29 periods[2].to: lies before from; swap the two',
    ]);
  });

  it('refuses a weekend of seven days, which would leave no working day to move a notice to', () => {
    const week = 'monday, tuesday, wednesday, thursday, friday, saturday, sunday';
    expect(faultsOf(GOOD.replace('saturday, sunday', week))).toEqual([
      'island.yaml:3:10 weekend: leaves no working day; list six days at most',
    ]);
  });

  it('says where a text is not YAML', () => {
    expect(faultsOf('id: a\nid: b\n')).toEqual([
      'island.yaml:2:1 file: is not YAML: Map keys must be unique; correct it',
    ]);
    expect(faultsOf('id: *none\n')).toEqual(["island.yaml:1:5 file: has no anchor '&none' before '*none'; add it"]);
    expect(faultsOf('')).toEqual(['island.yaml:1:1 file: is missing or not a group of fields; write one']);
  });
});
