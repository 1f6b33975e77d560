import type { Instant } from '../calendar/types.ts';
import type { Clock } from '../clock.ts';
import { type Database, type Transaction, withTransaction } from '../db/database.ts';
import type { IndicatorChange } from '../db/indicator-rows.ts';
import { announceChanges } from '../db/queries/announce-changes.ts';
import { cancelMessage, requeueMessage } from '../db/queries/attempts.ts';
import { dueInstants } from '../db/queries/due-instants.ts';
import { unfinishedMessages } from '../db/queries/messages.ts';
import { liftFaults } from '../db/queries/set-aside.ts';
import { unfinishedDeliveries } from '../db/queries/webhook-deliveries.ts';
import { type Applied, applyPlan, type PlanApplication } from './apply-plan.ts';
import { DefinitionCache } from './definition-cache.ts';
import { WEBHOOK_LEASE } from './deliver-webhook.ts';
import { type Firing, fireDueBatch } from './fire-due.ts';
import { inLanes } from './lanes.ts';
import type { Arranged, MeetingDesk } from './meetings/desk.ts';
import { type Recorded, type Report, recordEvent } from './record-event.ts';
import { answerEscalation, type EscalationAnswer, type Explanation, explain, type Said } from './record-saying.ts';
import { type AssessmentNews, tellOfAssessment } from './tell-of-assessment.ts';
import { type Letterhead, tellPeople } from './tell-people.ts';
import { saveAndTell } from './tell-webhooks.ts';

/** The part of a pino logger that is used here. */
export interface EngineLogger {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** The bells of the engine: hints to whoever works, never the truth. What fails here is logged and made up for later. */
export interface Bells {
  /** Wakes a worker at each of these instants. */
  armAlarms(instants: readonly Instant[]): Promise<void>;
  /** Asks that these letters be sent. */
  enqueueMail(messageIds: readonly number[]): Promise<void>;
  /** Asks that webhooks be told these things. */
  enqueueWebhooks(deliveryIds: readonly number[]): Promise<void>;
}

export interface EngineParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly bells: Bells;
  readonly letterhead: Letterhead;
  readonly logger: EngineLogger;
  /** Told of every transition after it was committed: for the demo, and for pages that follow along. */
  readonly onChanges?: ((changes: readonly IndicatorChange[]) => void) | undefined;
  /** Milliseconds after which a letter in sending counts as orphaned; real time. */
  readonly sendingLease: number;
  readonly realNow: () => Instant;
}

/** What one round of the engine did. */
export interface Round {
  readonly fired: number;
  readonly setAside: number;
  readonly messages: number;
}

type Committed = Pick<Firing, 'changes' | 'deliveries'>;

/** So far ahead alarms are armed anew by the watchdog, and so many at most; later ones wait for a later round. */
const ARMED_AHEAD = 3 * 24 * 60 * 60 * 1000;
const ARMED_AT_MOST = 1_000;

/** The one way to change an indicator: every change goes through here, is committed, and only then rings a bell. */
export class Engine {
  readonly #parts: EngineParts;
  readonly #definitions = new DefinitionCache();

  constructor(parts: EngineParts) {
    this.#parts = parts;
  }

