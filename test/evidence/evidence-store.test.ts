import { createHash } from 'node:crypto';
import { appendFileSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EvidenceStore } from '../../src/evidence/evidence-store.ts';
import { LARGEST_FILE, type ReceivedFile } from '../../src/evidence/evidence-types.ts';
import { pdf } from './sample-files.ts';

let folder: string;
let now: number;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'suchok-store-')), 'evidence');
  now = Date.now();
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

const openStore = () => new EvidenceStore({ folder, scanner: null, logger: { warn: () => {} }, realNow: () => now });

const FOCAL = 'focal@office.example';
const receive = (store: EvidenceStore, content: Uint8Array, name = 'paper.pdf') =>
  store.receive(name, Readable.from([Buffer.from(content)]), FOCAL);
const received = async (store: EvidenceStore, content: Uint8Array) => (await receive(store, content)) as ReceivedFile;

const hashOf = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
const filesIn = (path: string) =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name).slice(path.length + 1))
    .sort();

describe('An uploaded file', () => {
  it.each([
    { files: 3, bytes: 1_000_000 },
    { files: 100, bytes: 3 * pdf('paper 1').length },
  ])(
    'is not taken while as many of the same person wait as may, and of others it is: $files, $bytes',
    async (mostWaiting) => {
      const store = new EvidenceStore({
        folder,
        scanner: null,
        logger: { warn: () => {} },
        realNow: () => now,
        mostWaiting,
      });
      const waiting: ReceivedFile[] = [];
      for (const number of [1, 2, 3]) waiting.push(await received(store, pdf(`paper ${number}`)));
      expect(await receive(store, pdf('paper 4'))).toEqual({ code: 'tooManyWaiting', name: 'paper.pdf' });
      expect(filesIn(folder)).toHaveLength(6);
      const other = await store.receive('a.pdf', Readable.from([Buffer.from(pdf('paper 5'))]), 'other@office.example');
      expect(other).toHaveProperty('receipt');
      await store.keep(waiting[0]!);
      await store.release(waiting[0]!.receipt);
      expect(await receive(store, pdf('paper 4'))).toHaveProperty('receipt');
    },
  );

  it('waits under its receipt, and stays under the hash of its content', async () => {
    const store = openStore();
    const paper = await received(store, pdf('order'));
    const hash = hashOf(pdf('order'));
    expect(paper.evidenceFile).toEqual({
      hash,
      name: 'paper.pdf',
      mediaType: 'application/pdf',
      size: pdf('order').length,
    });
    expect(await store.find(hash)).toBeNull();
    await store.keep(paper);
    await store.release(paper.receipt);
    expect(filesIn(folder)).toEqual([join(hash.slice(0, 2), hash.slice(2))]);
    const kept = (await store.find(hash))!;
    expect(kept.size).toBe(pdf('order').length);
    expect(await text(kept.open())).toBe(Buffer.from(pdf('order')).toString());
  });

  it('is readable to nobody else on the computer', async () => {
    const store = openStore();
    const paper = await received(store, pdf('order'));
    await store.keep(paper);
    for (const one of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const mode = statSync(join(one.parentPath, one.name)).mode & 0o777;
      expect([one.name, mode]).toEqual([one.name, one.isFile() ? 0o600 : 0o700]);
    }
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('is kept once, however many people upload the same content at the same moment', async () => {
    const stores = [openStore(), openStore()];
    const papers = await Promise.all(Array.from({ length: 20 }, (_, n) => received(stores[n % 2]!, pdf('minutes'))));
    await Promise.all(papers.map((paper, n) => stores[n % 2]!.keep(paper)));
    await Promise.all(papers.map(({ receipt }) => stores[0]!.release(receipt)));
    const hash = hashOf(pdf('minutes'));
    expect(filesIn(folder)).toEqual([join(hash.slice(0, 2), hash.slice(2))]);
    expect(await stores[0]!.faultOf(hash, pdf('minutes').length, true)).toBeNull();
  });

  it('may be 20 MB and not one byte more, and what is too large leaves nothing', async () => {
    const store = openStore();
    const head = Buffer.from(pdf('large'));
    const file = (size: number) =>
      async function* () {
        yield head;
        for (let left = size - 2 * head.length; left > 0; left -= 65_536)
          yield Buffer.alloc(Math.min(left, 65_536), 32);
        yield head;
      };
    const largest = await store.receive('a.pdf', Readable.from(file(LARGEST_FILE)()), FOCAL);
    expect(largest).toMatchObject({ evidenceFile: { size: LARGEST_FILE } });
    await store.release((largest as ReceivedFile).receipt);
    const larger = await store.receive('a.pdf', Readable.from(file(LARGEST_FILE + 1)()), FOCAL);
    expect(larger).toEqual({ code: 'tooLarge', name: 'a.pdf' });
    expect(filesIn(folder)).toEqual([]);
  });

  it('leaves nothing when whoever sends it hangs up', async () => {
    const store = openStore();
    const content = async function* () {
      yield Buffer.from(pdf('x'));
      throw new Error('gone');
    };
    await expect(store.receive('a.pdf', Readable.from(content()), FOCAL)).rejects.toThrow('gone');
    expect(filesIn(folder)).toEqual([]);
  });

  it('is of use to whoever sent it alone, and under its own receipt alone', async () => {
    const store = openStore();
    const paper = await received(store, pdf('order'));
    expect(await store.findWaiting(paper.receipt, FOCAL)).toEqual(paper);
    expect(await store.findWaiting(paper.receipt, 'other@office.example')).toBeNull();
    expect(await store.findWaiting('../../../etc/hostname', FOCAL)).toBeNull();
    expect(await store.findWaiting(`${paper.receipt.slice(0, -1)}!`, FOCAL)).toBeNull();
  });

  it('that waited in vain is swept away after a day, and what a crash left after an hour', async () => {
    const store = openStore();
    const paper = await received(store, pdf('order'));
    const kept = await received(store, pdf('kept'));
    await store.keep(kept);
    await store.release(kept.receipt);
    writeFileSync(join(folder, 'incoming', 'crashed.part'), 'half a file');
    const age = (name: string, hours: number) => {
      const at = new Date(now - hours * 3_600_000);
      utimesSync(join(folder, 'incoming', name), at, at);
    };
    age('crashed.part', 0.9);
    age(paper.receipt, 23);
    await openStore().sweep();
    expect(await store.findWaiting(paper.receipt, FOCAL)).toEqual(paper);
    age('crashed.part', 1.1);
    await openStore().sweep();
    expect(filesIn(join(folder, 'incoming'))).toEqual([paper.receipt, `${paper.receipt}.json`].sort());
    age(paper.receipt, 25);
    age(`${paper.receipt}.json`, 25);
    await openStore().sweep();
    expect(filesIn(folder)).toHaveLength(1);
    expect(await store.faultOf(kept.evidenceFile.hash, kept.evidenceFile.size, true)).toBeNull();
  });

  it('cannot be kept once it is swept away, unless its content is there already', async () => {
    const store = openStore();
    const paper = await received(store, pdf('order'));
    await store.release(paper.receipt);
    await expect(store.keep(paper)).rejects.toMatchObject({ code: 'evidenceGone' });
    await store.keep(await received(store, pdf('order')));
    await expect(store.keep(paper)).resolves.toBeUndefined();
  });

  it('that is missing, cut off or changed is found out, and mended by uploading it again', async () => {
    const store = openStore();
    const paper = await received(store, pdf('order'));
    await store.keep(paper);
    const { hash, size } = paper.evidenceFile;
    const path = join(folder, hash.slice(0, 2), hash.slice(2));
    rmSync(path);
    expect(await store.faultOf(hash, size, false)).toBe('missing');
    writeFileSync(path, Buffer.alloc(size, 'x'));
    expect(await store.faultOf(hash, size, false)).toBeNull();
    expect(await store.faultOf(hash, size, true)).toBe('changed');
    await store.keep(await received(store, pdf('order')));
    expect(await store.faultOf(hash, size, true)).toBeNull();
    appendFileSync(path, 'x');
    expect(await store.faultOf(hash, size, false)).toBe('changed');
    await store.keep(await received(store, pdf('order')));
    expect(await store.faultOf(hash, size, true)).toBeNull();
  });

  it('is refused by whom the disk has no room, and the rest of the form still arrives', async () => {
    writeFileSync(join(folder, '..', 'evidence'), 'a file where the folder should be');
    const content = Readable.from([Buffer.from(pdf('x')), Buffer.alloc(100_000)]);
    await expect(openStore().receive('a.pdf', content, FOCAL)).rejects.toThrow();
    expect(content.readableFlowing).toBe(true);
  });
});
