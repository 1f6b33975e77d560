const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

/** 1 January 1980, 00:00: the first moment that a zip file knows. */
const [TIME, DATE] = [0, (1 << 5) | 1];

/**
 * A zip file, as Word files and workbooks are, with the times of its entries all set to one: they tell when it was packed
 * and nothing else, and without them the same content is the same file. Throws a TypeError for what is no zip file.
 */
export function withFixedTimes(zip: Buffer): Buffer {
  const fixed = Buffer.from(zip);
  const end = fixed.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || fixed.readUInt32LE(end) !== END) throw new TypeError('This is no zip file: it has no directory.');
  const entries = fixed.readUInt16LE(end + 10);
  let at = fixed.readUInt32LE(end + 16);
  for (let entry = 0; entry < entries; entry++) {
    if (fixed.readUInt32LE(at) !== CENTRAL) throw new TypeError('This is no zip file: its directory is broken.');
    const local = fixed.readUInt32LE(at + 42);
    if (fixed.readUInt32LE(local) !== LOCAL) throw new TypeError('This is no zip file: an entry is missing.');
    for (const place of [at + 12, local + 10]) {
      fixed.writeUInt16LE(TIME, place);
      fixed.writeUInt16LE(DATE, place + 2);
    }
    at += 46 + fixed.readUInt16LE(at + 28) + fixed.readUInt16LE(at + 30) + fixed.readUInt16LE(at + 32);
  }
  return fixed;
}
