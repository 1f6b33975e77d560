import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { approveAssessmentAs } from '../../src/acting/approve-assessment.ts';
import type { AssessingParts } from '../../src/acting/assessment-way.ts';
import { type Judging, judgeAssessmentAs } from '../../src/acting/judge-assessment.ts';
import { type Preparing, prepareAssessmentAs } from '../../src/acting/prepare-assessment.ts';
import { recordAs } from '../../src/acting/record-as.ts';
import { sendAssessmentAs } from '../../src/acting/send-assessment.ts';
import { assessedIndicators, assessmentsOf, findAssessment } from '../../src/db/queries/assessments.ts';
import { examineEvidence } from '../../src/engine/examine-evidence.ts';
import { verifyLogs } from '../../src/engine/verify.ts';
import { EvidenceStore } from '../../src/evidence/evidence-store.ts';
import type { Plan } from '../../src/plan/types.ts';
import { describeEngine } from '../engine/desk.ts';
import { indicatorOf } from '../machines/office.ts';
import { EVERY_POST_HELD, personWho, staffed } from '../notices/staffed.ts';

const FOCAL = 'the-focal@office.example';
const OFFICER = 'the-innovation@office.example';
const HEAD = 'the-head@office.example';
const MINISTRY = 'the-ministry@office.example';
const READER = 'reader@office.example';

/** An office with a training to hold, an idea to try, and its half-yearly report, due on 13 January. */
const plan: Plan = {
  ...staffed(
    [...EVERY_POST_HELD, personWho('reader')],
    [
      indicatorOf('milestone', { code: '1.1.1', weight: 5, target: '2021-11-30', due: '2021-11-30', steps: [] }),
      indicatorOf('count', { code: '1.1.2', weight: 4 }),
      indicatorOf('report', { code: '2.2.4', weight: 3 }),
    ],
  ),
  totalWeight: 12,
};

/** The plan of the office above, in which the review of these reports is owed by 15 January. */
const above: Plan = {
  ...staffed(
    [{ ...personWho('desk', 'focal'), email: MINISTRY }, personWho('chief', 'head')],
    [
      indicatorOf('milestone', {
        code: '3.1',
        target: '2022-01-15',
        due: '2022-01-15',
        steps: [],
        reviews: 'halfYear',
      }),
    ],
  ),
  id: 'ministry-2021-22',
};

let folder: string;
let evidence: EvidenceStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'suchok-assess-'));
  evidence = new EvidenceStore({ folder, scanner: null, logger: { warn: () => {} }, realNow: () => Date.now() });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const as = (address: string) => ({ address, isAdministrator: false });

