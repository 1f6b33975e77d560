import type { LocalDate } from '../calendar/types.ts';
import type { MeetingBody } from '../meetings/meeting-body.ts';
import type { MeetingKind } from '../plan/types.ts';
import type { OfMeeting } from './meeting-outcomes.ts';

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
