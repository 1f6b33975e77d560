import { Hono } from 'hono';
import { setAsideIndicators } from '../../../db/queries/set-aside.ts';
import { examine } from '../../../engine/doctor.ts';
import { mayDo } from '../../../rights/rights.ts';
import { ADMINISTRATION } from '../../administration-paths.ts';
import { showPage } from '../../page-layout.tsx';
import { HealthPage } from '../../pages/administration/health-page.tsx';
import { programVersion } from '../../version.ts';
import type { WebApp, WebEnv, WebParts } from '../../web-parts.ts';
import { healthWords } from '../../wording/health-words.ts';
import { inAdministration } from './frame.ts';

/** Milliseconds that one part may take to answer. */
const PATIENCE = 10_000;

/** What `suchok doctor` finds, as a page. */
export function doctorRoutes({ database, queues, clock, calendars, evidence, verifyMail }: WebParts): WebApp {
  const app = new Hono<WebEnv>();
  const version = programVersion();

  app.get(`${ADMINISTRATION}/health`, async (c) => {
    if (!mayDo(c.var.session!.viewer, 'readHealth', {}).allowed) return c.notFound();
    const checks = await examine({
      db: database.db,
      pingDatabase: () => database.ping(),
      pingQueue: async () => queues?.ping(),
      verifyMail: () => soon(verifyMail?.() ?? Promise.resolve({ ok: true, answer: 'Sent by another process.' })),
      evidence,
      now: () => clock.now(),
      calendarOf: (id) => {
        const reading = calendars.find(id);
        return reading && 'calendar' in reading ? reading.calendar : null;
      },
    });
    const isThere = checks.every(({ name, result }) => name !== 'database' || result === 'ok');
    const content = (
      <HealthPage
        checks={checks}
        setAside={isThere ? await setAsideIndicators(database.db) : []}
        version={version}
        database={database.flavour}
        queue={queues?.flavour ?? 'none'}
        language={c.var.language}
      />
    );
    return showPage(c, inAdministration(c, healthWords(c.var.language).title, content));
  });
  return app;
}

/** A mail server that does not answer must not hold up the page for as long as it holds up a letter. */
async function soon(answer: ReturnType<NonNullable<WebParts['verifyMail']>>) {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<{ ok: boolean; answer: string }>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, answer: `No answer within ${PATIENCE / 1_000} s.` }), PATIENCE);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
