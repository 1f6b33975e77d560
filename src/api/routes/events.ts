import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { viewOf } from '../../../machines/view.ts';
import { actOf, recordAs } from '../../acting/record-as.ts';
import { daysBetween } from '../../calendar/local-time.ts';
import type { LocalDate } from '../../calendar/types.ts';
import type { IndicatorChange } from '../../db/indicator-rows.ts';
import { explainRefusal } from '../../i18n/refusals.ts';
import type { IndicatorDefinition } from '../../plan/definition.ts';
import type { Indicator, Plan } from '../../plan/types.ts';
import { indicatorJson } from '../../reading/status-json.ts';
import { mayDo } from '../../rights/rights.ts';
import type { ApiEnv, ApiParts } from '../api-parts.ts';
import { requireScope } from '../authenticate.ts';
import { etagOf, versionSeen } from '../etag.ts';
import { entryJson } from '../history-json.ts';
import { keepAlongside } from '../idempotency.ts';
import { waitingPapers, withFiles } from '../papers.ts';
import { Problem } from '../problem.ts';
import { readableIndicator } from '../readable-plan.ts';
import { etagHeader, json, NOT_FOUND, problems, WRITE_PROBLEMS } from '../responses.ts';
import { newEvent } from '../schemas/events.ts';
import { recordedEvent } from '../schemas/indicators.ts';
import { indicatorCode, planId, writeHeaders } from '../schemas/shared.ts';

const postEvent = createRoute({
  method: 'post',
  path: '/plans/{planId}/indicators/{code}/events',
  tags: ['Indicators'],
  summary: 'Record what was done',
  description:
    'Records an event in the post that lets you do so. Nothing recorded can be changed later; what was settled can be reopened. With If-Match nothing is recorded when others acted since the version that you had seen; deadlines that fired meanwhile do not count.',
  request: {
    params: z.object({ planId, code: indicatorCode }),
    headers: writeHeaders.extend({
      'if-match': z.string().optional().openapi({ description: 'The ETag of the indicator as you saw it.' }),
    }),
    body: { required: true, content: { 'application/json': { schema: newEvent } } },
  },
  responses: {
    201: json(recordedEvent, 'Recorded', etagHeader),
    ...problems({ ...NOT_FOUND, ...WRITE_PROBLEMS, 412: 'Others acted meanwhile.' }),
  },
});

/** `POST …/events`: what people do to an indicator. */
export function addEvents(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  app.openapi(postEvent, async (c) => {
    const { caller, language } = c.var;
    requireScope(caller, 'record');
    const { planId: id, code } = c.req.valid('param');
    const { action, on: day, by } = c.req.valid('json');
    const seen = versionSeen(c.req.header('if-match'));
    const { stored, indicator, on } = await readableIndicator(parts, caller, id, code);
    const plan = stored.body;
    const verdict = mayDo(caller.viewer, actOf(action.type), { plan, indicator, on });
    if (verdict.allowed && by !== undefined && verdict.as.post !== by) {
      throw new Problem('forbidden', { detail: `You would record this as ${verdict.as.post}, not as ${by}.` });
    }
    const papers = await waitingPapers(parts, caller, action);
    let answer: z.infer<typeof recordedEvent> | null = null;
    const outcome = await recordAs(parts, caller.viewer, {
      planId: id,
      code,
      action: withFiles(action, papers),
      papers: [...papers.values()],
      on: day,
      seen,
      alongside: async (tx, { change, definition }) => {
        answer = answerOf(plan, indicator, definition, change, on);
        await keepAlongside(c, tx, { status: 201, headers: { etag: etagOf(change.logSeq) }, body: answer });
      },
    });
    if (outcome.outcome === 'notFound') throw new Problem('notFound');
    if (outcome.outcome === 'forbidden') {
      throw new Problem('forbidden', { detail: `needs: ${outcome.verdict.needs.join(', ')}` });
    }
    const { refusal, meanwhile } = outcome;
    if (meanwhile.length > 0) {
      throw new Problem('stale', { meanwhile: meanwhile.map((entry) => entryOf(entry, plan.zone)) });
    }
    if (refusal) throw new Problem('refused', { detail: explainRefusal(refusal, language), refusal });
    return c.json(answer!, 201, { ETag: etagOf(answer!.version) });
  });
}

function entryOf(entry: Parameters<typeof entryJson>[1], zone: string) {
  const { seq: _, ...told } = entryJson(0, entry, zone);
  return told;
}

function answerOf(
  plan: Plan,
  indicator: Indicator,
  definition: IndicatorDefinition,
  change: IndicatorChange,
  today: LocalDate,
): z.infer<typeof recordedEvent> {
  const view = viewOf(definition, change.state);
  const row = { indicator, view, daysLeft: daysBetween(today, view.due), next: null, fault: null };
  const { next: _next, fault: _fault, ...after } = indicatorJson(row, plan.zone);
  return {
    plan: plan.id,
    version: change.logSeq,
    recorded: change.log.map(({ seq, entry }) => entryJson(seq, entry, plan.zone)),
    indicator: after,
  };
}