  /**
   * Fires all that is due, tells people of it, and arms what comes next. Safe to run at any time, as often as one
   * likes, in as many processes as one likes.
   */
  async run(): Promise<Round> {
    const { db, letterhead, logger } = this.#parts;
    const rounds = await inLanes(() => this.#fire());
    const fired = rounds.reduce((sum, round) => sum + round.fired, 0);
    const setAside = rounds.reduce((sum, round) => sum + round.setAside, 0);
    // Told as of the moment at which nothing was left to fire: what comes due meanwhile has an alarm of its own.
    const now = Math.min(...rounds.map((round) => round.until));
    const { messages, hours, failed } = await tellPeople(db, this.#definitions, letterhead, now);
    for (const { planId, error } of failed) logger.error({ err: error, plan: planId }, 'Nobody could be told');
    await this.#ring(() => this.#parts.bells.enqueueMail(messages));
    if (hours.length > 0) await this.#ring(() => this.#parts.bells.armAlarms(hours));
    if (fired + messages.length > 0) logger.info({ fired, messages: messages.length }, 'Fired what was due');
    return { fired, setAside, messages: messages.length };
  }

  /** Fires batch after batch until nothing is left that nobody else holds; `until` is when that was. */
  async #fire(): Promise<{ fired: number; setAside: number; until: Instant }> {
    const { db, clock, logger } = this.#parts;
    let fired = 0;
    let setAside = 0;
    for (;;) {
      const until = clock.now();
      const firing = await fireDueBatch(db, this.#definitions, until);
      for (const { id, error } of firing.setAside)
        logger.error({ err: error, indicator: id }, 'An indicator was set aside');
      fired += firing.fired;
      setAside += firing.setAside.length;
      await this.#committed(firing);
      if (firing.fired + firing.setAside.length === 0) return { fired, setAside, until };
    }
  }

  /** What the watchdog does: a round, and then every bell that may have been lost is hung up again. */
  async watch(): Promise<Round> {
    const round = await this.run();
    const { db, clock, bells, realNow, sendingLease } = this.#parts;
    const instants = await dueInstants(db, clock.now() + ARMED_AHEAD, ARMED_AT_MOST);
    await this.#ring(() => bells.armAlarms(instants));
    const unfinished = await unfinishedMessages(db, realNow() - sendingLease);
    await this.#ring(() => bells.enqueueMail(unfinished));
    const untold = await unfinishedDeliveries(db, realNow() - WEBHOOK_LEASE);
    if (untold.length > 0) await this.#ring(() => bells.enqueueWebhooks(untold));
    return round;
  }

  /** Records a person's event. Throws UnknownIndicator; a refusal is a result. */
  async record(report: Report): Promise<Recorded> {
    const { db, clock } = this.#parts;
    const recorded = await recordEvent(db, this.#definitions, report, clock.now());
    const { change, deliveries = [] } = recorded;
    if (change) await this.#committed({ changes: [change], deliveries }, this.#wakeUp([change]));
    return recorded;
  }

  /** Puts a plan in force, all of it or nothing. Throws KindChanged, PlanMovedOn. */
  async apply(application: PlanApplication): Promise<Applied> {
    const { db, clock } = this.#parts;
    const applied = await applyPlan(db, this.#definitions, application, clock.now());
    await this.#committed(applied, this.#wakeUp(applied.changes));
    // A new title changes no indicator, and still is seen by whoever reads the plan.
    if (applied.isChanged && applied.changes.length === 0) await this.#announce([application.plan.id]);
    return applied;
  }

  /** Records what somebody above says to a missed target; whoever is asked for an explanation gets a letter. */
  async answerEscalation(answer: EscalationAnswer): Promise<Said> {
    const { db, letterhead, clock } = this.#parts;
    return this.#told(await answerEscalation(db, this.#definitions, letterhead, answer, clock.now()));
  }

  /** Records an explanation; whoever asked for it gets a letter. */
  async explain(explanation: Explanation): Promise<Said> {
    const { db, letterhead, clock } = this.#parts;
    return this.#told(await explain(db, letterhead, explanation, clock.now()));
  }

  /** Writes the letters about a self-assessment within the caller's transaction; `post` sends them once it is committed. */
  writeOfAssessment(tx: Transaction, news: AssessmentNews): Promise<number[]> {
    return tellOfAssessment(tx, this.#parts.letterhead, news);
  }

  /** Asks that letters be sent which were written alongside something else, and tells open pages of that. */
  async post(planId: string, messageIds: readonly number[]): Promise<void> {
    if (messageIds.length > 0) await this.#ring(() => this.#parts.bells.enqueueMail(messageIds));
    await this.#announce([planId]);
  }

  /** Does something with a meeting in one transaction: its rows, its machines and its letters, or nothing of it. */
  async arrange<Answer>(deed: (tx: Transaction, desk: MeetingDesk) => Promise<Arranged<Answer>>): Promise<Answer> {
    const { db, letterhead, clock } = this.#parts;
    const desk = { definitions: this.#definitions, letterhead, now: clock.now() };
    const { answer, changes, messages, deliveries } = await withTransaction(db, async (tx) => {
      const arranged = await deed(tx, desk);
      return { ...arranged, deliveries: await saveAndTell(tx, arranged.changes) };
    });
    await this.#committed({ changes, deliveries }, this.#wakeUp(changes));
    if (messages.length > 0) await this.#ring(() => this.#parts.bells.enqueueMail(messages));
    return answer;
  }

  async #told(said: Said): Promise<Said> {
    if (said.refusal === null) await this.#ring(() => this.#parts.bells.enqueueMail(said.messages));
    return said;
  }

  /** Puts letters that failed, or whose fate is unknown, back in the queue; returns those that were. */
  async sendAgain(messageIds: readonly number[]): Promise<number[]> {
    const queued = await this.#eachLetter(messageIds, requeueMessage);
    await this.#ring(() => this.#parts.bells.enqueueMail(queued));
    return queued;
  }

  /** Takes letters that wait out of the queue for good; returns those that did. What a worker has in hand goes out. */
  cancelMail(messageIds: readonly number[]): Promise<number[]> {
    return this.#eachLetter(messageIds, cancelMessage);
  }

  #eachLetter(
    messageIds: readonly number[],
    change: (tx: Transaction, id: number) => Promise<boolean>,
  ): Promise<number[]> {
    return withTransaction(this.#parts.db, async (tx) => {
      const changed: number[] = [];
      // In one order, so that two who change the same letters never wait for each other.
      for (const id of [...new Set(messageIds)].sort((a, b) => a - b)) if (await change(tx, id)) changed.push(id);
      return changed;
    });
  }

  /**
   * What a start does: has a worker look at once at what came due meanwhile, and gives the indicators that were set
   * aside another chance, since the program may have been mended. Those that throw again are set aside again.
   */
  async resume(): Promise<void> {
    const { db, clock, bells } = this.#parts;
    await withTransaction(db, liftFaults);
    await this.#ring(() => bells.armAlarms([clock.now()]));
  }

  async #committed({ changes, deliveries }: Committed, wakeUp: readonly Instant[] = []): Promise<void> {
    if (changes.length === 0) return;
    this.#parts.onChanges?.(changes);
    const due = changes.flatMap(({ timers }) => timers.flatMap(({ dueAt }) => (dueAt === null ? [] : [dueAt])));
    await Promise.all([
      this.#ring(() => this.#parts.bells.armAlarms([...new Set([...wakeUp, ...due])])),
      this.#announce(changes.map(({ planId }) => planId)),
      ...(deliveries.length > 0 ? [this.#ring(() => this.#parts.bells.enqueueWebhooks(deliveries))] : []),
    ]);
  }

  /** Tells open pages, here and in other processes. Nothing waits for it to arrive: a page read anew is right anyway. */
  async #announce(planIds: readonly string[]): Promise<void> {
    try {
      await announceChanges(this.#parts.db, planIds);
    } catch (error) {
      this.#parts.logger.warn({ err: error }, 'Open pages could not be told of a change');
    }
  }

  /** Letters are written by whoever works. What fired on the way to a person's event may be what they waited for. */
  #wakeUp(changes: readonly IndicatorChange[]): Instant[] {
    const hasFired = changes.some(({ log }) => log.some(({ entry }) => entry.type === 'fire'));
    return hasFired ? [this.#parts.clock.now()] : [];
  }

  /** The record is committed: a bell that does not ring is made up for by the watchdog, and fails nothing. */
  async #ring(bell: () => Promise<void>): Promise<void> {
    try {
      await bell();
    } catch (error) {
      this.#parts.logger.warn({ err: error }, 'The queue could not be reached; the watchdog will make up for it');
    }
  }
}
