import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdersOf, recipientsOf } from '../../src/notices/recipients.ts';
import { type Plan, ROLES, type Role } from '../../src/plan/types.ts';
import { EVERY_POST_HELD, personWho, staffed } from './staffed.ts';

const DAY = '2022-02-17';

/** Who is told, as `person (post)`. */
function told(plan: Plan, role: Role, on = DAY): string[] {
  const [indicator] = plan.activities[0]!.indicators;
  return recipientsOf(plan, indicator!.posts, role, on).map(({ person, post }) => `${person.id} (${post})`);
}

function indicatorPosts(plan: Plan) {
  return plan.activities[0]!.indicators[0]!.posts;
}

describe('Who is told of a rung', () => {
  it('is the holder of the post that plays the role', () => {
    const plan = staffed(EVERY_POST_HELD);
    expect(told(plan, 'focalPoint')).toEqual(['the-focal (focal)']);
    expect(told(plan, 'superiorAuthority')).toEqual(['the-ministry (ministry)']);
  });

  it('is whoever holds it on that day, the first and last day of a tenure included', () => {
    const plan = staffed([
      personWho('before', { post: 'focal', to: '2022-02-16' }),
      personWho('after', { post: 'focal', from: '2022-02-17' }),
      personWho('head', 'head'),
    ]);
    expect(told(plan, 'focalPoint', '2022-02-16')).toEqual(['before (focal)']);
    expect(told(plan, 'focalPoint', '2022-02-17')).toEqual(['after (focal)']);
  });

  it('is both where two hold it on the day of handing over', () => {
    const plan = staffed([
      personWho('leaving', { post: 'focal', to: DAY }),
      personWho('coming', { post: 'focal', from: DAY }),
    ]);
    expect(told(plan, 'focalPoint')).toEqual(['leaving (focal)', 'coming (focal)']);
  });

  it('is the deputy only while nobody is in charge', () => {
    const plan = staffed([
      personWho('in-charge', { post: 'focal', from: '2022-02-18' }),
      personWho('deputy', { post: 'focal', deputy: true }),
    ]);
    expect(told(plan, 'focalPoint', '2022-02-17')).toEqual(['deputy (focal)']);
    expect(told(plan, 'focalPoint', '2022-02-18')).toEqual(['in-charge (focal)']);
  });

  it('is the deputy of whoever is on leave, in the name of that person', () => {
    const away = { person: 'the-focal', deputy: 'reader', from: '2022-02-16', to: DAY };
    const plan = { ...staffed([...EVERY_POST_HELD, personWho('reader')]), leaves: [away] };
    expect(['2022-02-15', '2022-02-16', DAY, '2022-02-18'].map((day) => told(plan, 'focalPoint', day))).toEqual([
      ['the-focal (focal)'],
      ['reader (focal)'],
      ['reader (focal)'],
      ['the-focal (focal)'],
    ]);
    const [recipient] = recipientsOf(plan, indicatorPosts(plan), 'focalPoint', DAY);
    expect(recipient!.inPlaceOf!.id).toBe('the-focal');
  });

  it('climbs past a post whose holder and deputy are both away, or whose deputy has left', () => {
    const away = { person: 'the-focal', deputy: 'reader', from: DAY, to: DAY };
    const people = [...EVERY_POST_HELD, personWho('reader', { post: 'focal', to: '2022-02-16' })];
    expect(told({ ...staffed(people), leaves: [away] }, 'focalPoint')).toEqual(['the-innovation (innovation)']);
    const both = [away, { ...away, person: 'reader', deputy: 'the-head' }];
    const plan = { ...staffed([...EVERY_POST_HELD, personWho('reader')]), leaves: both };
    expect(told(plan, 'focalPoint')).toEqual(['the-innovation (innovation)']);
  });

  it('falls back on the plan’s own deputy where nobody stands in, and tells nobody twice', () => {
    const away = { person: 'the-focal', deputy: 'gone', from: DAY, to: DAY };
    const people = [...EVERY_POST_HELD, personWho('deputy', { post: 'focal', deputy: true })];
    expect(told({ ...staffed(people), leaves: [away] }, 'focalPoint')).toEqual(['deputy (focal)']);
    const two = [personWho('one', 'focal'), personWho('two', 'focal')];
    const leaves = [{ ...away, person: 'one', deputy: 'two' }];
    const plan = { ...staffed(two), leaves };
    expect(told(plan, 'focalPoint')).toEqual(['two (focal)']);
    expect(recipientsOf(plan, indicatorPosts(plan), 'focalPoint', DAY)[0]!.inPlaceOf).toBeNull();
  });

  it('climbs at once past a vacant post to the next one above it', () => {
    const plan = staffed([personWho('the-supervisor', 'supervisor'), personWho('the-head', 'head')]);
    expect(told(plan, 'focalPoint')).toEqual(['the-supervisor (supervisor)']);
    expect(told(plan, 'innovationOfficer')).toEqual(['the-supervisor (supervisor)']);
  });

  it('climbs past a role for which the plan names no post', () => {
    const plan = staffed(EVERY_POST_HELD);
    const posts = {
      focalPoint: 'focal',
      innovationOfficer: null,
      supervisor: null,
      headOfOffice: 'head',
      superiorAuthority: null,
    };
    expect(recipientsOf(plan, posts, 'innovationOfficer', DAY).map(({ post }) => post)).toEqual(['head']);
  });

  it('is the last resort where everything above is vacant, even from above it', () => {
    const plan = { ...staffed([personWho('clerk', 'focal')]), lastResort: 'focal' };
    expect(told(plan, 'superiorAuthority')).toEqual(['clerk (focal)']);
  });

  it('is nobody where even the last resort is vacant', () => {
    expect(told(staffed([]), 'focalPoint')).toEqual([]);
    expect(told(staffed([personWho('late', { post: 'head', from: '2022-02-18' })]), 'focalPoint')).toEqual([]);
  });

  it('is always somebody who holds a post on that day, of the role, above it, or the last resort', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((d) => `2022-02-${String(d).padStart(2, '0')}`);
    const tenure = fc.record({
      post: fc.constantFrom('focal', 'innovation', 'supervisor', 'head', 'ministry'),
      from: fc.option(day),
      to: fc.option(day),
      deputy: fc.boolean(),
    });
    const people = fc
      .array(fc.array(tenure, { maxLength: 3 }), { maxLength: 6 })
      .map((all) => all.map((holds, number) => personWho(`p${number}`, ...holds)));
    fc.assert(
      fc.property(people, fc.constantFrom(...ROLES), day, (staff, role, on) => {
        const plan = staffed(staff);
        const { posts } = plan.activities[0]!.indicators[0]!;
        const allowed = [...ROLES.slice(ROLES.indexOf(role)).map((above) => posts[above]!), plan.lastResort];
        const recipients = recipientsOf(plan, posts, role, on);
        const reached = new Set(recipients.map(({ post }) => post));
        expect(reached.size).toBeLessThanOrEqual(1);
        for (const { post, person } of recipients) expect(holdersOf(plan, post, on)).toContain(person);
        const passedOver = allowed.slice(0, recipients.length ? allowed.indexOf(recipients[0]!.post) : allowed.length);
        for (const post of passedOver) expect(holdersOf(plan, post, on)).toEqual([]);
      }),
    );
  });
});
