import { describe, expect, it } from 'vitest';
import { readSurroundings } from '../../src/plan/config-folder.ts';
import { formatFault } from '../../src/plan/fault.ts';
import { readPolicy } from '../../src/plan/read-policy.ts';

describe('the standard policy', () => {
  it('reminds at 30, 14, 7, 3 and 1 days and on the day, escalates at 1, 5 and 10 working days, then asks weekly', () => {
    const { policies, faults } = readSurroundings('config');
    expect(faults).toEqual([]);
    expect(policies.get('standard')).toEqual({
      id: 'standard',
      hour: '09:00',
      reminders: { to: ['focalPoint', 'innovationOfficer'], daysBefore: [30, 14, 7, 3, 1], onTheDay: true },
      escalations: [
        { to: ['supervisor'], workingDaysAfter: 1 },
        { to: ['headOfOffice'], workingDaysAfter: 5 },
        { to: ['superiorAuthority'], workingDaysAfter: 10 },
      ],
      followUp: { to: ['focalPoint', 'innovationOfficer'], everyDays: 7 },
    });
  });
});

describe('a policy file', () => {
  it('says all that is wrong with it at once', () => {
    const reading = readPolicy(
      `hour: 9 o'clock
reminders: { to: [focalPoint, boss], daysBefore: [0], onTheDay: maybe }
followUp: { to: focalPoint, everyDays: 1.5 }
`,
      'mine.yaml',
    );
    expect('faults' in reading && reading.faults.map(formatFault)).toEqual([
      'mine.yaml:1:1 id: is missing: write the id of the policy, as in standard',
      'mine.yaml:1:7 hour: "9 o\'clock" is not understood: write a time of day such as "09:00"',
      'mine.yaml:2:31 reminders.to[1]: "boss" is not known here: use one of: focalPoint, innovationOfficer, supervisor, headOfOffice, superiorAuthority',
      'mine.yaml:2:51 reminders.daysBefore[0]: "0" is not a whole number from 1 on: write it in digits',
      'mine.yaml:2:65 reminders.onTheDay: "maybe" is not understood: write yes or no',
      'mine.yaml:3:40 followUp.everyDays: "1.5" is not a whole number from 1 on: write it in digits',
    ]);
  });

  it('takes one role without a list, Bengali digits, and days in any order', () => {
    const text = 'id: calm\nhour: "৯:৩০"\nreminders: { to: supervisor, daysBefore: [১, ১০], onTheDay: না }\n';
    expect(readPolicy(text, 'calm.yaml')).toEqual({
      policy: {
        id: 'calm',
        hour: '09:30',
        reminders: { to: ['supervisor'], daysBefore: [10, 1], onTheDay: false },
        escalations: [],
        followUp: null,
      },
    });
  });
});
