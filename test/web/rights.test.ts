import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareAssessmentAs } from '../../src/acting/prepare-assessment.ts';
import { type OpenDatabase, query } from '../../src/db/database.ts';
import { type Act, CAPACITIES, type Capacity, mayDo } from '../../src/rights/rights.ts';
import { hashOf } from '../../src/sign-in/tokens.ts';
import { createWeb } from '../../src/web/app.ts';
import type { WebApp } from '../../src/web/web-parts.ts';
import { pdf } from '../evidence/sample-files.ts';
import { indicatorOf } from '../machines/office.ts';
import { EVERY_POST_HELD, personWho, staffed } from '../notices/staffed.ts';
import { databaseFlavours, type TestDatabase } from '../support/databases.ts';
import { heldMeeting } from './held-meetings.ts';
import { Office } from './office.ts';
import { ADMINISTRATOR, cookieFor, partsOf, signedIn } from './pages.ts';

const idea = indicatorOf('milestone', { code: '1.1.1' });
const plan = staffed([...EVERY_POST_HELD, personWho('reader')], [idea]);
const other = { ...staffed([personWho('elsewhere', 'focal')], [idea]), id: 'other-2021-22' };
const ON = '2022-03-02';
const PAPER = Buffer.from(pdf('order')).toString('latin1');

const ADDRESSES: Record<Capacity, string> = {
  focalPoint: 'the-focal@office.example',
  innovationOfficer: 'the-innovation@office.example',
  supervisor: 'the-supervisor@office.example',
  headOfOffice: 'the-head@office.example',
  superiorAuthority: 'the-ministry@office.example',
  administrator: ADMINISTRATOR,
  viewer: 'reader@office.example',
};

/** What a page asks rights for. `open`: for strangers too. `own`: for everybody who is signed in, about themselves. */
type Needs = Act | 'open' | 'own';

