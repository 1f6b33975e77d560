import type { WorkStatus } from '../../machines/types.ts';

/** The steps of a meeting's machine, in their order. */
export const MEETING_STEPS = ['notice', 'held', 'drafted', 'issued'] as const;
export type MeetingStep = (typeof MEETING_STEPS)[number];

/** How far a meeting has come. `lapsed`: its minutes were never issued, and the time for it is over. */
export const MEETING_STAGES = [
  'planned',
  'noticeSent',
  'held',
  'drafted',
  'issued',
  'postponed',
  'cancelled',
  'lapsed',
] as const;
export type MeetingStage = (typeof MEETING_STAGES)[number];

/** What can be done to a meeting. */
export type MeetingAct = 'change' | 'sendNotice' | 'hold' | 'draft' | 'issue' | 'cancel' | 'postpone';

const STAGE_AFTER: Readonly<Record<MeetingStep, MeetingStage>> = {
  notice: 'noticeSent',
  held: 'held',
  drafted: 'drafted',
  issued: 'issued',
};

/** The stage of a meeting by the status of its machine and the steps that it has taken. */
export function stageOf(status: WorkStatus, steps: readonly { readonly id: string }[]): MeetingStage {
  if (status === 'onHold') return 'postponed';
  if (status === 'withdrawn') return 'cancelled';
  if (status === 'notAchieved') return 'lapsed';
  const last = MEETING_STEPS.findLast((step) => steps.some(({ id }) => id === step));
  return last === undefined ? 'planned' : STAGE_AFTER[last];
}

const ACTS: Readonly<Record<MeetingStage, readonly MeetingAct[]>> = {
  planned: ['change', 'sendNotice', 'postpone', 'cancel'],
  noticeSent: ['change', 'hold', 'postpone', 'cancel'],
  // Until the minutes are issued, what was said can be written anew; where and when it was is on record.
  held: ['draft'],
  drafted: ['draft', 'issue'],
  issued: [],
  // A new day ends the postponement.
  postponed: ['change', 'cancel'],
  cancelled: [],
  lapsed: [],
};

/** What can be done to a meeting at a stage, in the order in which work goes. */
export function actsAt(stage: MeetingStage): readonly MeetingAct[] {
  return ACTS[stage];
}
