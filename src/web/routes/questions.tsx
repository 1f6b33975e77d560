import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { type Answering, answerEscalationAs, type SayingOutcome } from '../../acting/answer-escalation.ts';
import { explainAs } from '../../acting/explain.ts';
import { localDate } from '../../calendar/local-time.ts';
import { findPlan } from '../../db/queries/plans.ts';
import type { DefinitionCache } from '../../engine/definition-cache.ts';
import type { SayingRefusal } from '../../engine/record-saying.ts';
import { formatCode } from '../../i18n/format.ts';
import { owedUnder } from '../../plan/duties.ts';
import { mayDo } from '../../rights/rights.ts';
import { showPage } from '../page-layout.tsx';
import { Questions } from '../pages/indicator-questions.tsx';
import { escalationField, explanationField, type FaultyForm, Refused } from '../pages/question-forms.tsx';
import { indicatorPath, planPath } from '../paths.ts';
import { readQuestions } from '../questions-reading.ts';
import { showForbidden } from '../show-forbidden.tsx';
import type { WebApp, WebEnv, WebParts } from '../web-parts.ts';
import { officeWords } from '../wording/office-words.ts';
import { wordingIn } from '../wording/wording.ts';

const INDICATOR = '/plans/:id{[a-z0-9-]+}/indicators/:code{[A-Za-z0-9.-]+}';

interface Shown {
  readonly faulty?: FaultyForm;
  readonly refusal?: SayingRefusal;
}

/** `/plans/:id/indicators/:code/questions`, and where its forms and those of the indicator's page go. */
export function questionRoutes({ database: { db }, engine, clock }: WebParts, definitions: DefinitionCache): WebApp {
  const app = new Hono<WebEnv>();
  const parts = { db, engine, clock };

  app.get(`${INDICATOR}/questions`, (c) => show(c, c.req.param(), {}));

  app.post(`${INDICATOR}/escalation`, async (c) => {
    const { id, code } = c.req.param();
    const form = await fields(c);
    const kind = form('kind');
    if (kind !== 'acknowledgement' && kind !== 'explanationRequest') throw new HTTPException(403);
    const [checkpoint, text] = [form('checkpoint'), form('text')];
    const answering: Answering = { planId: id, code, kind, checkpoint, generation: Number(form('generation')), text };
    const answer = await answerEscalationAs(parts, c.var.session!.viewer, answering);
    return follow(c, { id, code }, answer, kind, escalationField(checkpoint), text);
  });

  app.post(`${INDICATOR}/explanation`, async (c) => {
    const { id, code } = c.req.param();
    const form = await fields(c);
    const [answers, text] = [Number(form('question')), form('text')];
    const answer = await explainAs(parts, c.var.session!.viewer, { planId: id, code, answers, text });
    return follow(c, { id, code }, answer, 'explanation', explanationField(answers), text);
  });
  return app;

  /** To the page of the indicator once it is on record; else the form again, with what was typed. */
  async function follow(
    c: Context<WebEnv>,
    where: { readonly id: string; readonly code: string },
    answer: SayingOutcome,
    kind: 'acknowledgement' | 'explanationRequest' | 'explanation',
    field: string,
    text: string,
  ): Promise<Response> {
    switch (answer.outcome) {
      case 'notFound':
        return c.notFound();
      case 'forbidden':
        return showForbidden(c, answer.verdict);
      case 'faulty':
        return show(c, where, { faulty: { field, text, fault: answer.fault } });
      case 'refused':
        return show(c, where, { refusal: answer.code });
      case 'said': {
        const said = kind !== 'acknowledgement' && answer.isNew && answer.told === 0 ? 'untold' : kind;
        return c.redirect(`${indicatorPath(where.id, where.code)}?said=${said}#questions`, 303);
      }
    }
  }

  async function show(
    c: Context<WebEnv>,
    { id, code }: { readonly id: string; readonly code: string },
    { faulty, refusal }: Shown,
  ) {
    const { language } = c.var;
    const session = c.var.session!;
    const plan = (await findPlan(db, id))?.body;
    const indicator = plan && owedUnder(plan, code);
    if (!plan || !indicator) return c.notFound();
    const on = localDate(clock.now(), plan.zone);
    if (!mayDo(session.viewer, 'readIndicator', { plan, indicator, on }).allowed) return c.notFound();
    const facts = await readQuestions(db, definitions, plan, indicator, session.viewer, clock.now());
    if (!facts) return c.notFound();
    const say = officeWords(language);
    const isEmpty = facts.sayings.length === 0 && facts.open.length === 0;
    const content = (
      <>
        <div class="heading">
          <h1>
            <span class="over">
              {wordingIn(language).indicator} {formatCode(code, language)}
            </span>
            {indicator.title[language]}
          </h1>
        </div>
        {refusal && <Refused code={refusal} language={language} />}
        {isEmpty ? (
          <p class="empty">{say.noQuestions}</p>
        ) : (
          <Questions facts={facts} session={session} faulty={faulty} language={language} />
        )}
        <p>
          <a href={indicatorPath(plan.id, code)}>{say.toIndicator}</a>
        </p>
      </>
    );
    const page = {
      title: `${say.questions}: ${formatCode(code, language)} ${indicator.title[language]}`,
      section: 'plans' as const,
      trail: [{ href: planPath(plan.id), label: plan.office.name[language] }],
      content,
    };
    return showPage(c, page, faulty ? 422 : refusal ? 409 : 200);
  }
}

/** The text fields of a form; empty where one is missing or a file. */
async function fields(c: Context<WebEnv>): Promise<(name: string) => string> {
  const body = await c.req.parseBody();
  return (name) => {
    const value = body[name];
    return typeof value === 'string' ? value : '';
  };
}
