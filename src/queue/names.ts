/**
 * `alarms` wakes the engine when something is due, `mail` holds a job for each message to be sent, `webhooks` one for
 * each thing that another program is told.
 */
export const QUEUE_NAMES = ['alarms', 'mail', 'webhooks'] as const;
export type QueueName = (typeof QUEUE_NAMES)[number];
