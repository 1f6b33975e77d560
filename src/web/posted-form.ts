import type { Readable } from 'node:stream';
import { Busboy } from '@fastify/busboy';
import { HTTPException } from 'hono/http-exception';

/** Bytes of all text fields of a form together. */
const LARGEST_FIELDS = 64 * 1024;
/** Bytes that are read of a form before it is given up. A file that is too large is read to its end, to be told of. */
const LARGEST_UPLOAD = 300 * 1024 * 1024;
const MOST_PARTS = 60;

/** Takes a file of a form. It has to read the content to its end, or let it flow. */
export type TakeFile = (field: string, name: string, content: Readable) => Promise<void>;

/**
 * A form with files that is just arriving. Up to its token it is read at once, so that whoever sends it can be turned
 * away before anything is kept; of files no more is read than a few kilobytes until `read` says who takes them.
 */
export class PostedForm {
  /** The form's token; null where a file stands before it, where there is none, or where the form breaks off. */
  readonly token: Promise<string | null>;
  readonly #fields = new Map<string, string>();
  readonly #arriving: Readable[] = [];
  readonly #taken: Promise<void>[] = [];
  readonly #taker: Promise<TakeFile>;
  readonly #whole: Promise<void>;
  #hireTaker: (take: TakeFile) => void = () => {};
  #tellToken: (token: string | null) => void = () => {};
  #fieldBytes = 0;
  #failure: unknown = null;

  /** @throws HTTPException when the request is no form with files */
  constructor(request: Request) {
    this.token = new Promise((tell) => {
      this.#tellToken = tell;
    });
    this.#taker = new Promise((hire) => {
      this.#hireTaker = hire;
    });
    this.#whole = this.#follow(request);
  }

  /**
   * Reads the form to its end.
   *
   * @returns the text fields by their names; of several with one name the last
   * @throws HTTPException when it breaks off, or when its text is too long; and what `take` throws. All files were
   *   taken to an end by then.
   */
  async read(take: TakeFile): Promise<Readonly<Record<string, string>>> {
    this.#hireTaker(take);
    await this.#whole;
    await Promise.all(this.#taken);
    if (this.#failure !== null) throw this.#failure;
    return Object.fromEntries(this.#fields);
  }

  /** Reads what was not read yet and drops it: browsers show no answer before they have sent everything. */
  async drain(): Promise<void> {
    this.#hireTaker(async (_field, _name, content) => {
      content.resume();
    });
    await this.#whole;
  }

  async #follow(request: Request): Promise<void> {
    try {
      await this.#pump(request);
    } catch (error) {
      this.#fail(error instanceof HTTPException ? error : new HTTPException(400, { cause: error }));
      for (const content of this.#arriving) content.destroy(new Error('The form broke off.'));
    } finally {
      this.#tellToken(null);
    }
  }

  async #pump({ headers, body }: Request): Promise<void> {
    const busboy = new Busboy({
      headers: { 'content-type': headers.get('content-type') ?? '' },
      limits: { fieldSize: LARGEST_FIELDS, parts: MOST_PARTS, headerPairs: 20, headerSize: 8 * 1024 },
    });
    busboy.on('field', (name, value, _, isCut) => this.#takeField(name, value, isCut));
    busboy.on('file', (field, content, name) => this.#takeFile(field, name, content));
    busboy.on('partsLimit', () => this.#fail(new HTTPException(413)));
    const finished = new Promise<void>((done, fail) => busboy.once('finish', done).on('error', fail));
    finished.catch(() => {});
    let size = 0;
    for await (const chunk of body ?? []) {
      size += chunk.length;
      if (size > LARGEST_UPLOAD) throw new HTTPException(413);
      // Called back once there is room for more, so the sender waits for whoever takes the files.
      await Promise.race([new Promise<void>((written) => busboy.write(chunk, () => written())), finished]);
    }
    busboy.end();
    await finished;
  }

  #takeField(name: string, value: string, isCut: boolean): void {
    this.#fieldBytes += Buffer.byteLength(value);
    if (isCut || this.#fieldBytes > LARGEST_FIELDS) this.#fail(new HTTPException(413));
    else this.#fields.set(name, value);
    if (name === 'token') this.#tellToken(value);
  }

  #takeFile(field: string, name: string, content: Readable): void {
    this.#tellToken(null);
    this.#arriving.push(content);
    // Its taker hears of it too; without anybody listening it would end the process.
    content.on('error', () => {});
    const taken = this.#taker.then((take) => take(field, name, content));
    this.#taken.push(
      taken.catch((error) => {
        this.#fail(error);
        content.resume();
      }),
    );
  }

  #fail(error: unknown): void {
    this.#failure ??= error;
  }
}
