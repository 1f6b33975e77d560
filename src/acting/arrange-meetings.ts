import type { LocalDate } from '../calendar/types.ts';
import type { MeetingBody } from '../meetings/meeting-body.ts';
import type { MeetingKind } from '../plan/types.ts';
import type { Viewer } from '../rights/rights.ts';
import type { IssueOutcome, MeetingOutcome, MeetingParts, OfMeeting } from './meeting-outcomes.ts';

/** A meeting as somebody plans it. */
export interface MeetingPlanned {
  readonly planId: string;
  readonly kind: MeetingKind;
  /** The recurring or counted indicator that its minutes settle a part of, and which occurrence; null for neither. */
  readonly settles: string | null;
  readonly occurrence: string | null;
  readonly day: LocalDate;
  /** Local `HH:mm`. */
  readonly time: string | null;
  readonly body: MeetingBody;
}

/** What somebody changes of a meeting; what is left out stays. */
export interface MeetingChange extends OfMeeting {
  readonly day?: LocalDate | undefined;
  readonly time?: string | null | undefined;
  readonly body?: MeetingBody | undefined;
}

export interface NoticeSending extends OfMeeting {
  /** `otherwise`: it went out on paper, and nobody is written to. */
  readonly by: 'letter' | 'otherwise';
}

export interface MeetingHeld extends OfMeeting {
  /** The day on which it was held; the planned one where left out. */
  readonly on?: LocalDate | undefined;
  readonly attendance?: MeetingBody['attendance'] | undefined;
}

export interface MinutesDrafted extends OfMeeting {
  readonly body: MeetingBody;
}

export interface MinutesIssued extends OfMeeting {
  /** The Word file as it goes out. */
  readonly minutes: { readonly name: string; readonly content: Uint8Array };
}

export interface MeetingReason extends OfMeeting {
  readonly reason: string;
}

/** Plans a meeting: from then on its notice and its minutes are owed. */
export async function planMeetingAs(_: MeetingParts, __: Viewer, ___: MeetingPlanned): Promise<MeetingOutcome> {
  return { outcome: 'notFound' };
}

/**
 * Changes day, time, place, agenda or whatever else was entered. Another day moves what is owed; a postponed meeting goes
 * on with it. Who was invited is told of another day, time or place, and whoever is invited newly.
 */
export async function changeMeetingAs(_: MeetingParts, __: Viewer, ___: MeetingChange): Promise<MeetingOutcome> {
  return { outcome: 'notFound' };
}

/** Sends the notice of a meeting to each of those invited, with a calendar file. */
export async function sendMeetingNoticeAs(_: MeetingParts, __: Viewer, ___: NoticeSending): Promise<MeetingOutcome> {
  return { outcome: 'notFound' };
}

/** Records that a meeting was held, when, and who was there. */
export async function holdMeetingAs(_: MeetingParts, __: Viewer, ___: MeetingHeld): Promise<MeetingOutcome> {
  return { outcome: 'notFound' };
}

/** Saves the draft of the minutes: what was said and decided; as often as one likes until they are issued. */
export async function draftMinutesAs(_: MeetingParts, __: Viewer, ___: MinutesDrafted): Promise<MeetingOutcome> {
  return { outcome: 'notFound' };
}

/**
 * Issues the minutes: the file is on record, the plan's indicator gets its occurrence or its number with it as evidence,
 * and decisions with a post and a day become action items; all of it in one transaction, and once.
 */
export async function issueMeetingAs(_: MeetingParts, __: Viewer, ___: MinutesIssued): Promise<IssueOutcome> {
  return { outcome: 'notFound' };
}

/** Calls a meeting off for good; who was invited is told. */
export async function cancelMeetingAs(_: MeetingParts, __: Viewer, ___: MeetingReason): Promise<MeetingOutcome> {
  return { outcome: 'notFound' };
}

/** Puts a meeting off to a day that is not known yet; who was invited is told. */
export async function postponeMeetingAs(_: MeetingParts, __: Viewer, ___: MeetingReason): Promise<MeetingOutcome> {
  return { outcome: 'notFound' };
}
