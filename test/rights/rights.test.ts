import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Plan, Role } from '../../src/plan/types.ts';
import { ACTS, type Act, CAPACITIES, type Capacity, mayDo, type Viewer } from '../../src/rights/rights.ts';
import { indicatorOf } from '../machines/office.ts';
import { EVERY_POST_HELD, personWho, staffed } from '../notices/staffed.ts';

const ON = '2022-03-02';
const POSTS: Record<Role, string> = {
  focalPoint: 'focal',
  innovationOfficer: 'innovation',
  supervisor: 'supervisor',
  headOfOffice: 'head',
  superiorAuthority: 'ministry',
};
const idea = indicatorOf('milestone', { code: '1.1.1' });
const office = staffed([...EVERY_POST_HELD, personWho('reader')], [idea]);

const at = (address: string): Viewer => ({ address, isAdministrator: false });
const person = (id: string): Viewer => at(`${id}@office.example`);

function viewerAs(capacity: Capacity): Viewer {
  if (capacity === 'administrator') return { address: 'admin@office.example', isAdministrator: true };
  return person(capacity === 'viewer' ? 'reader' : `the-${POSTS[capacity]}`);
}

function may(viewer: Viewer, act: Act, plan: Plan = office, indicator = idea, on = ON) {
  const isOwn = act === 'readOwnMessages' || act === 'takeLeave';
  const absent = office.people.find(({ id }) => id === 'the-focal')!;
  return mayDo(viewer, act, {
    plan,
    indicator,
    on,
    ...(isOwn && { address: viewer.address! }),
    ...(act === 'setLeave' && { absent }),
  });
}

describe('The table of rights', () => {
  const rows = [...readFileSync('docs/rights.md', 'utf8').matchAll(/^\| (\w+) +\|(.*)\|$/gm)].map(([, act, cells]) => ({
    act: act!,
    cells: cells!.split('|').map((cell) => cell.trim()),
  }));
  const [head, ...body] = rows;

  it('has a row for every act and a column for every capacity', () => {
    expect(head!.cells).toEqual([...CAPACITIES]);
    expect(body.map(({ act }) => act)).toEqual([...ACTS]);
  });

  for (const { act, cells } of body) {
    it(`says of "${act}" what the program does, cell by cell`, () => {
      const done = CAPACITIES.map((capacity) => (may(viewerAs(capacity), act as Act).allowed ? 'yes' : '–'));
      expect(done).toEqual(cells);
    });
  }

  it('lets strangers do nothing at all', () => {
    for (const act of ACTS) {
      expect(may(at('stranger@office.example'), act), act).toMatchObject({ allowed: false, code: 'notEntitled' });
    }
  });
});

describe('Rights come from posts', () => {
  it('of that indicator: the focal point of one records nothing of another', () => {
    const other = indicatorOf('milestone', { code: '1.2.1', posts: { ...idea.posts, focalPoint: 'head' } });
    const plan = staffed(EVERY_POST_HELD, [idea, other]);
    expect(may(person('the-focal'), 'recordProgress', plan, idea).allowed).toBe(true);
    expect(may(person('the-focal'), 'recordProgress', plan, other).allowed).toBe(false);
    expect(may(person('the-head'), 'recordProgress', plan, other).allowed).toBe(true);
    expect(may(person('the-focal'), 'readIndicator', plan, other).allowed).toBe(true);
  });

  it('as they are held on the day, the first and the last included', () => {
    const plan = staffed([
      personWho('before', { post: 'focal', to: '2022-03-01' }),
      personWho('after', { post: 'focal', from: '2022-03-02' }),
    ]);
    expect(may(person('before'), 'recordProgress', plan, idea, '2022-03-01').allowed).toBe(true);
    expect(may(person('after'), 'recordProgress', plan, idea, '2022-03-01').allowed).toBe(false);
    expect(may(person('before'), 'recordProgress', plan, idea, '2022-03-02').allowed).toBe(false);
    expect(may(person('after'), 'recordProgress', plan, idea, '2022-03-02').allowed).toBe(true);
  });

  it('and go with the last of them: whoever left reads nothing more, whoever is to come may read already', () => {
    const plan = staffed([
      personWho('left', { post: 'focal', to: '2022-03-01' }),
      personWho('to-come', { post: 'focal', from: '2022-04-01' }),
    ]);
    expect(may(person('left'), 'readPlan', plan).allowed).toBe(false);
    expect(may(person('to-come'), 'readPlan', plan).allowed).toBe(true);
    expect(may(person('to-come'), 'recordProgress', plan).allowed).toBe(false);
  });

  it('and pass to a deputy only while nobody is in charge', () => {
    const deputy = personWho('deputy', { post: 'focal', deputy: true });
    const chief = personWho('chief', { post: 'focal', from: '2022-03-03' });
    const plan = staffed([chief, deputy]);
    expect(may(person('deputy'), 'recordProgress', plan, idea, '2022-03-02').allowed).toBe(true);
    expect(may(person('deputy'), 'recordProgress', plan, idea, '2022-03-03').allowed).toBe(false);
  });

  it('and add up where one person holds several, under one address or under two names with it', () => {
    const both = staffed([personWho('one', 'focal', 'head')]);
    expect(may(person('one'), 'recordProgress', both).allowed).toBe(true);
    expect(may(person('one'), 'withdraw', both).allowed).toBe(true);
    const twice = [personWho('here', 'focal'), { ...personWho('there', 'head'), email: 'HERE@office.example' }];
    expect(may(person('here'), 'recordProgress', staffed(twice)).allowed).toBe(true);
    expect(may(person('here'), 'withdraw', staffed(twice)).allowed).toBe(true);
  });

  it('and name the post and the person for the record', () => {
    expect(may(person('the-innovation'), 'recordProgress')).toEqual({
      allowed: true,
      as: { capacity: 'innovationOfficer', post: 'innovation', person: 'the-innovation' },
    });
  });
});

