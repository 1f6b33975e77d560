import { type Context, Hono } from 'hono';
import { applyPlanAs, checkPlanAs, type PlanParts } from '../../../acting/apply-plan-as.ts';
import { fiscalYearOf, parseFiscalYear } from '../../../calendar/fiscal-year.ts';
import { HOME_ZONE } from '../../../calendar/home-zone.ts';
import { localDate } from '../../../calendar/local-time.ts';
import { planHeads, planOfVersion, planVersions } from '../../../db/queries/plan-versions.ts';
import type { PlanPreview } from '../../../engine/preview-plan.ts';
import { formatNumber } from '../../../i18n/format.ts';
import type { Fault } from '../../../plan/fault.ts';
import { planDifference } from '../../../plan/plan-difference.ts';
import { planFromTemplate } from '../../../plan/write-plan.ts';
import { fileOfPlan } from '../../../reading/file-of-plan.ts';
import { ADMINISTRATION_PLANS, administeredPlanPath } from '../../administration-paths.ts';
import { showPage } from '../../page-layout.tsx';
import { DifferencePage } from '../../pages/administration/difference-page.tsx';
import { PlanFaultsPage } from '../../pages/administration/plan-faults-page.tsx';
import { CheckForm } from '../../pages/administration/plan-forms.tsx';
import { AdministeredPlans, type PlansPageProps } from '../../pages/administration/plans-page.tsx';
import { VersionsPage } from '../../pages/administration/versions-page.tsx';
import type { FormFaults } from '../../parts/fields.tsx';
import type { WebApp, WebEnv, WebParts } from '../../web-parts.ts';
import { administrationWords } from '../../wording/administration-words.ts';
import { inAdministration } from './frame.ts';
import { readPlanFile } from './read-plan-file.ts';

const PLAN = `${ADMINISTRATION_PLANS}/:id{[a-z0-9-]+}`;

