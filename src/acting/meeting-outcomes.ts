import type { Refusal } from '../../machines/types.ts';
import type { Calendars } from '../calendar/calendars.ts';
import type { EvidenceStore } from '../evidence/evidence-store.ts';
import type { FileFault } from '../evidence/evidence-types.ts';
import type { DecisionFault } from '../meetings/decision-faults.ts';
import type { MeetingStage } from '../meetings/stage.ts';
import type { Verdict } from '../rights/rights.ts';
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
  | { readonly field: 'day'; readonly code: 'invalid' | 'outsideYear' | 'tooLate' }
  | { readonly field: 'time'; readonly code: 'invalid' }
  | { readonly field: 'on'; readonly code: 'invalid' | 'inFuture' | 'beforeNotice' | 'outsideYear' }
  | { readonly field: 'settles'; readonly code: 'unknown' | 'notForMeetings' }
  | { readonly field: 'occurrence'; readonly code: 'missing' | 'unknown' }
  | { readonly field: 'invited'; readonly code: 'missing' | 'unknown'; readonly post?: string }
  | { readonly field: 'reason'; readonly code: 'missing' | 'tooLong' }
  | ({ readonly field: 'decisions' } & DecisionFault);

/** `notFound`: there is no such plan or meeting, or none that this person may see. */
export type MeetingRefused =
  | { readonly outcome: 'notFound' }
  | { readonly outcome: 'forbidden'; readonly verdict: Extract<Verdict, { allowed: false }> }
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
}

export type MeetingOutcome = MeetingRefused | MeetingDone;

/** What became of the indicator that the minutes settle a part of. */
export type Settlement =
  /** The meeting settles none. */
  | { readonly outcome: 'none' }
  | { readonly outcome: 'settled'; readonly code: string }
  /** The indicator did not take it: closed, held already, on hold. The minutes are issued all the same. */
  | { readonly outcome: 'refused'; readonly code: string; readonly refusal: Refusal };

export type IssueOutcome =
  | MeetingRefused
  /** The file was not taken. */
  | { readonly outcome: 'fileRefused'; readonly fault: FileFault }
  | (MeetingDone & {
      readonly settlement: Settlement;
      /** The codes of the action items that its decisions became. */
      readonly actions: readonly string[];
    });
