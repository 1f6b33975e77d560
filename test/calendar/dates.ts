import fc from 'fast-check';
import { addDays } from '../../src/calendar/local-time.ts';

/** Any day from 1 January 1990 to about the end of 2049. */
export const anyDate = fc.integer({ min: 0, max: 21_900 }).map((days) => addDays('1990-01-01', days));

/** Any day of the years that the calendar of Bangladesh lists, and some around them. */
export const anyPlanDate = fc.integer({ min: 0, max: 2_600 }).map((days) => addDays('2021-05-01', days));

/** A zone without clock changes, and zones with them: at midnight, at 02:00, by half an hour, across the date line. */
export const anyZone = fc.constantFrom(
  'Asia/Dhaka',
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'Africa/Cairo',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
);
