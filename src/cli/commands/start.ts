import { setTimeout as wait } from 'node:timers/promises';
import { type Command, Option } from 'commander';
import type { App } from '../../app.ts';
import { localDate, localTime } from '../../calendar/local-time.ts';
import { FolderLocked } from '../../db/errors.ts';
import type { StoredMessage } from '../../db/queries/messages.ts';
import { planFaces } from '../../db/queries/plan-faces.ts';
import { anySession } from '../../db/queries/sessions.ts';
import { createLogger } from '../../log.ts';
import type { Language } from '../../plan/types.ts';
import { paintFor } from '../colour.ts';
import { type CommandContext, CommandFailed } from '../context.ts';
import { makeFirstPlan } from '../first-plan.ts';
import { addExamples, columnsOf, languageOption } from '../options.ts';
import { startRelay } from '../relay/relay-server.ts';
import { listenForStop } from '../stop-signal.ts';
import { letterLine, writeWelcome } from '../welcome.ts';
import { welcomeWords } from '../welcome-words.ts';

interface Options {
  readonly only?: 'web' | 'worker';
  readonly lang: Language;
}

/** So long the welcome waits for the first letters to be on their way, in milliseconds. */
const PATIENCE = 5_000;

export function addStart(program: Command, context: CommandContext): void {
  const command = program
    .command('start')
    .summary('run the office: watch deadlines, send letters, serve the page')
    .description(
      'Runs Suchok: watches the deadlines, sends the letters and serves the page, until it is told to stop. Where there is no plan yet, a sample plan of this fiscal year is made.',
    )
    .addOption(
      new Option('--only <part>', 'run one part alone, beside other processes on Postgres').choices(['web', 'worker']),
    )
    .addOption(languageOption(context.env))
    .action((options: Options) => start(context, options));
  addExamples(command, 'start', 'start --only worker', 'start --lang bn');
}

async function start(context: CommandContext, options: Options): Promise<void> {
  const stop = listenForStop();
  const settings = context.settings();
  if (options.only && !settings.databaseUrl) {
    throw new CommandFailed(
      'One part alone needs a database that several processes can use: set DATABASE_URL, or leave out --only.',
    );
  }
  // At a terminal a person reads along; elsewhere a machine reads the log.
  const isWatched = context.err.isTTY === true && !context.env.LOG_LEVEL;
  const style = {
    language: options.lang,
    paint: paintFor(context.out, context.env),
    columns: columnsOf(context.out, context.env),
  };
  const letters = new FirstLetters();
  const { openApp } = await import('../../app.ts');
  let tellLetter = (_: StoredMessage) => {};
  const app = await openApp({
    settings,
    logger: createLogger({ logLevel: isWatched ? 'warn' : settings.logLevel }),
    clock: context.clock,
    onSent: (letter) => {
      letters.note(letter);
      tellLetter(letter);
    },
  }).catch((error) => {
    throw error instanceof FolderLocked ? new CommandFailed(error.message) : error;
  });
  const closing: (() => Promise<void>)[] = [() => app.close()];
  try {
    if (app.database.flavour === 'pglite') {
      const relay = await startRelay(app);
      if (relay) closing.unshift(() => relay.close());
    }
    const works = options.only !== 'web';
    const sample = await makeFirstPlan(app, context);
    const page = options.only === 'worker' ? null : await app.startWeb();
    if (page) closing.unshift(() => page.close());
    const made = works ? await catchUp(app) : 0;
    await Promise.race([letters.count(made), wait(PATIENCE, undefined, { ref: false }), stop.first]);
    const link = page && (await firstLink(app, page.url));
    const running = { page: page?.url ?? null, link, works, sample, sent: letters.seen(), made };
    const command = context.env.npm_lifecycle_event ? 'npm run -s suchok --' : 'suchok';
    context.out.write(`${await writeWelcome(app, running, command, style)}`);
    if (isWatched) tellLetter = await letterTeller(app, context, style);
    await stop.first;
    context.out.write(`\n${welcomeWords(options.lang).stopping}\n`);
  } finally {
    for (const close of closing) await close();
    stop.ignore();
  }
  context.out.write(`${welcomeWords(options.lang).stopped}\n`);
}

/** A link for the administrator, where nobody was ever signed in. */
async function firstLink({ database, signIn, settings }: App, pageUrl: string): Promise<string | null> {
  if (await anySession(database.db)) return null;
  // A port that the system chose is known only now.
  const chosen = settings.port === 0 && new URL(settings.baseUrl).port === '0';
  return signIn.makeLink(null, '/', chosen ? pageUrl : settings.baseUrl);
}

/** Fires at once what fell due while nothing ran, rather than at the watchdog's first round; then the workers take over. */
async function catchUp(app: App): Promise<number> {
  const { messages } = await app.engine.watch();
  app.startWorkers();
  return messages;
}

/** Tells each letter as it goes, to whoever watches the terminal. */
async function letterTeller(app: App, { out }: CommandContext, style: Parameters<typeof letterLine>[2]) {
  const zones = new Map((await planFaces(app.database.db)).map(({ id, zone }) => [id, zone]));
  return (letter: StoredMessage) => {
    const zone = zones.get(letter.planId) ?? 'Asia/Dhaka';
    const now = app.clock.now();
    const when = `${localDate(now, zone)} ${localTime(now, zone)}`;
    out.write(`${style.paint('dim', when)}  ${letterLine(letter, null, style)}\n`);
  };
}

/** The letters that went out so far, and a way to wait for a number of them. */
class FirstLetters {
  readonly #seen: StoredMessage[] = [];
  #awaited: { count: number; done: () => void } | null = null;

  note(letter: StoredMessage): void {
    this.#seen.push(letter);
    if (this.#awaited && this.#seen.length >= this.#awaited.count) this.#awaited.done();
  }

  seen(): readonly StoredMessage[] {
    return [...this.#seen];
  }

  count(count: number): Promise<void> {
    return new Promise((done) => {
      this.#awaited = { count, done };
      if (this.#seen.length >= count) done();
    });
  }
}
