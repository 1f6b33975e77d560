import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alarmId } from '../../src/queue/alarms.ts';

describe('The id of an alarm', () => {
  it('is the minute at which it rings', () => {
    expect(alarmId(Date.UTC(2027, 0, 13, 3))).toBe('alarm-20270113T0300Z');
  });

  it('has seconds and milliseconds where the instant has any', () => {
    expect(alarmId(Date.UTC(2027, 0, 13, 3, 0, 5))).toBe('alarm-20270113T030005Z');
    expect(alarmId(Date.UTC(2027, 0, 13, 3, 0, 0, 7))).toBe('alarm-20270113T030000.007Z');
  });

  it('differs for any two instants, and is one that BullMQ accepts', () => {
    const instant = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2038, 0, 1) });
    fc.assert(
      fc.property(instant, instant, (a, b) => {
        expect(alarmId(a)).toMatch(/^alarm-[0-9TZ.]+$/);
        expect(alarmId(a) === alarmId(b)).toBe(a === b);
      }),
    );
  });
});
