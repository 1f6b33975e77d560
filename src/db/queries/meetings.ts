import type { IndicatorState } from '../../../machines/state.ts';
import type { Instant, LocalDate } from '../../calendar/types.ts';
import type { MeetingBody } from '../../meetings/meeting-body.ts';
import type { MeetingKind } from '../../plan/types.ts';
import { type Database, query, type Transaction } from '../database.ts';
import { toTimestamp } from '../instant-column.ts';

/** What people arranged, and the row of its machine. */
export interface StoredMeeting {
  readonly id: number;
  readonly planId: string;
  /** 1, 2, 3 … within the plan. */
  readonly number: number;
  readonly indicatorId: number;
  readonly kind: MeetingKind;
  /** The recurring or counted indicator that its minutes settle a part of, and which occurrence of it. */
  readonly settles: string | null;
  readonly occurrence: string | null;
  readonly day: LocalDate;
  /** Local `HH:mm`. */
  readonly time: string | null;
  readonly body: MeetingBody;
  /** Counts the changes. */
  readonly version: number;
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly minutesHash: string | null;
  readonly issuedAt: Instant | null;
}

/** A meeting with its machine as it stands; nothing is locked. */
export interface StandingMeeting extends StoredMeeting {
  readonly code: string;
  readonly definitionHash: string;
  readonly state: IndicatorState;
  readonly logSeq: number;
  /** The minutes as issued, as their file was called. */
  readonly minutes: {
    readonly hash: string;
    readonly name: string;
    readonly mediaType: string;
    readonly size: number;
  } | null;
}

const COLUMNS = `meeting.id, meeting.plan_id as "planId", meeting.number, meeting.indicator_id as "indicatorId",
  meeting.kind, meeting.settles, meeting.occurrence, meeting.day, meeting.time, meeting.body, meeting.version,
  meeting.created_at as "createdAt", meeting.created_by as "createdBy", meeting.minutes_hash as "minutesHash",
  meeting.issued_at as "issuedAt"`;

/** The meetings of a plan in the order of their numbers; only the one with a number, where that is given. */
export function standingMeetings(
  db: Database | Transaction,
  planId: string,
  number: number | null = null,
): Promise<StandingMeeting[]> {
  return query<StandingMeeting>(
    db,
    {
      name: 'standing-meetings',
      text: `
        select ${COLUMNS}, indicator.code, indicator.definition_hash as "definitionHash", indicator.state,
          indicator.log_seq as "logSeq",
          (
            select json_build_object('hash', hash, 'name', name, 'mediaType', media_type, 'size', size)
            from evidence_file where indicator_id = meeting.indicator_id and hash = meeting.minutes_hash
          ) as minutes
        from meeting join indicator on indicator.id = meeting.indicator_id
        where meeting.plan_id = $1 and ($2::int is null or meeting.number = $2::int)
        order by meeting.number`,
    },
    [planId, number],
  );
}

/** Locks a meeting until the transaction ends; null where the plan has none of that number. */
export async function lockMeeting(tx: Transaction, planId: string, number: number): Promise<StoredMeeting | null> {
  const [row] = await query<StoredMeeting>(
    tx,
    {
      name: 'lock-meeting',
      text: `select ${COLUMNS} from meeting where plan_id = $1 and number = $2::int for update`,
    },
    [planId, number],
  );
  return row ?? null;
}

/** The number of the plan's next meeting. Whoever asks has locked the plan, so that nobody else gets the same. */
export async function nextMeetingNumber(tx: Transaction, planId: string): Promise<number> {
  const [row] = await query<{ next: number }>(
    tx,
    'select coalesce(max(number), 0)::int + 1 as next from meeting where plan_id = $1',
    [planId],
  );
  return row!.next;
}

export type NewMeeting = Omit<StoredMeeting, 'id' | 'version' | 'minutesHash' | 'issuedAt'>;

/** Keeps a meeting that was planned; its version is 1. */
export async function insertMeeting(tx: Transaction, meeting: NewMeeting): Promise<void> {
  await query(
    tx,
    `insert into meeting (plan_id, number, indicator_id, kind, settles, occurrence, day, time, body, version, created_at,
       created_by)
     values ($1, $2::int, $3::bigint, $4, $5, $6, $7, $8, $9::jsonb, 1, $10::timestamptz, $11)`,
    [
      meeting.planId,
      meeting.number,
      meeting.indicatorId,
      meeting.kind,
      meeting.settles,
      meeting.occurrence,
      meeting.day,
      meeting.time,
      JSON.stringify(meeting.body),
      toTimestamp(meeting.createdAt),
      meeting.createdBy,
    ],
  );
}

/** Saves what people changed of a locked meeting, and counts the change; returns the new version. */
export async function updateMeeting(
  tx: Transaction,
  id: number,
  { day, time, body }: Pick<StoredMeeting, 'day' | 'time' | 'body'>,
): Promise<number> {
  const [row] = await query<{ version: number }>(
    tx,
    `update meeting set day = $2, time = $3, body = $4::jsonb, version = version + 1 where id = $1::bigint
     returning version`,
    [id, day, time, JSON.stringify(body)],
  );
  return row!.version;
}

/** Keeps that the minutes of a locked meeting were issued. */
export async function issueMinutes(tx: Transaction, id: number, hash: string, at: Instant): Promise<number> {
  const [row] = await query<{ version: number }>(
    tx,
    `update meeting set minutes_hash = $2, issued_at = $3::timestamptz, version = version + 1 where id = $1::bigint
     returning version`,
    [id, hash, toTimestamp(at)],
  );
  return row!.version;
}
