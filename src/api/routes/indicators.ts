import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { actionsOpen, noticesAhead, viewOf } from '../../../machines/view.ts';
import { actOf } from '../../acting/record-as.ts';
import { daysBetween, localDate } from '../../calendar/local-time.ts';
import { findIndicator } from '../../db/queries/find-indicator.ts';
import { logOfIndicator } from '../../db/queries/log-of-indicator.ts';
import { noticesOfIndicator } from '../../db/queries/notices-of-indicator.ts';
import type { DefinitionCache } from '../../engine/definition-cache.ts';
import { toldBy } from '../../engine/plan-status.ts';
import { indicatorJson, noticeJson } from '../../reading/status-json.ts';
import { mayDo } from '../../rights/rights.ts';
import type { ApiEnv, ApiParts } from '../api-parts.ts';
import { requireScope } from '../authenticate.ts';
import { etagOf } from '../etag.ts';
import { entryJson, toldJson } from '../history-json.ts';
import { Problem } from '../problem.ts';
import { readableIndicator } from '../readable-plan.ts';
import { etagHeader, json, NOT_FOUND, problems } from '../responses.ts';
import { indicatorDetail } from '../schemas/indicators.ts';
import { indicatorCode, planId } from '../schemas/shared.ts';

const getIndicator = createRoute({
  method: 'get',
  path: '/plans/{planId}/indicators/{code}',
  tags: ['Indicators'],
  summary: 'Read an indicator with its history',
  description: 'Its state and steps, what can be done now, the notices sent and to come, and its whole event log.',
  request: { params: z.object({ planId, code: indicatorCode }) },
  responses: { 200: json(indicatorDetail, 'The indicator', etagHeader), ...problems(NOT_FOUND) },
});

/** `/plans/{planId}/indicators/{code}`: all there is to know of one indicator. */
export function addIndicators(app: OpenAPIHono<ApiEnv>, parts: ApiParts, definitions: DefinitionCache): void {
  const { db } = parts;
  app.openapi(getIndicator, async (c) => {
    const { caller } = c.var;
    requireScope(caller, 'read');
    const { planId: id, code } = c.req.valid('param');
    const { stored, indicator, on } = await readableIndicator(parts, caller, id, code);
    const plan = stored.body;
    const reading = await findIndicator(db, id, code);
    if (!reading) throw new Problem('notFound');
    const log = await logOfIndicator(db, reading.id);
    const told = await noticesOfIndicator(db, reading.id);
    const definition = (await definitions.load(db, [reading.definitionHash]))(reading.definitionHash);
    const { state, fault } = reading;
    const view = viewOf(definition, state);
    const ahead = noticesAhead(definition, state).map((mark) => ({
      ...mark,
      to: toldBy(plan, indicator, mark.to, localDate(mark.at, plan.zone)),
    }));
    const daysLeft = daysBetween(on, view.due);
    const status = indicatorJson({ indicator, view, daysLeft, next: ahead[0] ?? null, fault }, plan.zone);
    const version = log.at(-1)?.seq ?? 0;
    const detail = {
      ...status,
      plan: id,
      version,
      steps: indicator.steps.map((step) => ({
        id: step.id,
        title: step.title,
        done: !view.stepsLeft.includes(step.id),
      })),
      // A meeting goes on by what is done about it, and not by saying that it was done.
      actionsOpen: actionsOpen(definition, state).filter(
        (type) => indicator.kind !== 'meeting' && mayDo(caller.viewer, actOf(type), { plan, indicator, on }).allowed,
      ),
      ahead: ahead.map((notice) => noticeJson(notice, plan.zone)),
      told: told.map((notice) => toldJson(notice, plan.zone)),
      history: log.map(({ seq, entry }) => entryJson(seq, entry, plan.zone)),
    };
    return c.json(detail, 200, { ETag: etagOf(version) });
  });
}
