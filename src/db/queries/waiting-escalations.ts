import type { IndicatorState } from '../../../machines/state.ts';
import { type Database, query } from '../database.ts';
import type { ToldEscalation } from './told-escalations.ts';

/** The posts that somebody holds in a plan. */
export interface HeldPosts {
  readonly planId: string;
  readonly posts: readonly string[];
}

/** A missed day of which somebody was told and has not said anything, with its indicator as it stands. */
export interface WaitingEscalation extends ToldEscalation {
  readonly planId: string;
  readonly code: string;
  readonly definitionHash: string;
  readonly state: IndicatorState;
}

/**
 * What waits for an answer by somebody with these posts, or by whom the letter went to at this address: of each missed
 * day the latest letter, unless the post it went to, or one of these, has said something since. The longest told first;
 * `after` is the id of the last one seen. An indicator with another day that is late, while this one was made up for, is
 * still among them: the machine knows which.
 */
export function waitingEscalations(
  db: Database,
  held: readonly HeldPosts[],
  address: string,
  page: { readonly after?: number | undefined; readonly limit: number },
): Promise<WaitingEscalation[]> {
  return query<WaitingEscalation>(
    db,
    {
      name: 'waiting-escalations',
      text: `
        select latest.* from (
          select distinct on (indicator.id, told.checkpoint)
            told.id, told.checkpoint, told.generation, told.rung, told.role, told.rung_at as "rungAt",
            message.id as "messageId", message.created_at as "toldAt", message.post, message.address,
            indicator.plan_id as "planId", indicator.code, indicator.definition_hash as "definitionHash", indicator.state
          from json_to_recordset($1::json) as held (plan_id text, posts text[])
          join indicator on indicator.plan_id = held.plan_id
          join notification as told on told.indicator_id = indicator.id
          join message on message.id = told.message_id
          where indicator.deadline = 'overdue' and told.notice = 'escalation' and message.status <> 'cancelled'
            and told.generation = (indicator.state->'context'->>'generation')::int
            and (message.post = any(held.posts) or lower(message.address) = lower($2))
            and not exists (
              select from remark
              where remark.indicator_id = indicator.id and remark.kind in ('acknowledgement', 'explanationRequest')
                and remark.checkpoint = told.checkpoint and remark.generation = told.generation
                and remark.at >= message.created_at and (remark.post = message.post or remark.post = any(held.posts)))
          order by indicator.id, told.checkpoint, told.id desc
        ) as latest
        where $3::bigint is null or latest.id > $3::bigint
        order by latest.id limit $4::int`,
    },
    [
      JSON.stringify(held.map(({ planId, posts }) => ({ plan_id: planId, posts }))),
      address,
      page.after ?? null,
      page.limit,
    ],
  );
}
