import { expect, it } from 'vitest';
import {
  cancelMeetingAs,
  changeMeetingAs,
  draftMinutesAs,
  holdMeetingAs,
  planMeetingAs,
  postponeMeetingAs,
  sendMeetingNoticeAs,
} from '../../src/acting/arrange-meetings.ts';
import { issueMeetingAs } from '../../src/acting/issue-meeting-as.ts';
import { recordAs } from '../../src/acting/record-as.ts';
import { findPlan } from '../../src/db/queries/plans.ts';
import { DefinitionCache } from '../../src/engine/definition-cache.ts';
import { examine } from '../../src/engine/doctor.ts';
import { examineEvidence } from '../../src/engine/examine-evidence.ts';
import { readPlanStatus } from '../../src/engine/plan-status.ts';
import { previewPlan } from '../../src/engine/preview-plan.ts';
import { readDeadlines } from '../../src/engine/read-deadlines.ts';
import { verifyLogs } from '../../src/engine/verify.ts';
import { plannableOccurrences } from '../../src/meetings/plannable.ts';
import { readMinutesDraft } from '../../src/reading/meeting-minutes.ts';
import { actionItemsOf, meetingOf, meetingsOfPlan } from '../../src/reading/meetings.ts';
import { readMyWork } from '../../src/reading/my-work.ts';
import { breakTable, describeEngine, everything } from '../engine/desk.ts';
import { docx } from '../evidence/sample-archives.ts';
import { at, calendar } from '../machines/office.ts';
import {
  BODY,
  decision,
  FOCAL,
  meetingDesk,
  OFFICER,
  REVIEW,
  REVIEWED,
  STRANGER,
  SUPERVISOR,
  WITH_CLERK,
} from './meeting-desk.ts';

const THIS = { planId: REVIEWED.id, number: 1 };
const MINUTES = { name: 'কার্যবিবরণী.docx', content: docx('Minutes') };