/** Every route, with an address to try it by; letter 1 went to the supervisor. */
const ROUTES: Record<string, { readonly path: string; readonly needs: Needs }> = {
  'GET /assets/:name': { path: '/assets/none', needs: 'open' },
  'GET /healthz': { path: '/healthz', needs: 'open' },
  'GET /calendar/feed/:file{[A-Za-z0-9_-]{43}\\.ics}': { path: `/calendar/feed/${'x'.repeat(43)}.ics`, needs: 'open' },
  'GET /help': { path: '/help', needs: 'open' },
  'GET /help/:topic{[a-z-]+}': { path: '/help/letters', needs: 'open' },
  'GET /sign-in': { path: '/sign-in', needs: 'open' },
  'POST /sign-in': { path: '/sign-in', needs: 'open' },
  'GET /sign-in/sent': { path: '/sign-in/sent', needs: 'open' },
  'GET /sign-in/:token{[A-Za-z0-9_-]{43}}': { path: `/sign-in/${'x'.repeat(43)}`, needs: 'open' },
  'POST /sign-in/:token{[A-Za-z0-9_-]{43}}': { path: `/sign-in/${'x'.repeat(43)}`, needs: 'open' },
  'POST /sign-in/oidc': { path: '/sign-in/oidc', needs: 'open' },
  'GET /sign-in/oidc/callback': { path: '/sign-in/oidc/callback', needs: 'open' },
  'POST /sign-in/oidc/callback': { path: '/sign-in/oidc/callback', needs: 'open' },
  'GET /account': { path: '/account', needs: 'own' },
  'GET /account/sessions': { path: '/account/sessions', needs: 'own' },
  'POST /account/sessions/:id{[1-9][0-9]{0,14}}/end': { path: '/account/sessions/9/end', needs: 'own' },
  'GET /account/tokens': { path: '/account/tokens', needs: 'own' },
  'POST /account/tokens': { path: '/account/tokens', needs: 'own' },
  'POST /account/tokens/:id{[1-9][0-9]{0,14}}/revoke': { path: '/account/tokens/9/revoke', needs: 'own' },
  'GET /api/v1/docs': { path: '/api/v1/docs', needs: 'open' },
  'GET /api/v1/docs/shapes/:name{[A-Za-z0-9]+}': { path: '/api/v1/docs/shapes/Meeting', needs: 'open' },
  'GET /administration/webhooks': { path: '/administration/webhooks', needs: 'manageWebhooks' },
  'POST /administration/webhooks': { path: '/administration/webhooks', needs: 'manageWebhooks' },
  'GET /administration/webhooks/:id{[1-9][0-9]{0,14}}': { path: '/administration/webhooks/1', needs: 'manageWebhooks' },
  'POST /administration/webhooks/:id{[1-9][0-9]{0,14}}/rotate': {
    path: '/administration/webhooks/1/rotate',
    needs: 'manageWebhooks',
  },
  'POST /administration/webhooks/:id{[1-9][0-9]{0,14}}/test': {
    path: '/administration/webhooks/1/test',
    needs: 'manageWebhooks',
  },
  'POST /administration/webhooks/:id{[1-9][0-9]{0,14}}/:state{(?:on|off)}': {
    path: '/administration/webhooks/1/off',
    needs: 'manageWebhooks',
  },
  'POST /administration/webhooks/:id{[1-9][0-9]{0,14}}/deliveries/:delivery{[1-9][0-9]{0,14}}/again': {
    path: '/administration/webhooks/1/deliveries/1/again',
    needs: 'manageWebhooks',
  },
  'GET /account/preferences': { path: '/account/preferences', needs: 'own' },
  'POST /account/preferences': { path: '/account/preferences', needs: 'own' },
  'GET /account/calendar': { path: '/account/calendar', needs: 'own' },
  'POST /account/calendar': { path: '/account/calendar', needs: 'own' },
  'POST /account/calendar/:id{[1-9][0-9]{0,14}}/revoke': { path: '/account/calendar/9/revoke', needs: 'own' },
  'GET /account/leave': { path: '/account/leave', needs: 'own' },
  'POST /account/leave': { path: '/account/leave', needs: 'own' },
  'POST /account/leave/:id{[1-9][0-9]{0,14}}/end': { path: '/account/leave/9/end', needs: 'own' },
  'POST /sign-out': { path: '/sign-out', needs: 'own' },
  'GET /': { path: '/', needs: 'own' },
  'GET /my-work': { path: '/my-work', needs: 'own' },
  'GET /plans': { path: '/plans', needs: 'own' },
  'GET /plans/:id{[a-z0-9-]+}': { path: `/plans/${plan.id}`, needs: 'readPlan' },
  'GET /plans/:id{[a-z0-9-]+}/changes': { path: `/plans/${plan.id}/changes`, needs: 'readPlan' },
  'GET /plans/:id{[a-z0-9-]+}/indicators/:code{[A-Za-z0-9.-]+}': {
    path: `/plans/${plan.id}/indicators/1.1.1`,
    needs: 'readIndicator',
  },
  'GET /calendar': { path: '/calendar', needs: 'own' },
  'GET /plans/:id{[a-z0-9-]+}/indicators/:code{[A-Za-z0-9.-]+}/record/:action{[a-zA-Z]+}': {
    path: `/plans/${plan.id}/indicators/1.1.1/record/suspend`,
    needs: 'suspend',
  },
  'POST /plans/:id{[a-z0-9-]+}/indicators/:code{[A-Za-z0-9.-]+}/record/:action{[a-zA-Z]+}': {
    path: `/plans/${plan.id}/indicators/1.1.1/record/suspend`,
    needs: 'suspend',
  },
  'POST /plans/:id{[a-z0-9-]+}/indicators/:code{[A-Za-z0-9.-]+}/comments': {
    path: `/plans/${plan.id}/indicators/1.1.1/comments`,
    needs: 'comment',
  },
  'GET /plans/:id{[a-z0-9-]+}/reports': { path: `/plans/${plan.id}/reports`, needs: 'readPlan' },
  'GET /plans/:id{[a-z0-9-]+}/reports/:report{[a-z-]+}': {
    path: `/plans/${plan.id}/reports/progress`,
    needs: 'readPlan',
  },
  'GET /plans/:id{[a-z0-9-]+}/reports/:report{[a-z-]+}/:format{[a-z]+}': {
    path: `/plans/${plan.id}/reports/progress/html`,
    needs: 'readPlan',
  },
  'GET /plans/:id{[a-z0-9-]+}/notices': { path: `/plans/${plan.id}/notices`, needs: 'previewNotices' },
  'GET /administration': { path: '/administration', needs: 'seeAdministration' },
  'GET /administration/calendar': { path: '/administration/calendar', needs: 'seeAdministration' },
  'GET /administration/sessions': { path: '/administration/sessions', needs: 'manageSessions' },
  'POST /administration/sessions/shut-out': { path: '/administration/sessions/shut-out', needs: 'manageSessions' },
  'POST /administration/sessions/:id{[1-9][0-9]{0,14}}/end': {
    path: '/administration/sessions/9/end',
    needs: 'manageSessions',
  },
  'GET /administration/plans': { path: '/administration/plans', needs: 'applyPlan' },
  'POST /administration/plans/check': { path: '/administration/plans/check', needs: 'applyPlan' },
  'POST /administration/plans/apply': { path: '/administration/plans/apply', needs: 'applyPlan' },
  'POST /administration/plans/notices': { path: '/administration/plans/notices', needs: 'applyPlan' },
  'POST /administration/plans/new': { path: '/administration/plans/new', needs: 'applyPlan' },
  'GET /administration/plans/:id{[a-z0-9-]+}': { path: `/administration/plans/${plan.id}`, needs: 'applyPlan' },
  'GET /administration/plans/:id{[a-z0-9-]+}/plan.yaml': {
    path: `/administration/plans/${plan.id}/plan.yaml`,
    needs: 'applyPlan',
  },
  'GET /administration/plans/:id{[a-z0-9-]+}/people': {
    path: `/administration/plans/${plan.id}/people`,
    needs: 'applyPlan',
  },
  'POST /administration/plans/:id{[a-z0-9-]+}/people/:form{(?:end|add|change)}': {
    path: `/administration/plans/${plan.id}/people/add`,
    needs: 'applyPlan',
  },
  'GET /administration/health': { path: '/administration/health', needs: 'readHealth' },
  'GET /administration/queues': { path: '/administration/queues', needs: 'seeAdministration' },
  'GET /administration/queues/*': { path: '/administration/queues/queue/mail', needs: 'seeAdministration' },
  'GET /plans/:id{[a-z0-9-]+}/indicators/:code{[A-Za-z0-9.-]+}/questions': {
    path: `/plans/${plan.id}/indicators/1.1.1/questions`,
    needs: 'readIndicator',
  },
  'POST /plans/:id{[a-z0-9-]+}/indicators/:code{[A-Za-z0-9.-]+}/escalation': {
    path: `/plans/${plan.id}/indicators/1.1.1/escalation`,
    needs: 'answerEscalation',
  },
  'POST /plans/:id{[a-z0-9-]+}/indicators/:code{[A-Za-z0-9.-]+}/explanation': {
    path: `/plans/${plan.id}/indicators/1.1.1/explanation`,
    needs: 'explain',
  },
  'GET /plans/:id{[a-z0-9-]+}/meetings': { path: `/plans/${plan.id}/meetings`, needs: 'readPlan' },
  'POST /plans/:id{[a-z0-9-]+}/meetings': { path: `/plans/${plan.id}/meetings`, needs: 'arrangeMeeting' },
  'GET /plans/:id{[a-z0-9-]+}/meetings/new': { path: `/plans/${plan.id}/meetings/new`, needs: 'arrangeMeeting' },
  'GET /plans/:id{[a-z0-9-]+}/meetings/:number{[1-9][0-9]{0,5}}': {
    path: `/plans/${plan.id}/meetings/1`,
    needs: 'readPlan',
  },
  'GET /plans/:id{[a-z0-9-]+}/meetings/:number{[1-9][0-9]{0,5}}/edit/:part{[a-z]+}': {
    path: `/plans/${plan.id}/meetings/2/edit/decisions`,
    needs: 'arrangeMeeting',
  },
  'POST /plans/:id{[a-z0-9-]+}/meetings/:number{[1-9][0-9]{0,5}}/edit/:part{[a-z]+}': {
    path: `/plans/${plan.id}/meetings/2/edit/decisions`,
    needs: 'arrangeMeeting',
  },
  'POST /plans/:id{[a-z0-9-]+}/meetings/:number{[1-9][0-9]{0,5}}/:act{(?:notice|hold|draft|issue|postpone|cancel)}': {
    path: `/plans/${plan.id}/meetings/2/issue`,
    needs: 'arrangeMeeting',
  },
  'GET /plans/:id{[a-z0-9-]+}/meetings/:number{[1-9][0-9]{0,5}}/minutes': {
    path: `/plans/${plan.id}/meetings/1/minutes`,
    needs: 'readPlan',
  },
  'GET /plans/:id{[a-z0-9-]+}/meetings/:number{[1-9][0-9]{0,5}}/minutes/:file{[A-Za-z0-9-]+\\.docx}': {
    path: `/plans/${plan.id}/meetings/1/minutes/M1-minutes.docx`,
    needs: 'readPlan',
  },
  'GET /plans/:id{[a-z0-9-]+}/meetings/:number{[1-9][0-9]{0,5}}/minutes/:file{[A-Za-z0-9-]+\\.html}': {
    path: `/plans/${plan.id}/meetings/1/minutes/M1-minutes.html`,
    needs: 'readPlan',
  },
  'GET /plans/:id{[a-z0-9-]+}/actions': { path: `/plans/${plan.id}/actions`, needs: 'readPlan' },
  'GET /plans/:id{[a-z0-9-]+}/meetings/:number{[1-9][0-9]{0,5}}/actions/:item{[1-9][0-9]{0,5}}': {
    path: `/plans/${plan.id}/meetings/1/actions/1`,
    needs: 'readPlan',
  },
  'POST /plans/:id{[a-z0-9-]+}/meetings/:number{[1-9][0-9]{0,5}}/actions/:item{[1-9][0-9]{0,5}}': {
    path: `/plans/${plan.id}/meetings/1/actions/1`,
    needs: 'recordProgress',
  },
  'GET /offices': { path: '/offices', needs: 'seeOffices' },
  'GET /offices/escalations': { path: '/offices/escalations', needs: 'seeOffices' },
  'GET /plans/:id{[a-z0-9-]+}/indicators/:code{[A-Za-z0-9.-]+}/evidence/:hash{[0-9a-f]{64}}': {
    path: `/plans/${plan.id}/indicators/1.1.1/evidence/${hashOf(PAPER)}`,
    needs: 'readEvidence',
  },
  'GET /plans/:id{[a-z0-9-]+}/assessments': { path: `/plans/${plan.id}/assessments`, needs: 'readPlan' },
  'GET /plans/:id{[a-z0-9-]+}/assessments/new': {
    path: `/plans/${plan.id}/assessments/new`,
    needs: 'prepareAssessment',
  },
  'POST /plans/:id{[a-z0-9-]+}/assessments/new': {
    path: `/plans/${plan.id}/assessments/new`,
    needs: 'prepareAssessment',
  },
  'GET /plans/:id{[a-z0-9-]+}/assessments/:assessment{[1-9][0-9]{0,14}}': {
    path: `/plans/${plan.id}/assessments/1`,
    needs: 'readPlan',
  },
  'GET /plans/:id{[a-z0-9-]+}/assessments/:assessment{[1-9][0-9]{0,14}}/document/:ending{(?:docx|xlsx|html)}': {
    path: `/plans/${plan.id}/assessments/1/document/docx`,
    needs: 'readPlan',
  },
  'POST /plans/:id{[a-z0-9-]+}/assessments/:assessment{[1-9][0-9]{0,14}}/:act{(?:approve|send|judge)}': {
    path: `/plans/${plan.id}/assessments/1/approve`,
    needs: 'approveAssessment',
  },
  'GET /messages': { path: '/messages', needs: 'own' },
  'GET /messages/:id{[1-9][0-9]{0,14}}': { path: '/messages/1', needs: 'readMessages' },
  'GET /messages/:id{[1-9][0-9]{0,14}}/body': { path: '/messages/1/body', needs: 'readMessages' },
  'POST /messages/:id{[1-9][0-9]{0,14}}/send-again': { path: '/messages/1/send-again', needs: 'sendMessageAgain' },
  'POST /messages/:id{[1-9][0-9]{0,14}}/cancel': { path: '/messages/1/cancel', needs: 'cancelMessage' },
  'GET /messages/:id{[1-9][0-9]{0,14}}/deadline.ics': { path: '/messages/1/deadline.ics', needs: 'readMessages' },
};

