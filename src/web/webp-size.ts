/**
 * The width and height of a WebP picture in pixels, as its header says (RFC 9649, sections 2.5 to 2.7).
 *
 * @throws Error where it is no WebP picture.
 */
export function webpSize(content: Buffer): { readonly width: number; readonly height: number } {
  const kind = content.toString('latin1', 8, 16);
  if (kind === 'WEBPVP8 ')
    return { width: content.readUInt16LE(26) & 0x3fff, height: content.readUInt16LE(28) & 0x3fff };
  if (kind === 'WEBPVP8L') {
    const bits = content.readUInt32LE(21);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (kind === 'WEBPVP8X') return { width: content.readUIntLE(24, 3) + 1, height: content.readUIntLE(27, 3) + 1 };
  throw new Error('This is no WebP picture.');
}
