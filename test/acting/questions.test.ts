import { expect, it } from 'vitest';
import { type Answering, answerEscalationAs } from '../../src/acting/answer-escalation.ts';
import { explainAs } from '../../src/acting/explain.ts';
import type { ActingParts } from '../../src/acting/record-as.ts';
import { waitingEscalations } from '../../src/db/queries/waiting-escalations.ts';
import { type Desk, describeEngine, describePostgres, engineOn } from '../engine/desk.ts';
import { indicatorOf } from '../machines/office.ts';
import { EVERY_POST_HELD, personWho, staffed } from '../notices/staffed.ts';

const idea = indicatorOf('milestone', { code: '1.1.1' });
const second = personWho('the-second', 'supervisor');
const plan = staffed([...EVERY_POST_HELD, second, personWho('reader')], [idea]);
const who = (id: string) => ({ address: `${id}@office.example`, isAdministrator: false });

/** The morning after the idea's day, a working day later: its supervisors have been told. */
const TOLD = '2022-03-20';

type Words = Partial<Answering>;

async function missed(desk: Desk) {
  const office = desk.engine('2021-08-02');
  await office.apply(plan);
  await office.runAt(TOLD);
  const parts = partsOn(desk, office);
  office.bells.mail.length = 0;
  return { ...office, parts, ...actsOf(parts) };
}

function partsOn(desk: Desk, office: Pick<ReturnType<typeof engineOn>, 'engine' | 'clock'>): ActingParts {
  return { db: desk.database.db, engine: office.engine, clock: { now: () => office.clock.now, waitFor: () => 0 } };
}

function actsOf(parts: ActingParts) {
  const about = { planId: plan.id, code: '1.1.1', checkpoint: 'year', generation: 1 };
  return {
    say: (id: string, words: Words) =>
      answerEscalationAs(parts, who(id), { ...about, kind: 'explanationRequest', text: 'Why is it late?', ...words }),
    explain: (id: string, answers: number, text: string, code = '1.1.1') =>
      explainAs(parts, who(id), { planId: plan.id, code, answers, text }),
  };
}

