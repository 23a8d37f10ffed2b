import { unzlibSync } from "fflate";

/**
 * The plain file of type (sfnt: .ttf, .otf) inside a .woff, for programs that read no packed one. WOFF File Format 1.0
 * (W3C), sections 4 and 5: a directory of tables, each packed by zlib where that is shorter.
 */
export function sfntOf(woff: Uint8Array): Uint8Array {
  const read = new DataView(woff.buffer, woff.byteOffset, woff.byteLength);
  const count = read.getUint16(12);
  const tables = Array.from({ length: count }, (_, at) => {
    const entry = 44 + at * 20;
    const offset = read.getUint32(entry + 4);
    const packed = read.getUint32(entry + 8);
    const length = read.getUint32(entry + 12);
    const bytes = woff.subarray(offset, offset + packed);
    return {
      tag: read.getUint32(entry),
      checksum: read.getUint32(entry + 16),
      bytes: packed < length ? unzlibSync(bytes) : bytes,
    };
  });
  const padded = (length: number): number => (length + 3) & ~3;
  const head = 12 + 16 * count;
  const plain = new Uint8Array(tables.reduce((sum, { bytes }) => sum + padded(bytes.length), head));
  const write = new DataView(plain.buffer);
  const power = 2 ** Math.floor(Math.log2(Math.max(1, count)));
  write.setUint32(0, read.getUint32(4));
  write.setUint16(4, count);
  write.setUint16(6, power * 16);
  write.setUint16(8, Math.log2(power));
  write.setUint16(10, (count - power) * 16);
  let offset = head;
  for (const [at, { tag, checksum, bytes }] of tables.entries()) {
    const entry = 12 + at * 16;
    write.setUint32(entry, tag);
    write.setUint32(entry + 4, checksum);
    write.setUint32(entry + 8, offset);
    write.setUint32(entry + 12, bytes.length);
    plain.set(bytes, offset);
    offset += padded(bytes.length);
  }
  return plain;
}
