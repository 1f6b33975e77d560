import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { MeetingParts } from '../../src/acting/meeting-outcomes.ts';
import type { MeetingPlanned } from '../../src/acting/meeting-requests.ts';
import { EvidenceStore } from '../../src/evidence/evidence-store.ts';
import type { MeetingBody, MeetingDecision } from '../../src/meetings/meeting-body.ts';
import type { Plan } from '../../src/plan/types.ts';
import type { Desk } from '../engine/desk.ts';
import { at, calendar, indicatorOf } from '../machines/office.ts';
import { EVERY_POST_HELD, personWho, staffed } from '../notices/staffed.ts';

/** An office that owes a review meeting in each quarter, and two workshops. */
export const REVIEWED: Plan = staffed(
  [...EVERY_POST_HELD, personWho('a-reader')],
  [
    indicatorOf('recurring', { code: '1.5.1', evidenceRequired: true }),
    indicatorOf('count', { code: '1.6.1', target: 2 }),
    indicatorOf('milestone', { code: '1.1.1' }),
  ],
);

/** The same with a post that plays no part in any indicator. */
export const WITH_CLERK: Plan = {
  ...REVIEWED,
  posts: [...REVIEWED.posts, { id: 'clerk', title: { bn: 'অফিস সহকারী', en: 'Office assistant' } }],
  people: [...REVIEWED.people, personWho('the-clerk', 'clerk')],
};

export const OFFICER = { address: 'the-innovation@office.example', isAdministrator: false };
export const FOCAL = { address: 'the-focal@office.example', isAdministrator: false };
export const SUPERVISOR = { address: 'the-supervisor@office.example', isAdministrator: false };
export const STRANGER = { address: 'nobody@elsewhere.example', isAdministrator: false };

export const BODY: MeetingBody = {
  language: 'bn',
  layout: 'prose',
  letterhead: null,
  title: 'ইনোভেশন কমিটির সভার কার্যবিবরণী',
  chair: { label: null, designation: 'যুগ্মসচিব (প্রশাসন)' },
  place: 'সম্মেলন কক্ষ',
  dateStyle: 'figures',
  attendance: { annex: 'ক', members: [] },
  secretary: null,
  opening: null,
  achieved: 'implemented',
  discuss: 'all',
  implementers: [],
  agenda: [
    {
      subject: 'কর্মপরিকল্পনার অগ্রগতি পর্যালোচনা',
      discussion: [],
      progress: true,
      activities: [],
      indicators: [],
      decisions: [],
    },
  ],
  indicators: [],
  decisions: [],
  closing: null,
  signature: ['যুগ্মসচিব'],
  memo: null,
  distribution: null,
  issuer: [],
  invited: ['focal', 'supervisor', 'head'],
};

export const decision = (terms: Partial<MeetingDecision> = {}): MeetingDecision => ({
  text: 'সেবা সহজিকরণের অফিস আদেশ জারি করতে হবে',
  implementers: ['প্রোগ্রামার'],
  by: '2021-10-14',
  post: 'focal',
  about: '1.1.1',
  ...terms,
});

/** The first quarter's review, on a Tuesday in September 2021. */
export const REVIEW: MeetingPlanned = {
  planId: REVIEWED.id,
  kind: 'review',
  settles: '1.5.1',
  occurrence: 'q1',
  day: '2021-09-21',
  time: '11:00',
  body: BODY,
};

/** Opens the office of these meetings anew for each test, with a folder for its papers. */
export function meetingDesk(desk: Desk) {
  let folder = '';
  let evidence: EvidenceStore;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'suchok-minutes-'));
    evidence = new EvidenceStore({ folder, scanner: null, logger: { warn: () => {} }, realNow: () => Date.now() });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  return async (start = '2021-08-22T10:00:00', plan = REVIEWED) => {
    const office = desk.engine(start);
    await office.apply(plan);
    const { engine, clock } = office;
    const parts: MeetingParts = {
      db: desk.database.db,
      engine,
      clock: { now: () => clock.now, waitFor: () => 0 },
      calendars: {
        ids: () => ['bangladesh'],
        find: () => ({ calendar, file: undefined as never }),
      },
      evidence,
    };
    const put = (text: string) => {
      clock.now = at(text);
    };
    return { ...office, parts, put, evidence };
  };
}
