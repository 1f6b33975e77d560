import type { Instant, LocalDate } from '../calendar/types.ts';
import type { Activity, Indicator, Plan } from '../plan/types.ts';
import { evidencedPoints } from '../score/evidenced-points.ts';
import { supportedBy } from './evidence.ts';
import type { RecordedEntry } from './record.ts';
import { standingsAt } from './standings.ts';

/** The points that the papers of one indicator support, of those that it has earned by now. Pure. */
export function evidencedOf(
  plan: Plan,
  { activity, indicator }: { readonly activity: Activity; readonly indicator: Indicator },
  log: readonly RecordedEntry[],
  weight: number,
  { on, until }: { readonly on: LocalDate; readonly until: Instant },
): number {
  const alone = { ...plan, activities: [{ ...activity, indicators: [indicator] }] };
  const record = { plan: alone, version: null, logs: new Map([[indicator.code, log]]), history: null };
  const [standing] = standingsAt(record, { on, until });
  if (!standing || standing.view.status === 'withdrawn') return 0;
  return evidencedPoints(standing, weight, supportedBy(standing), on);
}
