import { Readable } from 'node:stream';
import { type Context, Hono } from 'hono';
import type { DefinitionCache } from '../../engine/definition-cache.ts';
import { formatCode, formatDate } from '../../i18n/format.ts';
import type { MinutesDraft } from '../../meetings/minutes-draft.ts';
import { readMinutesDraft } from '../../reading/meeting-minutes.ts';
import { paperDocx } from '../../report/render/paper-docx.ts';
import { paperHtml } from '../../report/render/paper-html.tsx';
import { meetingPath, minutesName } from '../meeting-paths.ts';
import { type MeetingFacts, readMeeting, readMeetingPlan } from '../meeting-reading.ts';
import { showPage } from '../page-layout.tsx';
import { MinutesPage } from '../pages/meetings/minutes-page.tsx';
import { DOWNLOAD_POLICY, LETTER_POLICY } from '../security.ts';
import type { WebApp, WebEnv, WebParts } from '../web-parts.ts';
import { meetingPageWords } from '../wording/meeting-page-words.ts';
import { MEETING } from './meeting-acts.tsx';
import { trailOfMeetings } from './meetings.tsx';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** `/plans/:id/meetings/:number/minutes`: to read, and as files; once issued, the Word file is the one that was issued. */
export function meetingMinutesRoutes(parts: WebParts, definitions: DefinitionCache): WebApp {
  const { clock, evidence, logger } = parts;
  const { db } = parts.database;
  const app = new Hono<WebEnv>();

  app.get(`${MEETING}/minutes`, async (c) => {
    const facts = await factsOf(c);
    if (!facts) return c.notFound();
    const { language } = c.var;
    const { plan, meeting } = facts;
    const say = meetingPageWords(language);
    const draft = await draftOf(facts);
    const label = `${formatCode(meeting.code, language)} ${say.kind[meeting.kind]}, ${formatDate(meeting.day, language)}`;
    return showPage(c, {
      title: `${meeting.issuedOn === null ? say.minutesDraft : say.minutes}: ${formatCode(meeting.code, language)}`,
      section: 'plans',
      trail: [...trailOfMeetings(plan, language), { href: meetingPath(plan.id, meeting.number), label }],
      content: <MinutesPage facts={facts} paper={draft?.paper ?? null} language={language} />,
    });
  });

  app.get(`${MEETING}/minutes/:file{[A-Za-z0-9-]+\\.docx}`, async (c) => {
    const facts = await factsOf(c);
    if (!facts) return c.notFound();
    const { meeting, plan } = facts;
    if (meeting.minutes !== null) {
      const kept = await evidence.find(meeting.minutes.hash);
      if (kept !== null) {
        const headers = fileHeaders(meeting.minutes.name, kept.size);
        if (c.req.method === 'HEAD') return c.body(null, 200, headers);
        return c.body(Readable.toWeb(kept.open()) as ReadableStream, 200, headers);
      }
      logger.error({ plan: plan.id, meeting: meeting.code, hash: meeting.minutes.hash }, 'Issued minutes are missing');
      return c.notFound();
    }
    const draft = await draftOf(facts);
    if (draft === null) return c.notFound();
    const content = await paperDocx(draft.paper);
    return c.body(new Uint8Array(content), 200, fileHeaders(minutesName(meeting.number, 'docx'), content.length));
  });

  app.get(`${MEETING}/minutes/:file{[A-Za-z0-9-]+\\.html}`, async (c) => {
    const facts = await factsOf(c);
    const draft = facts && (await draftOf(facts));
    if (!draft) return c.notFound();
    return c.html(paperHtml(draft.paper), 200, {
      'Cache-Control': 'private, no-store',
      'Content-Security-Policy': LETTER_POLICY,
    });
  });
  return app;

  async function factsOf(c: Context<WebEnv>): Promise<MeetingFacts | null> {
    const now = clock.now();
    const { id, number } = c.req.param() as { id: string; number: string };
    const found = await readMeetingPlan(db, id, c.var.session!.viewer, now);
    return found && readMeeting(db, found, Number(number), now, definitions);
  }

  function draftOf({ plan, meeting }: MeetingFacts): Promise<MinutesDraft | null> {
    // What was issued is shown as it was drafted then: what became known since does not belong to it.
    return readMinutesDraft(db, plan, meeting, meeting.issuedAt ?? clock.now(), definitions);
  }
}

function fileHeaders(name: string, size: number) {
  return {
    'Content-Type': WORD,
    'Content-Length': String(size),
    'Content-Disposition': `attachment; filename="${name}"`,
    'Content-Security-Policy': DOWNLOAD_POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, no-store',
  };
}
