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
  return mayDo(viewer, act, { plan, indicator, on, ...(act === 'readOwnMessages' && { address: viewer.address! }) });
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