describe('Every page, to everybody', () => {
  let stored: TestDatabase;
  let database: OpenDatabase;
  let office: Office;

  beforeAll(async () => {
    stored = await databaseFlavours[0]!.create();
    database = await stored.open();
    office = new Office(database, `${ON}T10:00:00`);
    await office.apply(plan);
    await office.apply(other);
    await query(
      database.db,
      `insert into webhook (office_id, url, secret, events, created_at, created_by)
       values ($1, 'https://receiver.example/', 'whsec_x', '{message.sent}', now(), 'test')`,
      [plan.office.id],
    );
    await writeLetter(plan.id, ADDRESSES.supervisor);
    await writeLetter(plan.id, ADDRESSES.focalPoint);
    await writeLetter(other.id, 'elsewhere@office.example');
    await keepPaper();
    const { engine, evidence, calendars } = partsOf(database, office.clock);
    const parts = { db: database.db, engine, evidence, calendars, clock: office.clock };
    const decided = { text: 'To be done', implementers: [], post: 'focal', by: '2022-03-31', about: null };
    const held = { plan, address: ADDRESSES.innovationOfficer, on: ON, decisions: [decided] };
    await heldMeeting(parts, held, true);
    await heldMeeting(parts, held, false);
    const made = { planId: plan.id, period: 'halfYear', until: 'today', language: 'bn', seen: '' } as const;
    const focal = { address: ADDRESSES.focalPoint, isAdministrator: false };
    await prepareAssessmentAs({ db: database.db, clock: office.clock, engine, evidence }, focal, made);
  });
  afterAll(async () => {
    await database.close();
    await stored.drop();
  });

  const stranger = () => createWeb(partsOf(database, office.clock));
  const pagesFor = (address: string): WebApp => signedIn(stranger(), cookieFor(database, office.clock, address));
  const statusOf = async (app: WebApp, path: string) => (await app.request(path)).status;

  it('stands in the table of routes', () => {
    const routes = stranger().routes.filter(({ method }) => method !== 'ALL');
    expect([...new Set(routes.map(({ method, path }) => `${method} ${path}`))].sort()).toEqual(
      Object.keys(ROUTES).sort(),
    );
  });

  it('takes a choice in an address only as it is written, with nothing before or behind it', () => {
    // Outside a group, an alternative is anchored on one side only: {a|b} would take "ax" and "xb".
    expect(Object.keys(ROUTES).filter((route) => /\{[^({}]*\|/.test(route))).toEqual([]);
  });

  for (const [route, { path, needs }] of Object.entries(ROUTES)) {
    const method = route.split(' ')[0]!;
    it(`${route} sends strangers to the door${needs === 'open' ? ' never' : ''}`, async () => {
      const headers = { origin: 'http://localhost' };
      const answer = await stranger().request(path, { method, headers });
      const sentAway = answer.status === 303 && answer.headers.get('location')?.startsWith('/sign-in?next=') === true;
      const toDoor = sentAway || answer.headers.get('location') === '/sign-in';
      expect(toDoor).toBe(needs !== 'open');
    });
    if (method !== 'GET' || needs === 'open') continue;
    it(`${route} opens to whom "${needs}" is allowed, and is not there for others`, async () => {
      for (const capacity of CAPACITIES) {
        const address = ADDRESSES[capacity];
        const viewer = { address, isAdministrator: capacity === 'administrator' };
        const subject = { plan, indicator: idea, on: ON };
        const allowed =
          needs === 'own' ||
          mayDo(viewer, needs as 'readIndicator', subject).allowed ||
          (needs === 'readMessages' && address === ADDRESSES.supervisor);
        const status = await statusOf(pagesFor(address), path);
        expect([200, 302].includes(status), `${capacity}: ${status}`).toBe(allowed);
      }
    });
  }

  it('lets nobody into a plan that does not name them, an administrator apart', async () => {
    for (const capacity of CAPACITIES) {
      const app = pagesFor(ADDRESSES[capacity]);
      const expected = capacity === 'administrator' ? 200 : 404;
      for (const path of [`/plans/${other.id}`, `/plans/${other.id}/indicators/1.1.1`, '/messages/3']) {
        expect(await statusOf(app, path), `${capacity} ${path}`).toBe(expected);
      }
      const list = await (await app.request('/plans')).text();
      expect(list.includes(`/plans/${other.id}"`), capacity).toBe(capacity === 'administrator');
    }
  });

  it.each([
    ['focalPoint', ['/messages/2']],
    ['supervisor', ['/messages/1']],
    ['viewer', []],
    ['innovationOfficer', ['/messages/2', '/messages/1']],
    ['headOfOffice', ['/messages/2', '/messages/1']],
    ['administrator', ['/messages/3', '/messages/2', '/messages/1']],
  ] as const)('lists to the %s the letters %j, and counts no others', async (capacity, letters) => {
    const html = await (await pagesFor(ADDRESSES[capacity]).request('/messages?lang=en')).text();
    expect([...html.matchAll(/href="(\/messages\/\d+)"/g)].map(([, path]) => path)).toEqual(letters);
    expect(html).toContain(`All <span class="quiet">${letters.length}</span>`);
  });

  it('is closed again at once to somebody whose last post has ended', async () => {
    const leaving = personWho('leaving', { post: 'focal', to: ON });
    const leavingPlan = { ...staffed([leaving, personWho('boss', 'head')], [idea]), id: 'third-2021-22' };
    await office.apply(leavingPlan);
    const app = pagesFor(leaving.email);
    expect(await statusOf(app, `/plans/${leavingPlan.id}`)).toBe(200);
    const later = new Office(database, '2022-03-03T00:00:00');
    const next = signedIn(createWeb(partsOf(database, later.clock)), cookieFor(database, office.clock, leaving.email));
    expect(await statusOf(next, `/plans/${leavingPlan.id}`)).toBe(404);
  });

  async function keepPaper() {
    const { evidence } = partsOf(database, office.clock);
    const received = await evidence.receive('order.pdf', Readable.from([Buffer.from(PAPER, 'latin1')]), 'anybody');
    if ('code' in received) throw new Error(received.code);
    await evidence.keep(received);
    const { hash, name, mediaType, size } = received.evidenceFile;
    await query(
      database.db,
      `insert into evidence_file (indicator_id, hash, name, media_type, size, scan, stored_at, post)
       select id, $2, $3, $4, $5, 'notScanned', now(), 'focal' from indicator where plan_id = $1`,
      [plan.id, hash, name, mediaType, size],
    );
  }

  function writeLetter(planId: string, address: string) {
    return query(
      database.db,
      `insert into message (plan_id, class, post, person_id, address, language, subject, text, html, ics, header_id,
         thread_id, status, created_at, for_instant)
       values ($1, 'digest', 'focal', 'x', $2::text, 'en', 'A letter', 'text', '<html><head></head></html>', 'ics', '<' || $2::text || '>',
         't', 'queued', $3::timestamptz, $3::timestamptz)`,
      [planId, address, new Date(office.clock.now()).toISOString()],
    );
  }
});
