import { Inflate } from "fflate";

/** Opens a part of an archive: its bytes as they are unpacked, in parts; undefined where there is none. */
export type OpenPart = (name: string) => Iterable<Uint8Array> | undefined;

/** One file of an archive. Sizes in bytes. */
interface Entry {
  method: number;
  packed: number;
  unpacked: number;
  /** Where its own head begins. */
  at: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;
const HEAD = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
/** Longest comment behind the end record. */
const MAX_COMMENT = 65_535;
/** Bytes that are unpacked at one time: they become some thousand times as many at the very worst. */
const STEP = 1 << 14;

const damaged = (): Error => new Error("damaged archive");

/** Names are compared as programs write them: either slash, with or without one in front, in either case. */
const folded = (name: string): string => name.replaceAll("\\", "/").replace(/^\//, "").toLowerCase();

/**
 * Entries of the central directory of a ZIP archive (PKWARE APPNOTE 4.3.12 and 4.3.16, 64-bit sizes 4.3.14 and 4.5.3). The
 * directory alone says where an entry truly ends: signatures inside packed bytes mean nothing.
 */
const directory = (bytes: Uint8Array): Map<string, Entry> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const u16 = (at: number) => view.getUint16(at, true);
  const u32 = (at: number) => view.getUint32(at, true);
  const u64 = (at: number) => Number(view.getBigUint64(at, true));
  let end = bytes.length - 22;
  const first = Math.max(0, end - MAX_COMMENT);
  while (end >= first && u32(end) !== END) end--;
  if (end < first) throw damaged();
  let [count, at] = [u16(end + 10), u32(end + 16)];
  if (end >= 20 && u32(end - 20) === LOCATOR_64) {
    const large = u64(end - 12);
    if (u32(large) !== END_64) throw damaged();
    [count, at] = [u64(large + 32), u64(large + 48)];
  }
  const entries = new Map<string, Entry>();
  for (; count > 0; count--) {
    if (u32(at) !== ENTRY) throw damaged();
    const nameEnd = at + 46 + u16(at + 28);
    const extraEnd = nameEnd + u16(at + 30);
    const entry = { method: u16(at + 10), packed: u32(at + 20), unpacked: u32(at + 24), at: u32(at + 42) };
    for (let extra = nameEnd; extra + 4 <= extraEnd; extra += 4 + u16(extra + 2)) {
      if (u16(extra) !== 1) continue;
      // Only what did not fit into 32 bits stands here, in this order.
      let value = extra + 4;
      for (const key of ["unpacked", "packed", "at"] as const) {
        if (entry[key] !== 0xffffffff) continue;
        entry[key] = u64(value);
        value += 8;
      }
    }
    entries.set(folded(new TextDecoder().decode(bytes.subarray(at + 46, nameEnd))), entry);
    at = extraEnd + u16(at + 32);
  }
  return entries;
};

/** @throws Error where the entry is damaged, or holds more than its directory says */
function* unpacked(bytes: Uint8Array, { method, packed, unpacked: size, at }: Entry): Generator<Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(at, true) !== HEAD) throw damaged();
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const body = bytes.subarray(start, start + packed);
  if (body.length < packed || (method !== STORED && method !== DEFLATED)) throw damaged();
  const ready: Uint8Array[] = [];
  const inflate = new Inflate((part) => ready.push(part));
  let done = 0;
  for (let from = 0; from < packed; from += STEP) {
    const part = body.subarray(from, from + STEP);
    if (method === STORED) ready.push(part);
    else inflate.push(part, from + STEP >= packed);
    for (const one of ready.splice(0)) {
      done += one.length;
      if (done > size) throw damaged();
      yield one;
    }
  }
  if (done < size) throw damaged();
}

/**
 * Opens a ZIP archive that lies in memory. Parts are unpacked while they are read and never stand there whole.
 *
 * @param limits.part unpacked bytes of one part, and limits.all of all parts together, above which `tooLarge` is thrown
 * @throws Error where the archive is damaged, and what `tooLarge` gives
 */
export const openArchive = (
  bytes: Uint8Array,
  limits: { part: number; all: number; tooLarge: () => Error },
): OpenPart => {
  const entries = directory(bytes);
  let all = 0;
  for (const one of entries.values()) all += one.unpacked;
  if (all > limits.all) throw limits.tooLarge();
  return (name) => {
    const entry = entries.get(folded(name));
    if (!entry) return undefined;
    if (entry.unpacked > limits.part) throw limits.tooLarge();
    return { [Symbol.iterator]: () => unpacked(bytes, entry) };
  };
};
