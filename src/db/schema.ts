/*
 * The tables of Suchok. The queue of BullMQ may live in the same database, in a schema of its own called `bullmq`; so
 * that the two can share a search path, no table here is called job, meta, event, metrics, migration, scheduler or
 * dedup. No column has a default that reads the clock: time is an argument.
 */

export * from './schema/assessments.ts';
export * from './schema/meetings.ts';
export * from './schema/messages.ts';
export * from './schema/outside.ts';
export * from './schema/papers.ts';
export * from './schema/plans.ts';
export * from './schema/sign-in.ts';
