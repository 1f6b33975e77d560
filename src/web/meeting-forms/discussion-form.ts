import type { MeetingBody } from '../../meetings/meeting-body.ts';
import type { Plan } from '../../plan/types.ts';
import type { Typed } from '../parts/fields.tsx';
import { codesOf, FieldReader, type PartReading } from './form-texts.ts';

export function typedDiscussion({ indicators }: MeetingBody): Typed {
  return Object.fromEntries(
    indicators.flatMap(({ code, discussion, decision, implementers }) => [
      [`talk-${code}`, discussion.join('\n')],
      [`sentence-${code}`, decision ?? ''],
      [`who-${code}`, implementers.join('\n')],
      [`tell-${code}`, 'yes'],
    ]),
  );
}

/** What was said of each indicator. What the form does not ask for, as who had an idea, stays. */
export function readDiscussion(typed: Typed, body: MeetingBody, plan: Plan): PartReading {
  const fields = new FieldReader(typed);
  const indicators = codesOf(plan).flatMap((code): MeetingBody['indicators'] => {
    const before = body.indicators.find((talk) => talk.code === code);
    const talk = {
      code,
      subject: before?.subject ?? null,
      discussion: fields.lines(`talk-${code}`),
      decision: fields.textOrNull(`sentence-${code}`),
      implementers: fields.lines(`who-${code}`),
      proposer: before?.proposer ?? null,
    };
    const isTold = talk.discussion.length > 0 || talk.decision !== null || talk.implementers.length > 0;
    const isNamed = talk.subject !== null || talk.proposer !== null;
    const isKept = body.discuss === 'listed' ? fields.isTicked(`tell-${code}`) : isNamed;
    return isTold || isKept ? [talk] : [];
  });
  return { body: { ...body, indicators }, faults: fields.faults };
}
