import { type Context, Hono } from 'hono';
import { checkPlanAs } from '../../../acting/apply-plan-as.ts';
import { peopleFile } from '../../../acting/change-people-as.ts';
import { localDate } from '../../../calendar/local-time.ts';
import { parseHumanDate } from '../../../calendar/parse-date.ts';
import { findPlan } from '../../../db/queries/plans.ts';
import type { PeopleChange } from '../../../plan/change-people.ts';
import type { Language, Plan } from '../../../plan/types.ts';
import { ADMINISTRATION_PLANS } from '../../administration-paths.ts';
import { showPage } from '../../page-layout.tsx';
import { PeoplePage, type PeoplePageProps } from '../../pages/administration/people-page.tsx';
import type { FormFaults, Typed } from '../../parts/fields.tsx';
import type { WebApp, WebEnv, WebParts } from '../../web-parts.ts';
import { peopleWords } from '../../wording/people-words.ts';
import { inAdministration } from './frame.ts';
import { planParts, showDifference, showFaults } from './plans.tsx';

const PEOPLE = `${ADMINISTRATION_PLANS}/:id{[a-z0-9-]+}/people`;

/** What a form asks for, or what of it cannot be read. */
type Asked = { readonly change: PeopleChange } | { readonly faults: FormFaults };

/** Who holds which post. Each form makes a new version of the plan, which is shown before it is applied. */
export function peopleRoutes(parts: WebParts): WebApp {
  const {
    database: { db },
    clock,
    library,
  } = parts;
  const app = new Hono<WebEnv>();

  app.get(PEOPLE, async (c) => {
    const plan = (await findPlan(db, c.req.param('id')))?.body;
    return plan ? showPeople(c, plan) : c.notFound();
  });

  app.post(`${PEOPLE}/:form{(?:end|add|change)}`, async (c) => {
    const plan = (await findPlan(db, c.req.param('id')))?.body;
    if (!plan) return c.notFound();
    const { language, session } = c.var;
    const typed = typedOf(await c.req.parseBody());
    const form = c.req.param('form') as 'end' | 'add' | 'change';
    const asked = READ[form](typed, language);
    const changed = 'change' in asked ? peopleFile({ library }, plan, asked.change) : asked;
    if ('faults' in changed) {
      const { fault } = peopleWords(language);
      const said = Object.entries(changed.faults).map(([name, code]) => [
        name,
        code && code in fault ? fault[code as keyof typeof fault] : code,
      ]);
      return showPeople(c, plan, { form: placeOf(form, typed), typed, faults: Object.fromEntries(said) });
    }
    const { text, file } = changed.file;
    const check = await checkPlanAs(planParts(parts), session!.viewer, changed.file);
    if (check.outcome === 'forbidden') return c.notFound();
    if (check.outcome === 'faulty') return showFaults(c, check.faults, file, text);
    return showDifference(c, check.preview, file, text);
  });
  return app;

  function showPeople(c: Context<WebEnv>, plan: Plan, refused?: PeoplePageProps['refused']): Response {
    const { language, session } = c.var;
    const content = (
      <PeoplePage
        plan={plan}
        today={localDate(clock.now(), plan.zone)}
        session={session!}
        language={language}
        {...(refused ? { refused } : {})}
      />
    );
    const title = `${plan.office.name[language]}, ${peopleWords(language).title}`;
    return showPage(c, inAdministration(c, title, content, 'plans'), refused ? 422 : 200);
  }
}

const READ: Readonly<Record<'end' | 'add' | 'change', (typed: Typed, language: Language) => Asked>> = {
  end: ({ person = '', tenure = '', to = '' }, language) => {
    const day = parseHumanDate(to);
    if (day === null) return { faults: { to: peopleWords(language).dateMissing } };
    return { change: { type: 'end', person, tenure: /^\d{1,4}$/.test(tenure) ? Number(tenure) : -1, to: day } };
  },
  add: (typed, language) => {
    const { post = '', person = '', nameBn = '', nameEn = '', email = '', deputy } = typed;
    const faults: Record<string, string> = {};
    const dayOf = (name: 'from' | 'to') => {
      const text = typed[name] ?? '';
      const day = text === '' ? null : parseHumanDate(text);
      if (text !== '' && day === null) faults[name] = peopleWords(language).dateMissing;
      return day;
    };
    const [from, to] = [dayOf('from'), dayOf('to')];
    if (Object.keys(faults).length > 0) return { faults };
    const newcomer = { name: { bn: nameBn, en: nameEn }, email, language: languageOf(typed.language) };
    const who = person === '' ? newcomer : { id: person };
    return { change: { type: 'add', post, person: who, from, to, deputy: deputy === 'yes' } };
  },
  change: ({ person = '', email = '', language }) => ({
    change: { type: 'change', person, email, language: languageOf(language) },
  }),
};

/** By what the page tells its forms apart. */
function placeOf(form: 'end' | 'add' | 'change', { person = '', tenure = '' }: Typed): string {
  if (form === 'add') return 'add';
  return form === 'end' ? `end-${person}-${tenure}` : `change-${person}`;
}

function typedOf(form: Readonly<Record<string, unknown>>): Typed {
  return Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value.trim()]] : [])),
  );
}

function languageOf(text: string | undefined): Language | null {
  return text === 'bn' || text === 'en' ? text : null;
}
