import { expect, it } from 'vitest';
import { LONGEST_WORDS } from '../../src/acting/checked-words.ts';
import { commentAs, MOST_COMMENTS } from '../../src/acting/comment-as.ts';
import { describeEngine } from '../engine/desk.ts';
import { indicatorOf } from '../machines/office.ts';
import { EVERY_POST_HELD, personWho, staffed } from '../notices/staffed.ts';

const idea = indicatorOf('milestone', { code: '1.1.1' });
const plan = staffed([...EVERY_POST_HELD, personWho('reader')], [idea]);

describeEngine('Somebody who comments', (desk) => {
  async function office() {
    const { apply, clock } = desk.engine('2021-08-02');
    await apply(plan);
    const parts = { db: desk.database.db, clock: { now: () => clock.now, waitFor: () => 0 } };
    return (name: string, text: string, code = '1.1.1', isAdministrator = false) =>
      commentAs(parts, { address: `${name}@office.example`, isAdministrator }, { planId: plan.id, code, text });
  }

  it('is kept by post and person, as plain text with its line breaks', async () => {
    const comment = await office();
    expect(await comment('the-supervisor', '  First\r\nsecond \u0007\n\n\n\nthird ')).toMatchObject({
      outcome: 'written',
    });
    expect(await desk.rows('select kind, post, person, text from remark')).toEqual([
      { kind: 'comment', post: 'supervisor', person: 'the-supervisor', text: 'First\nsecond\n\nthird' },
    ]);
  });

  it('needs no post, only to be named in the plan', async () => {
    const comment = await office();
    await comment('reader', 'Well done');
    expect(await desk.rows('select post, person from remark')).toEqual([{ post: null, person: 'reader' }]);
  });

  it('is told who may, and is told of nothing where the plan does not name the person', async () => {
    const comment = await office();
    expect(await comment('root', 'Hello', '1.1.1', true)).toMatchObject({ outcome: 'forbidden' });
    expect(await comment('stranger', 'Hello')).toEqual({ outcome: 'notFound' });
    expect(await comment('the-head', 'Hello', '9.9.9')).toEqual({ outcome: 'notFound' });
    expect(await desk.rows('select 1 from remark')).toEqual([]);
  });

  it('has to say something, and not too much', async () => {
    const comment = await office();
    expect(await comment('the-head', ' \n ')).toEqual({ outcome: 'refused', code: 'commentEmpty' });
    const long = 'ক'.repeat(LONGEST_WORDS);
    expect(await comment('the-head', `${long}।`)).toEqual({ outcome: 'refused', code: 'commentTooLong' });
    expect(await comment('the-head', long)).toMatchObject({ outcome: 'written' });
  });

  it('says the same twice in a row once, and cannot talk a page full in a day', async () => {
    const comment = await office();
    const first = await comment('the-head', 'Hurry up');
    expect(await comment('the-head', 'Hurry up')).toEqual(first);
    expect(await comment('the-supervisor', 'Hurry up')).toMatchObject({ outcome: 'written' });
    for (let count = 1; count < MOST_COMMENTS; count++) await comment('the-head', `Hurry up ${count}`);
    expect(await comment('the-head', 'Once more')).toEqual({ outcome: 'refused', code: 'commentsTooMany' });
    expect(await comment('the-supervisor', 'Calm down')).toMatchObject({ outcome: 'written' });
    expect(await desk.rows("select 1 from remark where person = 'the-head'")).toHaveLength(MOST_COMMENTS);
  });

  it('counts once when the form is sent twice at once, and again after somebody else has spoken', async () => {
    const comment = await office();
    const [one, other] = await Promise.all([comment('the-head', 'Hurry up'), comment('the-head', 'Hurry up')]);
    expect(one).toMatchObject({ outcome: 'written' });
    expect(other).toEqual(one);
    await comment('the-supervisor', 'Hurry up');
    expect(await comment('the-head', 'Hurry up')).not.toEqual(one);
    expect(await desk.rows('select person from remark order by id')).toEqual(
      ['the-head', 'the-supervisor', 'the-head'].map((person) => ({ person })),
    );
  });

  it('changes nothing that is owed', async () => {
    const comment = await office();
    const before = await desk.rows('select version, log_seq, state from indicator');
    await comment('the-head', 'Hurry up');
    expect(await desk.rows('select version, log_seq, state from indicator')).toEqual(before);
  });
});
