import { ErrorCode, type JobsOptions, type Queue } from 'bullmq';
import type { Instant } from '../calendar/types.ts';
import { fromQueue } from './errors.ts';
import type { QueueLogger } from './queues.ts';

/*
 * Alarms say when, never what: whoever is woken asks the database what is due. So one that is lost, doubled or late
 * harms nothing, and none has to be found again when plans change.
 */

/** The names of the two jobs in the queue `alarms`; both mean "fire what is due". */
export const ALARM_JOB = 'alarm';
export const WATCHDOG_JOB = 'watchdog';

/** An instant at which something is due, and how far away it is. */
export interface Alarm {
  readonly at: Instant;
  /** Milliseconds from now; what is past rings at once. */
  readonly delayMs: number;
}

/** A finished alarm leaves nothing behind, so that its id can be used again. The watchdog makes up for a failed one. */
const LEAVE_NOTHING = { removeOnComplete: true, removeOnFail: true } as const satisfies JobsOptions;

/** More in one call would keep Redis, and everybody else, waiting. */
const BULK = 1_000;

/**
 * The job of an instant, as in `alarm-20270113T0300Z`, with seconds and milliseconds where it has any. BullMQ allows no
 * colon in an id, and not digits alone.
 */
export function alarmId(at: Instant): string {
  const iso = new Date(at).toISOString();
  const time = at % 60_000 === 0 ? iso.slice(0, 16) : at % 1_000 === 0 ? iso.slice(0, 19) : iso.slice(0, 23);
  return `alarm-${time.replaceAll(/[-:]/g, '')}Z`;
}

/**
 * Arms one alarm, once the transaction that makes something due has committed. One for that instant may be armed
 * already, which is as good.
 *
 * @throws QueueUnavailable within some seconds when the queue is away. The watchdog arms it later.
 */
export async function armAlarm(queue: Queue, at: Instant, delayMs: number): Promise<void> {
  await armAlarms(queue, [{ at, delayMs }]);
}

/**
 * Arms any number of alarms, each instant once.
 *
 * @throws QueueUnavailable, as `armAlarm`; some may be armed then.
 */
export async function armAlarms(queue: Queue, alarms: Iterable<Alarm>): Promise<void> {
  const distinct = [...new Map([...alarms].map((alarm) => [alarm.at, alarm])).values()];
  for (let start = 0; start < distinct.length; start += BULK) {
    const jobs = distinct.slice(start, start + BULK).map(({ at, delayMs }) => ({
      name: ALARM_JOB,
      data: {},
      opts: { ...LEAVE_NOTHING, jobId: alarmId(at), delay: Math.max(0, Math.ceil(delayMs)) },
    }));
    await fromQueue(queue.addBulk(jobs));
  }
}

/**
 * Has the watchdog job run every `everyMs`, however many processes ask for it and however often.
 *
 * @throws QueueUnavailable
 */
export async function scheduleWatchdog(queue: Queue, everyMs: number): Promise<void> {
  const job = { name: WATCHDOG_JOB, data: {}, opts: LEAVE_NOTHING };
  await fromQueue(queue.upsertJobScheduler(WATCHDOG_JOB, { every: everyMs }, job).catch(unlessScheduled));
}

/**
 * Its next rounds have their jobs already: another process was quicker, at the very moment of a round. On Postgres BullMQ
 * does not lock a scheduler while it changes it, so such a clash may also leave it without a next job, until
 * `keepWatchdog` schedules it again.
 */
function unlessScheduled(error: unknown): void {
  const { code } = error as { readonly code?: unknown };
  if (code !== ErrorCode.SchedulerJobSlotsBusy && code !== ErrorCode.SchedulerJobIdCollision) throw error;
}

/**
 * Schedules the watchdog now and once more every `everyMs`, so that it outlives even a queue that was emptied. A queue
 * that is away is logged, and asked again the next time.
 *
 * @returns what ends that; the watchdog itself stays scheduled, for the other processes.
 */
export function keepWatchdog(queue: Queue, everyMs: number, logger: QueueLogger): () => void {
  const schedule = () => {
    scheduleWatchdog(queue, everyMs).catch((error) => logger.warn({ err: error }, 'The watchdog is not scheduled'));
  };
  schedule();
  const timer = setInterval(schedule, everyMs);
  return () => clearInterval(timer);
}
