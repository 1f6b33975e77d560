import type { DeadlineStatus, WorkStatus } from '../../../machines/types.ts';
import { query, type Transaction } from '../database.ts';
import type { MessageStatus } from './messages.ts';

/** An indicator as it stands before a change, with one webhook that is told of it. */
export interface IndicatorAudience {
  readonly id: number;
  readonly planId: string;
  readonly code: string;
  readonly officeId: string;
  readonly zone: string;
  readonly status: WorkStatus;
  readonly deadline: DeadlineStatus;
  readonly webhookId: number;
}

/** Which webhooks are told of a transition of these indicators. */
export function indicatorAudience(tx: Transaction, indicatorIds: readonly number[]): Promise<IndicatorAudience[]> {
  return query<IndicatorAudience>(
    tx,
    {
      name: 'indicator-audience',
      text: `
        with office as (
          select id as plan_id, body->'office'->>'id' as office_id, body->>'zone' as zone from plan
          where id in (select plan_id from indicator where id = any($1::bigint[]))
        )
        select indicator.id, indicator.plan_id as "planId", indicator.code, office.office_id as "officeId", office.zone,
          indicator.status, indicator.deadline, webhook.id as "webhookId"
        from indicator
        join office on office.plan_id = indicator.plan_id
        join webhook on webhook.office_id = office.office_id
        where indicator.id = any($1::bigint[]) and webhook.disabled_at is null
          and 'indicator.transition' = any(webhook.events)
        order by indicator.id, webhook.id`,
    },
    [indicatorIds],
  );
}

/** A letter whose sending has just ended, with one webhook that is told of it. */
export interface LetterAudience {
  readonly id: number;
  readonly planId: string;
  readonly officeId: string;
  readonly zone: string;
  readonly class: string;
  readonly post: string;
  readonly personId: string;
  readonly subject: string;
  readonly headerId: string;
  readonly attempts: number;
  readonly answer: string | null;
  readonly webhookId: number;
}

/** Which webhooks are told that a letter was sent, or has failed; none where it is in another state by now. */
export function letterAudience(tx: Transaction, messageId: number, status: MessageStatus): Promise<LetterAudience[]> {
  return query<LetterAudience>(
    tx,
    {
      name: 'letter-audience',
      text: `
        select message.id, message.plan_id as "planId", webhook.office_id as "officeId", plan.body->>'zone' as zone,
          message.class, message.post, message.person_id as "personId", message.subject,
          message.header_id as "headerId", message.attempts, message.answer, webhook.id as "webhookId"
        from message
        join plan on plan.id = message.plan_id
        join webhook on webhook.office_id = plan.body->'office'->>'id'
        where message.id = $1 and message.status = $2 and webhook.disabled_at is null
          and 'message.' || $2 = any(webhook.events)
        order by webhook.id`,
    },
    [messageId, status],
  );
}