describe('Letters to oneself', () => {
  const readOwn = (viewer: Viewer, address: string) =>
    mayDo(viewer, 'readOwnMessages', { plan: office, on: ON, address });

  it('are those to one’s own address, however its letters are cased', () => {
    expect(readOwn(person('the-focal'), 'The-Focal@Office.example').allowed).toBe(true);
    expect(readOwn(person('the-focal'), 'the-head@office.example')).toMatchObject({ allowed: false, code: 'notYours' });
  });

  it('are none for the administrator at the console, who has no address and reads all', () => {
    const console = { address: null, isAdministrator: true };
    expect(readOwn(console, 'the-head@office.example').allowed).toBe(false);
    expect(may(console, 'readMessages').allowed).toBe(true);
    expect(may(console, 'recordProgress').allowed).toBe(false);
  });
});

describe('Leave', () => {
  const away = (from: string, to: string, deputy = 'reader', who = 'the-focal') => ({ person: who, deputy, from, to });
  const onLeave = (...leaves: NonNullable<Plan['leaves']>): Plan => ({ ...office, leaves });
  const records = (plan: Plan, who: string, on: string) => may(person(who), 'recordProgress', plan, idea, on).allowed;

  it('passes the posts to the deputy from its first day to its last, and the person goes on reading', () => {
    const plan = onLeave(away('2022-03-02', '2022-03-04'));
    const days = ['2022-03-01', '2022-03-02', '2022-03-04', '2022-03-05'];
    expect(days.map((day) => records(plan, 'the-focal', day))).toEqual([true, false, false, true]);
    expect(days.map((day) => records(plan, 'reader', day))).toEqual([false, true, true, false]);
    expect(may(person('the-focal'), 'readIndicator', plan, idea, '2022-03-03').allowed).toBe(true);
    expect(may(person('reader'), 'recordProgress', plan, idea, '2022-03-03')).toMatchObject({
      as: { capacity: 'focalPoint', post: 'focal', person: 'reader' },
    });
  });

  it('is no chain: a deputy who is away too has nothing to pass on', () => {
    const leaves = [away(ON, ON, 'the-head'), away(ON, ON, 'reader', 'the-head')];
    const plan = onLeave(...leaves);
    expect(records(plan, 'the-head', ON)).toBe(false);
    expect(records(plan, 'reader', ON)).toBe(false);
    expect(may(person('reader'), 'withdraw', plan).allowed).toBe(true);
  });

  const setFor = (who: string, absent: string) =>
    mayDo(person(who), 'setLeave', { plan: office, on: ON, absent: office.people.find(({ id }) => id === absent)! });

  it('is set for others by who keeps the plan, but for nobody above', () => {
    expect(setFor('the-innovation', 'the-focal').allowed).toBe(true);
    expect(setFor('the-innovation', 'the-innovation').allowed).toBe(true);
    expect(setFor('the-innovation', 'the-supervisor').allowed).toBe(false);
    expect(setFor('the-head', 'the-supervisor').allowed).toBe(true);
    expect(setFor('the-head', 'the-ministry').allowed).toBe(false);
    expect(setFor('the-focal', 'the-focal').allowed).toBe(false);
    const administrator = { address: 'admin@office.example', isAdministrator: true };
    const ministry = office.people.find(({ id }) => id === 'the-ministry')!;
    expect(mayDo(administrator, 'setLeave', { plan: office, on: ON, absent: ministry }).allowed).toBe(true);
  });

  it('is one’s own to take', () => {
    const take = (who: string, address: string) => mayDo(person(who), 'takeLeave', { plan: office, on: ON, address });
    expect(take('the-head', 'the-head@office.example').allowed).toBe(true);
    expect(take('the-head', 'the-focal@office.example')).toMatchObject({ allowed: false, code: 'notYours' });
  });
});
