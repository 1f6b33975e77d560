import { Readable } from 'node:stream';
import { Hono } from 'hono';
import type { EvidenceFile } from '../../../machines/types.ts';
import { localDate } from '../../calendar/local-time.ts';
import { findEvidenceFile } from '../../db/queries/evidence-files.ts';
import { findPlan } from '../../db/queries/plans.ts';
import { formatCode } from '../../i18n/format.ts';
import { owedUnder } from '../../plan/duties.ts';
import { mayDo } from '../../rights/rights.ts';
import { showPage } from '../page-layout.tsx';
import { EvidenceGonePage } from '../pages/evidence-gone-page.tsx';
import { indicatorPath } from '../paths.ts';
import { DOWNLOAD_POLICY } from '../security.ts';
import type { WebApp, WebEnv, WebParts } from '../web-parts.ts';
import { evidenceWords } from '../wording/evidence-words.ts';

/** `/plans/:id/indicators/:code/evidence/:hash`: a file that was uploaded, to be saved and never shown in the browser. */
export function evidenceRoutes({ database: { db }, clock, evidence, logger }: WebParts): WebApp {
  const app = new Hono<WebEnv>();
  app.get('/plans/:id{[a-z0-9-]+}/indicators/:code{[A-Za-z0-9.-]+}/evidence/:hash{[0-9a-f]{64}}', async (c) => {
    const { language } = c.var;
    const { id, code, hash } = c.req.param();
    const plan = (await findPlan(db, id))?.body;
    const indicator = plan && owedUnder(plan, code);
    if (!plan || !indicator) return c.notFound();
    const subject = { plan, indicator, on: localDate(clock.now(), plan.zone) };
    if (!mayDo(c.var.session!.viewer, 'readEvidence', subject).allowed) return c.notFound();
    const file = await findEvidenceFile(db, id, code, hash);
    if (!file) return c.notFound();
    const kept = await evidence.find(hash);
    if (kept === null) {
      logger.error({ plan: id, indicator: code, hash }, 'A file that is on record is missing');
      return showPage(
        c,
        {
          title: evidenceWords(language).gone,
          section: 'plans',
          trail: [{ href: indicatorPath(id, code), label: formatCode(code, language) }],
          content: <EvidenceGonePage name={file.name} language={language} />,
        },
        404,
      );
    }
    // Nothing is opened for somebody who asks for the head alone.
    if (c.req.method === 'HEAD') return c.body(null, 200, headersOf(file, kept.size));
    return c.body(Readable.toWeb(kept.open()) as ReadableStream, 200, headersOf(file, kept.size));
  });
  return app;
}

function headersOf({ name, mediaType }: EvidenceFile, size: number) {
  return {
    'Content-Type': mediaType,
    'Content-Length': String(size),
    'Content-Disposition': dispositionOf(name),
    'Content-Security-Policy': DOWNLOAD_POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, no-store',
  };
}

/** RFC 6266: the name as it is, for browsers of this century, and a plain one for others. */
function dispositionOf(name: string): string {
  const isPlain = /^[\w .,()+=@-]+$/.test(name);
  const plain = isPlain ? name : `evidence.${name.split('.').at(-1)}`;
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
