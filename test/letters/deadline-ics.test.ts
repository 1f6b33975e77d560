import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { deadlineIcs } from '../../src/letters/deadline-ics.ts';
import { aDigest, anEscalation, anItem, BUSY_MORNING } from './facts.ts';

function eventsOf(ics: string | null) {
  const calendar = new ICAL.Component(ICAL.parse(ics ?? ''));
  return calendar.getAllSubcomponents('vevent').map((component) => ({ component, event: new ICAL.Event(component) }));
}

describe('the calendar file', () => {
  it('comes with the first reminder, and only then', () => {
    expect(deadlineIcs(aDigest([anItem({ firstNotice: true })]))).not.toBeNull();
    expect(deadlineIcs(aDigest([anItem()]))).toBeNull();
    expect(deadlineIcs(anEscalation({ firstNotice: true }))).toBeNull();
    expect(eventsOf(deadlineIcs(aDigest(BUSY_MORNING)))).toHaveLength(1);
  });

  it('puts the whole due day into the calendar, with an alarm at nine on the morning before', () => {
    const [first] = eventsOf(deadlineIcs(aDigest([anItem({ firstNotice: true })])));
    const { component, event } = first!;
    expect(event.summary).toBe('১.২.১ একটি সেবা সহজিকৃত');
    expect(event.startDate.isDate).toBe(true);
    expect(event.startDate.toString()).toBe('2022-02-25');
    expect(event.endDate.toString()).toBe('2022-02-26');
    expect(event.description).toContain('https://plan.mowca.example/plans/mowca-2021-22/indicators/1.2.1');
    const alarm = component.getFirstSubcomponent('valarm');
    expect(String(alarm?.getFirstPropertyValue('trigger'))).toBe('-PT15H');
  });

  it('asks nobody for an answer', () => {
    const ics = deadlineIcs(aDigest([anItem({ firstNotice: true })]));
    expect(ics).not.toMatch(/ATTENDEE|ORGANIZER/);
    expect(ics).toContain('METHOD:PUBLISH');
  });

  it('keeps its identity for the life of the deadline, and a moved deadline replaces the entry', () => {
    const [before, moved, otherQuarter] = [
      anItem({ firstNotice: true }),
      anItem({ firstNotice: true, generation: 1, due: '2022-03-10' }),
      anItem({ firstNotice: true, checkpoint: 'q1' }),
    ].map((item) => eventsOf(deadlineIcs(aDigest([item])))[0]!.event);
    expect(moved?.uid).toBe(before?.uid);
    expect([before?.sequence, moved?.sequence]).toEqual([0, 1]);
    expect(otherQuarter?.uid).not.toBe(before?.uid);
  });

  it('cannot be broken out of by a title', () => {
    const title = { bn: 'ক, খ; \\ "গ"\r\nATTENDEE:mailto:x@y.z\r\nEND:VEVENT', en: '' };
    const [first, second] = eventsOf(deadlineIcs(aDigest([anItem({ firstNotice: true, title })])));
    expect(second).toBeUndefined();
    expect(first?.event.attendees).toEqual([]);
    expect(first?.event.summary).toBe('১.২.১ ক, খ; \\ "গ" ATTENDEE:mailto:x@y.z END:VEVENT');
  });
});
