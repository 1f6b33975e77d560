import { pino } from 'pino';
import type { Settings } from './settings.ts';

export type Logger = pino.Logger;

/** Where addresses and secrets can stand in what is logged. */
const SECRET = ['address', 'email', 'to', 'password', 'url', '*.address', '*.email', '*.to', '*.password', '*.url'];

/** The one logger of a process: JSON lines on standard error, so that what a command prints stays clean. */
export function createLogger(settings: Pick<Settings, 'logLevel'>): Logger {
  return pino(
    { level: settings.logLevel, base: { pid: process.pid }, redact: { paths: SECRET, censor: '[redacted]' } },
    pino.destination({ dest: 2, sync: true }),
  );
}
