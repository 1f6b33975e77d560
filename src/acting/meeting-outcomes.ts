import type { Refusal } from '../../machines/types.ts';
import type { Calendars } from '../calendar/calendars.ts';
import type { Settlement } from '../engine/meetings/issue-meeting.ts';
import type { EvidenceStore } from '../evidence/evidence-store.ts';
import type { FileFault } from '../evidence/evidence-types.ts';
import type { DecisionFault } from '../meetings/decision-faults.ts';
import type { ArrangementFault } from '../meetings/meeting-faults.ts';
import type { MeetingStage } from '../meetings/stage.ts';
import type { NotEntitled } from './entitled.ts';
import type { ActingParts } from './record-as.ts';

/** Through what somebody arranges meetings. */
export interface MeetingParts extends ActingParts {
  readonly calendars: Calendars;
  /** Where minutes are kept; needed by whoever issues them. */
  readonly evidence?: Pick<EvidenceStore, 'receive' | 'keep' | 'release'> | undefined;
}

/** Which meeting, and which of its versions the person was shown. */
export interface OfMeeting {
  readonly planId: string;
  readonly number: number;
  /** `version` of the meeting when its form was shown; not asked where left out. */
  readonly seen?: number | undefined;
}

/** What is wrong with what somebody entered, by what it is wrong with. */
export type MeetingFault =
  | ArrangementFault
  | { readonly field: 'on'; readonly code: 'invalid' | 'inFuture' | 'outsideYear' }
  | { readonly field: 'invited'; readonly code: 'missing' }
  | { readonly field: 'reason'; readonly code: 'missing' | 'tooLong' }
  | ({ readonly field: 'decisions' } & DecisionFault);

/** `notFound`: there is no such plan or meeting, or none that this person may see. */
export type MeetingRefused =
  | NotEntitled
  /** Somebody changed the meeting since the person saw it; it now stands at this version. */
  | { readonly outcome: 'stale'; readonly version: number }
  /** All faults at once. */
  | { readonly outcome: 'faulty'; readonly faults: readonly MeetingFault[] }
  /** It has come too far, or not far enough, for that. */
  | { readonly outcome: 'notNow'; readonly stage: MeetingStage }
  /** What the machine refuses. */
  | { readonly outcome: 'refused'; readonly refusal: Refusal };

export interface MeetingDone {
  readonly outcome: 'done';
  readonly number: number;
  readonly version: number;
  /** So many letters were queued to tell of it. */
  readonly letters: number;
  /** The posts among those to be told that nobody holds. */
  readonly vacant: readonly string[];
}

export type MeetingOutcome = MeetingRefused | MeetingDone;

export type IssueOutcome =
  | MeetingRefused
  /** The file was not taken. */
  | { readonly outcome: 'fileRefused'; readonly fault: FileFault }
  | (MeetingDone & {
      readonly settlement: Settlement;
      /** The codes of the action items that its decisions became. */
      readonly actions: readonly string[];
    });
