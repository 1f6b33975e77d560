import type { Meeting } from '../report/minutes/meeting.ts';

/** What people enter for a meeting, beside its day, time and what it settles: the meeting form, as minutes are made of it. */
export type MeetingBody = Omit<Meeting, 'id' | 'plan' | 'kind' | 'date' | 'time' | 'previous'>;
