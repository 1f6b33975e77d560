import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atTime } from '../../src/calendar/local-time.ts';
import { assemble, type PendingNotice } from '../../src/notices/assemble.ts';
import { NO_PREFERENCE, type Preference, preferenceOf } from '../../src/notices/preference.ts';
import { indicatorOf } from '../machines/office.ts';
import { EVERY_POST_HELD, notice, personWho, staffed } from './staffed.ts';

const TODAY = '2022-02-17';
const idea = indicatorOf('milestone', { code: '1.1.1' });
const service = indicatorOf('milestone', { code: '1.2.1' });
const at = (time: string) => atTime(TODAY, time, 'Asia/Dhaka');

type Wishes = Readonly<Record<string, Partial<Preference>>>;

function tellAt(time: string, pending: readonly PendingNotice[], wishes: Wishes, plan = twoAtFocal) {
  const preferences = new Map(
    Object.entries(wishes).map(([id, wish]) => [`${id}@office.example`, { ...NO_PREFERENCE, ...wish }]),
  );
  const { messages, skipped, waiting } = assemble(plan, pending, TODAY, { now: at(time), preferences });
  const letters = messages.map(
    ({ person, items }) =>
      `${person.id}: ${items.map(({ indicator, rung }) => `${indicator.code} ${rung}`).join(', ')}`,
  );
  return { letters, skipped, waiting };
}

/** As the engine stores it: what waits comes again with those who are through with it. */
function again(pending: readonly PendingNotice[], waiting: ReturnType<typeof tellAt>['waiting']): PendingNotice[] {
  return pending.flatMap((one) => {
    const wait = waiting.get(one);
    return wait ? [{ ...one, doneWith: wait.doneWith }] : [];
  });
}

const twoAtFocal = staffed([personWho('early', 'focal'), personWho('late', 'focal')], [idea, service]);

describe('An hour of one’s own', () => {
  it('is waited for, and one letter then tells of all that came until then', () => {
    const plan = staffed(EVERY_POST_HELD, [idea, service]);
    const pending = [notice(idea, TODAY), notice(service, TODAY)];
    const before = tellAt('10:59', pending, { 'the-focal': { hour: '11:00' } }, plan);
    expect(before.letters).toEqual([]);
    expect(before.skipped.size).toBe(0);
    expect([...before.waiting.values()].map(({ until }) => until)).toEqual([at('11:00'), at('11:00')]);
    const then = tellAt('11:00', again(pending, before.waiting), { 'the-focal': { hour: '11:00' } }, plan);
    expect(then.letters).toEqual(['the-focal: 1.1.1 7-days-before, 1.2.1 7-days-before']);
    expect(then.waiting.size).toBe(0);
  });

  it('keeps nobody else waiting, and each of two is told of the same notice once', () => {
    const pending = [notice(idea, TODAY)];
    const wishes = { late: { hour: '11:00' } };
    const morning = tellAt('09:00', pending, wishes);
    expect(morning.letters).toEqual(['early: 1.1.1 7-days-before']);
    const rest = again(pending, morning.waiting);
    expect(rest[0]!.doneWith).toEqual(new Set(['early']));
    expect(tellAt('10:00', rest, wishes).letters).toEqual([]);
    expect(tellAt('11:00', rest, wishes).letters).toEqual(['late: 1.1.1 7-days-before']);
  });

  it('brings nobody an older rung after the newer one, because it waited for somebody else', () => {
    const pending = [
      notice(idea, '2022-02-10', { rung: '14-days-before' }),
      notice(idea, TODAY, { rung: '7-days-before', role: 'focalPoint' }),
    ];
    const wishes = { late: { hour: '11:00' } };
    const morning = tellAt('09:00', pending, wishes);
    expect(morning.letters).toEqual(['early: 1.1.1 7-days-before']);
    const noon = tellAt('11:00', again(pending, morning.waiting), wishes);
    expect(noon.letters).toEqual(['late: 1.1.1 7-days-before']);
    expect([...noon.skipped.values()]).toEqual(['overtaken']);
  });

  it('is no excuse to tell of what was settled while it was waited for', () => {
    const pending = [notice(idea, TODAY)];
    const morning = tellAt('09:00', pending, { late: { hour: '11:00' } });
    const [rest] = again(pending, morning.waiting);
    const { letters, skipped } = tellAt('11:00', [{ ...rest!, stillRuns: false }], {});
    expect(letters).toEqual([]);
    expect([...skipped.values()]).toEqual(['settled']);
  });

  it('holds for escalations too', () => {
    const plan = staffed(EVERY_POST_HELD, [idea]);
    const pending = [notice(idea, TODAY, { notice: 'escalation', rung: '1-working-day-after', role: 'supervisor' })];
    const wishes = { 'the-supervisor': { hour: '14:30' } };
    expect(tellAt('09:00', pending, wishes, plan).letters).toEqual([]);
    expect(tellAt('14:30', pending, wishes, plan).letters).toEqual(['the-supervisor: 1.1.1 1-working-day-after']);
  });
});

describe('A letter to each indicator', () => {
  it('comes to those who like that better than a digest, and to nobody else', () => {
    const pending = [notice(idea, TODAY), notice(service, TODAY)];
    expect(tellAt('09:00', pending, { late: { delivery: 'single' } }).letters).toEqual([
      'early: 1.1.1 7-days-before, 1.2.1 7-days-before',
      'late: 1.1.1 7-days-before',
      'late: 1.2.1 7-days-before',
    ]);
  });
});

describe('Preferences', () => {
  it('belong to an address, however its letters are cased', () => {
    const english = { ...NO_PREFERENCE, language: 'en' as const };
    expect(preferenceOf(new Map([['the-focal@office.example', english]]), { email: 'The-Focal@Office.example' })).toBe(
      english,
    );
    expect(preferenceOf(new Map(), { email: 'the-focal@office.example' })).toBe(NO_PREFERENCE);
  });
});

const hours = fc.constantFrom(null, '09:30', '11:00', '18:00');

describe('Whatever hours people like', () => {
  it('by the evening each of them was told of each notice once, and of no rung but the newest', () => {
    const people = ['a', 'b', 'c'].map((id) => personWho(id, 'focal'));
    const plan = staffed(people, [idea, service]);
    fc.assert(
      fc.property(fc.tuple(hours, hours, hours), fc.integer({ min: 1, max: 3 }), ([a, b, c], rungs) => {
        const wishes = { a: { hour: a }, b: { hour: b }, c: { hour: c } };
        let pending: PendingNotice[] = [idea, service].flatMap((indicator) =>
          Array.from({ length: rungs }, (_, n) =>
            notice(indicator, `2022-02-${14 + n}`, { rung: `follow-up`, number: n }),
          ),
        );
        const told: string[] = [];
        for (const time of ['09:00', '09:30', '11:00', '17:00', '18:00']) {
          const { letters, waiting } = tellAt(time, pending, wishes, plan);
          told.push(...letters);
          pending = again(pending, waiting);
        }
        expect(pending).toEqual([]);
        expect(told.sort()).toEqual(['a', 'b', 'c'].map((id) => `${id}: 1.1.1 follow-up, 1.2.1 follow-up`));
      }),
    );
  });
});
