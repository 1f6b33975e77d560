import type { z } from '@hono/zod-openapi';
import type { LogEntry } from '../../machines/advance.ts';
import { toIsoWithOffset } from '../calendar/local-time.ts';
import type { NoticeReading } from '../db/queries/notices-of-indicator.ts';
import type { logEntry } from './schemas/indicators.ts';

/** An entry of the event log as JSON: as it is kept, with its instant written out. */
export function entryJson(seq: number, entry: LogEntry, zone: string): z.infer<typeof logEntry> {
  return { seq, ...entry, at: toIsoWithOffset(entry.at, zone) } as z.infer<typeof logEntry>;
}

export function toldJson(notice: NoticeReading, zone: string) {
  const { rungAt, rung, checkpoint, role, status, skipReason, messageId, messageStatus } = notice;
  return {
    rungAt: toIsoWithOffset(rungAt, zone),
    rung,
    kind: notice.notice,
    checkpoint,
    role,
    status,
    skipReason,
    message: messageId,
    messageStatus,
  };
}
