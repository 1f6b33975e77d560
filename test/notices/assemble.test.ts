import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemble, classOf, type PendingNotice } from '../../src/notices/assemble.ts';
import { ROLES } from '../../src/plan/types.ts';
import { indicatorOf } from '../machines/office.ts';
import { EVERY_POST_HELD, notice, personWho, staffed } from './staffed.ts';

const TODAY = '2022-02-17';
const idea = indicatorOf('milestone', { code: '1.1.1' });
const service = indicatorOf('milestone', { code: '1.2.1' });
const plan = staffed(EVERY_POST_HELD, [idea, service]);

/** The letters as `person class: indicator rung, …`, and why the others were skipped. */
function lettersOf(pending: readonly PendingNotice[], of = plan, today = TODAY) {
  const { messages, skipped } = assemble(of, pending, today);
  const letters = messages.map(
    ({ person, class: letter, items }) =>
      `${person.id} ${letter}: ${items.map(({ indicator, rung }) => `${indicator.code} ${rung}`).join(', ')}`,
  );
  return { letters, skipped: pending.map((one) => skipped.get(one) ?? 'told') };
}

describe('The letters of a morning', () => {
  it('are one digest a person, whatever they are reminded of', () => {
    const pending = [
      notice(idea, TODAY),
      notice(service, TODAY, { rung: '1-day-before' }),
      notice(idea, TODAY, { role: 'innovationOfficer' }),
    ];
    expect(lettersOf(pending).letters).toEqual([
      'the-focal digest: 1.1.1 7-days-before, 1.2.1 1-day-before',
      'the-innovation digest: 1.1.1 7-days-before',
    ]);
  });

  it('keep escalations apart from what a person is reminded of', () => {
    const escalation = { notice: 'escalation', rung: '1-working-day-after', role: 'supervisor' } as const;
    const of = staffed([personWho('one', 'focal', 'supervisor')], [idea, service]);
    expect(lettersOf([notice(idea, TODAY), notice(service, TODAY, escalation)], of).letters).toEqual([
      'one digest: 1.1.1 7-days-before',
      'one escalation: 1.2.1 1-working-day-after',
    ]);
  });

  it('name the newest rung of each indicator only, and skip what it has overtaken', () => {
    const pending = [
      notice(idea, '2022-01-26', { rung: '30-days-before' }),
      notice(service, '2022-02-10', { rung: '14-days-before' }),
      notice(idea, '2022-02-10', { rung: '14-days-before' }),
    ];
    expect(lettersOf(pending)).toEqual({
      letters: ['the-focal digest: 1.1.1 14-days-before, 1.2.1 14-days-before'],
      skipped: ['overtaken', 'told', 'told'],
    });
  });

  it('overtake a rung for each person alone: the supervisor is told though the focal point has heard newer news', () => {
    const pending = [
      notice(idea, '2022-02-13', { role: 'supervisor', notice: 'escalation', rung: '1-working-day-after' }),
      notice(idea, '2022-02-17', { notice: 'followUp', rung: 'follow-up', number: 1 }),
    ];
    expect(lettersOf(pending)).toEqual({
      letters: ['the-supervisor escalation: 1.1.1 1-working-day-after', 'the-focal digest: 1.1.1 follow-up'],
      skipped: ['told', 'told'],
    });
  });

  it('tell a person with two posts of one rung once, and answer for both', () => {
    const of = staffed([personWho('one', 'focal', 'innovation')], [idea]);
    const pending = [notice(idea, TODAY), notice(idea, TODAY, { role: 'innovationOfficer' })];
    const { messages, skipped } = assemble(of, pending, TODAY);
    expect(messages).toHaveLength(1);
    expect(messages[0]!.posts).toEqual(['focal', 'innovation']);
    expect(messages[0]!.items).toHaveLength(1);
    expect(messages[0]!.notices).toEqual(pending);
    expect(skipped.size).toBe(0);
  });

  it('let one follow-up stand for several missed days of an indicator', () => {
    const pending = ['q1', 'q2'].map((checkpoint) =>
      notice(idea, TODAY, { checkpoint, notice: 'followUp', rung: 'follow-up', number: 3 }),
    );
    const [letter] = assemble(plan, pending, TODAY).messages;
    expect(letter!.items.map(({ checkpoint }) => checkpoint)).toEqual(['q1']);
    expect(letter!.notices).toHaveLength(2);
  });

  it('say nothing of what was settled, held or closed since', () => {
    const pending = [notice(idea, TODAY, { stillRuns: false }), notice(service, TODAY)];
    expect(lettersOf(pending)).toEqual({
      letters: ['the-focal digest: 1.2.1 7-days-before'],
      skipped: ['settled', 'told'],
    });
  });

  it('go to nobody where nobody holds any post, and say so', () => {
    expect(lettersOf([notice(idea, TODAY)], staffed([], [idea]))).toEqual({ letters: [], skipped: ['nobody'] });
  });

  it('go by who holds the post on the day of sending, not on the day of the rung', () => {
    const of = staffed(
      [personWho('before', { post: 'focal', to: '2022-02-16' }), personWho('now', { post: 'focal', from: TODAY })],
      [idea],
    );
    expect(lettersOf([notice(idea, '2022-02-10')], of).letters).toEqual(['now digest: 1.1.1 7-days-before']);
  });
});

