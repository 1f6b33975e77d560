import type { Instant } from '../../calendar/types.ts';
import type { Database } from '../../db/database.ts';
import { runningSessions } from '../../db/queries/sessions.ts';
import type { WebParts } from '../web-parts.ts';

/** Browsers keep as few as six connections to a host, and a page lets go of its own while nobody looks at it. */
export const STREAMS_OF_A_SESSION = 8;

/** A sign of life keeps whatever stands between from cutting the line; one beat for all streams. */
const BEAT_EVERY = 25_000;
/** After so many beats sessions are looked at again, all of them in one query. */
const BEATS_TO_A_CHECK = 3;
/** After so many a stream ends, and the browser comes back through the door, where its rights are asked anew. */
const BEATS_TO_A_LIFE = 24;
/** So many unread pieces, and nobody is listening any more. */
const PATIENCE = 64;

interface Stream {
  readonly sessionId: number;
  beats: number;
  send(text: string): void;
  end(): void;
}

/** The streams of events that are open in this process, and what keeps them alive, or ends them. */
export class OpenStreams {
  readonly #db: Database;
  readonly #now: () => Instant;
  readonly #logger: WebParts['logger'];
  readonly #beatEvery: number;
  readonly #streams = new Set<Stream>();
  #timer: NodeJS.Timeout | undefined;
  #beats = 0;

  constructor(parts: Pick<WebParts, 'database' | 'clock' | 'logger'>, beatEvery = BEAT_EVERY) {
    this.#db = parts.database.db;
    this.#now = () => parts.clock.now();
    this.#logger = parts.logger;
    this.#beatEvery = beatEvery;
  }

  get size(): number {
    return this.#streams.size;
  }

  ofSession(sessionId: number): number {
    return [...this.#streams].filter((stream) => stream.sessionId === sessionId).length;
  }

  /** Opens a stream; `begin` gets what sends an event, and gives what to do when the stream has ended. */
  open(sessionId: number, begin: (send: (event: string) => void) => () => void): ReadableStream<Uint8Array> {
    const encoder = new TextEncoder();
    let end = () => {};
    return new ReadableStream<Uint8Array>({
      start: (controller) => {
        const send = (text: string) => {
          if (!this.#streams.has(stream)) return;
          if ((controller.desiredSize ?? 0) < -PATIENCE) return end();
          controller.enqueue(encoder.encode(text));
        };
        let onEnd = () => {};
        end = () => {
          if (!this.#streams.delete(stream)) return;
          onEnd();
          if (this.#streams.size === 0) this.#rest();
          try {
            controller.close();
          } catch {
            // The browser has closed it already.
          }
        };
        const stream: Stream = { sessionId, beats: 0, send, end };
        this.#streams.add(stream);
        this.#timer ??= setInterval(() => void this.#beat(), this.#beatEvery).unref();
        onEnd = begin(send);
      },
      cancel: () => end(),
    });
  }

  close(): void {
    for (const stream of [...this.#streams]) stream.end();
  }

  #rest(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  async #beat(): Promise<void> {
    for (const stream of [...this.#streams]) {
      stream.beats += 1;
      if (stream.beats >= BEATS_TO_A_LIFE) stream.end();
      else stream.send(':\n\n');
    }
    this.#beats += 1;
    if (this.#beats % BEATS_TO_A_CHECK !== 0 || this.#streams.size === 0) return;
    try {
      const ids = [...new Set([...this.#streams].map(({ sessionId }) => sessionId))];
      const running = await runningSessions(this.#db, ids, this.#now());
      for (const stream of [...this.#streams]) {
        if (ids.includes(stream.sessionId) && !running.has(stream.sessionId)) stream.end();
      }
    } catch (error) {
      this.#logger.warn({ err: error }, 'The sessions of open pages could not be looked at');
    }
  }
}
