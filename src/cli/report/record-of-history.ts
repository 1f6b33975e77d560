import type { Calendar, LocalDate } from '../../calendar/types.ts';
import { CHAIN_START, definitionHash, entryHash } from '../../engine/hashes.ts';
import type { History } from '../../plan/history.ts';
import type { Plan } from '../../plan/types.ts';
import type { PlanRecord, RecordedEntry } from '../../report/record.ts';
import { simulate } from '../../simulate/simulate.ts';

/**
 * The record that an office would have, had it put its plan in force on the first day of the year and recorded what the
 * history says: the same logs, chained by the same hashes, without a database.
 */
export function recordOfHistory(plan: Plan, calendar: Calendar, history: History | null, until: LocalDate): PlanRecord {
  const logs = new Map<string, RecordedEntry[]>();
  for (const { standing, changes } of simulate(plan, { calendar, history, until })) {
    for (const { indicator, step } of changes) {
      const log = logs.get(indicator.code) ?? [];
      const { definition } = standing.get(indicator.code)!;
      const seq = log.length + 1;
      const hash = entryHash(log.at(-1)?.hash ?? CHAIN_START, seq, definitionHash(definition), step.entry);
      log.push({ seq, entry: step.entry, definition, hash });
      logs.set(indicator.code, log);
    }
  }
  return { plan, version: null, logs, history: history?.source ?? null };
}