const KINDS = ['reminder', 'due', 'escalation', 'followUp'] as const;
const anyNotice = fc
  .record({
    indicator: fc.constantFrom(idea, service),
    day: fc.integer({ min: 1, max: 17 }),
    kind: fc.constantFrom(...KINDS),
    role: fc.constantFrom(...ROLES),
    checkpoint: fc.constantFrom('q1', 'year'),
    stillRuns: fc.boolean(),
  })
  .map(({ indicator, day, kind, ...terms }) =>
    notice(indicator, `2022-02-${String(day).padStart(2, '0')}`, { ...terms, notice: kind, rung: `${kind} ${day}` }),
  );
const somePosts = fc
  .uniqueArray(fc.constantFrom('focal', 'innovation', 'supervisor', 'head', 'ministry'), { minLength: 1 })
  .chain((posts) => fc.tuple(fc.constant(posts), fc.array(fc.integer({ min: 0, max: 2 }), { minLength: posts.length })))
  .map(([posts, holders]) => [0, 1, 2].map((n) => personWho(`p${n}`, ...posts.filter((_, i) => holders[i] === n))));

describe('However the notices fall', () => {
  it('each is told or skipped, never both and never lost', () => {
    fc.assert(
      fc.property(fc.array(anyNotice, { maxLength: 20 }), somePosts, (pending, people) => {
        const { messages, skipped } = assemble(staffed(people, [idea, service]), pending, TODAY);
        const told = new Set(messages.flatMap(({ notices }) => notices));
        for (const one of pending) expect(told.has(one) !== skipped.has(one)).toBe(true);
        expect(told.size + skipped.size).toBe(pending.length);
      }),
    );
  });

  it('a person gets at most one letter of each class, with the newest of each indicator and nothing twice', () => {
    fc.assert(
      fc.property(fc.array(anyNotice, { maxLength: 20 }), somePosts, (pending, people) => {
        const { messages } = assemble(staffed(people, [idea, service]), pending, TODAY);
        const letters = messages.map((letter) => `${letter.person.id} ${letter.class}`);
        expect(new Set(letters).size).toBe(letters.length);
        const rungOf = new Map<string, number>();
        for (const { person, items, class: letter } of messages) {
          const lines = items.map(({ indicator, checkpoint, rung }) => `${indicator.code} ${checkpoint} ${rung}`);
          expect(new Set(lines).size).toBe(lines.length);
          for (const { indicator, rungAt, notice: kind, stillRuns } of items) {
            expect(classOf(kind)).toBe(letter);
            expect(stillRuns).toBe(true);
            const key = `${person.id} ${indicator.code}`;
            expect(rungOf.get(key) ?? rungAt).toBe(rungAt);
            rungOf.set(key, rungAt);
          }
        }
      }),
    );
  });
});
