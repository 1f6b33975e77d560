import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { parseMonth } from '../../calendar/month.ts';
import type { DefinitionCache } from '../../engine/definition-cache.ts';
import { ownPlans } from '../../reading/readable-plans.ts';
import { readCalendar } from '../../reading/shown-calendar.ts';
import type { ApiEnv, ApiParts } from '../api-parts.ts';
import { requireScope } from '../authenticate.ts';
import { Problem } from '../problem.ts';
import { readablePlan } from '../readable-plan.ts';
import { json, NOT_FOUND, problems } from '../responses.ts';
import { bilingual, localDate } from '../schemas/shared.ts';

const month = z.string().openapi({ description: 'Gregorian, as `YYYY-MM`.', example: '2027-01' });

const deadline = z
  .object({
    plan: z.string(),
    code: z.string(),
    title: bilingual,
    checkpoint: z.string(),
    period: bilingual
      .nullable()
      .openapi({ description: 'As in "first quarter"; null where the whole target is meant.' }),
    due: localDate,
    status: z
      .enum(['notStarted', 'inProgress', 'achieved', 'notAchieved', 'onHold', 'withdrawn', 'overdue'])
      .openapi({ description: 'Achieved or overdue of this very day; else how the work stands.' }),
  })
  .openapi('Deadline', { description: 'A day by which something is owed.' });

export const calendarMonth = z
  .object({
    month,
    today: localDate,
    isCovered: z
      .boolean()
      .openapi({ description: 'False where the calendar does not list the public holidays of the whole month.' }),
    deadlines: z.array(deadline),
    daysOff: z.array(
      z.object({
        date: localDate,
        name: bilingual,
        kind: z.enum(['weekend', 'general', 'executive']),
        provisional: z.boolean().openapi({ description: 'True while the date waits for the moon or the gazette.' }),
      }),
    ),
    workingDays: z
      .array(z.object({ date: localDate, reason: bilingual }))
      .openapi({ description: 'Days of the weekend on which offices work by order.' }),
  })
  .openapi('CalendarMonth');

const getCalendar = createRoute({
  method: 'get',
  path: '/calendar',
  tags: ['Calendar'],
  summary: 'Read a month of deadlines and days off',
  description:
    'The deadlines of the indicators in which you hold a post, or of the whole of one plan that you may read. Days off are those of its calendar.',
  request: {
    query: z.object({
      month: month.optional().openapi({ description: 'This month where left out.' }),
      plan: z
        .string()
        .regex(/^[a-z0-9-]{1,100}$/)
        .optional()
        .openapi({ description: 'Your own deadlines where left out.' }),
    }),
  },
  responses: { 200: json(calendarMonth, 'The month'), ...problems(NOT_FOUND) },
});

/** `/calendar`: what the calendar page shows. */
export function addCalendar(app: OpenAPIHono<ApiEnv>, parts: ApiParts, definitions: DefinitionCache): void {
  const { db, clock, calendars } = parts;

  app.openapi(getCalendar, async (c) => {
    const { caller } = c.var;
    requireScope(caller, 'read');
    const { month: asked, plan } = c.req.valid('query');
    const wanted = asked === undefined ? null : parseMonth(asked);
    if (asked !== undefined && wanted === null) {
      throw new Problem('invalidRequest', { errors: [{ parameter: 'month', detail: 'YYYY-MM, of 1900 to 2199' }] });
    }
    if (plan !== undefined) await readablePlan(parts, caller, plan);
    const now = clock.now();
    const own = plan === undefined ? await ownPlans(db, caller.viewer, now) : [];
    const show = { show: plan ?? 'mine', month: wanted };
    const { laid } = await readCalendar({ db, definitions, calendars }, caller.viewer, own, show, now);
    const days = laid.weeks.flat().filter(({ isInside }) => isInside);
    return c.json(
      {
        month: laid.month,
        today: laid.today,
        isCovered: laid.isCovered,
        deadlines: days.flatMap(({ deadlines }) =>
          deadlines.map(({ plan: { id }, indicator: { code, title }, checkpoint, title: period, due, status }) => ({
            plan: id,
            code,
            title,
            checkpoint,
            period,
            due,
            status,
          })),
        ),
        daysOff: days.flatMap(({ date, off }) => (off ? [{ date, ...off }] : [])),
        workingDays: days.flatMap(({ date, worksFor }) => (worksFor ? [{ date, reason: worksFor }] : [])),
      },
      200,
    );
  });
}