describeEngine('A missed target', (desk) => {
  const remarks = () =>
    desk.rows<{ id: number; kind: string; person: string; text: string }>(
      'select id, kind, post, person, text, checkpoint, generation, answers from remark order by id',
    );
  const letters = () =>
    desk.rows<{ person: string; subject: string; thread: string; reply: string | null; status: string }>(
      `select id, person_id as person, language, subject, text, thread_id as thread, in_reply_to as reply, status
       from message where class = 'explanation' order by id`,
    );
  const waiting = async (post: string, address: string) =>
    (
      await waitingEscalations(desk.database.db, [{ planId: plan.id, posts: [post] }], `${address}@office.example`, {
        limit: 10,
      })
    ).map(({ code, checkpoint, role }) => `${code} ${checkpoint} ${role}`);

  it('is explained on request: supervisor, focal point, and back, each letter in its conversation', async () => {
    const { say, explain, bells, clock, engine } = await missed(desk);
    expect(await waiting('supervisor', 'the-supervisor')).toEqual(['1.1.1 year supervisor']);
    expect(await waiting('focal', 'the-focal')).toEqual([]);
    const asked = await say('the-supervisor', { text: ' Why is it late?\r\nBy when? ' });
    expect(asked).toEqual({ outcome: 'said', id: expect.any(Number), isNew: true, told: 2 });
    expect(await waiting('supervisor', 'the-supervisor')).toEqual([]);
    const [toFocal, toInnovation] = await letters();
    expect([toFocal!.person, toInnovation!.person]).toEqual(['the-focal', 'the-innovation']);
    expect(toFocal).toMatchObject({ status: 'queued', thread: `${plan.id}/the-focal/explanation/1.1.1` });
    const [digest] = await desk.rows<{ id: string }>(
      `select header_id as id from message where person_id = 'the-focal' and class = 'digest' order by id desc limit 1`,
    );
    expect(toFocal!.reply).toBe(digest!.id);
    expect(bells.mail).toHaveLength(2);

    clock.now += 3_600_000;
    const { id } = asked as { id: number };
    expect(await explain('the-focal', id, 'The order waits for a signature.')).toMatchObject({ told: 1 });
    const answer = (await letters()).at(-1)!;
    expect(answer).toMatchObject({ person: 'the-supervisor', text: expect.stringContaining('waits for a signature') });
    const [escalation] = await desk.rows<{ id: string }>(
      `select header_id as id from message where person_id = 'the-supervisor' and class = 'escalation'`,
    );
    expect(answer.reply).toBe(escalation!.id);
    expect(await remarks()).toMatchObject([
      { kind: 'explanationRequest', post: 'supervisor', person: 'the-supervisor', text: 'Why is it late?\nBy when?' },
      { kind: 'explanation', post: 'focal', person: 'the-focal', answers: id, checkpoint: 'year', generation: 1 },
    ]);
    // What was said leaves the machine alone.
    expect((await engine.watch()).setAside).toBe(0);
  });

  it('is taken note of without a letter to anybody, with words or without', async () => {
    const { say, bells } = await missed(desk);
    expect(await say('the-supervisor', { kind: 'acknowledgement', text: '' })).toMatchObject({ told: 0 });
    expect(bells.mail).toEqual([]);
    expect(await waiting('supervisor', 'the-supervisor')).toEqual([]);
    expect(await remarks()).toMatchObject([{ kind: 'acknowledgement', text: '' }]);
  });

  it('waits for an answer again once the next in line is told, and no longer when it is made up for', async () => {
    const { say, runAt, engine } = await missed(desk);
    await say('the-supervisor', { kind: 'acknowledgement', text: 'Seen' });
    await runAt('2022-03-30');
    expect(await waiting('supervisor', 'the-supervisor')).toEqual([]);
    expect(await waiting('head', 'the-head')).toEqual(['1.1.1 year headOfOffice']);
    await engine.record({
      planId: plan.id,
      zone: plan.zone,
      code: '1.1.1',
      action: { type: 'suspend', reason: 'Flood' },
      by: { post: 'head', person: 'the-head' },
    });
    expect(await waiting('head', 'the-head')).toEqual([]);
    expect(await say('the-head', {})).toEqual({ outcome: 'refused', code: 'notOverdue' });
  });

  it('counts a form once that is sent twice, and two people who say the same twice', async () => {
    const { say, explain } = await missed(desk);
    const first = await say('the-supervisor', {});
    expect(await say('the-supervisor', {})).toEqual({ ...first, isNew: false, told: 0 });
    await say('the-second', {});
    expect((await remarks()).map(({ person }) => person)).toEqual(['the-supervisor', 'the-second']);
    const { id } = first as { id: number };
    await explain('the-focal', id, 'Ill');
    await explain('the-focal', id, 'Ill');
    expect(await remarks()).toHaveLength(3);
    expect((await letters()).filter(({ person }) => person === 'the-supervisor')).toHaveLength(1);
  });

  it('is answered by those above whom a letter told, and by nobody else', async () => {
    const { say, explain } = await missed(desk);
    expect(await say('the-head', {})).toEqual({ outcome: 'refused', code: 'notTold' });
    expect(await say('the-focal', {})).toMatchObject({ outcome: 'forbidden', verdict: { code: 'notEntitled' } });
    expect(await say('stranger', {})).toEqual({ outcome: 'notFound' });
    expect(await say('the-supervisor', { code: '9.9.9' })).toEqual({ outcome: 'notFound' });
    expect(await say('the-supervisor', { checkpoint: 'q1' })).toEqual({ outcome: 'refused', code: 'notOverdue' });
    expect(await say('the-supervisor', { generation: 2 })).toEqual({ outcome: 'refused', code: 'notOverdue' });
    const { id } = (await say('the-supervisor', {})) as { id: number };
    expect(await explain('the-supervisor', id, 'I was ill.')).toMatchObject({ outcome: 'forbidden' });
    expect(await explain('the-focal', id + 1, 'I was ill.')).toEqual({ outcome: 'refused', code: 'unknown' });
    expect(await remarks()).toHaveLength(1);
  });

  it('is not asked of without words, nor with a book', async () => {
    const { say, explain } = await missed(desk);
    expect(await say('the-supervisor', { text: ' \u0000\n ' })).toEqual({ outcome: 'faulty', fault: 'missing' });
    expect(await say('the-supervisor', { text: 'ক'.repeat(4_001) })).toEqual({ outcome: 'faulty', fault: 'tooLong' });
    expect(await explain('the-focal', 1, '')).toEqual({ outcome: 'faulty', fault: 'missing' });
    expect(await remarks()).toEqual([]);
  });

  it('is written of in the language that its reader prefers', async () => {
    const { say } = await missed(desk);
    await desk.rows(
      `insert into preference (address, language, delivery, updated_at) values ('the-focal@office.example', 'en', 'digest', now())`,
    );
    await say('the-supervisor', {});
    const [toFocal, toInnovation] = await letters();
    expect(toFocal!.subject).toMatch(/^An explanation is asked for: 1\.1\.1 /);
    expect(toInnovation!.subject).toMatch(/^ব্যাখ্যা তলব: ১\.১\.১ /);
  });
});

describePostgres('Two supervisors at once, and one who presses twice', (desk) => {
  it('both stand, and the double press counts once; whoever applies the plan meanwhile waits for nobody', async () => {
    const { say, apply } = await missed(desk);
    const other = engineOn(await desk.openAgain(), TOLD);
    const there = actsOf({ ...partsOn(desk, other), engine: other.engine });
    await Promise.all([
      say('the-supervisor', {}),
      there.say('the-supervisor', {}),
      there.say('the-second', {}),
      apply({ ...plan, people: [...plan.people, personWho('another')] }),
    ]);
    const remarks = await desk.rows<{ person: string }>('select person from remark order by person');
    expect(remarks.map(({ person }) => person)).toEqual(['the-second', 'the-supervisor']);
    const [{ count }] = (await desk.rows<{ count: number }>(
      `select count(*) as count from message where class = 'explanation'`,
    )) as [{ count: number }];
    expect(count).toBe(4);
  });
});
