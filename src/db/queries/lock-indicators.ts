import { query, type Transaction } from '../database.ts';
import type { StoredIndicator } from '../indicator-rows.ts';
import { INDICATOR_COLUMNS } from './indicator-columns.ts';

/** Locks the indicator of a plan by its code, waiting for whoever holds it; null where the plan has none of that code. */
export async function lockIndicator(tx: Transaction, planId: string, code: string): Promise<StoredIndicator | null> {
  const [row] = await query<StoredIndicator>(
    tx,
    {
      name: 'lock-indicator',
      text: `select ${INDICATOR_COLUMNS} from indicator where plan_id = $1 and code = $2 for update`,
    },
    [planId, code],
  );
  return row ?? null;
}

/** Locks one indicator by its id, unless somebody else holds it or it is set aside. */
export async function lockFreeIndicator(tx: Transaction, id: number): Promise<StoredIndicator | null> {
  const [row] = await query<StoredIndicator>(
    tx,
    {
      name: 'lock-free-indicator',
      text: `select ${INDICATOR_COLUMNS} from indicator where id = $1 and fault is null for update skip locked`,
    },
    [id],
  );
  return row ?? null;
}

/** Locks all indicators of a plan, in the order of their ids, so that two who do so never wait for each other. */
export function lockIndicatorsOfPlan(tx: Transaction, planId: string): Promise<StoredIndicator[]> {
  return query<StoredIndicator>(
    tx,
    {
      name: 'lock-indicators-of-plan',
      text: `select ${INDICATOR_COLUMNS} from indicator where plan_id = $1 order by id for update`,
    },
    [planId],
  );
}
