import { pathOfOwed } from '../plan/duties.ts';
import { planPath } from './paths.ts';

/* Where meetings and what they decided are. Letters hold such paths for years, so they stay as they are. */

export function meetingsPath(planId: string): string {
  return `${planPath(planId)}/meetings`;
}

/** Where a meeting is planned; for what it is to settle, where that is known. */
export function newMeetingPath(planId: string, settles?: string, occurrence?: string | null): string {
  const wish = settles === undefined ? '' : `?${new URLSearchParams({ settles: settlesValue(settles, occurrence) })}`;
  return `${meetingsPath(planId)}/new${wish}`;
}

/** What a meeting settles as one value of a form: an indicator, and the occurrence behind a slash. */
export function settlesValue(settles: string, occurrence: string | null | undefined): string {
  return occurrence ? `${settles}/${occurrence}` : settles;
}

export function meetingPath(planId: string, number: number): string {
  return `${meetingsPath(planId)}/${number}`;
}

export const MEETING_PARTS = ['arrangements', 'agenda', 'attendance', 'discussion', 'decisions', 'paper'] as const;
/** What of a meeting is edited in one form. */
export type MeetingPart = (typeof MEETING_PARTS)[number];

export function editMeetingPath(planId: string, number: number, part: MeetingPart): string {
  return `${meetingPath(planId, number)}/edit/${part}`;
}

export const MEETING_BUTTONS = ['notice', 'hold', 'draft', 'issue', 'postpone', 'cancel'] as const;
/** What is done to a meeting with one button, and a word or two. */
export type MeetingButton = (typeof MEETING_BUTTONS)[number];

export function meetingActPath(planId: string, number: number, act: MeetingButton): string {
  return `${meetingPath(planId, number)}/${act}`;
}

/** The minutes as a page, and as a file. */
export function minutesPath(planId: string, number: number, format?: 'docx' | 'html'): string {
  return `${meetingPath(planId, number)}/minutes${format === undefined ? '' : `/${minutesName(number, format)}`}`;
}

/** What the file of a meeting's minutes is called. */
export function minutesName(number: number, format: 'docx' | 'html' | 'json'): string {
  return `M${number}-minutes.${format}`;
}

export function actionsPath(planId: string): string {
  return `${planPath(planId)}/actions`;
}

/** The page of one decision, by its code, `M3.2`. */
export function actionPath(planId: string, code: string): string {
  return pathOfOwed(encodeURIComponent(planId), { kind: 'action', code });
}
