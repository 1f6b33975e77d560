import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startAlarmWorker } from '../workers/alarm-worker.ts';
import { startMailWorker } from '../workers/mail-worker.ts';
import { startWebhookWorker } from '../workers/webhook-worker.ts';
import { calendarsIn } from './calendar/calendar-folder.ts';
import type { Calendars } from './calendar/calendars.ts';
import type { Instant } from './calendar/types.ts';
import { type Clock, systemClock } from './clock.ts';
import type { OpenDatabase } from './db/database.ts';
import type { IndicatorChange } from './db/indicator-rows.ts';
import { openDatabase } from './db/open-database.ts';
import type { StoredMessage } from './db/queries/messages.ts';
import { queueBells } from './engine/bells.ts';
import type { DeliveryTerms } from './engine/deliver-message.ts';
import type { WebhookTerms } from './engine/deliver-webhook.ts';
import { Engine } from './engine/engine.ts';
import { clamdScanner } from './evidence/clamd.ts';
import { EvidenceStore } from './evidence/evidence-store.ts';
import { composeLetter } from './letters/letter.ts';
import { composeQuestion } from './letters/question-letter.ts';
import { composeSignInLetter } from './letters/sign-in-letter.tsx';
import type { Logger } from './log.ts';
import { parseMailbox } from './mail/address.ts';
import { messageIdOf } from './mail/message-id.ts';
import { openTransport, type Transport } from './mail/transport.ts';
import { planLibraryIn } from './plan/config-folder.ts';
import type { PlanLibrary } from './plan/plan-library.ts';
import { keepWatchdog } from './queue/alarms.ts';
import { openQueues } from './queue/open-queue.ts';
import type { OpenQueues } from './queue/queues.ts';
import type { Settings } from './settings.ts';
import { OidcSignIn } from './sign-in/oidc-sign-in.ts';
import { type SendLink, SignIn } from './sign-in/sign-in.ts';
import type { RunningWeb } from './web/server.ts';
import { callWebhook } from './webhooks/call-webhook.ts';

/** Everything that works together in one process. */
export interface App {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly database: OpenDatabase;
  readonly queues: OpenQueues;
  readonly transport: Transport;
  /** The calendars of the folder of settings. */
  readonly calendars: Calendars;
  /** Policies that plans name, and templates that they are written from. */
  readonly library: PlanLibrary;
  readonly engine: Engine;
  /** The files that show achievements. */
  readonly evidence: EvidenceStore;
  /** Lets people in to the pages. */
  readonly signIn: SignIn;
  /** The same by the office's own sign-in, where it has one. */
  readonly oidc: OidcSignIn | undefined;
  readonly logger: Logger;
  /** Starts to fire, tell and send: what `suchok start` does beside the web page. */
  startWorkers(): void;
  /** Has the workers look at what is due by an instant, in case its alarm was lost. */
  rearm(at: Instant): Promise<void>;
  /** Opens the web pages. Throws WebCannotListen. */
  startWeb(): Promise<RunningWeb>;
  /** Lets work at hand finish, then closes everything. */
  close(): Promise<void>;
}

export interface AppParts {
  readonly settings: Settings;
  readonly logger: Logger;
  readonly clock?: Clock | undefined;
  readonly onChanges?: ((changes: readonly IndicatorChange[]) => void) | undefined;
  /** Told of each letter once the mail server has it. */
  readonly onSent?: ((message: StoredMessage) => void) | undefined;
}

/** The watchdog's round, in milliseconds of real time. */
const WATCHDOG_EVERY = 60_000;

/**
 * Puts the parts together: the one place that knows all of them.
 *
 * @throws SettingsError, SmtpSettingError, DatabaseError, QueueUnavailable
 */
