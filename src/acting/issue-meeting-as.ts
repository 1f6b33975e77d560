import { Readable } from 'node:stream';
import { issueMeeting } from '../engine/meetings/issue-meeting.ts';
import type { Viewer } from '../rights/rights.ts';
import { admit } from './arrange-meetings.ts';
import type { IssueOutcome, MeetingParts } from './meeting-outcomes.ts';
import type { MinutesIssued } from './meeting-requests.ts';

/**
 * Issues the minutes: the file is on record, the plan's indicator gets its occurrence or its number with it as evidence,
 * and decisions with a post and a day become action items; all of it in one transaction, and once.
 */
export async function issueMeetingAs(
  parts: MeetingParts,
  viewer: Viewer,
  { minutes, ...key }: MinutesIssued,
): Promise<IssueOutcome> {
  const { evidence, engine } = parts;
  if (!evidence) throw new TypeError('To issue minutes, the place where they are kept has to be known.');
  const admitted = await admit(parts, viewer, key.planId);
  if ('outcome' in admitted) return admitted;
  const { calendar, by } = admitted;
  const owner = viewer.address ?? 'administrator';
  const received = await evidence.receive(minutes.name, Readable.from([minutes.content]), owner);
  if ('code' in received) return { outcome: 'fileRefused', fault: received };
  try {
    const answer = await engine.arrange((tx, desk) =>
      issueMeeting(tx, desk, {
        ...key,
        minutes: { file: received.evidenceFile, scan: received.scan },
        keep: () => evidence.keep(received),
        calendar,
        by,
      }),
    );
    if (answer.outcome !== 'decisionsFaulty') return answer;
    return { outcome: 'faulty', faults: answer.faults.map((fault) => ({ field: 'decisions', ...fault })) };
  } finally {
    await evidence.release(received.receipt);
  }
}
