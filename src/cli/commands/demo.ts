import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import type { App } from '../../app.ts';
import { endOfDay, startOfDay } from '../../calendar/local-time.ts';
import { parseNumber } from '../../calendar/parse-date.ts';
import { readPlanStatus } from '../../engine/plan-status.ts';
import { toLatinDigits } from '../../i18n/digits.ts';
import { formatCode, formatNumber } from '../../i18n/format.ts';
import { createLogger } from '../../log.ts';
import type { Language, Plan } from '../../plan/types.ts';
import type { Settings } from '../../settings.ts';
import { paintFor } from '../colour.ts';
import type { CommandContext } from '../context.ts';
import { demoClock } from '../demo/demo-clock.ts';
import { demoWords } from '../demo/demo-words.ts';
import { runDemo } from '../demo/run-demo.ts';
import { Teller } from '../demo/teller.ts';
import { findIndicator } from '../find-plan.ts';
import { calendarOf, readSoundHistory, readSoundPlan } from '../office-files.ts';
import { addExamples, columnsOf, languageOption } from '../options.ts';
import { drawStatus, headOf } from '../status-table.ts';
import { listenForStop } from '../stop-signal.ts';

interface Options {
  readonly plan: string;
  readonly history?: string;
  readonly seconds: number;
  readonly skip?: readonly string[];
  readonly lang: Language;
}

export function addDemo(program: Command, context: CommandContext): void {
  const command = program
    .command('demo')
    .summary("live through a plan's year in two minutes")
    .description(
      "Lives through a plan's year on a clock that hurries, with the history of its office: a real database, real workers and real jobs, in a folder of its own. Letters are written to an outbox there; nothing is sent.",
    )
    .option('--plan <plan>', 'a name in config/plans, or a path', 'mowca-2021-22')
    .option(
      '--history <file>',
      'what people do: a name in config/histories, or a path; that of the plan where left out',
    )
    .option('--seconds <number>', 'how long the year takes', readSeconds, 120)
    .option(
      '--skip <indicator>',
      'leave out what people do about an indicator, to see who is told; repeatable',
      (code: string, earlier: readonly string[] = []) => [...earlier, toLatinDigits(code)],
    )
    .addOption(languageOption(context.env))
    .action((options: Options) => demo(context, options));
  addExamples(command, 'demo', 'demo --skip 2.2.4', 'demo --plan dwa-2021-22 --seconds 60 --lang bn');
}

async function demo(context: CommandContext, options: Options): Promise<void> {
  const { out, env, configDir } = context;
  const { lang: language, seconds, skip = [] } = options;
  const filed = readSoundPlan(configDir, context.readFile('plans', options.plan));
  // The letters, too, are to be read by whoever watches.
  const plan: Plan = { ...filed, language, people: filed.people.map((person) => ({ ...person, language: null })) };
  const { events } = readSoundHistory(context.readFile('histories', options.history ?? plan.id), filed);
  for (const code of skip) findIndicator(plan, code);
  const say = demoWords(language);
  const paint = paintFor(out, env);
  const perDay = formatNumber(seconds / 365, language);
  out.write(`${headOf(plan, { language, paint })}\n${say.intro(seconds, perDay)}\n`);
  if (skip.length > 0) out.write(`${say.leftOut(skip.map((code) => formatCode(code, language)))}\n`);
  // From the first word on: whoever sees it may stop it.
  const [stop, signals] = [new AbortController(), listenForStop()];
  void signals.first.then(() => stop.abort());
  out.write(`${paint('dim', say.opening)}\n\n`);
  const teller = new Teller({ plan, language, paint, write: (text) => out.write(text) });
  const folder = mkdtempSync(join(tmpdir(), 'suchok-demo-'));
  const { app, clock } = await openDemo(context, plan, seconds, folder, teller);
  try {
    const done = events.filter(({ indicator }) => !skip.includes(indicator));
    const calendar = calendarOf(configDir, plan);
    await runDemo({ app, clock, plan, calendar, events: done, teller, stop: stop.signal });
    const status = await readPlanStatus(app.database.db, plan.id, clock.now());
    if (status) out.write(`\n${drawStatus(plan, status.rows, { language, paint, columns: columnsOf(out, env) })}`);
    out.write(`${say.letters(teller.letters, join(folder, 'outbox'))}\n`);
  } finally {
    await app.close();
    signals.ignore();
    rmSync(join(folder, 'pglite'), { recursive: true, force: true });
  }
}

async function openDemo(context: CommandContext, plan: Plan, seconds: number, folder: string, teller: Teller) {
  const opens = startOfDay(plan.opens, plan.zone);
  const speed = (endOfDay(plan.closes, plan.zone) - opens) / (seconds * 1_000);
  const clock = demoClock(opens, speed);
  const settings: Settings = {
    ...context.settings(),
    dataDir: folder,
    databaseUrl: undefined,
    redisUrl: undefined,
    smtpUrl: undefined,
    mailPerSecond: 10_000,
  };
  const logger = createLogger({ logLevel: context.env.LOG_LEVEL ? settings.logLevel : 'warn' });
  const { openApp } = await import('../../app.ts');
  const app: App = await openApp({
    settings,
    logger,
    clock,
    onChanges: (changes) => teller.tellChanges(changes),
    onSent: (letter) => teller.note(letter),
  });
  return { app, clock };
}

function readSeconds(text: string): number {
  const seconds = parseNumber(text);
  if (seconds !== null && seconds > 0 && seconds <= 86_400) return seconds;
  throw new InvalidArgumentError('Write a number of seconds, as in 60.');
}