describeEngine('A self-assessment', (desk) => {
  async function office(...plans: Plan[]) {
    const { apply, engine, clock, runAt: moveTo } = desk.engine('2021-08-02');
    for (const one of [plan, ...plans]) await apply(one);
    const { db } = desk.database;
    const parts: AssessingParts = { db, engine, clock: { now: () => clock.now, waitFor: () => 0 }, evidence };
    const done = { evidence: [{ reference: 'Memo 7', date: '2021-11-20' }], note: null };
    await moveTo('2021-11-20');
    await recordAs(parts, as(FOCAL), { planId: plan.id, code: '1.1.1', action: { type: 'complete', ...done } });
    const two = { type: 'recordNumber', number: 4, evidence: [], note: null } as const;
    await recordAs(parts, as(FOCAL), { planId: plan.id, code: '1.1.2', action: two });
    await moveTo('2022-01-10');
    const at = { planId: plan.id };
    const prepare = (who = FOCAL, terms: Partial<Preparing> = {}) =>
      prepareAssessmentAs(parts, as(who), {
        ...at,
        period: 'halfYear',
        until: 'periodEnd',
        language: 'bn',
        seen: '',
        ...terms,
      });
    const prepared = async (terms: Partial<Preparing> = {}) => {
      const answer = await prepare(FOCAL, terms);
      if (answer.outcome !== 'done') throw new Error(JSON.stringify(answer));
      return answer.id;
    };
    const versionOf = async (id: number) => (await findAssessment(db, plan.id, id))!.version;
    const approve = async (id: number, who = HEAD, seen?: number) =>
      approveAssessmentAs(parts, as(who), { ...at, id, seen: seen ?? (await versionOf(id)) });
    const send = async (id: number, who = OFFICER, memo = '', seen?: number) =>
      sendAssessmentAs(parts, as(who), { ...at, id, memo, seen: seen ?? (await versionOf(id)) });
    const judge = async (id: number, terms: Partial<Judging> = {}, who = MINISTRY) =>
      judgeAssessmentAs(parts, as(who), {
        ...at,
        id,
        seen: await versionOf(id),
        verdict: 'accepted',
        word: '',
        rows: [],
        ...terms,
      });
    const sent = async (terms: Partial<Preparing> = {}) => {
      const id = await prepared(terms);
      await approve(id);
      await send(id);
      return id;
    };
    const stepsDone = () =>
      desk.rows<{ step: string; day: string }>(
        `select entry ->> 'step' as step, entry ->> 'on' as day from event_log e join indicator i on i.id = e.indicator_id
         where i.code = '2.2.4' and entry ->> 'type' = 'completeStep' order by seq`,
      );
    const letters = () =>
      desk.rows<{ address: string; subject: string; text: string }>(
        `select address, subject, text from message where class = 'assessment' order by id`,
      );
    return { parts, db, prepare, prepared, approve, send, sent, judge, versionOf, stepsDone, letters, moveTo };
  }

  it('goes from the focal point over the head to the superior authority, and achieves its indicator on the way', async () => {
    const { db, prepared, approve, send, stepsDone, letters, moveTo } = await office();
    const id = await prepared();
    await moveTo('2022-01-11');
    expect(await approve(id)).toMatchObject({ outcome: 'done' });
    await moveTo('2022-01-12');
    expect(await send(id, OFFICER, '০৫.৪২.০০০০')).toMatchObject({ outcome: 'done', told: 1 });
    expect(await stepsDone()).toEqual([
      { step: 'prepared', day: '2022-01-10' },
      { step: 'approved', day: '2022-01-11' },
      { step: 'sent', day: '2022-01-12' },
    ]);
    const stored = (await findAssessment(db, plan.id, id))!;
    expect(stored).toMatchObject({ status: 'sent', round: 1, until: '2021-12-31', memo: '০৫.৪২.০০০০', version: 3 });
    const [last] = await desk.rows<{ paper: unknown; status: string }>(
      `select entry -> 'evidence' -> 0 as paper, i.state ->> 'value' as status from event_log e
       join indicator i on i.id = e.indicator_id where i.code = '2.2.4' and entry ->> 'step' = 'sent'`,
    );
    expect(last!.paper).toMatchObject({ reference: '০৫.৪২.০০০০', file: { hash: stored.documentHash } });
    expect(last!.status).toContain('achieved');
    const kept = await evidence.find(stored.documentHash);
    expect(
      createHash('sha256')
        .update(await buffer(kept!.open()))
        .digest('hex'),
    ).toBe(stored.documentHash);
    const [letter, ...others] = await letters();
    expect(others).toEqual([]);
    expect(letter).toMatchObject({ address: MINISTRY });
    expect(letter!.text).toContain(`/plans/${plan.id}/assessments/${id}`);
    expect(letter!.text).toContain(stored.documentHash);
    expect(await examineEvidence(db, evidence, true)).toMatchObject({ faults: [] });
    expect(await verifyLogs(db)).toMatchObject({ faults: [] });
  });

  it('has a document of which it is on record that the virus scanner found it clean', async () => {
    const scanner = { scan: async () => null, ping: async () => {} };
    evidence = new EvidenceStore({ folder, scanner, logger: { warn: () => {} }, realNow: () => Date.now() });
    const { sent } = await office();
    await sent();
    expect(await desk.rows('select distinct scan from evidence_file')).toEqual([{ scan: 'clean' }]);
  });

  it('keeps apart what is claimed, what papers support and what is accepted, none above the one before', async () => {
    const { db, sent, judge } = await office();
    const id = await sent();
    const points = async () =>
      (await assessedIndicators(db, id)).map(({ code, weight, claimed, evidenced, accepted }) => ({
        code,
        points: [weight, claimed, evidenced, accepted],
      }));
    expect(await points()).toEqual([
      { code: '1.1.1', points: [5, 5, 5, null] },
      { code: '1.1.2', points: [4, 4, 0, null] },
      { code: '2.2.4', points: [3, 0, 0, null] },
    ]);
    const above = await judge(id, { rows: [{ code: '1.1.1', accepted: 5.5, reason: 'More!' }] });
    expect(above).toMatchObject({ outcome: 'faulty', rows: new Map([['1.1.1', { accepted: 'aboveClaimed' }]]) });
    const silent = await judge(id, { rows: [{ code: '1.1.2', accepted: 0, reason: ' ' }] });
    expect(silent).toMatchObject({ outcome: 'faulty', rows: new Map([['1.1.2', { reason: 'missing' }]]) });
    const wordless = await judge(id, { verdict: 'returned', rows: [{ code: '9.9', accepted: null, reason: '' }] });
    expect(wordless).toMatchObject({
      outcome: 'faulty',
      word: 'missing',
      rows: new Map([['9.9', { accepted: 'unknown' }]]),
    });
    await judge(id, { rows: [{ code: '1.1.2', accepted: 2, reason: 'No papers of two trainings.' }] });
    for (const {
      points: [weight, claimed, evidenced, accepted],
    } of await points()) {
      expect(claimed).toBeLessThanOrEqual(weight!);
      expect(evidenced).toBeLessThanOrEqual(claimed!);
      expect(accepted).toBeLessThanOrEqual(claimed!);
    }
    expect((await points()).map(({ points: [, , , accepted] }) => accepted)).toEqual([5, 2, 0]);
  });

  it('comes back with a reason, is prepared again as the next round, and is accepted', async () => {
    const { db, sent, judge, letters, stepsDone, moveTo } = await office();
    const id = await sent();
    await moveTo('2022-01-14');
    const rows = [{ code: '1.1.2', accepted: 0, reason: 'Attach the attendance.' }];
    const returned = await judge(id, { verdict: 'returned', word: 'Papers are missing.', rows });
    expect(returned).toMatchObject({ outcome: 'done', told: 3 });
    const told = (await letters()).filter(({ subject }) => !subject.includes('পর্যালোচনার')).map(({ address }) => address);
    expect(told).toEqual([FOCAL, OFFICER, HEAD]);
    expect((await letters()).at(-1)!.text).toMatch(/Papers are missing\.[\s\S]*১\.১\.২: Attach the attendance\./);
    const next = await sent({ seen: `${id}.${(await findAssessment(db, plan.id, id))!.version}` });
    expect(next).not.toBe(id);
    expect((await assessmentsOf(db, [plan.id])).map(({ round, status }) => [round, status])).toEqual([
      [2, 'sent'],
      [1, 'returned'],
    ]);
    expect(await judge(next)).toMatchObject({ outcome: 'done' });
    expect(await stepsDone()).toHaveLength(3);
  });

  it('is told of, and not done twice, where others were quicker or the same is sent again', async () => {
    const { prepare, prepared, approve, send, judge, stepsDone, letters, versionOf } = await office();
    const [one, two] = await Promise.all([prepare(FOCAL), prepare(OFFICER)]);
    expect([one.outcome, two.outcome].sort()).toEqual(['done', 'meanwhile']);
    const id = (one.outcome === 'done' ? one : (two as Extract<typeof two, { outcome: 'done' }>)).id;
    expect((await prepare()).outcome).toBe('meanwhile');
    // Prepared anew before it was sent, it is the same round, and what the head had seen is stale.
    expect(await prepared({ seen: `${id}.1` })).toBe(id);
    expect(await approve(id, HEAD, 1)).toMatchObject({ outcome: 'meanwhile' });
    expect(await approve(id)).toMatchObject({ outcome: 'done' });
    const seen = await versionOf(id);
    const sendings = await Promise.all([send(id, OFFICER, '', seen), send(id, HEAD, '', seen)]);
    expect(sendings.map(({ outcome }) => outcome).sort()).toEqual(['done', 'meanwhile']);
    expect(await stepsDone()).toHaveLength(3);
    expect(await letters()).toHaveLength(1);
    expect(await prepare(FOCAL, { seen: `${id}.${await versionOf(id)}` })).toMatchObject({ fault: 'sent' });
    expect(await judge(id)).toMatchObject({ outcome: 'done' });
    expect((await judge(id)).outcome).toBe('meanwhile');
    expect(await letters()).toHaveLength(4);
  });

  it('completes only what is missing of its indicator, also where people recorded a stage by hand', async () => {
    const { parts, prepared, approve, send, stepsDone } = await office();
    const by = (step: string, who: string) =>
      recordAs(parts, as(who), {
        planId: plan.id,
        code: '2.2.4',
        action: { type: 'completeStep', step, evidence: [], note: null },
      });
    const id = await prepared();
    await by('approved', OFFICER);
    expect(await approve(id)).toMatchObject({ outcome: 'done' });
    expect(await send(id)).toMatchObject({ outcome: 'done' });
    expect((await stepsDone()).map(({ step }) => step)).toEqual(['prepared', 'approved', 'sent']);
  });

  it('does nothing by halves where its indicator is on hold', async () => {
    const { parts, db, prepare, prepared, approve, stepsDone, letters } = await office();
    const id = await prepared();
    const hold = { type: 'suspend', reason: 'Flood' } as const;
    await recordAs(parts, as(HEAD), { planId: plan.id, code: '2.2.4', action: hold });
    expect(await approve(id)).toMatchObject({ outcome: 'refused', code: '2.2.4', refusal: { code: 'onHold' } });
    expect((await findAssessment(db, plan.id, id))!.status).toBe('prepared');
    expect((await prepare(FOCAL, { period: 'year', until: 'today' })).outcome).toBe('done');
    expect(await stepsDone()).toHaveLength(1);
    expect(await letters()).toEqual([]);
  });

  it('is nothing for whoever may not, and not there for strangers', async () => {
    const { prepare, prepared, approve, send, judge } = await office();
    for (const who of [HEAD, MINISTRY, READER]) expect(await prepare(who)).toMatchObject({ outcome: 'forbidden' });
    expect(await prepare('stranger@elsewhere.example')).toEqual({ outcome: 'notFound' });
    const id = await prepared();
    for (const who of [FOCAL, OFFICER, MINISTRY]) expect((await approve(id, who)).outcome).toBe('forbidden');
    expect(await judge(id)).toEqual({ outcome: 'notFound' });
    await approve(id);
    for (const who of [FOCAL, MINISTRY, READER]) expect((await send(id, who)).outcome).toBe('forbidden');
    await send(id);
    for (const who of [FOCAL, OFFICER, HEAD]) expect((await judge(id, {}, who)).outcome).toBe('forbidden');
  });

  it('tells where a period has not ended, or nothing was on record by its end', async () => {
    const { prepare } = await office();
    expect(await prepare(FOCAL, { period: 'year' })).toMatchObject({ outcome: 'faulty', fault: 'notEnded' });
    const late = desk.engine('2022-01-10');
    const other = { ...plan, id: 'late-2021-22' };
    await late.apply(other);
    expect(await prepare(FOCAL, { planId: other.id })).toMatchObject({ outcome: 'faulty', fault: 'noRecord' });
    expect(await prepare(FOCAL, { planId: other.id, until: 'today' })).toMatchObject({ outcome: 'done' });
  });

  it('achieves the review in the plan of the office above once the last one is accepted', async () => {
    const second = { ...plan, id: 'second-2021-22', office: { ...plan.office, id: 'second' } };
    const { parts, sent, judge, moveTo } = await office(above, second);
    const reviewed = () =>
      desk.rows<{ entry: { on: string; evidence: { reference: string }[] } }>(
        `select entry from event_log e join indicator i on i.id = e.indicator_id
         where i.code = '3.1' and entry ->> 'type' = 'complete'`,
      );
    const id = await sent();
    expect(await judge(id)).toMatchObject({ reviews: [{ planId: above.id, code: '3.1', left: 1 }] });
    expect(await reviewed()).toEqual([]);
    await moveTo('2022-01-14');
    const of = { planId: second.id };
    const made = await prepareAssessmentAs(parts, as(FOCAL), {
      ...of,
      period: 'halfYear',
      until: 'today',
      language: 'en',
      seen: '',
    });
    const last = (made as Extract<typeof made, { outcome: 'done' }>).id;
    await approveAssessmentAs(parts, as(HEAD), { ...of, id: last, seen: 1 });
    await sendAssessmentAs(parts, as(OFFICER), { ...of, id: last, seen: 2, memo: '12-3' });
    const verdict = { ...of, id: last, seen: 3, verdict: 'accepted', word: '', rows: [] } as const;
    expect(await judgeAssessmentAs(parts, as(MINISTRY), verdict)).toMatchObject({
      outcome: 'done',
      reviews: [{ planId: above.id, left: 0, refusal: null }],
    });
    const [review, ...more] = await reviewed();
    expect(more).toEqual([]);
    expect(review!.entry.on).toBe('2022-01-14');
    expect(review!.entry.evidence.map(({ reference }) => reference).join()).toContain('12-3');
    // Said once more it changes nothing, and says so.
    expect((await judgeAssessmentAs(parts, as(MINISTRY), verdict)).outcome).toBe('meanwhile');
    expect(await reviewed()).toHaveLength(1);
  });
});
