import { type Context, Hono } from 'hono';
import { type PreferenceReading, readPreference, setPreference } from '../../acting/set-preference.ts';
import { asLanguage, rememberLanguage } from '../language.ts';
import { showPage } from '../page-layout.tsx';
import { OnlyWithAddress, PreferencesPage } from '../pages/preferences-page.tsx';
import { accountPath } from '../parts/account-menu.tsx';
import type { FormFaults, Typed } from '../parts/fields.tsx';
import { textFields } from '../text-fields.ts';
import type { WebApp, WebEnv, WebParts } from '../web-parts.ts';
import { accountWords } from '../wording/account-words.ts';

const PATH = accountPath('preferences');

/** How one likes to be written to. */
export function preferenceRoutes({ database: { db }, clock }: WebParts): WebApp {
  const app = new Hono<WebEnv>();

  app.get(PATH, async (c) => {
    const reading = await readPreference({ db }, c.var.session!.viewer);
    if (!reading) return show(c, <OnlyWithAddress current="preferences" language={c.var.language} />);
    return show(c, pageOf(c, reading, { isSaved: c.req.query('done') === 'saved' }));
  });

  app.post(PATH, async (c) => {
    const { viewer } = c.var.session!;
    const reading = await readPreference({ db }, viewer);
    if (!reading) return c.redirect(PATH, 303);
    const typed = await textFields(c);
    const language = asLanguage(typed.language);
    const faults = faultsOf(typed, reading, accountWords(c.var.language).notAChoice);
    if (Object.keys(faults).length > 0) return show(c, pageOf(c, reading, { typed, faults }), 422);
    const delivery = typed.delivery === 'single' ? 'single' : 'digest';
    await setPreference({ db, clock }, viewer, { language, hour: typed.hour || null, delivery });
    if (language) rememberLanguage(c, language);
    return c.redirect(`${PATH}?done=saved`, 303);
  });
  return app;
}

interface Shown {
  readonly typed?: Typed;
  readonly faults?: FormFaults;
  readonly isSaved?: boolean;
}

function pageOf(c: Context<WebEnv>, reading: PreferenceReading, shown: Shown) {
  return <PreferencesPage reading={reading} session={c.var.session!} language={c.var.language} {...shown} />;
}

function show(c: Context<WebEnv>, content: ReturnType<typeof pageOf>, status: 200 | 422 = 200): Response {
  return showPage(c, { title: accountWords(c.var.language).preferences, section: null, content }, status);
}

function faultsOf(typed: Typed, { hours }: PreferenceReading, notAChoice: string): FormFaults {
  const { language = '', hour = '', delivery = '' } = typed;
  const isHour = hour === '' || hours.includes(hour);
  return {
    ...(language !== '' && asLanguage(language) === null && { language: notAChoice }),
    ...(!isHour && { hour: notAChoice }),
    ...(delivery !== 'digest' && delivery !== 'single' && { delivery: notAChoice }),
  };
}
