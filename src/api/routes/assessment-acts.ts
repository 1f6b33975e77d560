import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { approveAssessmentAs } from '../../acting/approve-assessment.ts';
import { type JudgingOutcome, judgeAssessmentAs } from '../../acting/judge-assessment.ts';
import { type PreparingOutcome, prepareAssessmentAs, seenMark } from '../../acting/prepare-assessment.ts';
import { type SendingOutcome, sendAssessmentAs } from '../../acting/send-assessment.ts';
import { findAssessment } from '../../db/queries/assessments.ts';
import { explainRefusal } from '../../i18n/refusals.ts';
import type { Language } from '../../plan/types.ts';
import type { ApiEnv, ApiParts, Caller } from '../api-parts.ts';
import { requireScope } from '../authenticate.ts';
import { allowed } from '../outcomes.ts';
import { Problem } from '../problem.ts';
import { readablePlan } from '../readable-plan.ts';
import { json, NOT_FOUND, problems, WRITE_PROBLEMS } from '../responses.ts';
import { assessmentAct, assessmentDone, assessmentPrepared } from '../schemas/assessments.ts';
import { numericId, planId, writeHeaders } from '../schemas/shared.ts';

const REFUSALS = problems({ ...NOT_FOUND, ...WRITE_PROBLEMS, 412: 'Somebody has changed it since.' });

const postAssessment = createRoute({
  method: 'post',
  path: '/plans/{planId}/assessments',
  tags: ['Self-assessments'],
  summary: 'Prepare a self-assessment',
  description:
    'Makes its document from the record and keeps both. Prepared again before it is sent it takes the place of what it was; after a return it is the next round.',
  request: {
    params: z.object({ planId }),
    headers: writeHeaders,
    body: { required: true, content: { 'application/json': { schema: assessmentPrepared } } },
  },
  responses: { 201: json(assessmentDone, 'Prepared'), ...REFUSALS },
});

const postAct = createRoute({
  method: 'post',
  path: '/plans/{planId}/assessments/{id}/acts',
  tags: ['Self-assessments'],
  summary: 'Approve, send or judge a self-assessment',
  description: 'Each by the post that it is for: the head of the office, who keeps the plan, the superior authority.',
  request: {
    params: z.object({ planId, id: numericId }),
    headers: writeHeaders,
    body: { required: true, content: { 'application/json': { schema: assessmentAct } } },
  },
  responses: { 200: json(assessmentDone, 'Done'), ...REFUSALS },
});

type Act = z.infer<typeof assessmentAct>;
type Outcome = PreparingOutcome | SendingOutcome | JudgingOutcome;

/** What is done with self-assessments. */
export function addAssessmentActs(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  app.openapi(postAssessment, async (c) => {
    requireScope(c.var.caller, 'record');
    const { stored } = await readablePlan(parts, c.var.caller, c.req.valid('param').planId);
    const { seen, language = stored.body.language, ...wish } = c.req.valid('json');
    const preparing = { ...wish, language, planId: stored.id, seen: seenMark(seen) };
    const outcome = await prepareAssessmentAs(parts, c.var.caller.viewer, preparing);
    return c.json(await doneOr(stored.id, outcome, null, c.var.language), 201);
  });

  app.openapi(postAct, async (c) => {
    requireScope(c.var.caller, 'record');
    const { planId: plan, id } = c.req.valid('param');
    await readablePlan(parts, c.var.caller, plan);
    const act = c.req.valid('json');
    const outcome = await doIt(c.var.caller, { planId: plan, id: Number(id), seen: act.seen }, act);
    return c.json(await doneOr(plan, outcome, act, c.var.language), 200);
  });

  function doIt({ viewer }: Caller, of: { planId: string; id: number; seen: number }, act: Act): Promise<Outcome> {
    switch (act.act) {
      case 'approve':
        return approveAssessmentAs(parts, viewer, of);
      case 'send':
        return sendAssessmentAs(parts, viewer, { ...of, memo: act.memo });
      case 'judge':
        return judgeAssessmentAs(parts, viewer, { ...of, verdict: act.verdict, word: act.word, rows: act.indicators });
    }
  }

  async function doneOr(plan: string, outcome: Outcome, act: Act | null, language: Language) {
    const answer = allowed(outcome);
    switch (answer.outcome) {
      case 'meanwhile':
        throw staleNow(answer.assessment);
      case 'refused':
        throw new Problem('refused', { detail: `${answer.code}: ${explainRefusal(answer.refusal, language)}` });
      case 'faulty':
        throw faulty(answer, act);
      case 'done': {
        const { status, version } = (await findAssessment(parts.db, plan, answer.id))!;
        return { id: answer.id, status, version, letters: 'told' in answer ? answer.told : 0 };
      }
    }
  }
}

/** What it is now, so that a program knows what to read again. */
function staleNow(now: { readonly id: number; readonly version: number; readonly status: string } | null): Problem {
  return new Problem('stale', now === null ? {} : { detail: `id: ${now.id}, version: ${now.version}, ${now.status}` });
}

function faulty(answer: Extract<Outcome, { outcome: 'faulty' }>, act: Act | null): Problem {
  if ('fault' in answer) {
    const { fault } = answer;
    // The latest round is out of the office's hands; no other request would change that.
    if (fault === 'sent' || fault === 'accepted') return new Problem('conflict', { detail: fault });
    const pointer = fault === 'memoTooLong' ? '#/memo' : '#/until';
    return new Problem('refused', { errors: [{ pointer, detail: fault }] });
  }
  const given = act?.act === 'judge' ? act.indicators.map(({ code }) => code) : [];
  const errors = [...answer.rows].flatMap(([code, faults]) =>
    Object.entries(faults).map(([field, detail]) => ({
      pointer: `#/indicators/${given.indexOf(code)}/${detail === 'unknown' ? 'code' : field}`,
      detail,
    })),
  );
  if (answer.word !== null) errors.push({ pointer: '#/word', detail: answer.word });
  return new Problem('refused', { errors });
}