export async function openApp(parts: AppParts): Promise<App> {
  const { settings, logger, clock = systemClock } = parts;
  const transport = openMail(settings);
  const database = await openDatabase({ databaseUrl: settings.databaseUrl, dataDir: settings.dataDir, logger });
  const queues = await openQueues({ redisUrl: settings.redisUrl, database, logger }).catch(async (error) => {
    await database.close();
    throw error;
  });
  const terms = deliveryTerms(parts, transport, clock);
  const bells = queueBells(queues, clock);
  const engine = new Engine({
    db: database.db,
    clock,
    bells,
    letterhead: {
      baseUrl: settings.baseUrl,
      compose: composeLetter,
      composeQuestion,
      headerIdOf: (identity) => messageIdOf(identity, parseMailbox(settings.mailFrom)!.address),
    },
    logger,
    onChanges: parts.onChanges,
    sendingLease: terms.lease,
    realNow: terms.realNow,
  });
  const signIn = new SignIn({
    db: database.db,
    clock,
    baseUrl: settings.baseUrl,
    administrators: settings.adminEmails,
    sendLink: linkSender(settings, transport),
    logger,
  });
  const tellWebhooks = (ids: readonly number[]) =>
    bells.enqueueWebhooks(ids).catch((error) => logger.warn({ err: error }, 'Webhooks wait for the watchdog'));
  const calendars = calendarsIn(settings.configDir);
  const evidence = new EvidenceStore({
    folder: join(settings.dataDir, 'evidence'),
    scanner: settings.clamdUrl === undefined ? null : clamdScanner(settings.clamdUrl),
    logger,
    realNow: () => Date.now(),
  });
  const oidc =
    settings.oidc &&
    new OidcSignIn({
      db: database.db,
      clock,
      baseUrl: settings.baseUrl,
      settings: settings.oidc,
      find: (address) => signIn.find(address),
      logger,
    });
  const library = planLibraryIn(settings.configDir);
  let endWatch = () => {};
  return {
    settings,
    clock,
    database,
    queues,
    transport,
    calendars,
    library,
    engine,
    evidence,
    signIn,
    oidc,
    logger,
    startWorkers: () => {
      engine
        .resume()
        .catch((error) => logger.warn({ err: error }, 'What came due before the start waits for the watchdog'));
      startAlarmWorker(queues, engine);
      startWebhookWorker(queues, database.db, webhookTerms(settings, clock));
      startMailWorker(
        queues,
        database.db,
        { ...terms, tellWebhooks },
        { concurrency: 5, perSecond: settings.mailPerSecond },
      );
      endWatch = keepWatchdog(queues.queue('alarms'), WATCHDOG_EVERY, logger);
    },
    rearm: (at) => bells.armAlarms([at]),
    startWeb: async () => {
      // Loaded only here: commands that print a line and end have no use for pages.
      const [{ startWeb }, { createApi }] = await Promise.all([import('./web/server.ts'), import('./api/app.ts')]);
      await evidence.sweep();
      const parts = { settings, engine, evidence, clock, calendars, library, logger };
      return startWeb({
        ...parts,
        database,
        queues,
        verifyMail: () => transport.verify(),
        signIn,
        oidc,
        enqueueWebhooks: tellWebhooks,
        api: createApi({ ...parts, db: database.db, enqueueWebhooks: tellWebhooks }),
      });
    },
    close: async () => {
      endWatch();
      await signIn.settle();
      await queues.close();
      await transport.close();
      await database.close();
    },
  };
}

function openMail({ smtpUrl, dataDir, mailFrom, dkim, smtpTimeout }: Settings): Transport {
  return openTransport({
    smtpUrl,
    outboxDir: join(dataDir, 'outbox'),
    from: mailFrom,
    dkim: dkim && { ...dkim, privateKey: readFileSync(dkim.keyFile, 'utf8') },
    timeouts: { connect: smtpTimeout / 4, greeting: smtpTimeout / 4, silence: smtpTimeout / 2, attempt: smtpTimeout },
  });
}

function deliveryTerms({ settings, onSent }: AppParts, transport: Transport, clock: Clock): DeliveryTerms {
  const realNow = (): Instant => Date.now();
  return {
    realNow,
    now: () => clock.now(),
    // An attempt ends within the timeout, whatever the mail server does; the rest is for the database to note it.
    lease: 1.5 * settings.smtpTimeout + 5_000,
    send: async (message) => {
      const result = await transport.send(toMail(message));
      if (result.outcome === 'sent') onSent?.(message);
      return result;
    },
  };
}

function webhookTerms({ webhookAllowPrivate: allowPrivate }: Settings, clock: Clock): WebhookTerms {
  return {
    realNow: () => Date.now(),
    now: () => clock.now(),
    // Receivers refuse what is old by their own clocks, so the signature has the real time.
    call: (to, message) => callWebhook(to, message, { allowPrivate, now: Date.now() }),
  };
}

/** Letters to sign in belong to no plan and are not kept: they go straight to the mail server, each with a name of its own. */
function linkSender({ mailFrom }: Settings, transport: Transport): SendLink {
  const { address: from } = parseMailbox(mailFrom)!;
  return async ({ to, url, language, at, minutes }) => {
    const letter = composeSignInLetter(url, minutes, language);
    const header = { messageId: messageIdOf(['sign-in', url], from), inReplyTo: null, references: [], planId: null };
    const { outcome } = await transport.send({ ...letter, ...header, to, language, date: at, ics: null });
    return outcome;
  };
}

function toMail(message: StoredMessage) {
  const { address, subject, text, html, ics, headerId, inReplyTo, createdAt, language, planId } = message;
  return {
    to: address,
    subject,
    text,
    html,
    ics,
    messageId: headerId,
    inReplyTo,
    references: inReplyTo === null ? [] : [inReplyTo],
    date: createdAt,
    language,
    planId,
  };
}
