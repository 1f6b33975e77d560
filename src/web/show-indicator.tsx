import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Instant } from '../calendar/types.ts';
import { formatCode, formatFiscalYear } from '../i18n/format.ts';
import type { Language } from '../plan/types.ts';
import { justRecorded } from './done-notice.ts';
import type { IndicatorPageFacts } from './indicator-reading.ts';
import { type Page, showPage } from './page-layout.tsx';
import { IndicatorPage } from './pages/indicator-page.tsx';
import type { FormFaults, Typed } from './parts/fields.tsx';
import { indicatorPath, planPath } from './paths.ts';
import type { QuestionFacts } from './questions-reading.ts';
import type { WebEnv } from './web-parts.ts';
import { wordingIn } from './wording/wording.ts';

/** What the page shows beside the indicator itself. */
interface Beside {
  readonly now: Instant;
  readonly questions: QuestionFacts | null;
  /** Where to hear of changes; left out where something came back that somebody has typed, for that has to stay. */
  readonly changes?: string;
  /** A comment that came back. */
  readonly comment?: { readonly typed: Typed; readonly faults: FormFaults };
}

/** The page of an indicator. */
export function showIndicator(
  c: Context<WebEnv>,
  facts: IndicatorPageFacts,
  { now, questions, changes, comment }: Beside,
  status: ContentfulStatusCode = 200,
): Response {
  const { language } = c.var;
  const session = c.var.session!;
  const { indicator } = facts;
  const done = c.req.query('done');
  const content = (
    <IndicatorPage
      facts={facts}
      session={session}
      language={language}
      recorded={justRecorded(done, facts, session.viewer, now)}
      hasCommented={done === 'comment'}
      showsAll={c.req.query('show') === 'all'}
      questions={questions && { facts: questions, session, said: c.req.query('said'), language }}
      comment={comment}
    />
  );
  const title = `${formatCode(indicator.code, language)} ${indicator.title[language]}`;
  const trail = trailOf(facts, language).slice(0, 1);
  return showPage(c, { title, section: 'plans', trail, content, ...(changes ? { changes } : {}) }, status);
}

/** The way from the plan to the indicator. */
export function trailOf({ plan, indicator }: IndicatorPageFacts, language: Language): NonNullable<Page['trail']> {
  const year = formatFiscalYear(plan.fiscalYear, language);
  const label = `${plan.office.name[language]}, ${wordingIn(language).workPlan} ${year}`;
  return [
    { href: planPath(plan.id), label },
    {
      href: indicatorPath(plan.id, indicator.code),
      label: `${wordingIn(language).indicator} ${formatCode(indicator.code, language)}`,
    },
  ];
}
