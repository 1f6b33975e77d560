import { setTimeout as wait } from 'node:timers/promises';
import type { Instant } from '../calendar/types.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import { findSignInLink, insertSignInLink, type LinkTarget, useSignInLink } from '../db/queries/sign-in-links.ts';
import { countSignInRequest } from '../db/queries/sign-in-requests.ts';
import type { Language } from '../plan/types.ts';
import { knownAddress } from './known-address.ts';
import { hashOf, newToken } from './tokens.ts';

/** Minutes that a link may be used. */
export const LINK_MINUTES = 15;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * So often a link may be asked for one address, for as long as a link lasts: so whoever is kept from asking because others
 * asked in the same name has links in the mailbox that can be used.
 */
const MOST_OF_ADDRESS = 5;
/**
 * So many links are sent in ten minutes, and so many requests are taken. Most requests of a stranger are for nobody's
 * address and send nothing; a few hundred of them must not keep everybody else out.
 */
const MOST_LINKS = 300;
const MOST_REQUESTS = 6_000;

/** A letter with a link, for whoever sends letters. */
export interface LinkLetter {
  readonly to: string;
  readonly url: string;
  readonly language: Language;
  readonly at: Instant;
  readonly minutes: number;
}

/** Sends one letter once, and says what became of it. Throws nothing. */
export type SendLink = (letter: LinkLetter) => Promise<'sent' | 'retry' | 'refused'>;

export interface SignInParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly baseUrl: string;
  /** ADMIN_EMAIL. */
  readonly administrators: readonly string[];
  readonly sendLink: SendLink;
  readonly logger: {
    info(details: object, message: string): void;
    warn(details: object, message: string): void;
  };
  /** Milliseconds before a letter is tried again that the mail server put off. */
  readonly pauses?: readonly number[];
}

/** Lets people in by links that work once. */
export class SignIn {
  readonly #parts: SignInParts;
  readonly #underWay = new Set<Promise<void>>();

  constructor(parts: SignInParts) {
    this.#parts = parts;
  }

  /**
   * Takes a request for a link. What it answers, and when, does not depend on whether anybody has the address: whether a
   * letter is to go is found out afterwards. False when links were asked for too often.
   */
  async ask(typed: string, next: string, language: Language): Promise<boolean> {
    const { db, clock } = this.#parts;
    const now = clock.now();
    const allowed = await countSignInRequest(db, hashOf(typed.toLowerCase()), now, {
      ofAddress: { most: MOST_OF_ADDRESS, since: now - LINK_MINUTES * MINUTE },
      inAll: { most: MOST_REQUESTS, since: now - 10 * MINUTE },
      links: { most: MOST_LINKS, since: now - 10 * MINUTE },
    });
    if (allowed) this.#afterwards(this.#mailLink(typed, next, language));
    return allowed;
  }

  /** Makes a link without mail, for whoever is at the program's own console. */
  async makeLink(address: string | null, next = '/', baseUrl = this.#parts.baseUrl): Promise<string> {
    const { db, clock } = this.#parts;
    const token = newToken();
    const now = clock.now();
    const times = { createdAt: now, expiresAt: now + LINK_MINUTES * MINUTE };
    await insertSignInLink(db, { tokenHash: hashOf(token), address, next, ...times }, now - DAY);
    return `${baseUrl.replace(/\/$/, '')}/sign-in/${token}`;
  }

  /** The address as plans or settings have it; null when nobody does. */
  find(address: string): Promise<string | null> {
    const { db, administrators, clock } = this.#parts;
    return knownAddress(db, address, administrators, clock.now());
  }

  /** What a link would do, while it can be used. */
  look(token: string): Promise<LinkTarget | null> {
    return findSignInLink(this.#parts.db, hashOf(token), this.#parts.clock.now());
  }

  /** Uses a link up; null when it was used before, has ended, or never was. */
  redeem(token: string): Promise<LinkTarget | null> {
    return useSignInLink(this.#parts.db, hashOf(token), this.#parts.clock.now());
  }

  /** Waits for the letters under way. */
  async settle(): Promise<void> {
    await Promise.all(this.#underWay);
  }

  async #mailLink(typed: string, next: string, language: Language): Promise<void> {
    const to = await this.find(typed);
    if (to === null) return this.#parts.logger.info({}, 'A sign-in link was asked for an address that nobody has');
    const url = await this.makeLink(to, next);
    const letter = { to, url, language, at: this.#parts.clock.now(), minutes: LINK_MINUTES };
    let outcome = await this.#parts.sendLink(letter);
    for (const pause of this.#parts.pauses ?? [2_000, 10_000]) {
      if (outcome !== 'retry') break;
      await wait(pause);
      outcome = await this.#parts.sendLink(letter);
    }
    if (outcome === 'sent') this.#parts.logger.info({}, 'A sign-in link was sent');
    else this.#parts.logger.warn({ outcome }, 'A sign-in link could not be sent');
  }

  #afterwards(work: Promise<void>): void {
    const guarded = work
      .catch((error) => this.#parts.logger.warn({ err: error }, 'A sign-in link could not be made'))
      .finally(() => this.#underWay.delete(guarded));
    this.#underWay.add(guarded);
  }
}