/** Checking plans, seeing what they change, applying them; their versions and files. */
export function administeredPlanRoutes(parts: WebParts): WebApp {
  const {
    database: { db },
    clock,
    library,
  } = parts;
  const acting = planParts(parts);
  const app = new Hono<WebEnv>();

  app.get(ADMINISTRATION_PLANS, (c) => showPlans(c, {}));

  app.post(`${ADMINISTRATION_PLANS}/check`, async (c) => {
    const file = await readPlanFile(await c.req.parseBody());
    if ('fault' in file) {
      const fault = administrationWords(c.var.language)[file.fault];
      const faults: FormFaults = { file: fault };
      return showPlans(c, { check: { typed: { text: file.text, name: file.name }, faults } }, 422);
    }
    const check = await checkPlanAs(acting, c.var.session!.viewer, { text: file.text, file: file.name });
    if (check.outcome === 'forbidden') return c.notFound();
    if (check.outcome === 'faulty') return showFaults(c, check.faults, file.name, file.text);
    return showDifference(c, check.preview, file.name, file.text);
  });

  app.post(`${ADMINISTRATION_PLANS}/apply`, async (c) => {
    const form = await c.req.parseBody();
    const file = await readPlanFile(form);
    if ('fault' in file) return c.redirect(ADMINISTRATION_PLANS, 303);
    const seen = Number(form.seen);
    const agreement = { seen: Number.isSafeInteger(seen) ? seen : -1, shown: String(form.shown ?? '') };
    const { viewer } = c.var.session!;
    const done = await applyPlanAs(acting, viewer, { text: file.text, file: file.name }, agreement);
    switch (done.outcome) {
      case 'forbidden':
        return c.notFound();
      case 'faulty':
        return showFaults(c, done.faults, file.name, file.text);
      case 'stale':
        return showDifference(c, done.preview, file.name, file.text, true);
      case 'kindChanged': {
        const check = await checkPlanAs(acting, viewer, { text: file.text, file: file.name });
        return check.outcome === 'sound' ? showDifference(c, check.preview, file.name, file.text) : c.notFound();
      }
      case 'applied':
        return c.redirect(
          `${administeredPlanPath(done.planId)}?done=${done.applied.isChanged ? 'applied' : 'same'}`,
          303,
        );
    }
  });

  app.post(`${ADMINISTRATION_PLANS}/new`, async (c) => {
    const say = administrationWords(c.var.language);
    const form = await c.req.parseBody();
    const typed = Object.fromEntries(
      ['officeId', 'nameBn', 'nameEn', 'year', 'template'].map((name) => [name, String(form[name] ?? '').trim()]),
    ) as Record<'officeId' | 'nameBn' | 'nameEn' | 'year' | 'template', string>;
    const template = library.template(typed.template);
    const faults: FormFaults = {
      ...(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(typed.officeId) ? {} : { officeId: say.badOfficeId }),
      ...(typed.nameBn === '' ? { nameBn: say.missing } : {}),
      ...(typed.nameEn === '' ? { nameEn: say.missing } : {}),
      ...(parseFiscalYear(typed.year) ? {} : { year: say.badYear }),
    };
    if (Object.keys(faults).length > 0 || template === null) return showPlans(c, { begin: { typed, faults } }, 422);
    const { officeId, nameBn: bn, nameEn: en, year: fiscalYear } = typed;
    const text = planFromTemplate(template, { officeId, officeName: { bn, en }, fiscalYear });
    const content = (
      <>
        <div class="heading">
          <h1>{say.written}</h1>
          <p class="quiet">{say.writtenLead}</p>
        </div>
        <CheckForm
          session={c.var.session!}
          language={c.var.language}
          typed={{ name: `${officeId}.yaml`, text }}
          isAgain
          isNew
        />
      </>
    );
    return showPage(c, inAdministration(c, say.written, content, 'plans'));
  });

  app.get(PLAN, async (c) => {
    const say = administrationWords(c.var.language);
    const planId = c.req.param('id');
    const versions = await planVersions(db, planId);
    const [latest, earlier] = versions;
    const plan = latest ? await planOfVersion(db, planId, latest.version) : null;
    if (!latest || !plan) return c.notFound();
    const asked = (name: string, fallback: number) => {
      const version = Number(c.req.query(name));
      return versions.some((one) => one.version === version) ? version : fallback;
    };
    const [from, to] = [asked('from', earlier?.version ?? latest.version), asked('to', latest.version)];
    const before = await planOfVersion(db, planId, from);
    const after = await planOfVersion(db, planId, to);
    const compared = earlier && before && after ? { from, to, changes: planDifference(before, after) } : null;
    const done =
      c.req.query('done') === 'applied'
        ? say.done(formatNumber(latest.version, c.var.language))
        : c.req.query('done') === 'same'
          ? say.doneUnchanged
          : null;
    const content = (
      <VersionsPage plan={plan} versions={versions} compared={compared} done={done} language={c.var.language} />
    );
    return showPage(c, inAdministration(c, `${plan.office.name[c.var.language]}, ${say.versions}`, content, 'plans'));
  });

  app.get(`${PLAN}/plan.yaml`, async (c) => {
    const planId = c.req.param('id');
    const file = await fileOfPlan(db, library, planId);
    if (!file) return c.notFound();
    return c.body(file.text, 200, {
      'Content-Type': 'application/yaml; charset=utf-8',
      'Content-Disposition': `attachment; filename="${planId}.yaml"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    });
  });

  return app;

  async function showPlans(
    c: Context<WebEnv>,
    forms: Pick<PlansPageProps, 'check' | 'begin'>,
    status: 200 | 422 = 200,
  ): Promise<Response> {
    const say = administrationWords(c.var.language);
    const year = fiscalYearOf(localDate(clock.now(), HOME_ZONE)).label;
    const content = (
      <AdministeredPlans
        plans={await planHeads(db)}
        templates={library.templates()}
        session={c.var.session!}
        language={c.var.language}
        begin={{ typed: { year } }}
        {...forms}
      />
    );
    return showPage(c, inAdministration(c, say.parts.plans[0], content), status);
  }
}

/** What plans are looked at and applied through. */
export function planParts({ database: { db }, engine, clock, calendars, library }: WebParts): PlanParts {
  return { db, engine, clock, calendars, library };
}

export function showFaults(c: Context<WebEnv>, faults: readonly Fault[], name: string, text: string): Response {
  const say = administrationWords(c.var.language);
  const { language } = c.var;
  const content = (
    <PlanFaultsPage faults={faults} name={name} text={text} session={c.var.session!} language={language} />
  );
  return showPage(c, inAdministration(c, say.faults(formatNumber(faults.length, language)), content, 'plans'), 422);
}

/** What a plan would change; 409 where somebody was faster. */
export function showDifference(
  c: Context<WebEnv>,
  preview: PlanPreview,
  name: string,
  text: string,
  isStale = false,
): Response {
  const say = administrationWords(c.var.language);
  const content = (
    <DifferencePage
      preview={preview}
      name={name}
      text={text}
      isStale={isStale}
      session={c.var.session!}
      language={c.var.language}
    />
  );
  return showPage(c, inAdministration(c, say.difference, content, 'plans'), isStale ? 409 : 200);
}
