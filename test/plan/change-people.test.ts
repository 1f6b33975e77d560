import { describe, expect, it } from 'vitest';
import { changePeople, type PeopleChange } from '../../src/plan/change-people.ts';
import { readPlanFile } from '../../src/plan/config-folder.ts';
import { peopleToMind } from '../../src/plan/people-to-mind.ts';
import type { Plan } from '../../src/plan/types.ts';

const plan = (() => {
  const reading = readPlanFile('config', 'chatkhil-2024-25');
  if ('faults' in reading) throw new Error('The plan has faults.');
  return reading.plan;
})();

const newcomer = { name: { bn: 'নতুন কর্মকর্তা', en: 'New officer' }, email: 'new@chatkhil.example', language: null };
const add = (change: Partial<Extract<PeopleChange, { type: 'add' }>>): PeopleChange => ({
  type: 'add',
  post: 'focal-point',
  person: newcomer,
  from: '2025-01-15',
  to: null,
  deputy: false,
  ...change,
});

function changed(change: PeopleChange, before: Plan = plan): Plan {
  const outcome = changePeople(before, change);
  if ('faults' in outcome) throw new Error(JSON.stringify(outcome.faults));
  return outcome.plan;
}

const faults = (change: PeopleChange) => {
  const outcome = changePeople(plan, change);
  return 'faults' in outcome ? outcome.faults : {};
};

const holdsOf = (of: Plan, id: string) => of.people.find((person) => person.id === id)?.holds;

describe('Changing the people of a plan', () => {
  it('lets a successor begin the day after the predecessor leaves', () => {
    const after = changed(add({}));
    expect(holdsOf(after, 'member-secretary')![0]).toMatchObject({ post: 'focal-point', to: '2025-01-14' });
    expect(holdsOf(after, 'member-secretary')![1]).toMatchObject({ post: 'innovation-officer', to: null });
    expect(after.people.at(-1)).toEqual({
      id: 'focal-point-2',
      ...newcomer,
      holds: [{ post: 'focal-point', from: '2025-01-15', to: null, deputy: false }],
    });
    expect(after.posts).toBe(plan.posts);
  });

  it('lets a deputy stand beside whoever is in charge', () => {
    const after = changed(add({ deputy: true, person: { id: 'convener' } }));
    expect(holdsOf(after, 'member-secretary')).toEqual(holdsOf(plan, 'member-secretary'));
    expect(holdsOf(after, 'convener')).toHaveLength(2);
  });

  it('puts nobody beside somebody who stays longer', () => {
    const ending = changed({ type: 'end', person: 'member-secretary', tenure: 0, to: '2025-03-01' });
    expect(changePeople(ending, add({}))).toEqual({ faults: { from: 'alreadyHeld' } });
    expect(faults(add({ from: null }))).toEqual({ from: 'alreadyHeld' });
  });

  it('ends a tenure on a day, but not before it began', () => {
    const after = changed(add({}));
    expect(changePeople(after, { type: 'end', person: 'focal-point-2', tenure: 0, to: '2025-01-14' })).toEqual({
      faults: { to: 'endsBeforeBegin' },
    });
    expect(faults({ type: 'end', person: 'convener', tenure: 3, to: '2025-01-14' })).toEqual({ to: 'tenureUnknown' });
  });

  it('changes an address and a language, and no more', () => {
    const after = changed({ type: 'change', person: 'member', email: 'other@chatkhil.example', language: 'en' });
    const before = plan.people.find(({ id }) => id === 'member');
    expect(after.people.find(({ id }) => id === 'member')).toEqual({
      ...before,
      email: 'other@chatkhil.example',
      language: 'en',
    });
  });

  it('tells every fault of somebody new at once', () => {
    const nobody = { name: { bn: ' ', en: '' }, email: 'no address', language: null };
    expect(faults(add({ person: nobody, post: 'none-such', to: '2025-01-01' }))).toEqual({
      post: 'postUnknown',
      to: 'endsBeforeBegin',
      nameBn: 'nameMissing',
      nameEn: 'nameMissing',
      email: 'addressInvalid',
    });
  });

  it('gives no two people one address, however it is cased', () => {
    const email = 'CONVENER@chatkhil.example';
    expect(faults(add({ person: { ...newcomer, email } }))).toEqual({ email: 'addressTaken' });
    expect(faults({ type: 'change', person: 'member', email, language: null })).toEqual({ email: 'addressTaken' });
    expect(faults({ type: 'change', person: 'convener', email, language: null })).toEqual({});
  });
});

describe('What to see to', () => {
  it('names posts that nobody holds, and tenures that end within 30 days with nobody to follow', () => {
    const ending = changed({ type: 'end', person: 'convener', tenure: 0, to: '2025-01-31' });
    expect(peopleToMind(ending, '2025-01-01').vacant.map(({ id }) => id)).toEqual(['district-cooperative-officer']);
    expect(peopleToMind(ending, '2025-01-01').ending.map(({ person }) => person.id)).toEqual(['convener']);
    expect(peopleToMind(ending, '2024-12-31').ending).toEqual([]);
    expect(peopleToMind(changed(add({})), '2025-01-01').ending).toEqual([]);
  });

  it('names people without a post from the day after their last', () => {
    const left = changed({ type: 'end', person: 'convener', tenure: 0, to: '2025-01-31' });
    expect(peopleToMind(left, '2025-01-31').idle).toEqual([]);
    expect(peopleToMind(left, '2025-02-01').idle.map(({ id }) => id)).toEqual(['convener']);
  });
});
