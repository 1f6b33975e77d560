import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { clamdScanner } from '../../src/evidence/clamd.ts';
import { EvidenceStore } from '../../src/evidence/evidence-store.ts';
import type { Scanner } from '../../src/evidence/scanner.ts';
import { missing, titled } from '../support/available.ts';
import { type ClamdServer, startClamd, TEST_VIRUS } from '../support/clamd-server.ts';
import { freePort } from '../support/free-port.ts';
import { docx } from './sample-archives.ts';
import { pdf } from './sample-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'suchok-scan-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(content: Uint8Array | string): string {
  const path = join(folder, 'file');
  writeFileSync(path, content);
  return path;
}

const warnings: [object, string][] = [];
const logger = { warn: (details: object, message: string) => void warnings.push([details, message]) };

const storeWith = (scanner: Scanner) =>
  new EvidenceStore({ folder: join(folder, 'store'), scanner, logger, realNow: () => Date.now() });

const receive = (scanner: Scanner, content: Uint8Array) =>
  storeWith(scanner).receive('paper.pdf', Readable.from([Buffer.from(content)]), 'focal@office.example');

const reason = missing('clamd');

describe.skipIf(reason)(titled('With a real clamd', reason), () => {
  let clamd: ClamdServer;
  beforeAll(async () => {
    clamd = await startClamd();
  });
  afterAll(() => clamd.remove());

  it.each(['tcpUrl', 'socketUrl'] as const)('a clean file passes and a virus is named, over its %s', async (url) => {
    const scanner = clamdScanner(clamd[url]);
    await expect(scanner.ping()).resolves.toBeUndefined();
    expect(await scanner.scan(fileOf('An office order'))).toBeNull();
    expect(await scanner.scan(fileOf(`Some words and then ${TEST_VIRUS}`))).toMatch(/^Test\.Virus/);
    const large = Buffer.alloc(20 * 1024 * 1024, 'x');
    expect(await scanner.scan(fileOf(large))).toBeNull();
    large.write(TEST_VIRUS, large.length - 100);
    expect(await scanner.scan(fileOf(large))).toMatch(/^Test\.Virus/);
  });

  it('a virus is found inside a Word file, and nothing of the file is kept', async () => {
    warnings.length = 0;
    const scanner = clamdScanner(clamd.tcpUrl);
    expect(await receive(scanner, docx(TEST_VIRUS))).toEqual({ code: 'infected', name: 'paper.pdf' });
    expect(readdirSync(join(folder, 'store', 'incoming'))).toEqual([]);
    expect(warnings).toEqual([[{ virus: expect.stringMatching(/^Test\.Virus/) }, expect.stringContaining('virus')]]);
    expect(await receive(scanner, docx())).toMatchObject({ scan: 'clean' });
  });

  it('many files at once are all looked into', async () => {
    const store = storeWith(clamdScanner(clamd.socketUrl));
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, n) => {
        const content = pdf(n % 3 === 0 ? `${n} ${TEST_VIRUS}` : `${n}`);
        return store.receive(`${n}.pdf`, Readable.from([Buffer.from(content)]), 'focal@office.example');
      }),
    );
    expect(answers.map((answer) => ('code' in answer ? answer.code : answer.scan))).toEqual(
      Array.from({ length: 60 }, (_, n) => (n % 3 === 0 ? 'infected' : 'clean')),
    );
  });

  it('a file that it may not look into for its size is not let through', async () => {
    await expect(clamdScanner(clamd.tcpUrl).scan(fileOf(Buffer.alloc(31 * 1024 * 1024)))).rejects.toMatchObject({
      code: 'scannerUnavailable',
      message: expect.stringContaining('size limit exceeded'),
    });
  });

  it('a file is refused while the scanner hangs, and taken when it is back', async () => {
    clamd.freeze();
    const scanner = clamdScanner(clamd.tcpUrl, 200);
    expect(await receive(scanner, pdf('x'))).toEqual({ code: 'notScanned', name: 'paper.pdf' });
    clamd.thaw();
    expect(await receive(clamdScanner(clamd.tcpUrl), pdf('x'))).toMatchObject({ scan: 'clean' });
  });
});

describe('Without an answer of the scanner', () => {
  let server: Server | null = null;
  afterEach(() => server?.close());

  const listening = async (answer: (write: (text: string) => void, hangUp: () => void) => void) => {
    const port = await freePort();
    server = createServer((socket) => {
      socket.on('error', () => {});
      answer(
        (text) => socket.write(text),
        () => socket.destroy(),
      );
    });
    await new Promise<void>((open) => server!.listen(port, '127.0.0.1', open));
    return `tcp://127.0.0.1:${port}`;
  };

  it('a file is refused, never let through: nobody listens', async () => {
    for (const url of [`tcp://127.0.0.1:${await freePort()}`, `unix://${folder}/none.ctl`]) {
      expect(await receive(clamdScanner(url), pdf('x'))).toEqual({ code: 'notScanned', name: 'paper.pdf' });
      await expect(clamdScanner(url).ping()).rejects.toMatchObject({ code: 'scannerUnavailable' });
    }
  });

  it.each([
    ['it hangs up', (_write: (text: string) => void, hangUp: () => void) => hangUp()],
    ['it talks nonsense', (write: (text: string) => void) => write('HTTP/1.1 400 Bad Request\r\n\r\n\0')],
    ['it does not stop talking', (write: (text: string) => void) => write('x'.repeat(10_000))],
    ['it failed', (write: (text: string) => void) => write('stream: Can’t allocate memory ERROR\0')],
  ])('a file is refused, never let through: %s', async (_, answer) => {
    expect(await receive(clamdScanner(await listening(answer)), pdf('x'))).toMatchObject({ code: 'notScanned' });
  });
});
