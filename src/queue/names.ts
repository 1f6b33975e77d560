/** `alarms` wakes the engine when something is due, `mail` holds a job for each message to be sent. */
export const QUEUE_NAMES = ['alarms', 'mail'] as const;
export type QueueName = (typeof QUEUE_NAMES)[number];
