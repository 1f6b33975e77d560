import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { DatabaseUnavailable } from '../db/errors.ts';
import { DefinitionCache } from '../engine/definition-cache.ts';
import { LARGEST_FILE } from '../evidence/evidence-types.ts';
import { limitBody } from '../http/limit-body.ts';
import { Turns } from '../turns.ts';
import { chooseLanguage } from './accept-language.ts';
import type { ApiEnv, ApiParts } from './api-parts.ts';
import { authenticate } from './authenticate.ts';
import { type ApiDocument, documentOf } from './document.ts';
import { idempotency } from './idempotency.ts';
import { methodsAt } from './methods-at.ts';
import { Problem, problemResponse } from './problem.ts';
import { MOST_IN_A_MINUTE, RateLimit } from './rate-limit.ts';
import { onInvalid } from './responses.ts';
import { addAssessmentActs } from './routes/assessment-acts.ts';
import { addAssessments } from './routes/assessments.ts';
import { addCalendar } from './routes/calendar.ts';
import { addCalendarFeeds } from './routes/calendar-feeds.ts';
import { addComments } from './routes/comments.ts';
import { addEvents } from './routes/events.ts';
import { addEvidence } from './routes/evidence.ts';
import { addIndicators } from './routes/indicators.ts';
import { addLeaves } from './routes/leaves.ts';
import { addMe } from './routes/me.ts';
import { addMeetingActs } from './routes/meeting-acts.ts';
import { addMeetings } from './routes/meetings.ts';
import { addMessageActs } from './routes/message-acts.ts';
import { addMessages } from './routes/messages.ts';
import { addMyWork } from './routes/my-work.ts';
import { addNotices } from './routes/notices.ts';
import { addOffices } from './routes/offices.ts';
import { addPeople } from './routes/people.ts';
import { addPlanFiles } from './routes/plan-files.ts';
import { addPlanVersions } from './routes/plan-versions.ts';
import { addPlans } from './routes/plans.ts';
import { addPreferences } from './routes/preferences.ts';
import { addReports } from './routes/reports.ts';
import { addSayings } from './routes/sayings.ts';
import { addWebhookDeliveries } from './routes/webhook-deliveries.ts';
import { addWebhooks } from './routes/webhooks.ts';

/** Where the API stands, below the address that people use. */
export const API_PATH = '/api/v1';

/** Bytes of a request that has no limit of its own: a plan of a large office is a tenth of that. */
const LARGEST_BODY = 1024 * 1024;

/**
 * So many files are taken in at once, the others wait at the door: a file's key is over all of its content, and so it is
 * in memory as long as it is being taken.
 */
const UPLOADS_AT_ONCE = 4;

/** The API as a function from a request to a response, and the document that describes it. */
export interface Api {
  fetch(request: Request): Response | Promise<Response>;
  readonly document: ApiDocument;
}

/** @param requestsAMinute of one token, in this process */
export function createApi(parts: ApiParts, requestsAMinute = MOST_IN_A_MINUTE): Api {
  const app = new OpenAPIHono<ApiEnv>({ defaultHook: onInvalid }).basePath(API_PATH);
  const definitions = new DefinitionCache();
  const forRest = limitBody(LARGEST_BODY, refuseLarge);
  const forFiles = limitBody(LARGEST_FILE, refuseLarge);
  const uploads = new Turns(UPLOADS_AT_ONCE);
  app.use(chooseLanguage);
  app.use(async (c, next) => {
    await next();
    c.header('Cache-Control', 'private, no-store');
    c.header('Vary', 'Authorization, Accept-Language', { append: true });
  });
  app.get('/openapi.json', (c) => c.json(document));
  app.use(authenticate(parts, new RateLimit(requestsAMinute)));
  app.use((c, next) =>
    c.req.path === `${API_PATH}/evidence` ? uploads.take(() => forFiles(c, next)) : forRest(c, next),
  );
  app.use(idempotency(parts));
  addMe(app, parts);
  addPlans(app, parts, definitions);
  addIndicators(app, parts, definitions);
  addEvents(app, parts);
  addOffices(app, parts, definitions);
  addMessages(app, parts);
  addMessageActs(app, parts);
  addPlanFiles(app, parts);
  addPlanVersions(app, parts);
  addComments(app, parts);
  addEvidence(app, parts);
  addSayings(app, parts);
  addMeetings(app, parts, definitions);
  addMeetingActs(app, parts, definitions);
  addAssessments(app, parts, definitions);
  addAssessmentActs(app, parts);
  addPreferences(app, parts);
  addReports(app, parts, definitions);
  addMyWork(app, parts, definitions);
  addCalendar(app, parts, definitions);
  addCalendarFeeds(app, parts);
  addLeaves(app, parts);
  addPeople(app, parts);
  addNotices(app, parts, definitions);
  addWebhooks(app, parts);
  addWebhookDeliveries(app, parts);
  app.notFound((c) => {
    const methods = methodsAt(app.routes, c.req.path);
    if (methods.length === 0) return problemResponse(c, new Problem('notFound'));
    return problemResponse(c, new Problem('methodNotAllowed', {}, { Allow: methods.join(', ') }));
  });
  app.onError((error, c) => {
    const problem = asProblem(error);
    if (problem.code === 'failed') {
      parts.logger.error({ err: error, method: c.req.method, path: c.req.path }, 'The API could not answer');
    }
    return problemResponse(c, problem);
  });
  const document = documentOf(app, parts.settings.baseUrl);
  return { fetch: (request) => app.fetch(request), document };
}

function refuseLarge(_: Context): never {
  throw new Problem('tooLarge');
}

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof DatabaseUnavailable) return new Problem('unavailable', {}, { 'Retry-After': '60' });
  if (error instanceof HTTPException && error.status === 415) return new Problem('mediaTypeUnsupported');
  if (error instanceof HTTPException && error.status === 400) {
    return new Problem('invalidRequest', { errors: [{ pointer: '#', detail: 'The body is not JSON.' }] });
  }
  return new Problem('failed');
}