describeEngine('A meeting', (desk) => {
  const open = meetingDesk(desk);
  type Office = Awaited<ReturnType<typeof open>>;

  const letters = () =>
    desk.rows<{ class: string; person: string; subject: string; text: string; ics: string | null }>(
      'select class, person_id as person, subject, text, ics from message order by id',
    );
  const notices = async () => (await letters()).filter((letter) => letter.class === 'meetingNotice');
  const now = ({ clock }: Office) => clock.now;
  const reading = async (office: Office) => (await meetingOf(desk.database.db, REVIEWED.id, 1, now(office)))!;
  const isWhole = async () => expect(await verifyLogs(desk.database.db)).toMatchObject({ faults: [] });

  /** The review of the first quarter, held, with minutes drafted that decide one thing. */
  async function drafted(office: Office) {
    await planMeetingAs(office.parts, OFFICER, REVIEW);
    office.put('2021-09-08T12:00:00');
    await sendMeetingNoticeAs(office.parts, OFFICER, { ...THIS, by: 'letter' });
    office.put('2021-09-21T16:00:00');
    await holdMeetingAs(office.parts, OFFICER, THIS);
    const body = { ...BODY, decisions: [decision(), decision({ text: 'ধন্যবাদ', post: null, by: null, about: null })] };
    expect(await draftMinutesAs(office.parts, OFFICER, { ...THIS, body })).toMatchObject({ outcome: 'done' });
  }

  it('is planned from what the plan owes, lives to its minutes, settles the occurrence, and its decision is followed up', async () => {
    const office = await open();
    const { parts } = office;
    const { db } = parts;
    const before = (await readPlanStatus(db, REVIEWED.id, now(office)))!;
    expect(
      plannableOccurrences(before.rows, []).map(({ indicator, occurrence }) => [indicator.code, occurrence]),
    ).toEqual([
      ['1.5.1', 'q1'],
      ['1.5.1', 'q2'],
      ['1.5.1', 'q3'],
      ['1.6.1', null],
      ['1.5.1', 'q4'],
    ]);

    expect(await planMeetingAs(parts, OFFICER, REVIEW)).toMatchObject({ outcome: 'done', number: 1, version: 1 });
    expect(await reading(office)).toMatchObject({
      code: 'M1',
      stage: 'planned',
      acts: ['change', 'sendNotice', 'postpone', 'cancel'],
      deadlines: [
        { checkpoint: 'notice', due: '2021-09-14', outcome: 'toCome' },
        { checkpoint: 'minutes', due: '2021-09-28', outcome: 'toCome' },
      ],
    });
    const planned = await meetingsOfPlan(db, REVIEWED.id, now(office));
    expect(plannableOccurrences(before.rows, planned)).not.toContainEqual(
      expect.objectContaining({ occurrence: 'q1' }),
    );

    // A week before its day, whoever arranges it is reminded of the notice.
    await office.runAt('2021-09-07T09:00:00');
    const [reminder] = (await letters()).filter(({ person }) => person === 'the-innovation').slice(-1);
    expect(reminder!.text).toContain('পর্যালোচনা সভা, ২১ সেপ্টেম্বর ২০২১ (সভার নোটিশ জারি)');
    expect(reminder!.text).toContain('/plans/office-2021-22/meetings/1');

    office.put('2021-09-08T12:00:00');
    expect(await sendMeetingNoticeAs(parts, OFFICER, { ...THIS, seen: 1, by: 'letter' })).toMatchObject({
      outcome: 'done',
      letters: 3,
      vacant: [],
    });
    const sent = await notices();
    expect(sent.map(({ person }) => person)).toEqual(['the-focal', 'the-supervisor', 'the-head']);
    expect(sent[0]!.text).toContain('কর্মপরিকল্পনার অগ্রগতি পর্যালোচনা');
    expect(sent[0]!.text).toContain('সম্মেলন কক্ষ');
    expect(sent[0]!.ics).toContain('DTSTART:20210921T050000Z');
    expect((await reading(office)).deadlines[0]).toMatchObject({ outcome: 'done', metOn: '2021-09-08' });

    office.put('2021-09-21T16:00:00');
    expect(await holdMeetingAs(parts, OFFICER, THIS)).toMatchObject({ outcome: 'done' });
    const body = { ...BODY, decisions: [decision(), decision({ text: 'ধন্যবাদ', post: null, by: null, about: null })] };
    expect(await draftMinutesAs(parts, OFFICER, { ...THIS, body })).toMatchObject({ outcome: 'done' });

    office.put('2021-09-23T11:00:00');
    expect(await issueMeetingAs(parts, OFFICER, { ...THIS, minutes: MINUTES })).toMatchObject({
      outcome: 'done',
      settlement: { outcome: 'settled', code: '1.5.1' },
      actions: ['M1.1'],
    });
    expect(await reading(office)).toMatchObject({
      stage: 'issued',
      issuedOn: '2021-09-23',
      minutes: { name: MINUTES.name },
    });
    const status = (await readPlanStatus(db, REVIEWED.id, now(office)))!;
    const [review] = status.rows;
    expect(review!.view).toMatchObject({ achieved: 1 });
    expect(review!.deadlines[0]).toMatchObject({ checkpoint: 'q1', outcome: 'done', metOn: '2021-09-21' });
    const files = await desk.rows<{ code: string }>(
      `select i.code from evidence_file f join indicator i on i.id = f.indicator_id order by i.code`,
    );
    expect(files.map(({ code }) => code)).toEqual(['1.5.1', 'M1']);
    expect(await examineEvidence(db, office.evidence, true)).toMatchObject({ faults: [] });

    const [item] = await actionItemsOf(db, REVIEWED.id, now(office), { open: true });
    expect(item).toMatchObject({ code: 'M1.1', due: '2021-10-14', post: 'focal', about: '1.1.1', isOpen: true });

    // Reminded before its day, told above after it.
    await office.runAt('2021-10-07T09:00:00');
    const reminded = (await letters()).filter(
      ({ person, text }) => person === 'the-focal' && text.includes('M1.1') === false,
    );
    expect(reminded.at(-1)!.text).toContain('সিদ্ধান্ত বাস্তবায়ন: সেবা সহজিকরণের অফিস আদেশ জারি করতে হবে');
    await office.runAt('2021-10-18T09:00:00');
    const escalated = (await letters()).filter((letter) => letter.class === 'escalation');
    expect(escalated.map(({ person }) => person)).toContain('the-supervisor');
    expect(escalated.at(-1)!.text).toContain('সিদ্ধান্ত বাস্তবায়ন');

    const done = { type: 'complete', evidence: [], note: 'আদেশ জারি হয়েছে' } as const;
    expect(await recordAs(parts, FOCAL, { planId: REVIEWED.id, code: 'M1.1', action: done })).toMatchObject({
      outcome: 'answered',
      refusal: null,
    });
    expect(await actionItemsOf(db, REVIEWED.id, now(office), { open: true })).toEqual([]);
    expect((await actionItemsOf(db, REVIEWED.id, now(office)))[0]).toMatchObject({
      status: 'achieved',
      late: true,
      note: 'আদেশ জারি হয়েছে',
    });
    await isWhole();
  });

  it('counts neither in the table of its plan nor among what its office owes by it', async () => {
    const office = await open();
    await drafted(office);
    await issueMeetingAs(office.parts, OFFICER, { ...THIS, minutes: MINUTES });
    const status = (await readPlanStatus(desk.database.db, REVIEWED.id, now(office)))!;
    expect(status.rows.map(({ indicator }) => indicator.code)).toEqual(['1.5.1', '1.6.1', '1.1.1']);
    const { officeCounts } = await import('../../src/db/queries/office-counts.ts');
    expect((await officeCounts(desk.database.db, null))[0]).toMatchObject({ total: 3 });
    const plan = (await findPlan(desk.database.db, REVIEWED.id))!.body;
    const deadlines = await readDeadlines(desk.database.db, new DefinitionCache(), [plan], now(office));
    expect(deadlines.filter(({ indicator }) => indicator.code.startsWith('M')).map(({ due }) => due)).toEqual([
      '2021-09-14',
      '2021-09-28',
      '2021-10-14',
    ]);
  });

  it('shows a decision to whoever has to carry it out, on the work list too, where that is all the post owes', async () => {
    const office = await open('2021-08-22T10:00:00', WITH_CLERK);
    await drafted(office);
    const clerk = { address: 'the-clerk@office.example', isAdministrator: false };
    const work = () => readMyWork(desk.database.db, new DefinitionCache(), clerk, now(office));
    expect(await work()).toMatchObject({ hasPost: true, duties: [] });
    const body = { ...BODY, decisions: [decision({ post: 'clerk', about: null })] };
    await draftMinutesAs(office.parts, OFFICER, { ...THIS, body });
    await issueMeetingAs(office.parts, OFFICER, { ...THIS, minutes: MINUTES });
    expect((await work()).duties).toMatchObject([
      { indicator: { code: 'M1.1' }, as: [{ capacity: 'focalPoint', post: 'clerk' }] },
    ]);
    const action = { type: 'complete', evidence: [], note: null } as const;
    const recording = { planId: REVIEWED.id, code: 'M1.1', action };
    expect(await recordAs(office.parts, FOCAL, recording)).toMatchObject({ outcome: 'forbidden' });
    expect(await recordAs(office.parts, clerk, recording)).toMatchObject({ refusal: null });
    expect((await work()).duties).toEqual([]);
  });

  it('leaves the office well: nothing is wrongly armed, and the plan as it stands would change nothing', async () => {
    const office = await open();
    await drafted(office);
    await issueMeetingAs(office.parts, OFFICER, { ...THIS, minutes: MINUTES });
    const { db } = desk.database;
    const checks = await examine({
      db,
      pingDatabase: async () => {},
      pingQueue: async () => {},
      verifyMail: async () => ({ ok: true, answer: 'ok' }),
      now: () => now(office),
      evidence: office.evidence,
      calendarOf: () => calendar,
    });
    expect(checks.find(({ name }) => name === 'deadlines')).toMatchObject({ result: 'ok' });
    const stored = (await findPlan(db, REVIEWED.id))!.body;
    expect(await previewPlan(db, stored, calendar, now(office))).toMatchObject({
      isChanged: false,
      withdrawn: [],
      changes: [],
    });
  });

  it('tells those invited when it moves, and owes its notice and its minutes by other days', async () => {
    const office = await open();
    await planMeetingAs(office.parts, OFFICER, REVIEW);
    await sendMeetingNoticeAs(office.parts, OFFICER, { ...THIS, by: 'letter' });
    office.put('2021-09-01T12:00:00');
    const body = { ...BODY, invited: ['focal', 'head', 'ministry'] };
    expect(await changeMeetingAs(office.parts, OFFICER, { ...THIS, day: '2021-09-27', body })).toMatchObject({
      outcome: 'done',
      letters: 4,
    });
    const told = (await notices()).slice(3);
    expect(told.map(({ person, subject }) => [person, subject.split(':')[0]])).toEqual([
      ['the-ministry', 'সভার নোটিশ'],
      ['the-focal', 'সভার সংশোধিত নোটিশ'],
      ['the-head', 'সভার সংশোধিত নোটিশ'],
      ['the-supervisor', 'সভায় উপস্থিতির প্রয়োজন নেই'],
    ]);
    const sequence = (ics: string | null) => Number(/SEQUENCE:(\d+)/.exec(ics ?? '')?.[1]);
    expect(sequence(told[1]!.ics)).toBeGreaterThan(sequence((await notices())[0]!.ics));
    expect(told[3]!.ics).toContain('METHOD:CANCEL');
    expect(await reading(office)).toMatchObject({
      stage: 'noticeSent',
      deadlines: [{ outcome: 'done' }, { checkpoint: 'minutes', due: '2021-10-04', outcome: 'toCome' }],
    });
    await isWhole();
  });

  it('is told to nobody when only what nobody comes for is changed', async () => {
    const office = await open();
    await planMeetingAs(office.parts, OFFICER, REVIEW);
    await sendMeetingNoticeAs(office.parts, OFFICER, { ...THIS, by: 'letter' });
    const body = { ...BODY, signature: ['সচিব'] };
    expect(await changeMeetingAs(office.parts, OFFICER, { ...THIS, body })).toMatchObject({ letters: 0 });
  });

  it('reminds nobody while it is postponed, goes on with a new day, and is called off for good', async () => {
    const office = await open();
    await planMeetingAs(office.parts, OFFICER, REVIEW);
    await sendMeetingNoticeAs(office.parts, OFFICER, { ...THIS, by: 'letter' });
    const reason = 'সভাপতি বিদেশ সফরে';
    expect(await postponeMeetingAs(office.parts, OFFICER, { ...THIS, reason: ' ' })).toMatchObject({
      outcome: 'faulty',
    });
    expect(await postponeMeetingAs(office.parts, OFFICER, { ...THIS, reason })).toMatchObject({ letters: 3 });
    expect(await reading(office)).toMatchObject({ stage: 'postponed', reason, acts: ['change', 'cancel'] });
    expect((await notices()).at(-1)!.ics).toContain('METHOD:CANCEL');
    const later = { ...BODY, place: 'অন্য কক্ষ' };
    expect(await changeMeetingAs(office.parts, OFFICER, { ...THIS, body: later })).toMatchObject({ letters: 0 });
    expect((await reading(office)).stage).toBe('postponed');
    await office.runAt('2021-09-30T09:00:00');
    expect((await letters()).some(({ text }) => text.includes('কার্যবিবরণী জারি'))).toBe(false);
    expect(await changeMeetingAs(office.parts, OFFICER, { ...THIS, day: '2021-10-20' })).toMatchObject({ letters: 3 });
    expect(await reading(office)).toMatchObject({ stage: 'noticeSent', day: '2021-10-20' });
    expect(await cancelMeetingAs(office.parts, OFFICER, { ...THIS, reason })).toMatchObject({ letters: 3 });
    expect(await reading(office)).toMatchObject({ stage: 'cancelled', acts: [] });
    expect(await holdMeetingAs(office.parts, OFFICER, { ...THIS, on: '2021-09-30' })).toMatchObject({
      outcome: 'notNow',
      stage: 'cancelled',
    });
    await isWhole();
  });

  it('settles its occurrence once, however often its minutes are issued', async () => {
    const office = await open();
    await drafted(office);
    const issue = () => issueMeetingAs(office.parts, OFFICER, { ...THIS, minutes: MINUTES });
    const outcomes = await Promise.all([issue(), issue(), issue()]);
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['done', 'notNow', 'notNow']);
    const held = await desk.rows(`select 1 from event_log where entry->>'type' = 'holdOccurrence'`);
    expect(held).toHaveLength(1);
    expect(await actionItemsOf(desk.database.db, REVIEWED.id, now(office))).toHaveLength(1);
    await isWhole();
  });

  it('is issued with all that belongs to it, or not at all', async () => {
    const office = await open();
    await drafted(office);
    const before = await everything(desk.database);
    for (const table of ['action_item', 'evidence_file', 'meeting', 'event_log']) {
      const mend = await breakTable(desk.database, table);
      await expect(issueMeetingAs(office.parts, OFFICER, { ...THIS, minutes: MINUTES })).rejects.toThrow();
      await mend();
    }
    expect(await everything(desk.database)).toEqual(before);
    expect((await reading(office)).stage).toBe('drafted');
    expect(await issueMeetingAs(office.parts, OFFICER, { ...THIS, minutes: MINUTES })).toMatchObject({
      outcome: 'done',
    });
    await isWhole();
  });

  it('is issued all the same where the plan has its occurrence already, and says so', async () => {
    const office = await open();
    await drafted(office);
    const action = {
      type: 'holdOccurrence',
      occurrence: 'q1',
      evidence: [{ reference: 'Memo 1', date: null }],
      note: null,
    };
    await recordAs(office.parts, FOCAL, { planId: REVIEWED.id, code: '1.5.1', action: action as never });
    expect(await issueMeetingAs(office.parts, OFFICER, { ...THIS, minutes: MINUTES })).toMatchObject({
      outcome: 'done',
      settlement: { outcome: 'refused', code: '1.5.1', refusal: { code: 'occurrenceAlreadyHeld' } },
    });
    expect((await reading(office)).stage).toBe('issued');
    await isWhole();
  });

  it('adds one to a count where it is a workshop', async () => {
    const office = await open();
    await planMeetingAs(office.parts, OFFICER, { ...REVIEW, kind: 'workshop', settles: '1.6.1', occurrence: null });
    await sendMeetingNoticeAs(office.parts, OFFICER, { ...THIS, by: 'otherwise' });
    expect(await letters()).toEqual([]);
    office.put('2021-09-22T16:00:00');
    await holdMeetingAs(office.parts, OFFICER, { ...THIS, on: '2021-09-22' });
    expect((await reading(office)).deadlines[1]).toMatchObject({ due: '2021-09-29' });
    await draftMinutesAs(office.parts, OFFICER, { ...THIS, body: BODY });
    await issueMeetingAs(office.parts, OFFICER, { ...THIS, minutes: MINUTES });
    const status = (await readPlanStatus(desk.database.db, REVIEWED.id, now(office)))!;
    expect(status.rows[1]!.view).toMatchObject({ achieved: 1 });
  });

  it('lasts through a plan that is applied anew, with its decisions and who reads of them', async () => {
    const office = await open();
    await drafted(office);
    await issueMeetingAs(office.parts, OFFICER, { ...THIS, minutes: MINUTES });
    const stored = (await findPlan(desk.database.db, REVIEWED.id))!.body;
    expect(stored.duties?.map(({ code }) => code)).toEqual(['M1', 'M1.1']);
    expect(await office.apply(stored)).toMatchObject({ isChanged: false });
    const policy = { ...REVIEWED.policy, reminders: { ...REVIEWED.policy.reminders, daysBefore: [5] } };
    expect(await office.apply({ ...stored, policy })).toMatchObject({ withdrawn: [], added: [] });
    const [item] = await actionItemsOf(desk.database.db, REVIEWED.id, now(office));
    expect(item).toMatchObject({ isOpen: true, due: '2021-10-14' });
    const [version] = await desk.rows<{ body: object }>('select body from plan_version order by version desc limit 1');
    expect(version!.body).not.toHaveProperty('duties');
    await office.runAt('2021-10-07T09:00:00');
    const told = (await letters()).filter(({ text }) => text.includes('সিদ্ধান্ত বাস্তবায়ন'));
    // The day is five before the fourteenth, a Saturday: the new policy reminds on Thursday, and no other day before.
    expect(told.length).toBeGreaterThan(0);
    await isWhole();
  });

  it('is arranged by those who keep the plan, seen by its people, and hidden from strangers', async () => {
    const office = await open();
    expect(await planMeetingAs(office.parts, FOCAL, REVIEW)).toMatchObject({ outcome: 'forbidden' });
    expect(await planMeetingAs(office.parts, SUPERVISOR, REVIEW)).toMatchObject({ outcome: 'forbidden' });
    expect(await planMeetingAs(office.parts, STRANGER, REVIEW)).toEqual({ outcome: 'notFound' });
    await planMeetingAs(office.parts, OFFICER, REVIEW);
    const action = { type: 'completeStep', step: 'notice', evidence: [], note: null } as const;
    expect(await recordAs(office.parts, OFFICER, { planId: REVIEWED.id, code: 'M1', action })).toMatchObject({
      refusal: { code: 'notForThisKind' },
    });
  });

  it('tells all that is wrong at once, and whoever saw an older version that it was changed', async () => {
    const office = await open();
    const body = { ...BODY, invited: ['focal', 'caretaker'] };
    const wrong = { ...REVIEW, day: '2019-01-01', time: '25:00', settles: '1.1.1', body };
    expect(await planMeetingAs(office.parts, OFFICER, wrong)).toEqual({
      outcome: 'faulty',
      faults: [
        { field: 'day', code: 'outsideYear' },
        { field: 'time', code: 'invalid' },
        { field: 'invited', code: 'unknown', post: 'caretaker' },
        { field: 'settles', code: 'kindUnfit' },
      ],
    });
    await planMeetingAs(office.parts, OFFICER, REVIEW);
    await changeMeetingAs(office.parts, OFFICER, { ...THIS, seen: 1, time: '15:00' });
    expect(await changeMeetingAs(office.parts, OFFICER, { ...THIS, seen: 1, time: '16:00' })).toEqual({
      outcome: 'stale',
      version: 2,
    });
    expect((await reading(office)).time).toBe('15:00');
    expect(await holdMeetingAs(office.parts, OFFICER, THIS)).toMatchObject({
      outcome: 'faulty',
      faults: [{ field: 'on', code: 'inFuture' }],
    });
  });

  it('is not issued with a decision that nobody could follow up, nor with what is no document', async () => {
    const office = await open();
    await drafted(office);
    const body = { ...BODY, decisions: [decision({ by: null }), decision({ post: 'caretaker', by: '2021-09-01' })] };
    await draftMinutesAs(office.parts, OFFICER, { ...THIS, body });
    expect(await issueMeetingAs(office.parts, OFFICER, { ...THIS, minutes: MINUTES })).toEqual({
      outcome: 'faulty',
      faults: [
        { field: 'decisions', decision: 0, code: 'dueMissing' },
        { field: 'decisions', decision: 1, code: 'postUnknown' },
        { field: 'decisions', decision: 1, code: 'dueBeforeMeeting' },
      ],
    });
    const script = { name: 'minutes.docx', content: Buffer.from('#!/bin/sh') };
    expect(await issueMeetingAs(office.parts, OFFICER, { ...THIS, minutes: script })).toMatchObject({
      outcome: 'fileRefused',
      fault: { code: 'typeNotAllowed' },
    });
    expect((await reading(office)).stage).toBe('drafted');
  });

  it('that is planned at short notice owes its notice the same day, and is not told of as if it had been late for weeks', async () => {
    const office = await open('2021-09-20T10:00:00');
    await planMeetingAs(office.parts, OFFICER, REVIEW);
    expect((await reading(office)).deadlines[0]).toMatchObject({ due: '2021-09-20', outcome: 'toCome' });
    await office.runAt(at('2021-09-20T10:01:00'));
    expect((await letters()).filter(({ text }) => text.includes('সভার নোটিশ'))).toEqual([]);
    await isWhole();
  });

  it('has minutes to issue although it was held before the plan came here', async () => {
    const office = await open('2021-09-22T10:00:00');
    const { parts } = office;
    await planMeetingAs(parts, OFFICER, REVIEW);
    await sendMeetingNoticeAs(parts, OFFICER, { ...THIS, by: 'otherwise' });
    expect(await holdMeetingAs(parts, OFFICER, THIS)).toMatchObject({ outcome: 'done' });
    office.put('2021-09-23T10:00:00');
    const draft = await readMinutesDraft(parts.db, REVIEWED, await reading(office), now(office));
    expect(draft!.minutes.source).toMatchObject({ on: '2021-09-21', version: 1 });
  });
});
