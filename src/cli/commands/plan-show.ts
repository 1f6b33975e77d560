import type { Command } from 'commander';
import { localDate, toIsoWithOffset } from '../../calendar/local-time.ts';
import type { LocalDate } from '../../calendar/types.ts';
import { formatCode, formatDate, formatFiscalYear } from '../../i18n/format.ts';
import { targetText } from '../../i18n/progress.ts';
import { words } from '../../i18n/words.ts';
import { holdersOf } from '../../notices/recipients.ts';
import type { Indicator, Language, Plan } from '../../plan/types.ts';
import { type Paint, paintFor } from '../colour.ts';
import { CommandFailed, type OfficeContext } from '../context.ts';
import { NO_PLAN } from '../find-plan.ts';
import { addExamples, jsonOption, languageOption, printJson } from '../options.ts';
import { headOf, postTitle } from '../status-table.ts';
import { drawTable } from '../terminal-table.ts';
import { cliWords } from '../words.ts';

interface Options {
  readonly json?: boolean;
  readonly lang: Language;
}

export function addPlanList(plan: Command, context: OfficeContext): void {
  const command = plan
    .command('list')
    .summary('list the plans in force')
    .description('Lists the plans in force.')
    .addOption(jsonOption())
    .addOption(languageOption(context.env))
    .action((options: Options) => list(context, options));
  addExamples(command, 'plan list', 'plan list --json');
}

async function list(context: OfficeContext, { json, lang }: Options): Promise<void> {
  await context.withOffice(async (reached) => {
    const plans = await reached.plans();
    if (json) {
      const faces = plans.map(({ id, office, fiscalYear, version, indicators, appliedAt, zone }) => ({
        id,
        office,
        fiscalYear,
        version,
        indicators,
        appliedAt: toIsoWithOffset(appliedAt, zone),
      }));
      return printJson(context.out, faces);
    }
    if (plans.length === 0) throw new CommandFailed(NO_PLAN);
    const say = cliWords(lang);
    const table = drawTable(
      [
        { head: say.plan },
        { head: say.office },
        { head: say.fiscalYear },
        { head: say.indicators },
        { head: say.inForceSince },
      ],
      plans.map(({ id, office, fiscalYear, version, indicators, appliedAt, zone }) => [
        id,
        office.name[lang],
        formatFiscalYear(fiscalYear, lang),
        say.number(indicators),
        `${formatDate(localDate(appliedAt, zone), lang)} (${say.version(version)})`,
      ]),
    );
    context.out.write(`${table}\n`);
  });
}

export function addPlanShow(plan: Command, context: OfficeContext): void {
  const command = plan
    .command('show')
    .summary('show a plan as it is in force')
    .description(
      'Shows a plan as it is in force: its posts and who holds them, its activities, indicators and targets.',
    )
    .argument('<plan>', 'the id of the plan')
    .addOption(jsonOption())
    .addOption(languageOption(context.env))
    .action((id: string, options: Options) => show(context, id, options));
  addExamples(command, 'plan show mowca-2021-22', 'plan show mowca-2021-22 --json');
}

async function show(context: OfficeContext, id: string, { json, lang }: Options): Promise<void> {
  await context.withOffice(async (office) => {
    const stored = await office.plan(id);
    if (stored === null) throw await office.unknownPlan(id);
    if (json) return printJson(context.out, { version: stored.version, ...stored.body });
    const paint = paintFor(context.out, context.env);
    const plan = stored.body;
    const today = localDate(context.clock.now(), plan.zone);
    context.out.write(
      `${[headOf(plan, { language: lang, paint }), postLines(plan, today, lang), ...activityLines(plan, lang, paint)].join('\n\n')}\n`,
    );
  });
}

function postLines(plan: Plan, today: LocalDate, language: Language): string {
  return plan.posts
    .map(({ id, title }) => {
      const holders = holdersOf(plan, id, today).map(({ name, email }) => `${name[language]} <${email}>`);
      return `${id}: ${title[language]}\n  ${holders.length > 0 ? holders.join(', ') : cliWords(language).notHeld}`;
    })
    .join('\n');
}

function activityLines(plan: Plan, language: Language, paint: Paint): string[] {
  return plan.activities.map(({ code, title, indicators }) => {
    const lines = indicators.map((indicator) => indicatorLines(plan, indicator, language));
    return [paint('bold', `${formatCode(code, language)} ${title[language]}`), ...lines].join('\n');
  });
}

function indicatorLines(plan: Plan, indicator: Indicator, language: Language): string {
  const { code, title, kind, target, due, weight, steps, occurrences, posts } = indicator;
  const say = cliWords(language);
  const facts = [
    words(language).indicatorKind[kind],
    `${say.target}: ${targetText(indicator, language)}`,
    ...(typeof target === 'string' ? [] : [`${say.due}: ${formatDate(due, language)}`]),
    ...(weight === null ? [] : [`${say.weight}: ${say.number(weight)}`]),
    ...(posts.focalPoint === null ? [] : [postTitle(plan, posts.focalPoint, language) ?? posts.focalPoint]),
  ];
  const parts = [...steps, ...occurrences].map((part) => `    ${part.id}: ${part.title[language]}`);
  return [`  ${formatCode(code, language)} ${title[language]}`, `    ${facts.join(' · ')}`, ...parts].join('\n');
}
